import { describe, expect, it } from 'vitest';

import { Passwords } from '../../server/src/account/password.js';
import { Overloaded } from '../../server/src/platform/graphql/overloaded.js';

const cost = { m: 8192, t: 1, p: 1 };
const passwords = new Passwords(cost, { concurrency: 2, queue: 64 });

describe('a password', () => {
  it('is kept as argon2id with the stated cost, and never twice alike (R31)', async () => {
    const [one, two] = await Promise.all([
      passwords.hash('Kopi-Tubruk-88'),
      passwords.hash('Kopi-Tubruk-88'),
    ]);
    expect(one).toMatch(/^\$argon2id\$v=19\$m=8192,t=1,p=1\$/);
    expect(one).not.toBe(two);
  });

  it.each([
    ['spaces', '  kopi  tubruk  '],
    ['emoji', '🌴🌴🌴🌴🌴🌴'],
    ['letters in parts', 'Jose\u0301'],
    ['a NUL', 'kopi\0tubruk'],
    ['128 characters', '🌴'.repeat(128)],
  ])('with %s comes back exactly as given (R27)', async (_what, password) => {
    const phc = await passwords.hash(password);
    expect(await passwords.verify(phc, password)).toBe(true);
    for (const near of [
      `${password.slice(0, -1)}x`,
      `${password} `,
      password.normalize('NFC').trim().slice(0, -1),
    ]) {
      expect(await passwords.verify(phc, near)).toBe(false);
    }
  });

  it('is not composed into another spelling', async () => {
    expect(await passwords.verify(await passwords.hash('Jose\u0301'), 'Jos\u00e9')).toBe(false);
  });

  it('is hashed anew once the cost has risen, not when it fell', async () => {
    const phc = await passwords.hash('Kopi-Tubruk-88');
    const with_ = (change: object) => new Passwords({ ...cost, ...change }, { concurrency: 1, queue: 0 });
    expect([{}, { m: 4096 }, { m: 9000 }, { t: 2 }].map((change) => with_(change).needsRehash(phc))).toEqual([
      false,
      false,
      true,
      true,
    ]);
    expect(passwords.needsRehash(phc.replace('argon2id', 'argon2i'))).toBe(true);
  });

  it('of an unknown account is false, after the work of a known one', async () => {
    const dear = new Passwords({ m: 19456, t: 4, p: 1 }, { concurrency: 1, queue: 0 });
    const phc = await dear.hash('Kopi-Tubruk-88');
    // Processor time, not the clock's: other programs on the machine must not have a say.
    const fastest = async (stored: string | null) => {
      const runs: number[] = [];
      for (let run = 0; run < 9; run += 1) {
        const start = process.cpuUsage();
        expect(await dear.verify(stored, 'wrong')).toBe(false);
        const { user, system } = process.cpuUsage(start);
        runs.push(user + system);
      }
      return Math.min(...runs);
    };
    const [unknown, known] = [await fastest(null), await fastest(phc)];
    expect(unknown / known).toBeGreaterThan(0.6);
    expect(unknown / known).toBeLessThan(1.6);
  });
});

describe('too many passwords at once', () => {
  it('are refused before hashing, and the others still answered', async () => {
    const small = new Passwords(cost, { concurrency: 2, queue: 3 });
    const phc = await small.hash('Kopi-Tubruk-88');
    const order: number[] = [];
    const answers = await Promise.allSettled(
      Array.from({ length: 8 }, (_, at) => small.verify(phc, 'Kopi-Tubruk-88').finally(() => order.push(at))),
    );
    expect(answers.map(({ status }) => status)).toEqual([
      ...Array(5).fill('fulfilled'),
      ...Array(3).fill('rejected'),
    ]);
    expect(order.slice(0, 3)).toEqual([5, 6, 7]);
    expect(answers[7]).toMatchObject({ reason: expect.any(Overloaded) });
  });

  it('leave room again afterwards, also after a failure', async () => {
    const small = new Passwords(cost, { concurrency: 1, queue: 1 });
    await Promise.allSettled([small.verify('not a hash', 'x'), small.verify('not a hash', 'x')]);
    const again = [small.hash('a'), small.hash('b')];
    expect(await Promise.all(again)).toHaveLength(2);
  });
});
