import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '../../server/src/platform/clock.js';
import { newId } from '../../server/src/platform/ids.js';
import { OutboxMessage } from '../../server/src/platform/outbox/outbox-message.entity.js';
import { Receipts } from '../../server/src/platform/outbox/receipts.js';
import { type AtDesk, atDesk } from '../kit/agents.js';
import { type App, startApp } from '../kit/app.js';
import { DELIVERIES, type OnFile, onFile, waiting } from '../kit/desk.js';
import { activationToken, newPerson } from '../kit/people.js';
import { statementsOf } from '../kit/statements.js';

const OF_ACCOUNT = /* GraphQL */ `
  query OfAccount($id: ID!, $first: Int!) {
    account(id: $id) { deliveries(first: $first) { items { id kind attempts { outcome } } hasNextPage } }
  }
`;

interface Shown {
  readonly id: string;
  readonly kind: string;
  readonly status: string;
  readonly destination: string;
}

let app: App;
let agent: AtDesk;
let person: OnFile;
beforeAll(async () => {
  app = await startApp();
  agent = await atDesk(app, 'AGENT');
  const known = newPerson();
  person = await waiting(app, { whatsapp: known.phone }, known);
});
afterAll(() => app.stop());

const page = async (filter: object = {}, by = agent, more: object = {}) =>
  (await by.ask(DELIVERIES, { filter, ...more })).data.deliveries;
const shown = async (filter: object = {}, by = agent): Promise<Shown[]> => (await page(filter, by)).items;

/** Puts a message into a state that takes days and providers to get into. */
const change = (id: string, to: Partial<OutboxMessage>) =>
  app.db.transact((tx) => tx.update(OutboxMessage, { id }, to));

