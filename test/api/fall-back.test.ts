import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { AuditEvent } from '../../server/src/platform/audit/audit-event.entity.js';
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '../../server/src/platform/clock.js';
import { OutboxMessage } from '../../server/src/platform/outbox/outbox-message.entity.js';
import { ACTIVATE, ACTIVATE_WITH_CODE, RESEND_ACTIVATION } from '../kit/account-operations.js';
import { type App, anotherProcess, startApp } from '../kit/app.js';
import {
  activationToken,
  loggedIn,
  newPerson,
  outcome,
  type Registered,
  registered,
  said,
  started,
} from '../kit/people.js';
import {
  askReset,
  changeContact,
  changePassword,
  find,
  found,
  NEW_PASSWORD,
  remind,
  reset,
  tokenAt,
} from '../kit/recovery.js';
import { startWhatsAppServer, type WhatsAppServer } from '../kit/whatsapp-server.js';

const CHANGE = /* GraphQL */ `
  mutation($input: RequestContactChangeInput!) { requestContactChange(input: $input) { __typename } }
`;
/** What the worker needs to look around once more. */
const WAIT_MS = MINUTE_MS;

let cloud: WhatsAppServer;
let app: App;
let webhook: string;
beforeAll(async () => {
  cloud = await startWhatsAppServer();
  app = await startApp({
    WHATSAPP_TOKEN: cloud.accessToken,
    WHATSAPP_PHONE_ID: cloud.phoneNumberId,
    WHATSAPP_API_URL: cloud.apiUrl,
    WHATSAPP_APP_SECRET: cloud.appSecret,
    WHATSAPP_VERIFY_TOKEN: 'verify-token-of-the-test',
  });
  webhook = `${await app.listen()}/webhooks/whatsapp`;
});
afterAll(async () => {
  await app.stop();
  await cloud.stop();
});

const sentTo = ({ e164 }: { e164: string }) => cloud.sent.filter(({ to }) => to === e164);
const lastTo = (known: { e164: string }) => {
  const last = sentTo(known).at(-1);
  if (!last) throw new Error('WhatsApp got nothing.');
  return last;
};
const atEmail = async ({ email }: Registered, kind: string) =>
  (await app.inbox(email)).filter((message) => message.kind === kind).length;
const accountOf = async ({ username }: Registered) => (await app.house.identifiers.ownerOf(username)) ?? '';
const events = async (known: Registered, result: 'ok' | 'refused' = 'ok') => {
  const subjectId = await accountOf(known);
  return app.db.rows.countBy(AuditEvent, { event: 'MESSAGE_FELL_BACK', subjectId, result });
};
const tell = (id: string, status: string) =>
  cloud.postStatus(webhook, { id, status, timestamp: Math.floor(app.now().getTime() / 1000) });

/** Email proven at registration, number by the code that activates. */
async function reachable(): Promise<Registered> {
  const person = newPerson();
  const known = await registered(app, { whatsapp: person.phone }, person);
  await app.work();
  const [code] = lastTo(known).parameters;
  outcome(
    await app.ask(ACTIVATE_WITH_CODE, { input: { identifier: known.username, code } }),
    'AccountActivated',
  );
  await app.work();
  app.passTime(5 * MINUTE_MS);
  return known;
}

/** …who asks for a new password by WhatsApp: the token in the button. */
async function asked(known: Registered): Promise<string> {
  outcome(await askReset(app, known.username, 'WHATSAPP'), 'PasswordResetRequested');
  await app.work();
  return (lastTo(known).button ?? '').replace('atur-ulang#', '');
}

