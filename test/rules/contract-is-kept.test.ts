import { readFileSync } from 'node:fs';

import { BreakingChangeType, buildSchema, findBreakingChanges, type GraphQLSchema } from 'graphql';
import { describe, expect, it } from 'vitest';

import { printedSchemas } from '../../server/src/schemas.js';

const text = (file: string) => readFileSync(`schema/${file}.graphql`, 'utf8');
const emitted = await printedSchemas();

describe.each(['public', 'helpdesk'] as const)('the %s schema', (name) => {
  it('is committed as the resolvers make it; `npm run schema:emit` writes it', () => {
    expect(text(name)).toBe(emitted[name]);
  });

  it('breaks nothing that was promised, in what stands already', () => {
    expect(broken(buildSchema(text(`contract/${name}`)), buildSchema(emitted[name]))).toEqual([]);
  });
});

/** What is not built yet is missing as a whole type or root field; everything else that differs is a broken promise. */
function broken(promised: GraphQLSchema, made: GraphQLSchema): string[] {
  return findBreakingChanges(promised, made)
    .filter(
      ({ type, description }) =>
        type !== BreakingChangeType.TYPE_REMOVED && !/^(Query|Mutation)\.\w+ was removed/.test(description),
    )
    .map(({ description }) => description);
}
