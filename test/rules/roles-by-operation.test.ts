import { buildSchema } from 'graphql';
import { describe, expect, it } from 'vitest';

import { WHO_MAY } from '../../server/src/office/permissions.js';
import { printedSchemas } from '../../server/src/schemas.js';

const schema = buildSchema((await printedSchemas()).helpdesk);
const roots = [schema.getQueryType(), schema.getMutationType()];
const operations = roots.flatMap((type) =>
  Object.keys(type?.getFields() ?? {}).map((name) => `${type?.name}.${name}`),
);

describe('the matrix of roles and operations', () => {
  it('names somebody for every operation of the helpdesk schema (R58)', () => {
    expect(operations.filter((operation) => !WHO_MAY[operation])).toEqual([]);
  });

  it('names no operation and no field that is not there', () => {
    const gone = Object.keys(WHO_MAY).filter((name) => {
      const [type = '', field = ''] = name.split('.');
      const found = schema.getType(type);
      return !(found && 'getFields' in found && field in found.getFields());
    });
    expect(gone).toEqual([]);
  });

  it('lets nobody but signed-in agents do anything beyond signing in', () => {
    const open = operations.filter((operation) => WHO_MAY[operation] === 'ANYBODY').sort();
    expect(open).toEqual([
      'Mutation.acceptInvitation',
      'Mutation.confirmTotp',
      'Mutation.logInAgent',
      'Mutation.logOutAgent',
      'Query.agentSession',
      'Query.passwordPolicy',
      'Query.rehearsal',
      'Query.viewer',
    ]);
  });
});
