import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MINUTE_MS, SECOND_MS } from '../../server/src/platform/clock.js';
import { newId } from '../../server/src/platform/ids.js';
import { OutboxMessage } from '../../server/src/platform/outbox/outbox-message.entity.js';
import { ACTIVATE, RESEND_ACTIVATION } from '../kit/account-operations.js';
import { type AtDesk, atDesk, browserAt } from '../kit/agents.js';
import { type App, anotherProcess, startApp } from '../kit/app.js';
import { type OnFile, OPEN, onFile, RESEND_BY_AGENT, trailOf, waiting } from '../kit/desk.js';
import { activationToken, newPerson, outcome, said } from '../kit/people.js';

let app: App;
let agent: AtDesk;
beforeAll(async () => {
  app = await startApp();
  agent = await atDesk(app, 'AGENT');
});
afterAll(() => app.stop());

/** Registered a while ago: the pause after the first message is over. */
async function pending(more: object = {}, person = newPerson()): Promise<OnFile> {
  const known = await waiting(app, more, person);
  app.passTime(MINUTE_MS);
  await agent.ask('{ offices { id } }');
  return known;
}

const resend = (accountId: string, by: Pick<AtDesk, 'ask'> = agent, channel = 'EMAIL') =>
  by.ask(RESEND_BY_AGENT, { input: { accountId, channel } });
const messagesOf = (accountId: string) => app.db.rows.countBy(OutboxMessage, { accountId });
const activate = async (token: string) => said(await app.ask(ACTIVATE, { input: { token } }));

