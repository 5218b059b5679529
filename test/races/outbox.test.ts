import { setImmediate as breathe, setTimeout as pause } from 'node:timers/promises';

import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';

import { after, HOUR_MS, MINUTE_MS, SECOND_MS } from '../../server/src/platform/clock.js';
import { DeliveryAttempt } from '../../server/src/platform/outbox/delivery-attempt.entity.js';
import {
  type Channel,
  type OutgoingMessage,
  type Send,
  SendPostponed,
  SendRefused,
} from '../../server/src/platform/outbox/message.js';
import { OutboxDispatcher } from '../../server/src/platform/outbox/outbox-dispatcher.js';
import { OutboxMessage } from '../../server/src/platform/outbox/outbox-message.entity.js';
import { type Receipt, Receipts } from '../../server/src/platform/outbox/receipts.js';
import { RESEND_CODE } from '../kit/account-operations.js';
import { type App, anotherProcess, startApp } from '../kit/app.js';
import { newPerson, started } from '../kit/people.js';

const LEASE_MS = MINUTE_MS;

let app: App;
let other: App;
let sent: OutgoingMessage[];
beforeAll(async () => {
  app = await startApp();
  other = await anotherProcess(app);
});
afterAll(async () => {
  await other.stop();
  await app.stop();
});
beforeEach(async () => {
  sent = [];
  await app.db.transact((tx) => tx.deleteAll(OutboxMessage));
});

function gate() {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open, opened };
}

/** The provider: takes everything, unless told otherwise. */
const takes: Send = async (message) => {
  await breathe();
  sent.push(message);
  return { providerId: `provider-${message.id}` };
};
const says =
  (error: Error): Send =>
  async () => {
    throw error;
  };

/** Waits for what it took, unless `patienceMs` is over first. */
function worker(
  send: Send = takes,
  process = app,
  patienceMs = 5000,
  channels: readonly Channel[] = ['EMAIL', 'WHATSAPP'],
): OutboxDispatcher {
  const { db, house, now } = process;
  const receipts = new Receipts(db, now);
  const needs = {
    db,
    seal: house.seal,
    now,
    receipts,
    send: Object.fromEntries(channels.map((channel) => [channel, send])),
    report: () => {},
  };
  const backoffMs = [5 * SECOND_MS, 10 * MINUTE_MS] as const;
  return new OutboxDispatcher(needs, {
    leaseMs: LEASE_MS,
    attempts: 8,
    backoffMs,
    hands: 20,
    receiptWaitMs: 60_000,
    patienceMs,
  });
}

/** A message in the outbox; answers its row's id. */
const posted = (to: string, secretId?: string): Promise<string> =>
  app.db.transact((tx) =>
    app.house.outbox.enqueue(tx, {
      message: {
        kind: 'TEST',
        channel: 'EMAIL',
        to,
        language: 'id',
        subject: 'Uji',
        paragraphs: ['Isi'],
        template: { name: 'uji', parameters: [] },
      },
      mask: to,
      expiresAt: after(app.now(), 24 * HOUR_MS),
      ...(secretId ? { secretId } : {}),
    }),
  );

const row = (id: string) => app.db.rows.findOneByOrFail(OutboxMessage, { id });
const reached = () => sent.map(({ to }) => to);

describe('several dispatchers', () => {
  it('send each message once, and erase it', async () => {
    const recipients = Array.from({ length: 90 }, (_, i) => `r${i}@example.com`);
    for (const to of recipients) await posted(to);
    const workers = [worker(), worker(), worker(takes, other), worker(takes, other)];
    while ((await Promise.all(workers.map((one) => one.dispatchDue()))).some((took) => took > 0));
    await Promise.all(workers.map((one) => one.finish())); // a busy machine leaves some under way
    expect(reached().sort()).toEqual([...recipients].sort());
    const rows = await app.db.rows.find(OutboxMessage);
    expect(rows.every((one) => one.status === 'ACCEPTED' && !one.sealed && !one.dueAt && !one.claim)).toBe(
      true,
    );
    expect(await app.db.rows.countBy(DeliveryAttempt, { outcome: 'ACCEPTED' })).toBe(90);
  });

  it('let the messages of a crashed one return with its lease, and give a late riser no say', async () => {
    const id = await posted('crash@example.com');
    const sleep = gate();
    const lost = worker(
      async () => {
        await sleep.opened;
        return { providerId: 'too-late' };
      },
      app,
      20,
    );
    await lost.dispatchDue();
    app.passTime(LEASE_MS - 1);
    await worker(takes, other).dispatchDue();
    expect(reached()).toEqual([]);
    app.passTime(1);
    await worker(takes, other).dispatchDue();
    expect(reached()).toEqual(['crash@example.com']);
    sleep.open();
    await lost.finish();
    expect(await row(id)).toMatchObject({ status: 'ACCEPTED', attempts: 2, providerId: `provider-${id}` });
  });
});

