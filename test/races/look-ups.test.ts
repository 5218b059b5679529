import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { type App, anotherProcess, startApp } from '../kit/app.js';
import { active, newPerson, said } from '../kit/people.js';
import { askReset, find } from '../kit/recovery.js';

let app: App;
let processes: readonly [App, App];
beforeAll(async () => {
  app = await startApp({ TRUSTED_PROXIES: '127.0.0.1' });
  processes = [app, await anotherProcess(app)];
});
afterAll(async () => {
  await processes[1].stop();
  await app.stop();
});

/** How often each answer came, of calls that run at once over two processes and from as many places. */
async function tallyOf(
  times: number,
  call: (one: App, headers: Record<string, string>) => ReturnType<typeof find>,
) {
  const calls = Array.from({ length: times }, (_, i) =>
    call(processes[i % 2 ? 1 : 0], { 'x-forwarded-for': `203.0.113.${i}` }),
  );
  const tally: Record<string, number> = {};
  for (const answer of await Promise.all(calls)) tally[said(answer)] = (tally[said(answer)] ?? 0) + 1;
  return tally;
}

describe('at once, from many places and over two processes,', () => {
  it('a NIK is looked up five times a day, whether or not it has an account', async () => {
    for (const { nik } of [await active(app), newPerson()]) {
      const tally = await tallyOf(30, (one, headers) => find(one, nik, {}, headers));
      expect(tally).toEqual({ AccountsFound: 5, TooManyRequests: 25 });
    }
  });

  it('a new password is asked for once a minute under one name, and one link is sent', async () => {
    const known = await active(app);
    const tally = await tallyOf(30, (one, headers) => askReset(one, known.username, 'EMAIL', headers));
    expect(tally).toEqual({ PasswordResetRequested: 1, TooManyRequests: 29 });
    const links = (await app.inbox(known.email)).filter(({ kind }) => kind === 'PASSWORD_RESET_LINK');
    expect(links).toHaveLength(1);
  });
});
