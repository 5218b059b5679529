import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { Identifier } from '../../server/src/account/identifier.entity.js';
import { MINUTE_MS } from '../../server/src/platform/clock.js';
import { LOGIN, RESEND_ACTIVATION, START } from '../kit/account-operations.js';
import { type Answer, type App, startApp } from '../kit/app.js';
import { active, newPerson, type Person, type Registered, registered, startInput } from '../kit/people.js';
import { FIND, REQUEST_RESET } from '../kit/recovery.js';
import { REPLACEMENT_STATUS, REQUEST_REPLACEMENT } from '../kit/replacement-operations.js';
import { asked, freshEmail, requestInput } from '../kit/replacements.js';
import { rounds } from '../kit/rounds.js';

const WRONG = 'Kopi-Tubruk-88-sore';
const ROUNDS = rounds(40, 240);
const WARM_UP = 8;
/** A busy machine may spoil a measurement; a difference in the product spoils every one. */
const MEASUREMENTS = 3;
/** Standard errors; by chance once in 15,000 comparisons. */
const CLEAR = 4;
/** A quarter between the medians counts where the ranks at least hint at it: on a loaded machine it is noise otherwise. */
const MEDIAN_RATIO = 1.25;
const HINT = 2;

/** One question of each class; `round` tells the questions apart where each may be asked once. */
type Ask = (round: number) => Promise<() => Promise<Answer>>;

let app: App;
beforeAll(async () => {
  app = await startApp({
    TRUSTED_PROXIES: '127.0.0.1',
    // What is measured is the answer, not the moment a budget ends.
    CAPTCHA_LOGIN_AFTER: '100000',
    LOGIN_ACCOUNT_FAILURES: '100000/1h',
    SEND_BUDGET_DESTINATION: '100000/1h',
    FORGOT_BUDGET_NIK: '100000/1h',
    CASE_BUDGET_ACCOUNT: '100000/30d',
    FORGOT_BUDGET_IP: '100000/1h',
  });
});
afterAll(() => app.stop());

/** Milliseconds of each class, asked in turn so that whatever else the machine does falls on all alike. */
async function measure(classes: Record<string, Ask>) {
  const times: Record<string, number[]> = {};
  const answers: Record<string, string[]> = {};
  for (let round = -WARM_UP; round < ROUNDS; round += 1) {
    const names = Object.keys(classes);
    const turn = names.map((_, n) => names[(n + round + WARM_UP) % names.length] ?? '');
    for (const name of turn) {
      const ask = (await classes[name]?.(round)) as () => Promise<Answer>;
      const began = performance.now();
      const answer = await ask();
      const took = performance.now() - began;
      if (round < 0) continue;
      times[name] = [...(times[name] ?? []), took];
      answers[name] = [...(answers[name] ?? []), JSON.stringify(answer)];
    }
    app.passTime(MINUTE_MS);
    await app.deliver();
  }
  return { times, answers };
}

const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;

/** Mann-Whitney: how many standard errors the ranks of two samples lie apart. */
function apart(one: readonly number[], other: readonly number[]): number {
  const all = [
    ...one.map((value) => ({ value, mine: true })),
    ...other.map((value) => ({ value, mine: false })),
  ];
  const sorted = all.sort((a, b) => a.value - b.value);
  const ranks = sorted.reduce((sum, { mine }, at) => (mine ? sum + at + 1 : sum), 0);
  const [n, m] = [one.length, other.length];
  const expected = (n * (n + m + 1)) / 2;
  return (ranks - expected) / Math.sqrt((n * m * (n + m + 1)) / 12);
}

/** Every pair of classes that can clearly be told apart, with the figures; empty when none can. */
function differences(times: Record<string, readonly number[]>): string[] {
  const names = Object.keys(times);
  const pairs = names.flatMap((one, n) => names.slice(n + 1).map((other) => [one, other] as const));
  return pairs.flatMap(([one, other]) => {
    const [a, b] = [times[one] ?? [], times[other] ?? []];
    const [z, ratio] = [apart(a, b), median(a) / median(b)];
    const farApart = Math.max(ratio, 1 / ratio) >= MEDIAN_RATIO;
    const alike = Math.abs(z) < (farApart ? HINT : CLEAR);
    const figures = `${one} ${median(a).toFixed(2)} ms, ${other} ${median(b).toFixed(2)} ms, z ${z.toFixed(1)}`;
    if (process.env.SHOW_TIMES) process.stderr.write(`${figures}\n`);
    return alike ? [] : [figures];
  });
}

/** Words are compared every time; times until one measurement, each with people of its own, finds no difference. */
async function cannotBeToldApart(
  people: () => Promise<Record<string, Ask>>,
  strip: (answer: string) => string = (answer) => answer,
) {
  let found: string[] = [];
  for (let n = 0; n < MEASUREMENTS; n += 1) {
    const { times, answers } = await measure(await people());
    expect([...new Set(Object.values(answers).flat().map(strip))]).toHaveLength(1);
    found = differences(times);
    if (found.length === 0) return;
  }
  expect(found).toEqual([]);
}

const withoutTimes = (answer: string) => answer.replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'TIME');