describe('a link that WhatsApp took and nobody saw arrive', () => {
  it.each([
    ['not a second before its minute is over', WAIT_MS - SECOND_MS, 0],
    ['after a minute', WAIT_MS, 1],
  ])('is followed by one to the email %s', async (_, passed, links) => {
    const known = await reachable();
    await asked(known);
    app.passTime(passed);
    expect(await atEmail(known, 'PASSWORD_RESET_LINK')).toBe(links);
    expect(await events(known)).toBe(links);
  });

  it('is followed once, and says so where agents look', async () => {
    const known = await reachable();
    await asked(known);
    for (let minute = 0; minute < 5; minute += 1) {
      app.passTime(WAIT_MS);
      await app.work();
    }
    expect([await atEmail(known, 'PASSWORD_RESET_LINK'), await events(known)]).toEqual([1, 1]);
    const late = {
      accountId: await accountOf(known),
      kind: 'PASSWORD_RESET_LINK',
      channel: 'WHATSAPP' as const,
    };
    expect(await app.db.rows.findOneBy(OutboxMessage, late)).toMatchObject({
      status: 'ACCEPTED',
      reason: 'FELL_BACK',
    });
  });

  it('stays good beside the second, until either is used', async () => {
    for (const which of [0, 1]) {
      const known = await reachable();
      const links = [await asked(known)];
      app.passTime(WAIT_MS);
      links.push(await tokenAt(app, known.email, 'PASSWORD_RESET_LINK'));
      const [first = '', second = ''] = which ? links : links.reverse();
      expect([said(await reset(app, first)), said(await reset(app, second))]).toEqual([
        'PasswordReset',
        'ResetLinkRejected',
      ]);
    }
  });

  it('shares its tries with the second', async () => {
    const known = await reachable();
    const byPhone = await asked(known);
    app.passTime(WAIT_MS);
    const byMail = await tokenAt(app, known.email, 'PASSWORD_RESET_LINK');
    for (let times = 0; times < 5; times += 1) {
      await reset(app, byPhone, 'pendek');
      await reset(app, byMail, 'pendek');
    }
    expect([said(await reset(app, byPhone)), said(await reset(app, byMail))]).toEqual([
      'TooManyRequests',
      'TooManyRequests',
    ]);
  });

  it.each(['delivered', 'read', 'failed'])(
    'is followed by nothing when WhatsApp said: %s',
    async (status) => {
      const known = await reachable();
      await asked(known);
      await tell(lastTo(known).id, status);
      app.passTime(WAIT_MS);
      expect(await atEmail(known, 'PASSWORD_RESET_LINK')).toBe(0);
    },
  );

  it('is followed when WhatsApp said no more than that it was sent', async () => {
    const known = await reachable();
    await asked(known);
    await tell(lastTo(known).id, 'sent');
    app.passTime(WAIT_MS);
    expect(await atEmail(known, 'PASSWORD_RESET_LINK')).toBe(1);
  });

  it.each<[string, (known: Registered, token: string) => Promise<unknown>]>([
    ['was used', (_, token) => reset(app, token)],
    ['died with a change of the password', (known) => changePassword(app, known, NEW_PASSWORD)],
    ['is too old by now', async () => app.passTime(HOUR_MS)],
  ])('is followed by nothing once it %s', async (_, happens) => {
    const known = await reachable();
    await happens(known, await asked(known));
    app.passTime(WAIT_MS);
    expect(await atEmail(known, 'PASSWORD_RESET_LINK')).toBe(0);
    expect(await events(known)).toBe(0);
  });

  it('is not followed to an email that was changed lately', async () => {
    const [known, thief] = [await reachable(), newPerson()];
    await changeContact(app, known, 'EMAIL', thief);
    await asked(known);
    app.passTime(WAIT_MS);
    expect(await atEmail({ ...known, email: thief.email }, 'PASSWORD_RESET_LINK')).toBe(0);
    expect(await events(known)).toBe(0);
  });

  it('is followed by nothing when the email has been sent enough, and that is on record', async () => {
    const known = await reachable();
    for (let times = 0; times < 5; times += 1) {
      await askReset(app, known.username, 'EMAIL');
      await app.work();
      app.passTime(MINUTE_MS);
    }
    const before = await atEmail(known, 'PASSWORD_RESET_LINK');
    await askReset(app, known.email, 'WHATSAPP');
    await app.work();
    app.passTime(WAIT_MS);
    expect(await atEmail(known, 'PASSWORD_RESET_LINK')).toBe(before);
    expect([await events(known), await events(known, 'refused')]).toEqual([0, 1]);
  });

  it('is followed once, however many workers look', async () => {
    const other = await anotherProcess(app);
    const known = await reachable();
    await asked(known);
    app.passTime(WAIT_MS);
    const fail = (_kind: string, error: unknown) => {
      throw error;
    };
    const looks = Array.from({ length: 12 }, (_, i) => (i % 2 ? other : app).house.fallBacks.next(fail));
    await Promise.all(looks);
    expect([await atEmail(known, 'PASSWORD_RESET_LINK'), await events(known)]).toEqual([1, 1]);
    if (other !== app) await other.stop();
  });
});

