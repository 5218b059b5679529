import { buildSchema, type GraphQLField, type GraphQLObjectType, isRequiredArgument } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { AgentRole } from '../../server/src/office/agent-role.js';
import { Office } from '../../server/src/office/office.entity.js';
import { WHO_MAY } from '../../server/src/office/permissions.js';
import { AuditEvent } from '../../server/src/platform/audit/audit-event.entity.js';
import { newId } from '../../server/src/platform/ids.js';
import { printedSchemas } from '../../server/src/schemas.js';
import { tables } from '../../server/src/tables.js';
import { type AtDesk, atDesk, type Browser, browserAt, type DeskAnswer } from '../kit/agents.js';
import { type App, startApp } from '../kit/app.js';
import { filedCase } from '../kit/cases.js';
import { onFile } from '../kit/desk.js';
import { callOf, type Given, pathTo } from '../kit/sample-calls.js';

/** Nothing here names an operation: a new one is tested by being in the schema and the matrix. */
const schema = buildSchema((await printedSchemas()).helpdesk);

interface Operation {
  readonly root: 'Query' | 'Mutation';
  readonly name: string;
  readonly field: GraphQLField<unknown, unknown>;
}

const fieldsOf = (type: GraphQLObjectType | null | undefined) => Object.values(type?.getFields() ?? {});
const operations: Operation[] = [
  ...fieldsOf(schema.getQueryType()).map((field) => ({ root: 'Query' as const, field })),
  ...fieldsOf(schema.getMutationType()).map((field) => ({ root: 'Mutation' as const, field })),
].map(({ root, field }) => ({ root, field, name: `${root}.${field.name}` }));

const closed = operations.filter(({ name }) => WHO_MAY[name] !== 'ANYBODY');
const admits = (name: string, role: string) => {
  const admitted = WHO_MAY[name];
  return admitted === 'ANYBODY' || (admitted?.some((one) => one === role) ?? false);
};
const roles = Object.values(AgentRole);
const narrower = Object.keys(WHO_MAY).filter((name) => !/^(Query|Mutation)\./.test(name));

const FAR = { address: { street: 'Jalan Contoh 1', regionCode: '31.74.03.1001', postalCode: '12710' } };

let app: App;
let staff: Record<string, AtDesk>;
let officeId: string;
let near: Given;
let far: Record<'account' | 'case', Given>;
let nowhere: typeof far;
beforeAll(async () => {
  app = await startApp();
  officeId = (await app.db.rows.findOneByOrFail(Office, { seat: '32' })).id;
  const [here, there] = [await onFile(app), await onFile(app, FAR)];
  const [hereCase, thereCase] = [
    await filedCase(app, { person: here, seat: '32.73' }),
    await filedCase(app, { person: there, seat: '31' }),
  ];
  near = { id: here.id, accountId: here.id, ticket: hereCase.ticket, officeId };
  far = {
    account: { id: there.id, accountId: there.id },
    case: { ticket: thereCase.ticket, officeId },
  };
  const nobody = newId(app.now());
  nowhere = {
    account: { id: nobody, accountId: nobody },
    case: { ticket: 'EML-2611-99999', officeId },
  };
  const seats: Partial<Record<AgentRole, string>> = { ADMIN: 'CENTRAL', AUDITOR: 'CENTRAL' };
  staff = {};
  for (const role of roles) staff[role] = await atDesk(app, role, seats[role] ?? '32.73');
});
afterAll(() => app.stop());

const agentOf = (role: string): AtDesk => {
  const agent = staff[role];
  if (!agent) throw new Error(`Nobody is ${role}.`);
  return agent;
};

const send = ({ root, field }: Operation, given: Given, asker: Pick<Browser, 'ask'>, twice = false) => {
  const { query, variables } = callOf(root, field, given, twice);
  return asker.ask(query, variables);
};
const codesOf = ({ errors = [] }: DeskAnswer): string[] => errors.map(({ extensions }) => extensions.code);

/** How many rows each table has; the trail apart. */
async function everything(): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const entity of tables.entities)
    if (entity !== AuditEvent) counts[entity.name] = await app.db.rows.countBy(entity as never, {});
  return counts;
}

const denials = async (agent: AtDesk): Promise<string[]> => {
  const rows = await app.db.rows.findBy(AuditEvent, { actorId: agent.id, event: 'AUTHZ_DENIED' });
  return rows.flatMap(({ reasonCode }) => reasonCode ?? []).sort();
};

