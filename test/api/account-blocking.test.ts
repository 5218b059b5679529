import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { Account } from '../../server/src/account/account.entity.js';
import { AuditEvent } from '../../server/src/platform/audit/audit-event.entity.js';
import { HOUR_MS, MINUTE_MS } from '../../server/src/platform/clock.js';
import { newId } from '../../server/src/platform/ids.js';
import { LOGIN } from '../kit/account-operations.js';
import { type AtDesk, atDesk, browserAt, provenAfresh } from '../kit/agents.js';
import { type App, anotherProcess, startApp } from '../kit/app.js';
import { type OnFile, onFile } from '../kit/desk.js';
import { loggedIn, outcome, PASSWORD, said } from '../kit/people.js';

const CHANGED = /* GraphQL */ `
  __typename
  ... on AccountChanged { account { id status block { decisionNumber office } } }
  ... on ChangeRefused { waiting }
  ... on Problem { message }
`;
const BLOCK = `mutation Block($input: BlockAccountInput!) { blockAccount(input: $input) { ${CHANGED} } }`;
const UNBLOCK = `mutation Unblock($input: UnblockAccountInput!) { unblockAccount(input: $input) { ${CHANGED} } }`;
const END = 'mutation End($id: ID!) { endAccountSessions(accountId: $id) }';
const PAGE = /* GraphQL */ `
  query Page($id: ID!) {
    account(id: $id) {
      status
      block { decisionNumber reason office since }
      pendingBlock { act decisionNumber reason office mine expiresAt }
    }
  }
`;
const NUMBER = '12/SK/DPMPTSP/2026';

let app: App;
let made: AtDesk;
let ketut: AtDesk;
let wayan: AtDesk;
const arrive = async () => {
  [made, ketut, wayan] = [
    await atDesk(app, 'SUPERVISOR', '32.73'),
    await atDesk(app, 'SUPERVISOR', '32'),
    await atDesk(app, 'SUPERVISOR', 'CENTRAL'),
  ];
};
beforeAll(async () => {
  app = await startApp();
  await arrive();
});
afterAll(() => app.stop());

async function send(query: string, agent: AtDesk, { id }: { id: string }, decisionNumber = NUMBER) {
  await provenAfresh(app, agent);
  return agent.ask(query, { input: { accountId: id, decisionNumber, reason: 'Permintaan penyidik.' } });
}
const block = (agent: AtDesk, account: { id: string }, number?: string) =>
  send(BLOCK, agent, account, number);
const unblock = (agent: AtDesk, account: { id: string }, number?: string) =>
  send(UNBLOCK, agent, account, number);

async function blocked(): Promise<OnFile> {
  const account = await onFile(app);
  await block(made, account);
  outcome(await block(ketut, account), 'AccountChanged');
  return account;
}

const statusOf = async ({ id }: { id: string }) =>
  (await app.db.rows.findOneByOrFail(Account, { id })).status;
const refused = async (answer: Promise<Parameters<typeof outcome>[0]>) =>
  outcome(await answer, 'ChangeRefused');
const logIn = (person: OnFile, password = PASSWORD) =>
  app.ask(
    `mutation($input: LoginInput!) { login(input: $input) {
      __typename ... on AccountBlocked { message decisionNumber office } ... on Problem { message } } }`,
    { input: { identifier: person.username, password } },
  );

describe('blocking an account', () => {
  it('waits for a second supervisor, and takes effect when that one sends the same number', async () => {
    const account = await onFile(app);
    const token = await loggedIn(app, account);
    const first = await refused(block(made, account));
    expect(first).toMatchObject({ waiting: true, message: expect.stringContaining('menunggu orang kedua') });
    expect(await statusOf(account)).toBe('ACTIVE');
    const { pendingBlock } = (await ketut.ask(PAGE, { id: account.id })).data.account;
    expect(pendingBlock).toMatchObject({ act: 'BLOCK', decisionNumber: NUMBER, mine: false });
    const done = outcome(await block(ketut, account, ' 12/sk/dpmptsp/2026 '), 'AccountChanged');
    expect(done.account).toMatchObject({
      status: 'BLOCKED',
      block: { decisionNumber: NUMBER, office: 'DPMPTSP Kota Bandung' },
    });
    expect((await app.ask('{ me { id } }', {}, token)).data.me).toBeNull();
    const letter = await app.latest(account.email, 'ACCOUNT_BLOCKED');
    expect(letter.text).toContain(NUMBER);
    const page = (await made.ask(PAGE, { id: account.id })).data.account;
    expect(page).toMatchObject({ block: { reason: 'Permintaan penyidik.' }, pendingBlock: null });
  });

  it('is never done by one person, however often it is sent', async () => {
    const account = await onFile(app);
    for (const _ of [1, 2, 3]) expect((await refused(block(made, account))).waiting).toBe(true);
    expect(await statusOf(account)).toBe('ACTIVE');
    const proposed = { subjectId: account.id, event: 'SETTING_PROPOSED' as const };
    expect(await app.db.rows.countBy(AuditEvent, proposed)).toBe(1);
  });

  it('begins anew with another number, and after the time for a second person', async () => {
    const account = await onFile(app);
    await block(made, account);
    expect((await refused(block(ketut, account, '13/SK/2026'))).waiting).toBe(true);
    app.passTime(72 * HOUR_MS);
    await arrive();
    expect((await refused(block(made, account, '13/SK/2026'))).waiting).toBe(true);
    expect(await statusOf(account)).toBe('ACTIVE');
  });

  it('is told to the right password only, with number and office', async () => {
    const account = await blocked();
    expect(outcome(await logIn(account), 'AccountBlocked')).toMatchObject({
      decisionNumber: NUMBER,
      office: 'DPMPTSP Kota Bandung',
      message: expect.stringContaining(NUMBER),
    });
    expect(said(await logIn(account, 'salah-sekali-1!'))).toBe('LoginRejected');
  });

  it('asks for a fresh code, and answers about another office’s account as about none', async () => {
    const elsewhere = await onFile(app, {
      address: { street: 'Jalan Contoh 1', regionCode: '31.74.03.1001', postalCode: '12710' },
    });
    const nobody = { id: newId(app.now()) };
    const answers = [await block(made, elsewhere), await block(made, nobody)].map(({ data }) => data);
    expect(answers[0]).toEqual(answers[1]);
    expect(answers[0].blockAccount.__typename).toBe('NotFound');
    app.passTime(5 * MINUTE_MS);
    const input = { accountId: nobody.id, decisionNumber: NUMBER, reason: 'Permintaan penyidik.' };
    expect(said(await made.ask(BLOCK, { input }))).toBe('FreshProofRequired');
  });

  it('keeps no identity number that somebody wrote into the reason', async () => {
    const account = await onFile(app);
    await provenAfresh(app, made);
    const reason = `Sesuai laporan pemilik NIK ${account.nik}.`;
    await made.ask(BLOCK, { input: { accountId: account.id, decisionNumber: NUMBER, reason } });
    const events = await app.db.rows.findBy(AuditEvent, { subjectId: account.id });
    expect(JSON.stringify(events)).not.toContain(account.nik);
  });
});

