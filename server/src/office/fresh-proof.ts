import { ObjectType } from 'type-graphql';

import { after, MINUTE_MS, type Now } from '../platform/clock.js';
import { Problem } from '../platform/graphql/problem.js';
import type { AgentSession } from './agent-session.entity.js';

@ObjectType({
  implements: Problem,
  description:
    'The proof of identity is older than this act allows: `refreshProof`, then send the same command again.',
})
export class FreshProofRequired extends Problem {
  readonly words = {
    id: 'Tindakan ini memerlukan kode autentikator yang baru. Masukkan kode, lalu kirim lagi.',
    en: 'This act needs a fresh authenticator code. Enter one, then send it again.',
  };
}

/** DECIDE: decisions and reveals. ACT: block, changes of agents, exports (R60). */
export type ProofFor = 'DECIDE' | 'ACT';

/** Whether the TOTP code of a session is recent enough for what is about to be done. */
export class FreshProof {
  constructor(
    private readonly minutes: Readonly<Record<ProofFor, number>>,
    private readonly now: Now,
  ) {}

  isMissing(session: AgentSession, act: ProofFor): boolean {
    return this.validUntil(session, act) <= this.now();
  }

  validUntil({ provenAt }: AgentSession, act: ProofFor): Date {
    return after(provenAt, this.minutes[act] * MINUTE_MS);
  }
}