describe('nobody', () => {
  it('gets anything without a session: every operation says UNAUTHENTICATED, and nothing changes', async () => {
    const before = await everything();
    const trail = await app.db.rows.countBy(AuditEvent, {});
    for (const operation of closed) {
      const answer = await send(operation, near, browserAt(app));
      expect([operation.name, ...codesOf(answer)]).toEqual([operation.name, 'UNAUTHENTICATED']);
    }
    expect(await everything()).toEqual(before);
    expect(await app.db.rows.countBy(AuditEvent, {})).toBe(trail);
  });
});

describe.each(roles)('%s', (role) => {
  const refused = closed.filter(({ name }) => !admits(name, role));

  it('is refused every operation of other roles, once on record each, and nothing changes', async () => {
    const agent = agentOf(role);
    const [before, known] = [await everything(), await denials(agent)];
    for (const operation of refused) {
      const answer = await send(operation, near, agent);
      expect([operation.name, ...codesOf(answer)]).toEqual([operation.name, 'FORBIDDEN']);
      expect(Object.values(answer.data ?? {}).filter((value) => value !== null)).toEqual([]);
    }
    expect(await everything()).toEqual(before);
    const fresh = (await denials(agent)).filter((name) => !known.includes(name));
    expect(fresh).toEqual(refused.map(({ name }) => name).sort());
  });

  it('gets no further by asking under two names', async () => {
    const before = await everything();
    for (const operation of refused) {
      const answer = await send(operation, near, agentOf(role), true);
      const codes = new Set(codesOf(answer));
      // Of two sensitive ones the document is refused before anybody looks at roles.
      const [code] = codes;
      expect(codes.size).toBe(1);
      expect(['FORBIDDEN', 'ONE_SENSITIVE_FIELD']).toContain(code);
    }
    expect(await everything()).toEqual(before);
  });

  it('reaches no field that is narrower than the operation it comes with', async () => {
    for (const name of narrower.filter((one) => !admits(one, role))) {
      const [type = '', field = ''] = name.split('.');
      for (const query of waysTo(type, field, role)) {
        const answer = await agentOf(role).ask(query);
        // Where the way led over nothing, the field was not reached at all.
        const reached = JSON.stringify(answer.data).includes(`"${field}":`) || codesOf(answer).length > 0;
        expect([query, ...new Set(codesOf(answer))]).toEqual(reached ? [query, 'FORBIDDEN'] : [query]);
      }
    }
  });

  it.runIf(role !== AgentRole.AUDITOR)(
    // who sees all offices, and can do nothing there
    'is answered about another office’s accounts and cases as about none',
    async () => {
      for (const kind of ['account', 'case'] as const) {
        for (const operation of closed.filter(({ name }) => admits(name, role))) {
          if (!names(operation, Object.keys(far[kind]))) continue;
          const theirs = await send(operation, far[kind], agentOf(role));
          const nobodys = await send(operation, nowhere[kind], agentOf(role));
          expect([operation.name, theirs.data]).toEqual([operation.name, nobodys.data]);
          expect([operation.name, ...codesOf(theirs)]).toEqual([operation.name, ...codesOf(nobodys)]);
          expect([operation.name, ...codesOf(theirs)]).not.toContain('BAD_USER_INPUT');
        }
      }
    },
  );
});

/** Whether one of these is among what the operation is told. */
function names({ root, field }: Operation, what: readonly string[]): boolean {
  const given = Object.fromEntries(what.filter((one) => one !== 'officeId').map((one) => [one, 'x']));
  const told = callOf(root, field, given).variables;
  return Object.values({ ...told, ...(told.input as object | undefined) }).includes('x');
}

/** Documents in which this role comes to a field through what it may ask. */
function waysTo(type: string, field: string, role: string): string[] {
  const open = operations.filter(({ root, name }) => root === 'Query' && admits(name, role));
  return open.flatMap(({ field: start }) => {
    const path = pathTo(start.type, type, field);
    const args = start.args.filter(isRequiredArgument);
    if (!path || args.some(({ name }) => !(name in near))) return [];
    const passed = args.map(({ name }) => `${name}: ${JSON.stringify(near[name])}`).join(', ');
    return [`{ ${start.name}${passed ? `(${passed})` : ''} { ${path} } }`];
  });
}