describe('the messages of an office', () => {
  it('are those to accounts of its region, newest first, with masks and never with their text', async () => {
    const answer = await agent.ask(DELIVERIES, { filter: {} });
    const items: Shown[] = answer.data.deliveries.items;
    expect(items.map(({ kind }) => kind).sort()).toEqual(['ACTIVATION_CODE', 'ACTIVATION_LINK']);
    const ids = items.map(({ id }) => id);
    expect(ids).toEqual([...ids].sort().reverse());
    expect(items.map(({ destination }) => destination).sort()).toEqual([
      `0860••••${person.phone.slice(-3)}`,
      expect.stringMatching(/^o•••\d@e•••\.com$/),
    ]);
    const link = await activationToken(app, person);
    const { code } = await app.latest(person.e164, 'ACTIVATION_CODE');
    for (const secret of [link, `${code}`, person.email, person.e164, person.nik])
      expect(JSON.stringify(answer)).not.toContain(secret);
  });

  it('are no other office’s; the province sees those below, the centre and auditors all', async () => {
    const elsewhere = await waiting(app, {
      address: { street: 'Jalan Contoh 1', regionCode: '31.74.03.1001' },
    });
    const kinds = async (by: AtDesk) => new Set((await shown({}, by)).map(({ id }) => id));
    const theirs = await app.db.rows.findBy(OutboxMessage, { accountId: elsewhere.id });
    const [ours, jakarta, java, centre, auditor] = [
      await kinds(agent),
      await kinds(await atDesk(app, 'AGENT', '31')),
      await kinds(await atDesk(app, 'SUPERVISOR', '32')),
      await kinds(await atDesk(app, 'AGENT', 'CENTRAL')),
      await kinds(await atDesk(app, 'AUDITOR', 'CENTRAL')),
    ];
    expect(theirs.some(({ id }) => ours.has(id) || java.has(id))).toBe(false);
    expect(theirs.every(({ id }) => jakarta.has(id) && centre.has(id) && auditor.has(id))).toBe(true);
    expect([...java].sort()).toEqual([...ours].sort());
    const admin = await atDesk(app, 'ADMIN', 'CENTRAL');
    expect((await admin.ask(DELIVERIES, { filter: {} })).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });

  it('are hidden as soon as the account moves to another region', async () => {
    const moving = await waiting(app);
    const [message] = await app.db.rows.findBy(OutboxMessage, { accountId: moving.id });
    const isShown = async () => (await shown()).some(({ id }) => id === message?.id);
    expect(await isShown()).toBe(true);
    await app.db.transact((tx) =>
      tx.query(`UPDATE accounts SET region_code = '31.74.03.1001' WHERE id = '${moving.id}'`),
    );
    expect(await isShown()).toBe(false);
  });

  it('of nobody’s account, such as a code at registration, are the centre’s to see', async () => {
    const seen = async (by: AtDesk) => (await shown({ kind: 'REGISTRATION_CODE' }, by)).length;
    expect(await seen(agent)).toBe(0);
    expect(await seen(await atDesk(app, 'AGENT', 'CENTRAL'))).toBeGreaterThan(0);
  });

  it('are filtered by state, channel, kind and time', async () => {
    const later = await waiting(app);
    const from = app.now();
    app.passTime(HOUR_MS);
    const last = await waiting(app);
    const colleague = await atDesk(app, 'AGENT');
    const accounts = async (filter: object) => {
      const ids = (await shown(filter, colleague)).map(({ id }) => id);
      const rows = await app.db.rows.find(OutboxMessage);
      return new Set(rows.filter(({ id }) => ids.includes(id)).map(({ accountId }) => accountId));
    };
    expect(await accounts({ from: new Date(from.getTime() + 1).toISOString() })).toEqual(new Set([last.id]));
    expect((await accounts({ to: new Date(from.getTime() + 1).toISOString() })).has(later.id)).toBe(true);
    expect((await accounts({ to: new Date(from.getTime() + 1).toISOString() })).has(last.id)).toBe(false);
    expect(new Set((await shown({ channel: 'WHATSAPP' }, colleague)).map(({ kind }) => kind))).toEqual(
      new Set(['ACTIVATION_CODE']),
    );
    expect(new Set((await shown({ kind: 'ACTIVATION_LINK' }, colleague)).map(({ kind }) => kind))).toEqual(
      new Set(['ACTIVATION_LINK']),
    );
    await app.work();
    const states = await shown({ status: ['ACCEPTED', 'FAILED'] }, colleague);
    expect(new Set(states.map(({ status }) => status))).toEqual(new Set(['ACCEPTED']));
    const wrong = await agent.ask(DELIVERIES, { filter: { status: ['LOST'] } });
    expect(wrong.errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });

  it('are read page by page without gap or repetition', async () => {
    const colleague = await atDesk(app, 'AGENT');
    const whole = (await shown({}, colleague)).map(({ id }) => id);
    const read: string[] = [];
    let after: string | undefined;
    do {
      const part = await page({}, colleague, { first: 2, after });
      read.push(...part.items.map(({ id }: Shown) => id));
      after = part.hasNextPage ? part.endCursor : undefined;
    } while (after);
    expect(read).toEqual(whole);
    const wrong = await colleague.ask(DELIVERIES, { filter: {}, after: '../../etc' });
    expect(wrong.errors?.[0]?.extensions.fields).toMatchObject([{ field: 'after' }]);
    const much = await colleague.ask(DELIVERIES, { filter: {}, first: 101 });
    expect(much.errors).toBeDefined();
  });
});

describe('what became of a message', () => {
  const one = async (id: string, language = 'id') => {
    const answer = await agent.ask(DELIVERIES, { filter: {}, first: 100 }, { 'accept-language': language });
    return answer.data.deliveries.items.find((item: Shown) => item.id === id);
  };
  const messageTo = async (channel: 'EMAIL' | 'WHATSAPP') => {
    const known = newPerson();
    const { id: accountId } = await waiting(app, { whatsapp: known.phone }, known);
    app.passTime(SECOND_MS);
    agent = await atDesk(app, 'AGENT');
    await app.work();
    return app.db.rows.findOneByOrFail(OutboxMessage, { accountId, channel });
  };

  it('is told with its tries and the next step, in both languages', async () => {
    const { id } = await messageTo('EMAIL');
    expect(await one(id)).toMatchObject({
      status: 'ACCEPTED',
      statusReason: null,
      nextStep: 'Tunggu kabar dari penyedia.',
      attempts: [{ outcome: 'ACCEPTED', detail: null }],
    });
    expect((await one(id, 'en')).nextStep).toBe('Wait for word from the provider.');
  });

  it('offers the other channel after a minute without a receipt', async () => {
    const { id } = await messageTo('WHATSAPP');
    app.passTime(MINUTE_MS - SECOND_MS);
    expect((await one(id)).nextStep).toBe('Tunggu kabar dari penyedia.');
    app.passTime(SECOND_MS);
    expect((await one(id)).nextStep).toBe('Belum ada kabar dari penyedia, tawarkan kanal lain.');
  });

  it('follows receipts upwards only, whatever their order', async () => {
    const { id } = await messageTo('WHATSAPP');
    await change(id, { providerId: `wamid.${id}` });
    const receipts = new Receipts(app.db, app.now);
    const receipt = { providerId: `wamid.${id}`, at: app.now(), reason: null };
    app.passTime(SECOND_MS);
    await receipts.record({ ...receipt, eventId: `read-${id}`, status: 'READ' });
    await receipts.record({ ...receipt, eventId: `delivered-${id}`, status: 'DELIVERED' });
    const told = await one(id);
    expect([told.status, told.providerReference]).toEqual(['READ', `wamid.${id}`]);
    expect(new Date(told.updatedAt)).toEqual(app.now());
  });

  it.each([
    ['FAILED', 'NO_SUCH_ADDRESS', 'alamat tidak ada', /alamat yang salah diperbaiki lewat permohonan/],
    ['FAILED', 'NOT_ON_WHATSAPP', 'bukan nomor WhatsApp', /^Tawarkan kanal lain\.$/],
    ['FAILED', 'TEMPLATE_PAUSED', 'gangguan pada layanan kami', /^Kirim pesan baru\.$/],
    ['EXPIRED', 'SUPERSEDED', 'diganti pesan yang lebih baru', /^Kirim pesan baru\.$/],
    ['SUPPRESSED', 'BUDGET', 'jatah pesan terpakai habis', /^Tunggu sampai jatahnya terbuka lagi\.$/],
    ['DELIVERED', null, null, /Spam dan Promosi/],
  ] as const)('%s because of %s says what it means and what to do', async (status, reason, words, step) => {
    const { id } = await messageTo('EMAIL');
    await change(id, { status, reason, dueAt: null });
    const told = await one(id);
    expect(told.statusReason).toBe(words);
    expect(told.nextStep).toMatch(step);
  });

  it('says when a failed try is repeated', async () => {
    const { id } = await messageTo('EMAIL');
    const dueAt = new Date(app.now().getTime() + HOUR_MS);
    await change(id, { status: 'RETRYING', reason: 'TIMEOUT', dueAt });
    const told = await one(id);
    expect(new Date(told.nextTryAt)).toEqual(dueAt);
    expect(told.statusReason).toBe('penyedia tidak menjawab');
    await change(id, { status: 'ACCEPTED', dueAt: null });
  });
});

describe('the messages of an account', () => {
  it('stand on its page, those of a state long over too', async () => {
    const known = await onFile(app);
    app.passTime(2 * DAY_MS);
    const colleague = await atDesk(app, 'AGENT');
    const { items } = (await colleague.ask(OF_ACCOUNT, { id: known.id, first: 20 })).data.account.deliveries;
    expect(items.map(({ kind }: Shown) => kind).sort()).toEqual(['ACCOUNT_ACTIVATED', 'ACTIVATION_LINK']);
    const first = (await colleague.ask(OF_ACCOUNT, { id: known.id, first: 1 })).data.account.deliveries;
    expect([first.items.length, first.hasNextPage]).toEqual([1, true]);
  });
});

describe('the work of a page', () => {
  it('is three statements with the check of the session, the tries of all rows in one', async () => {
    const colleague = await atDesk(app, 'AGENT');
    const statements = await statementsOf(app, async () =>
      expect((await shown({}, colleague)).length).toBeGreaterThan(5),
    );
    expect(statements, statements.join('\n')).toHaveLength(3);
  });

  it('keeps to an index of the region, at the end of very many rows too', async () => {
    const rows = Array.from({ length: 3000 }, (_, place) => {
      const createdAt = new Date(app.now().getTime() - DAY_MS - place * SECOND_MS);
      const times = { createdAt, updatedAt: createdAt, expiresAt: createdAt, acceptedAt: createdAt };
      const to = { recipientDigest: 'x', recipientMask: 'o•••1@e•••.com', channel: 'EMAIL' as const };
      const whose = { accountId: person.id, provinceCode: '32', regencyCode: '32.73' };
      return {
        id: newId(createdAt),
        kind: 'ACTIVATION_LINK',
        status: 'ACCEPTED' as const,
        ...to,
        ...whose,
        ...times,
      };
    });
    for (let begin = 0; begin < rows.length; begin += 300)
      await app.db.transact((tx) => tx.insert(OutboxMessage, rows.slice(begin, begin + 300)));
    const colleague = await atDesk(app, 'AGENT');
    const oldest = [...rows].sort((a, b) => (a.id < b.id ? -1 : 1));
    const after = oldest[60]?.id;
    const statements = await statementsOf(app, () => page({}, colleague, { first: 50, after }));
    const deep = await page({}, colleague, { first: 50, after });
    expect(deep.items.map(({ id }: Shown) => id)).toEqual(
      oldest
        .slice(10, 60)
        .map(({ id }) => id)
        .reverse(),
    );
    expect(statements).toHaveLength(3);
  });
});