describe('sending an activation again for somebody', () => {
  it('queues it at once, shows its row, and the earlier link dies', async () => {
    const person = await pending();
    const earlier = await activationToken(app, person);
    const { delivery } = outcome(await resend(person.id), 'ActivationResent');
    expect(delivery).toMatchObject({
      kind: 'ACTIVATION_LINK',
      channel: 'EMAIL',
      status: 'QUEUED',
      destination: expect.stringMatching(/^o•••\d@e•••\.com$/),
      attempts: [],
    });
    const fresh = await activationToken(app, person);
    expect(fresh).not.toBe(earlier);
    expect(await activate(earlier)).toBe('ActivationRejected');
    expect(await activate(fresh)).toBe('AccountActivated');
  });

  it('says until when the message that is out works, and of none once it was used', async () => {
    const person = await pending();
    const until = async () =>
      (await agent.ask('query($id: ID!) { account(id: $id) { activationValidUntil } }', { id: person.id }))
        .data.account.activationValidUntil;
    const before = Date.parse(await until());
    outcome(await resend(person.id), 'ActivationResent');
    expect(Date.parse(await until())).toBeGreaterThan(before);
    expect(await activate(await activationToken(app, person))).toBe('AccountActivated');
    expect(await until()).toBeNull();
  });

  it('shows the agent neither code, link nor address', async () => {
    const known = newPerson();
    const person = await pending({ whatsapp: known.phone }, known);
    const answers = [await resend(person.id), await resend(person.id, agent, 'WHATSAPP')];
    const link = await activationToken(app, person);
    const { code } = await app.latest(person.e164, 'ACTIVATION_CODE');
    const text = JSON.stringify(answers) + app.lines.join('');
    for (const secret of [link, `${code}`, person.email, person.e164]) expect(text).not.toContain(secret);
  });

  it('shows a second agent what the first one sent, and sends nothing', async () => {
    const person = await pending();
    const colleague = await atDesk(app, 'SUPERVISOR');
    const { delivery } = outcome(await resend(person.id, colleague), 'ActivationResent');
    const before = await messagesOf(person.id);
    app.passTime(20 * SECOND_MS);
    const refused = outcome(await resend(person.id), 'ResendRefused');
    expect(refused.message).toMatch(/^Rina Contoh \d+ mengirim 20 detik lalu lewat email\./);
    expect(refused.alreadySent.id).toBe(delivery.id);
    expect(new Date(refused.retryAt).getTime() - app.now().getTime()).toBe(40 * SECOND_MS);
    expect(await messagesOf(person.id)).toBe(before);
  });

  it('is under the pause of the person’s own requests too', async () => {
    const person = await pending();
    const input = { identifier: person.username, captcha: await app.captcha('RESEND_ACTIVATION') };
    expect(said(await app.ask(RESEND_ACTIVATION, { input }))).toBe('ActivationRequested');
    await app.work();
    const refused = outcome(await resend(person.id), 'ResendRefused');
    expect(refused.message).toMatch(/^Pemohon sendiri mengirim/);
    expect(refused.alreadySent.kind).toBe('ACTIVATION_LINK');
  });

  it('is refused with the time when the hour’s or day’s budget is used up', async () => {
    const person = await pending();
    for (let times = 0; times < 8; times += 1) {
      const answer = await resend(person.id);
      if (said(answer) === 'ResendRefused') {
        const { message, retryAt, alreadySent } = outcome(answer, 'ResendRefused');
        expect(message).toMatch(/^Belum bisa: jatah per jam habis, bisa lagi \d\d\.\d\d WIB\.$/);
        expect(new Date(retryAt).getTime() - app.now().getTime()).toBeGreaterThan(MINUTE_MS);
        expect(alreadySent).toBeNull();
        expect(times).toBeGreaterThanOrEqual(2);
        return;
      }
      app.passTime(MINUTE_MS);
    }
    throw new Error('The budget was never used up.');
  });

  it('is not offered to an active account, and says what helps instead', async () => {
    const person = await onFile(app);
    const refused = outcome(await resend(person.id), 'ResendRefused');
    expect(refused).toMatchObject({ retryAt: null, alreadySent: null });
    expect(refused.message).toMatch(/^Akun sudah aktif\. Bantu pemohon masuk/);
  });

  it('goes only to contacts the account has', async () => {
    const person = await pending();
    expect(outcome(await resend(person.id, agent, 'WHATSAPP'), 'ResendRefused').message).toMatch(
      /^Akun ini tidak mempunyai WhatsApp/,
    );
  });

  it('tells nobody that a contact belongs to another account', async () => {
    const owner = await onFile(app);
    const person = await pending({ whatsapp: owner.phone });
    await app.db.transact((tx) =>
      tx.query(
        `UPDATE identifiers SET contact_key = '${owner.email}' WHERE account_id = '${person.id}' AND kind = 'PHONE'`,
      ),
    );
    const refused = outcome(await resend(person.id, agent, 'WHATSAPP'), 'ResendRefused');
    expect(refused.message).toMatch(/^Aktivasi tidak dapat dikirim ke kontak ini/);
  });

  it('is not found for another office’s account or a guessed id, and it is on record', async () => {
    const elsewhere = await pending({ address: { street: 'Jalan Contoh 1', regionCode: '31.74.03.1001' } });
    const colleague = await atDesk(app, 'AGENT');
    const answers = [await resend(elsewhere.id, colleague), await resend(newId(app.now()), colleague)];
    expect(answers.map(said)).toEqual(['NotFound', 'NotFound']);
    expect(answers[1]?.data).toEqual(answers[0]?.data);
    expect(await trailOf(app, colleague, 'AUTHZ_DENIED')).toHaveLength(2);
    const auditor = await atDesk(app, 'AUDITOR', 'CENTRAL');
    expect((await resend(elsewhere.id, auditor)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });

  it('is on record once, with what came of it', async () => {
    const person = await pending();
    const colleague = await atDesk(app, 'AGENT');
    const { delivery } = outcome(await resend(person.id, colleague), 'ActivationResent');
    app.passTime(SECOND_MS);
    await resend(person.id, colleague);
    const events = await trailOf(app, colleague, 'MESSAGE_QUEUED');
    expect(events.map(({ result, reasonCode, subjectId }) => [result, reasonCode, subjectId])).toEqual([
      ['ok', 'ACTIVATION', person.id],
      ['refused', 'PAUSE', person.id],
    ]);
    expect(JSON.parse(events[0]?.afterJson ?? '')).toEqual({ channel: 'EMAIL', message: delivery.id });
  });

  it('sends one message, however many agents ask at the same moment over two processes', async () => {
    const person = await pending();
    const other = await anotherProcess(app);
    const elsewhere = browserAt(other);
    const colleague = await atDesk(app, 'AGENT');
    elsewhere.cookie = colleague.browser.cookie;
    const before = await messagesOf(person.id);
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, place) => resend(person.id, place % 2 ? elsewhere : agent)),
    );
    expect(answers.filter((answer) => said(answer) === 'ActivationResent')).toHaveLength(1);
    expect(answers.filter((answer) => said(answer) === 'ResendRefused')).toHaveLength(11);
    expect(await messagesOf(person.id)).toBe(before + 1);
    for (const answer of answers.filter((one) => said(one) === 'ResendRefused'))
      expect(outcome(answer, 'ResendRefused').alreadySent).not.toBeNull();
    if (other !== app) await other.stop();
  });
});

describe('the page of an account', () => {
  it('says what may be done, by role and state, and why not', async () => {
    const open = (id: string, by: AtDesk) => by.ask(OPEN, { id });
    const [person, notYet] = [await onFile(app), await pending()];
    const named = async (id: string, by: AtDesk) =>
      (await open(id, by)).data.account.allowedActions.map((one: { action: string; allowed: boolean }) =>
        [one.action, one.allowed].join(' '),
      );
    expect(await named(notYet.id, agent)).toContain('RESEND_ACTIVATION true');
    expect(await named(person.id, agent)).toContain('RESEND_ACTIVATION false');
    const [resend] = (await agent.ask(OPEN, { id: person.id }, { 'accept-language': 'en' })).data.account
      .allowedActions;
    expect(resend.reason).toBe(
      'The account is active already. Help the caller to log in, or to reset the password.',
    );
  });
});
