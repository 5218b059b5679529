import {
  buildSchema,
  type GraphQLOutputType,
  getNamedType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { WHO_MAY } from '../../server/src/office/permissions.js';
import { printedSchemas } from '../../server/src/schemas.js';
import { AGENT_PASSWORD, type AtDesk, atDesk, invited } from '../kit/agents.js';
import { type App, startApp } from '../kit/app.js';
import { CLAIM_NEXT, REQUEST } from '../kit/case-operations.js';
import { decide, decision, looked } from '../kit/cases.js';
import { accountIdOf, LOOK_UP, RESEND_BY_AGENT } from '../kit/desk.js';
import { loggedIn, newPerson, outcome, type Registered, registered } from '../kit/people.js';
import { askReset, reachable } from '../kit/recovery.js';
import { SEND_OTHER_CHANNEL_CODE } from '../kit/replacement-operations.js';
import { type Asked, emailProven, handedIn } from '../kit/replacements.js';
import { callOf, type Given } from '../kit/sample-calls.js';

/** Nothing here names a field: whatever the helpdesk schema has is asked for, three steps deep. */
const schema = buildSchema((await printedSchemas()).helpdesk);
const CHANGE =
  'mutation($input: RequestContactChangeInput!) { requestContactChange(input: $input) { __typename } }';

let app: App;
let staff: AtDesk[];
let owner: Registered;
let waiting: Registered;
let to: Asked;
let given: Given;
let held: string[];
beforeAll(async () => {
  app = await startApp({ CLAIM_PER_AGENT: '10' });
  staff = [
    await atDesk(app, 'AGENT', '31'),
    await atDesk(app, 'SUPERVISOR', '31'),
    await atDesk(app, 'AUDITOR', 'CENTRAL'),
    await atDesk(app, 'ADMIN', 'CENTRAL'),
  ];
  owner = await reachable(app);
  waiting = await registered(app);
  to = await handedIn(app, owner);
  const session = await loggedIn(app, owner);
  const contact = newPerson().email;
  const input = { channel: 'EMAIL', contact, password: owner.password };
  outcome(await app.ask(CHANGE, { input }, session), 'ContactChangeRequested');
  await askReset(app, owner.username);
  const unfinished = await emailProven(app, owner);
  await app.ask(SEND_OTHER_CHANNEL_CODE, { input: { ticketToken: unfinished.ticketToken } });
  const { token: invitation } = await invited(app, 'AGENT', '31');
  held = [
    ...[session, to.ticketToken, unfinished.ticketToken, invitation, owner.password, AGENT_PASSWORD],
    ...[owner.nik, waiting.nik, ...staff.map(({ seed }) => seed)],
    ...staff.flatMap(({ browser }) => browser.cookie ?? []),
    ...(await app.inbox()).flatMap(({ code, link }) =>
      [code ?? [], link ? new URL(link).hash.slice(1) : []].flat(),
    ),
  ].filter((secret) => secret.length > 0);
  const id = await accountIdOf(app, owner.username);
  given = {
    id,
    accountId: id,
    ticket: to.ticket,
    first: 5,
    filter: {},
    from: '2026-11-23',
    to: '2026-11-23',
  };
});
afterAll(() => app.stop());

/** All there is below this type without further arguments. */
function everything(type: GraphQLOutputType, depth: number): string {
  const named = getNamedType(type);
  if (!isObjectType(named)) return '{ __typename }';
  const parts = Object.values(named.getFields()).flatMap((field) => {
    if (field.args.some(isRequiredArgument)) return [];
    const below = getNamedType(field.type);
    if (isLeafType(below)) return [field.name];
    const few = field.args.some(({ name }) => name === 'first') ? '(first: 3)' : '';
    return depth > 0 && isObjectType(below) ? [`${field.name}${few} ${everything(below, depth - 1)}`] : [];
  });
  return `{ __typename ${parts.join(' ')} }`;
}

/** What an agent gets from every query: each branch by itself, or one request would be too large. */
async function readAll(agent: AtDesk, role: string): Promise<string[]> {
  const texts: string[] = [];
  for (const field of Object.values(schema.getQueryType()?.getFields() ?? {})) {
    const admitted = WHO_MAY[`Query.${field.name}`];
    if (admitted !== 'ANYBODY' && !admitted?.some((one) => one === role)) continue;
    const { query, variables } = callOf('Query', field, given);
    const type = getNamedType(field.type);
    const branches = isObjectType(type)
      ? Object.values(type.getFields())
          .filter(({ args }) => !args.some(isRequiredArgument))
          .map(
            (one) => `{ ${one.name} ${isLeafType(getNamedType(one.type)) ? '' : everything(one.type, 3)} }`,
          )
      : [''];
    for (const branch of branches) {
      const answer = await agent.ask(query.replace('{ __typename }', branch), variables);
      texts.push(JSON.stringify(answer.data ?? answer.errors));
    }
  }
  return texts;
}

const shown = (texts: readonly string[]) => {
  const all = texts.join('\n');
  // A code is six digits: only as a word of its own, or it would be found in some number.
  return held.filter((secret) =>
    /^\d{6}$/.test(secret) ? new RegExp(`\\b${secret}\\b`).test(all) : all.includes(secret),
  );
};

describe('no code, link, password, token or whole NIK', () => {
  it('is in anything that any role can ask for', async () => {
    expect(held.length).toBeGreaterThan(15);
    for (const [place, role] of ['AGENT', 'SUPERVISOR', 'AUDITOR', 'ADMIN'].entries()) {
      const texts = await readAll(staff[place] as AtDesk, role);
      expect(texts.join('')).toMatch(/"__typename":"(Agent|Office)"/); // something was shown at all
      expect([role, shown(texts)]).toEqual([role, []]);
    }
  });

  it('is in what the desk is answered when it looks up, resends, claims, looks and decides', async () => {
    const rina = staff[0] as AtDesk;
    const answers = [
      await rina.ask(LOOK_UP, { input: { identifier: owner.nik, purpose: 'PHONE_CALL' } }),
      await rina.ask(RESEND_BY_AGENT, {
        input: { accountId: await accountIdOf(app, waiting.username), channel: 'EMAIL' },
      }),
      await rina.ask(CLAIM_NEXT),
      await rina.ask(REQUEST, { ticket: to.ticket }),
    ];
    const { evidence, version } = answers.at(-1)?.data.replacementRequest ?? {};
    await looked(app, rina, evidence);
    answers.push(await decide(rina, decision(to, version, 'APPROVE')));
    const texts = answers.map(({ data, errors }) => JSON.stringify(data ?? errors));
    expect(texts.at(-1)).toContain('AWAITING_SECOND_DECISION');
    expect(shown(texts)).toEqual([]);
  });

  it('would have been found', () => {
    expect(shown([`{"value":"${held.at(-1)}"}`])).not.toEqual([]);
  });
});