describe('a message that was sent while the database has no time to hear of it', () => {
  it('is marked as soon as it has, and not sent again', async () => {
    const id = await posted('once@example.com');
    const callers = gate();
    let turnedAway = 0;
    const amidRush: Send = async (message) => {
      const hold = () => app.db.transact(() => callers.opened).catch(() => (turnedAway += 1));
      for (let caller = 0; caller < 600; caller += 1) void hold(); // more than any pool or queue holds
      while (turnedAway === 0) await breathe();
      return takes(message);
    };
    const dispatcher = worker(amidRush);
    const turn = dispatcher.dispatchDue();
    await vi.waitFor(() => expect(reached()).toHaveLength(1), 10_000);
    await pause(200); // the first marks are turned away as well
    callers.open();
    await turn;
    await dispatcher.finish();
    expect(await row(id)).toMatchObject({ status: 'ACCEPTED', attempts: 1, providerId: `provider-${id}` });
    app.passTime(LEASE_MS);
    await worker(takes, other).dispatchDue();
    expect(reached()).toEqual(['once@example.com']);
    expect(await app.db.rows.findBy(DeliveryAttempt, { messageId: id })).toMatchObject([
      { outcome: 'ACCEPTED' },
    ]);
  });
});

describe('a message that fails', () => {
  it('waits alone while the others go on', async () => {
    const bad = await posted('bad@example.com');
    await posted('good@example.com');
    let down = true;
    const send: Send = (message) =>
      down && message.id === bad ? says(new SendPostponed('CONNECTION'))(message) : takes(message);
    await worker(send).dispatchDue();
    down = false;
    await worker(send).dispatchDue();
    expect(reached()).toEqual(['good@example.com']);
    expect(await row(bad)).toMatchObject({ status: 'RETRYING', reason: 'CONNECTION' });
    app.passTime(10 * SECOND_MS);
    await worker(send).dispatchDue();
    expect(reached()).toEqual(['good@example.com', 'bad@example.com']);
  });

  it('keeps no other waiting while its provider is silent', async () => {
    const silence = new Promise<never>(() => {});
    const send: Send = (message) => (message.to.startsWith('slow') ? silence : takes(message));
    for (let i = 0; i < 19; i += 1) await posted(`slow${i}@example.com`);
    const busy = worker(send, app, 500);
    await busy.dispatchDue();
    await posted('quick@example.com');
    await busy.dispatchDue();
    expect(reached()).toEqual(['quick@example.com']);
  });

  it('is tried at growing intervals, eight times, and then given up', async () => {
    const id = await posted('bad@example.com');
    const waits: number[] = [];
    for (let attempt = 1; attempt <= 8; attempt += 1) {
      await worker(says(new SendPostponed('PROVIDER_BUSY'))).dispatchDue();
      const { dueAt } = await row(id);
      if (!dueAt) break;
      waits.push(dueAt.getTime() - app.now().getTime());
      app.passTime(waits.at(-1) ?? 0);
    }
    expect(waits).toHaveLength(7);
    expect(waits.every((wait, i) => i === 0 || wait > (waits[i - 1] ?? 0))).toBe(true);
    expect(Math.max(...waits)).toBeLessThanOrEqual(10 * MINUTE_MS * 1.25 + SECOND_MS);
    expect(await row(id)).toMatchObject({
      status: 'FAILED',
      reason: 'OUT_OF_TRIES',
      sealed: null,
      attempts: 8,
    });
    expect(await app.db.rows.countBy(DeliveryAttempt, { messageId: id })).toBe(8);
  });

  it('comes back when the provider said, not before', async () => {
    await posted('later@example.com');
    await worker(says(new SendPostponed('RATE_LIMITED', after(app.now(), HOUR_MS)))).dispatchDue();
    app.passTime(HOUR_MS - 1);
    await worker().dispatchDue();
    expect(reached()).toEqual([]);
    app.passTime(1);
    await worker().dispatchDue();
    expect(reached()).toEqual(['later@example.com']);
  });

  it('is not tried again once it was refused for good', async () => {
    const id = await posted('nobody@example.com');
    await worker(says(new SendRefused('NO_SUCH_ADDRESS'))).dispatchDue();
    app.passTime(HOUR_MS);
    await worker().dispatchDue();
    expect(reached()).toEqual([]);
    expect(await row(id)).toMatchObject({ status: 'FAILED', reason: 'NO_SUCH_ADDRESS', sealed: null });
  });

  it('is given up after eight crashes too, for it may be their cause', async () => {
    const id = await posted('poison@example.com');
    for (let crash = 0; crash < 8; crash += 1) {
      await worker(() => new Promise<never>(() => {}), app, 20).dispatchDue();
      app.passTime(LEASE_MS);
    }
    await worker().dispatchDue();
    expect(reached()).toEqual([]);
    expect(await row(id)).toMatchObject({ status: 'FAILED', reason: 'OUT_OF_TRIES', dueAt: null });
  });

  it('keeps its key when the outcome is unknown, so that a repetition can be recognised', async () => {
    const id = await posted('unknown@example.com');
    const lost: Send = async (message) => {
      await takes(message);
      throw new SendPostponed('TIMEOUT');
    };
    await worker(lost).dispatchDue();
    app.passTime(MINUTE_MS);
    await worker().dispatchDue();
    expect(sent.map((message) => message.id)).toEqual([id, id]);
    expect(sent[0]).toEqual(sent[1]);
  });
});