async function inState(status: 'BLOCKED' | 'CLOSED'): Promise<Registered> {
  const person = await active(app);
  const { accountId } = await app.db.rows.findOneByOrFail(Identifier, { identifierKey: person.username });
  await app.db.transact((tx) => tx.query('UPDATE accounts SET status = ? WHERE id = ?', [status, accountId]));
  return person;
}

const several = async <T>(count: number, one: () => T | Promise<T>): Promise<T[]> => {
  const all: T[] = [];
  while (all.length < count) all.push(await one());
  return all;
};

let nobodies = 0;
/** A username that could be one, and is nobody's. */
const nobody = () => {
  nobodies += 1;
  return `takdikenal${nobodies}x`;
};

describe('nobody can tell', { timeout: 240_000 }, () => {
  it('from a refused login whether the account exists, and in which state', async () => {
    // A source asks once of each, so that no class runs into a delay while it is measured.
    const from = (round: number) => ({ 'x-forwarded-for': `203.0.113.${round + WARM_UP + 1}` });
    const asking =
      (identifier: string): Ask =>
      async (round) => {
        const input = { identifier, password: WRONG };
        return () => app.ask(LOGIN, { input }, undefined, from(round));
      };
    await cannotBeToldApart(async () => ({
      unknown: asking(nobody()),
      wrong: asking((await active(app)).username),
      notActivated: asking((await registered(app)).username),
      blocked: asking((await inState('BLOCKED')).username),
    }));
  });

  it('from the start of a registration whether the contact has an account', async () => {
    const asking =
      (contacts: readonly Person[]): Ask =>
      async (round) => {
        const { email } = contacts[(round + WARM_UP) % contacts.length] as Person;
        const input = await startInput(app, { ...newPerson(), email });
        return () => app.ask(START, { input });
      };
    const strip = (answer: string) =>
      withoutTimes(answer)
        .replace(/"registrationToken":"[\w-]{43}"/, 'TOKEN')
        .replace(/•••\d@/, '•••#@');
    const people = async () => ({
      known: asking(await several(10, () => active(app))),
      unknown: asking(await several(10, newPerson)),
    });
    await cannotBeToldApart(people, strip);
  });

  it('from asking for the activation again whether anybody waits for it', async () => {
    const asking =
      (identifier: string): Ask =>
      async () => {
        const input = { identifier, captcha: await app.captcha('RESEND_ACTIVATION') };
        return () => app.ask(RESEND_ACTIVATION, { input });
      };
    const people = async () => ({
      unknown: asking(nobody()),
      waiting: asking((await registered(app)).username),
      active: asking((await active(app)).username),
    });
    await cannotBeToldApart(people, withoutTimes);
  });

  it('from asking for a new password whether the account exists, in which state, and what is proven of it', async () => {
    const asking =
      (identifier: string, channel = 'EMAIL'): Ask =>
      async () => {
        const input = { identifier, channel, captcha: await app.captcha('PASSWORD_RESET') };
        return () => app.ask(REQUEST_RESET, { input });
      };
    const people = async () => {
      const known = await active(app);
      return {
        unknown: asking(nobody()),
        known: asking(known.email),
        noSuchChannel: asking(known.username, 'WHATSAPP'),
        blocked: asking((await inState('BLOCKED')).username),
      };
    };
    await cannotBeToldApart(people, withoutTimes);
  });

  it('from a look-up that finds nothing whether the NIK was wrong, the NIB, or there is no account', async () => {
    const asking =
      (nik: string, nib?: string): Ask =>
      async () => {
        const input = { nik, hasNib: nib !== undefined, nib, captcha: await app.captcha('FIND_ACCOUNT') };
        return () => app.ask(FIND, { input });
      };
    const people = async () => ({
      nobody: asking(newPerson().nik),
      nobodyWithNib: asking(newPerson().nik, '0302229999903'),
      wrongNib: asking((await active(app)).nik, '0302229999904'),
      closed: asking((await inState('CLOSED')).nik),
    });
    await cannotBeToldApart(people);
  });

  it('from asking to replace an email whether the NIK has an account', async () => {
    const asking =
      (person: Person): Ask =>
      async () => {
        const input = { ...(await requestInput(app, person)), newEmail: freshEmail() };
        return () => app.ask(REQUEST_REPLACEMENT, { input });
      };
    const people = async () => ({ nobody: asking(newPerson()), known: asking(await active(app)) });
    const strip = (answer: string) =>
      withoutTimes(answer)
        .replace(/EML-\d+-\d+/, 'NUMBER')
        .replace(/"ticketToken":"[\w-]+"/, 'TOKEN')
        .replace(/b•••\d@/, 'b•••n@');
    await cannotBeToldApart(people, strip);
  });

  it('from following a request whether its number exists', async () => {
    const asking =
      (ticket: string): Ask =>
      async () => {
        const captcha = await app.captcha('EMAIL_REPLACEMENT');
        const input = { ticket, nik: newPerson().nik, captcha };
        return () => app.ask(REPLACEMENT_STATUS, { input });
      };
    const people = async () => ({
      none: asking('EML-2611-99999'),
      another: asking((await asked(app, await active(app))).ticket),
    });
    await cannotBeToldApart(people);
  });
});
