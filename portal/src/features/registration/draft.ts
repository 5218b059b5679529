import type { ActorKind, BusinessScale } from '../../gql/graphql.ts';
import { TabMemory } from '../../platform/tab-memory.ts';
import type { SentCode } from '../../ui/code-page.tsx';

/** What is kept over a reload: the way back into this registration, and nothing that says who somebody is. */
export interface Draft {
  readonly token: string;
  /** Sent with every command of this registration, which a repeat is known by. */
  readonly commandKey: string;
  readonly verified: boolean;
  readonly scale: BusinessScale;
  readonly actor: ActorKind;
  readonly sent: SentCode;
}

export const draft = new TabMemory<Draft>('pendaftaran');