describe('unblocking an account', () => {
  it('takes two people too, and the second took no part in the block', async () => {
    const account = await blocked();
    expect((await refused(unblock(made, account))).waiting).toBe(true);
    expect((await refused(unblock(ketut, account))).message).toContain('ikut memblokir');
    outcome(await unblock(wayan, account), 'AccountChanged');
    expect(await statusOf(account)).toBe('ACTIVE');
    outcome(
      await app.ask(LOGIN, { input: { identifier: account.username, password: PASSWORD } }),
      'LoggedIn',
    );
    expect((await app.latest(account.email, 'ACCOUNT_UNBLOCKED')).text).toContain(NUMBER);
  });

  it('is refused where there is no block, and a block where there is one', async () => {
    expect((await refused(unblock(made, await onFile(app)))).message).toContain('tidak diblokir');
    expect((await refused(block(wayan, await blocked()))).message).toContain('aktif');
  });
});

describe('at the same moment', () => {
  it('two supervisors over two processes make one block, one letter, one line', async () => {
    const other = await anotherProcess(app);
    for (let round = 0; round < 5; round += 1) {
      const account = await onFile(app);
      await provenAfresh(app, made);
      await provenAfresh(app, ketut);
      const input = { accountId: account.id, decisionNumber: NUMBER, reason: 'Permintaan penyidik.' };
      const elsewhere = browserAt(other);
      elsewhere.cookie = ketut.browser.cookie;
      const asking = [made.browser, elsewhere, made.browser, elsewhere];
      const answers = await Promise.all(asking.map((browser) => browser.ask(BLOCK, { input })));
      expect(answers.map(said)).toContain('AccountChanged');
      const event = { subjectId: account.id, event: 'ACCOUNT_BLOCKED' as const };
      expect(await app.db.rows.countBy(AuditEvent, event)).toBe(1);
      const letters = (await app.inbox(account.email)).filter(({ kind }) => kind === 'ACCOUNT_BLOCKED');
      expect(letters).toHaveLength(1);
    }
    if (other !== app) await other.stop();
  });

  it('block and unblock do not cross: the account ends as the trail says', async () => {
    for (let round = 0; round < 5; round += 1) {
      const account = await blocked();
      await unblock(made, account, 'B-1');
      await provenAfresh(app, wayan);
      await provenAfresh(app, ketut);
      const input = { accountId: account.id, decisionNumber: 'B-1', reason: 'Permintaan penyidik.' };
      await Promise.all([wayan.ask(UNBLOCK, { input }), ketut.ask(BLOCK, { input })]);
      const last = await app.db.rows.find(AuditEvent, {
        where: [
          { subjectId: account.id, event: 'ACCOUNT_BLOCKED' },
          { subjectId: account.id, event: 'ACCOUNT_UNBLOCKED' },
        ],
        order: { at: 'DESC', id: 'DESC' },
      });
      const expected = last[0]?.event === 'ACCOUNT_BLOCKED' ? 'BLOCKED' : 'ACTIVE';
      expect(await statusOf(account)).toBe(expected);
    }
  });
});

describe('ending the sessions of an account', () => {
  it('puts everybody out, says how many, and leaves password and contacts', async () => {
    const account = await onFile(app);
    const tokens = [await loggedIn(app, account), await loggedIn(app, account)];
    expect((await made.ask(END, { id: account.id })).data.endAccountSessions).toBe(2);
    for (const token of tokens) expect((await app.ask('{ me { id } }', {}, token)).data.me).toBeNull();
    await loggedIn(app, account);
    const ended = { subjectId: account.id, event: 'SESSION_ENDED' as const, actorId: made.id };
    expect(await app.db.rows.countBy(AuditEvent, ended)).toBe(1);
  });

  it('ends none of an account that another office serves', async () => {
    const elsewhere = await onFile(app, {
      address: { street: 'Jalan Contoh 1', regionCode: '31.74.03.1001', postalCode: '12710' },
    });
    const token = await loggedIn(app, elsewhere);
    expect((await made.ask(END, { id: elsewhere.id })).data.endAccountSessions).toBe(0);
    expect((await app.ask('{ me { id } }', {}, token)).data.me).not.toBeNull();
  });
});