describe('by email, too, comes', () => {
  it('a reminder of the username', async () => {
    const known = await reachable();
    const [account] = await found(app, known.nik);
    await remind(app, account?.lookupId ?? '', 'WHATSAPP');
    await app.work();
    app.passTime(WAIT_MS);
    expect((await app.latest(known.email, 'ACCOUNT_REMINDER')).text).toContain(known.username);
  });

  it('a link in place of an activation code, when the email has none that is good', async () => {
    const person = newPerson();
    const known = await registered(app, { whatsapp: person.phone }, person);
    await app.work();
    app.passTime(WAIT_MS);
    expect(await atEmail(known, 'ACTIVATION_LINK')).toBe(1); // the one of the registration is good for a day
    app.passTime(DAY_MS);
    const captcha = await app.captcha('RESEND_ACTIVATION');
    await app.ask(RESEND_ACTIVATION, { input: { identifier: known.username, channel: 'WHATSAPP', captcha } });
    await app.work();
    app.passTime(WAIT_MS);
    expect(await atEmail(known, 'ACTIVATION_LINK')).toBe(2);
    const opened = await app.ask(ACTIVATE, { input: { token: await activationToken(app, known) } });
    expect(said(opened)).toBe('AccountActivated');
  });
});

describe('nothing follows', () => {
  it('a code that proves a number, of a registration or a change of contact', async () => {
    const [known, other] = [await reachable(), newPerson()];
    const before = (await app.inbox(known.email)).length;
    const input = { channel: 'WHATSAPP', contact: other.phone, password: known.password };
    outcome(await app.ask(CHANGE, { input }, await loggedIn(app, known)), 'ContactChangeRequested');
    const stranger = newPerson();
    await started(app, stranger, 'WHATSAPP');
    await app.work();
    expect([sentTo(other).length, sentTo(stranger).length]).toEqual([1, 1]);
    app.passTime(WAIT_MS);
    expect(await app.inbox(known.email)).toHaveLength(before);
    expect(await app.inbox(stranger.email)).toEqual([]);
  });

  it('a notice, which went to the email at once', async () => {
    const known = await reachable();
    await find(app, known.nik);
    await app.work();
    app.passTime(WAIT_MS);
    expect(await atEmail(known, 'ACCOUNT_LOOKED_UP')).toBe(1);
  });

  it('a mail: WhatsApp costs money', async () => {
    const known = await reachable();
    const before = sentTo(known).length;
    await askReset(app, known.username, 'EMAIL');
    await app.work();
    app.passTime(HOUR_MS);
    await app.work();
    expect(sentTo(known)).toHaveLength(before);
  });

  it('where no email is proven', async () => {
    const known = await reachable();
    await app.db.transact(async (tx) =>
      tx.query("DELETE FROM identifiers WHERE account_id = ? AND kind = 'EMAIL'", [await accountOf(known)]),
    );
    await asked(known);
    app.passTime(WAIT_MS);
    await app.work();
    expect([await atEmail(known, 'PASSWORD_RESET_LINK'), await events(known)]).toEqual([0, 0]);
  });
});
