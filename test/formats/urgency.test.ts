import { buildSchema } from 'graphql';
import { describe, expect, it } from 'vitest';
import { urgencyIn } from '../../server/src/platform/graphql/urgency.js';

const schema = buildSchema('type Query { me: Int find: Int } type Mutation { stop: Int login: Int }');
const mark = (type: 'Query' | 'Mutation', field: string, urgency: string) => {
  const root = type === 'Query' ? schema.getQueryType() : schema.getMutationType();
  const found = root?.getFields()[field];
  if (found) found.extensions = { urgency };
};
mark('Query', 'find', 'LOOKUP');
mark('Mutation', 'stop', 'STOP');
const urgencyOf = urgencyIn(schema, 'LOGIN');

describe('how urgent a document is', () => {
  it('is what its field says, or what is usual', () => {
    expect(['mutation { stop }', '{ me }', 'mutation { login }', '{ find }'].map(urgencyOf)).toEqual([
      ...['STOP', 'LOGIN', 'LOGIN', 'LOOKUP'],
    ]);
  });

  it('is what its least urgent field is, under any alias', () => {
    expect(urgencyOf('mutation { stop login }')).toBe('LOGIN');
    expect(urgencyOf('query A { stop: find me }')).toBe('LOOKUP');
    expect(urgencyOf('mutation A { stop } query B { find }')).toBe('LOOKUP');
  });

  it('is least for what cannot be read', () => {
    expect(['{', '', undefined, 7, '{ ...f } fragment f on Query { me }'].map(urgencyOf)).toEqual(
      Array(5).fill('LOOKUP'),
    );
  });
});
