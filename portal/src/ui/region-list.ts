import { RegionsDocument } from '../gql/graphql.ts';
import { request } from '../platform/request.ts';

export interface Region {
  readonly code: string;
  readonly name: string;
}

/** Asked for once in the life of a page: they are many, and the network is weak. */
const known = new Map<string, readonly Region[]>();

export const knownRegionsOf = (parent: string): readonly Region[] | undefined => known.get(parent);

/** What lies one level below; the provinces below nothing. */
export async function regionsOf(parent: string): Promise<readonly Region[]> {
  const before = known.get(parent);
  if (before) return before;
  const { regions } = await request(RegionsDocument, { parent: parent || null });
  const named = regions.map(({ code, name }) => ({ code, name: inTitleCase(name) }));
  known.set(parent, named);
  return named;
}

/** The list has names in capitals; short names of provinces are said letter by letter. */
const inTitleCase = (name: string): string =>
  name === name.toUpperCase()
    ? name
        .toLowerCase()
        .replace(/(^|[\s(./-])(\p{L})/gu, (_, before, letter) => before + letter.toUpperCase())
        .replace(/^(Dki|Di)\b/, (short) => short.toUpperCase())
    : name;
