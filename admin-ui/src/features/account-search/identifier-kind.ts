import type { LookupKind } from '../../gql/graphql';

export const KINDS: readonly LookupKind[] = [
  ...(['NIK', 'NIB', 'EMAIL', 'PHONE', 'USERNAME', 'TICKET', 'ACCOUNT_ID'] as const),
];

const SHAPES: readonly (readonly [LookupKind, RegExp])[] = [
  ['EMAIL', /@/],
  ['TICKET', /^EML-/i],
  ['ACCOUNT_ID', /^[\da-f]{8}-[\da-f]{4}-/i],
  ['PHONE', /^(\+?62|0)8\d{7,11}$/],
  ['NIB', /^\d{13}$/],
  ['NIK', /^\d{14,18}$/],
  ['USERNAME', /./],
];

/** What it looks like, shown beside the field while it is typed. The server decides for itself. */
export function kindOf(typed: string): LookupKind | null {
  const plain = typed.trim().replace(/[\s.]/g, (mark) => (typed.includes('@') ? mark : ''));
  return SHAPES.find(([, shape]) => shape.test(plain))?.[0] ?? null;
}