describe('a message nobody needs any longer', () => {
  it('is not sent after its time', async () => {
    const [early, late] = [await posted('early@example.com'), await posted('late@example.com')];
    await worker(says(new SendPostponed('CONNECTION'))).dispatchDue();
    await app.db.transact((tx) => tx.update(OutboxMessage, { id: early }, { dueAt: app.now() }));
    app.passTime(24 * HOUR_MS - 1);
    await app.db.transact((tx) => tx.update(OutboxMessage, { id: late }, { dueAt: after(app.now(), 1) }));
    await worker().dispatchDue();
    app.passTime(1);
    await worker().dispatchDue();
    expect(reached()).toEqual(['early@example.com']);
    expect(await row(late)).toMatchObject({
      status: 'EXPIRED',
      reason: 'TOO_OLD',
      sealed: null,
      dueAt: null,
    });
  });

  it('is taken back when a newer code replaces the one inside', async () => {
    const person = newPerson();
    const registrationToken = await started(app, person);
    app.passTime(MINUTE_MS);
    await app.ask(RESEND_CODE, { input: { registrationToken } });
    expect(await app.inbox(person.email)).toHaveLength(1);
    const statuses = (await app.db.rows.find(OutboxMessage, { order: { createdAt: 'ASC' } })).map(
      ({ status, reason }) => [status, reason],
    );
    expect(statuses).toEqual([
      ['EXPIRED', 'SUPERSEDED'],
      ['ACCEPTED', null],
    ]);
  });

  it('is not tried again when it was on its way at that moment', async () => {
    const id = await posted('superseded@example.com', 'secret-1');
    const replacedMeanwhile: Send = async () => {
      await app.db.transact((tx) => app.house.outbox.cancel(tx, ['secret-1'], 'SUPERSEDED'));
      throw new SendPostponed('TIMEOUT');
    };
    await worker(replacedMeanwhile).dispatchDue();
    app.passTime(MINUTE_MS);
    await worker().dispatchDue();
    expect(reached()).toEqual([]);
    expect(await row(id)).toMatchObject({ status: 'EXPIRED', sealed: null, dueAt: null });
  });
});

describe('a receipt', () => {
  let told = 0;
  const receipt = (id: string, status: Receipt['status']): Receipt => {
    told += 1;
    return { eventId: `event-${told}`, providerId: `provider-${id}`, status, at: app.now(), reason: null };
  };
  const record = (one: Receipt, process = app) => new Receipts(process.db, process.now).record(one);

  it('counts once, however often it comes', async () => {
    const id = await posted('a@example.com');
    await worker().dispatchDue();
    const same = receipt(id, 'DELIVERED');
    const calls = Array.from({ length: 10 }, (_, i) => record(same, i % 2 ? other : app));
    expect((await Promise.all(calls)).filter((first) => first)).toHaveLength(1);
    expect(await row(id)).toMatchObject({ status: 'DELIVERED' });
  });

  it('only ever raises the status, in whatever order it comes', async () => {
    const id = await posted('b@example.com');
    await worker().dispatchDue();
    const seen: string[] = [];
    for (const status of ['FAILED', 'READ', 'DELIVERED', 'SENT', 'FAILED'] as const) {
      await record(receipt(id, status));
      seen.push((await row(id)).status);
    }
    expect(seen).toEqual(['FAILED', 'READ', 'READ', 'READ', 'READ']);
  });

  it('is not lost when it overtakes the mark that the provider accepted', async () => {
    const id = await posted('c@example.com');
    const overtaken: Send = async (message) => {
      await record(receipt(message.id, 'DELIVERED'));
      return takes(message);
    };
    await worker(overtaken).dispatchDue();
    expect(await row(id)).toMatchObject({ status: 'DELIVERED' });
  });

  it('is not lost when it is committed just after that mark was made', async () => {
    const id = await posted('d@example.com');
    const [written, hold] = [gate(), gate()];
    const recording = other.db.transact(async () => {
      await record(receipt(id, 'DELIVERED'), other);
      written.open();
      await hold.opened;
    });
    await written.opened;
    const marking = worker();
    const marked = marking.dispatchDue().then(() => marking.finish());
    await Promise.race([marked, pause(200)]); // it has to wait for the receipt, or it would miss it
    hold.open();
    await Promise.all([recording, marked]);
    expect(await row(id)).toMatchObject({ status: 'DELIVERED' });
  });
});

describe('a channel', () => {
  it('gets each message at once though the worker of the other channel looks at the same moment', async () => {
    const email = worker(takes, app, 5000, ['EMAIL']);
    const whatsapp = worker(takes, other, 5000, ['WHATSAPP']);
    const taken: number[] = [];
    for (let round = 0; round < 60; round += 1) {
      await posted(`sekaligus${round}@example.com`);
      const [one] = await Promise.all([email.dispatchDue(), whatsapp.dispatchDue()]);
      taken.push(one);
    }
    expect(taken).toEqual(taken.map(() => 1));
  });
});
