import { readdirSync, readFileSync } from 'node:fs';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { HOUR_MS, MINUTE_MS } from '../../server/src/platform/clock.js';
import { LOGIN, START } from '../kit/account-operations.js';
import { type App, startApp } from '../kit/app.js';
import { active, newPerson, registered, startInput } from '../kit/people.js';

let app: App;
beforeAll(async () => {
  app = await startApp({ METRICS_KEY: 'kunci-untuk-pengamat' });
});
afterAll(() => app.stop());

const scrape = (authorization = 'Bearer kunci-untuk-pengamat') =>
  app.http.inject({ url: '/metrics', headers: { authorization } });
/** The value of one series, as it stands in the text; undefined when it is not there. */
const readingOf = (text: string, series: string) => {
  const line = text.split('\n').find((one) => one.startsWith(`${series} `));
  return line && Number(line.slice(series.length + 1));
};

describe('the figures for operators', () => {
  it('are for the bearer of the key; others find nothing there', async () => {
    expect((await scrape()).statusCode).toBe(200);
    expect((await scrape('Bearer salah')).statusCode).toBe(404);
    expect((await app.http.inject({ url: '/metrics' })).statusCode).toBe(404);
  });

  it('count each operation by its outcome, and how long it took', async () => {
    const known = await active(app);
    const wrong = { identifier: known.username, password: 'salah-sekali-1!' };
    await app.ask(LOGIN, { input: wrong });
    await app.ask(LOGIN, { input: { identifier: known.username, password: '' } });
    const { body } = await scrape();
    const outcome = (name: string) =>
      readingOf(body, `akun_operations_total{schema="public",operation="login",outcome="${name}"}`);
    expect([outcome('LoginRejected'), outcome('BAD_USER_INPUT')]).toEqual([1, 1]);
    expect(readingOf(body, 'akun_operation_seconds_count{schema="public",operation="login"}')).toBe(2);
  });

  it('say what waits in the outbox and since when', async () => {
    const person = newPerson();
    await app.work();
    await app.ask(START, { input: await startInput(app, person) });
    app.passTime(2 * MINUTE_MS);
    const { body } = await scrape();
    expect(readingOf(body, 'akun_outbox_messages{channel="EMAIL",status="QUEUED"}')).toBe(1);
    expect(readingOf(body, 'akun_outbox_oldest_seconds{channel="EMAIL"}')).toBe(120);
    await app.work();
    expect(
      readingOf((await scrape()).body, 'akun_outbox_messages{channel="EMAIL",status="QUEUED"}'),
    ).toBeUndefined();
  });

  it('say how far the messages of the last hour came', async () => {
    await registered(app);
    await app.work();
    const { body } = await scrape();
    expect(readingOf(body, 'akun_messages_of_last_hour{channel="EMAIL",status="ACCEPTED"}')).toBeGreaterThan(
      0,
    );
    app.passTime(2 * HOUR_MS);
    const later = (await scrape()).body;
    expect(readingOf(later, 'akun_messages_of_last_hour{channel="EMAIL",status="ACCEPTED"}')).toBeUndefined();
  });

  it('say which limits people run against', async () => {
    const person = newPerson();
    const ask = async () => app.ask(START, { input: await startInput(app, person) });
    await ask();
    await ask(); // within the pause
    const { body } = await scrape();
    expect(body).toMatch(/^akun_budgets_hit_total\{budget="[A-Z_:]+"\} [1-9]/m);
  });

  it('say how much is worked on, and how much may be', async () => {
    const { body } = await scrape();
    expect(readingOf(body, 'akun_requests_in_flight')).toBe(0);
    expect(readingOf(body, 'akun_requests_in_flight_limit')).toBeGreaterThan(0);
  });

  it('are counters wherever a rate of them is asked for', async () => {
    const rated = readdirSync('deploy').flatMap((file) =>
      [...readFileSync(`deploy/${file}`, 'utf8').matchAll(/rate\((akun_\w+)/g)].map(([, name = '']) => name),
    );
    const { body } = await scrape();
    const kindOf = (name: string) =>
      new RegExp(`^# TYPE ${name.replace(/_bucket$/, '')} (\\w+)`, 'm').exec(body)?.[1];
    const wrong = rated.filter(
      (name) => kindOf(name) !== (name.endsWith('_total') ? 'counter' : 'histogram'),
    );
    expect(rated).toEqual(
      expect.arrayContaining(['akun_budgets_hit_total', 'akun_requests_turned_away_total']),
    );
    expect(wrong).toEqual([]);
  });

  it('count what they count once, however often they are read', async () => {
    const hits = (text: string) => /^akun_budgets_hit_total\{.*\} \d+$/m.exec(text)?.[0];
    const [first, second] = [await scrape(), await scrape()];
    expect(hits(first.body)).toBeDefined();
    expect(hits(second.body)).toBe(hits(first.body));
  });

  it('hold nothing that a person sent', async () => {
    const known = await registered(app);
    const { body } = await scrape();
    for (const value of [known.email, known.nik, known.username, known.e164])
      expect(body).not.toContain(value);
  });

  it('are those that the dashboard and the alerts ask for', async () => {
    const asked = readdirSync('deploy').flatMap(
      (file) => readFileSync(`deploy/${file}`, 'utf8').match(/akun_\w+/g) ?? [],
    );
    const { body } = await scrape();
    const shown = new Set(body.match(/^# TYPE (\w+)/gm)?.map((line) => line.slice('# TYPE '.length)));
    const missing = asked.map((name) => name.replace(/_bucket$/, '')).filter((name) => !shown.has(name));
    expect([...new Set(missing)]).toEqual([]);
  });
});
