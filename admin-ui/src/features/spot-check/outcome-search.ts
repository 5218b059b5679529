export interface OutcomeSearch {
  readonly daftar?: 'semua';
}

/** Without it: what no supervisor has seen to. */
export const readOutcomeSearch = ({ daftar }: Record<string, unknown>): OutcomeSearch =>
  daftar === 'semua' ? { daftar } : {};
