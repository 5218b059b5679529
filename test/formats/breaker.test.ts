import { beforeEach, describe, expect, it } from 'vitest';

import { Breaker, BreakerOpen } from '../../server/src/platform/http-client/breaker.js';

let clock: Date;
let breaker: Breaker;
const passSeconds = (seconds: number) => {
  clock = new Date(clock.getTime() + seconds * 1000);
};
const succeed = () => breaker.run(async () => 'fine').catch((error: Error) => error.constructor.name);
const fail = () =>
  breaker.run(() => Promise.reject(new TypeError('down'))).catch((error: Error) => error.constructor.name);

beforeEach(() => {
  clock = new Date('2026-11-23T09:00:00.000Z');
  breaker = new Breaker(() => clock, { failures: 3, coolMs: 10_000 });
});

async function opened() {
  for (let time = 0; time < 3; time += 1) await fail();
}

describe('a breaker', () => {
  it('lets failures through to the caller until there were too many in a row', async () => {
    expect([await fail(), await fail(), await fail(), await fail()]).toEqual([
      'TypeError',
      'TypeError',
      'TypeError',
      BreakerOpen.name,
    ]);
  });

  it('starts counting anew after a success', async () => {
    await fail();
    await fail();
    await succeed();
    await fail();
    await fail();
    expect(breaker.isOpen).toBe(false);
  });

  it('refuses without calling until the pause is over', async () => {
    await opened();
    passSeconds(9.999);
    let called = false;
    await breaker.run(async () => (called = true)).catch(() => undefined);
    expect(called).toBe(false);
  });

  it('closes when the first call after the pause succeeds', async () => {
    await opened();
    passSeconds(10);
    expect([await succeed(), await succeed(), breaker.isOpen]).toEqual(['fine', 'fine', false]);
  });

  it('pauses again when the first call after the pause fails', async () => {
    await opened();
    passSeconds(10);
    await fail();
    passSeconds(9.999);
    expect(await succeed()).toBe(BreakerOpen.name);
  });

  it('lets a single call try the way back, however many come', async () => {
    await opened();
    passSeconds(10);
    const answers = await Promise.all(Array.from({ length: 20 }, succeed));
    expect(answers.filter((answer) => answer === 'fine')).toHaveLength(1);
  });

  it('is not closed by a slow success that began before it opened', async () => {
    let finish: (value: string) => void = () => undefined;
    const slow = breaker.run(() => new Promise<string>((resolve) => (finish = resolve)));
    await opened();
    finish('fine');
    await slow;
    expect(breaker.isOpen).toBe(true);
  });

  it('is not kept open longer by slow failures that began before it opened', async () => {
    let crash: (error: Error) => void = () => undefined;
    const slow = breaker.run(() => new Promise<string>((_, reject) => (crash = reject)));
    await opened();
    passSeconds(9);
    crash(new TypeError('down'));
    await slow.catch(() => undefined);
    passSeconds(1);
    expect(await succeed()).toBe('fine');
  });
});
