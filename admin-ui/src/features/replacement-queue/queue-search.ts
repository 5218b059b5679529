import { TIERS } from '../../desk/tier-badge';
import type { ActorKind, QueueFilter, QueueView, RiskTier } from '../../gql/graphql';

/** As the views are called in an address. */
export const VIEWS = {
  siap: 'READY',
  milik: 'MINE',
  kedua: 'AWAITING_SECOND',
  dikembalikan: 'RETURNED',
  tunggu: 'WAITING_PERIOD',
  selesai: 'CLOSED',
} as const satisfies Record<string, QueueView>;

export type ViewName = keyof typeof VIEWS;
export const VIEW_NAMES = Object.keys(VIEWS) as readonly ViewName[];
export const ACTORS: readonly ActorKind[] = [
  'INDIVIDUAL',
  'BUSINESS_ENTITY',
  'REPRESENTATIVE_OFFICE',
  'FOREIGN_ENTITY',
];

/** View and filters as they stand in the address: nothing in them is personal. Absent `tampilan`: what is ready. */
export interface QueueSearch {
  readonly tampilan?: ViewName;
  readonly tingkat?: RiskTier;
  readonly pelaku?: ActorKind;
  readonly lewat?: true;
}

export function readQueueSearch(typed: Record<string, unknown>): QueueSearch {
  return {
    tampilan: VIEW_NAMES.find((name) => name === typed.tampilan && name !== 'siap'),
    tingkat: TIERS.find((tier) => tier === typed.tingkat),
    pelaku: ACTORS.find((actor) => actor === typed.pelaku),
    lewat: typed.lewat === true ? true : undefined,
  };
}

export const queueFilterOf = ({ tampilan = 'siap', tingkat, pelaku, lewat }: QueueSearch): QueueFilter => ({
  view: VIEWS[tampilan],
  tier: tingkat && [tingkat],
  actor: pelaku,
  overdue: lewat,
});
