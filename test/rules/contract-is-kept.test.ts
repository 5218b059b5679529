import { readFileSync } from 'node:fs';

import {
  BreakingChangeType,
  buildSchema,
  findBreakingChanges,
  type GraphQLSchema,
  getNamedType,
  isObjectType,
} from 'graphql';
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

/** What is not built yet is missing as a whole type, with the fields that lead to it, or as a root field; everything else that differs is a broken promise. */
function broken(promised: GraphQLSchema, made: GraphQLSchema): string[] {
  return findBreakingChanges(promised, made)
    .filter(({ type, description }) => {
      const [, parent = '', field = ''] = /^(\w+)\.(\w+) was removed/.exec(description) ?? [];
      if (type === BreakingChangeType.TYPE_REMOVED || ['Query', 'Mutation'].includes(parent)) return false;
      return !leadsToMissing(promised.getType(parent), field, made);
    })
    .map(({ description }) => description);
}

function leadsToMissing(type: unknown, field: string, made: GraphQLSchema): boolean {
  const promised = isObjectType(type) ? type.getFields()[field] : undefined;
  return promised !== undefined && made.getType(getNamedType(promised.type).name) === undefined;
}
