import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { IdentityLink } from '../../server/src/account/identity-link.entity.js';
import { ReplacementRequest } from '../../server/src/features/email-replacement/replacement-request.entity.js';
import { verifyChain } from '../../server/src/platform/audit/verify-chain.js';
import { casework } from '../../server/src/rooms/casework.js';
import { LOGIN } from '../kit/account-operations.js';
import { invited } from '../kit/agents.js';
import { type App, startApp } from '../kit/app.js';
import { broken } from '../kit/broken.js';
import { fillAccounts, PASSWORD } from '../load/make/fill.js';
import { fillCases } from '../load/make/fill-cases.js';
import { Places, personAt } from '../load/make/people.js';

const ACCOUNTS = 300;
let app: App;
let places: Places;

beforeAll(async () => {
  app = await startApp();
  await invited(app, 'AGENT'); // who decided the cases that are over
  await invited(app, 'SUPERVISOR', '32');
  await fillAccounts(app.house, ACCOUNTS - 100);
  await fillAccounts(app.house, 100); // behind those that are there
  await fillCases(app.house, 60);
  places = await Places.read(app.db);
});
afterAll(() => app.stop());

const logIn = async (identifier: string) => {
  const { data } = await app.ask(LOGIN, { input: { identifier, password: PASSWORD } });
  return data.login.__typename;
};

describe('the data that load tests are made with', () => {
  it('are accounts that log in by each of their names', async () => {
    const withPhone = Array.from({ length: ACCOUNTS }, (_, number) => personAt(number, places)).find(
      ({ number, phone }) => phone && number < 150 && number !== 7,
    );
    const { username, email, phone } = withPhone ?? personAt(0, places);
    for (const name of [username, email, phone ?? '']) expect(await logIn(name)).toBe('LoggedIn');
  });

  it('are found by NIK, and nobody twice', async () => {
    const niks = Array.from({ length: ACCOUNTS }, (_, number) => personAt(number, places).nik);
    expect(new Set(niks).size).toBe(ACCOUNTS);
    const blindIndex = app.house.personal.nikIndex(niks[123] ?? '');
    const [link] = await app.db.rows.findBy(IdentityLink, { blindIndex });
    const username = await app.house.identifiers.usernameOf(link?.accountId ?? '');
    expect(username).toBe(personAt(123, places).username);
  });

  it('have a trail that verifies, and to which the service adds', async () => {
    await logIn(personAt(1, places).username);
    app.passTime(5000);
    await app.work();
    const { sealed, findings } = await verifyChain(app.db, app.config.keys.SECRET_KEYS, []);
    expect(findings).toEqual([]);
    expect(sealed).toBeGreaterThan(2 * ACCOUNTS);
  });

  it('hold every invariant that `npm run verify` knows', async () => {
    expect(await broken(app)).toEqual({});
  });

  it('have a case of every state behind that', async () => {
    const rows = await app.db.rows.query<{ status: string }[]>(
      'SELECT DISTINCT status FROM replacement_requests',
    );
    expect(rows.map(({ status }) => status)).toEqual(
      expect.arrayContaining(['APPLIED', 'REJECTED', 'UNDONE', 'RETURNED', 'AWAITING_SECOND_DECISION']),
    );
  });

  it('are cases whose risk the service sees as it was written down', async () => {
    const open = await app.db.rows.findBy(ReplacementRequest, { status: 'SUBMITTED' as never });
    expect(open.length).toBeGreaterThan(0);
    for (const request of open) {
      const { tier } = await casework(app.house).risks.of(app.db.rows, request);
      expect([request.ticket, tier]).toEqual([request.ticket, request.tier]);
    }
  });
});
