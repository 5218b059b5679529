import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { AuditEvent } from '../../server/src/platform/audit/audit-event.entity.js';
import { HOUR_MS, SECOND_MS } from '../../server/src/platform/clock.js';
import { Undo } from '../../server/src/platform/database/transact.js';
import { IdempotencyKey } from '../../server/src/platform/idempotency/idempotency-key.entity.js';
import { KeyRefused } from '../../server/src/platform/idempotency/key-refused.js';
import { newId } from '../../server/src/platform/ids.js';
import { type App, anotherProcess, startApp } from '../kit/app.js';

let app: App;
let processes: readonly [App, App];
beforeAll(async () => {
  app = await startApp();
  processes = [app, await anotherProcess(app)];
});
afterAll(async () => {
  await processes[1].stop();
  await app.stop();
});

interface Asked {
  readonly actorId?: string;
  readonly key?: string | null;
  readonly input?: object;
  readonly through?: App;
  readonly fails?: Error;
}

const actor = newId(new Date(0));
const fresh = () => newId(app.now());

/** A command whose effect can be counted: a line in the trail that bears the key. */
function send({ actorId = actor, key = fresh(), input = { a: 1 }, through = app, fails }: Asked) {
  const said = fresh();
  return through.house.once.run(
    { actorId, key, operation: 'test', input },
    {
      work: async (tx) => {
        const what = { event: 'SETTING_CHANGED', subjectId: key } as const;
        await through.house.audit.record(tx, { actorKind: 'SYSTEM', ...what });
        if (fails) throw fails;
        return said;
      },
      keep: (answer) => ({ answer }),
      recall: ({ answer }) => answer,
    },
  );
}

const effects = (key: string) => app.db.rows.countBy(AuditEvent, { subjectId: key });
const reasonOf = (answer: unknown) => (answer instanceof KeyRefused ? answer.reason : 'none');

describe('a command with a key', () => {
  it('runs once; the same again gets the first answer, in whatever order its fields come', async () => {
    const key = fresh();
    const first = await send({ key, input: { a: 1, b: { c: [2, 3], d: null } } });
    expect(await send({ key, input: { b: { d: null, c: [2, 3] }, a: 1 } })).toBe(first);
    expect(await effects(key)).toBe(1);
  });

  it('is refused with other input, and nothing happens', async () => {
    const key = fresh();
    await send({ key, input: { a: 1 } });
    expect(reasonOf(await send({ key, input: { a: 2 } }))).toBe('OTHER_INPUT');
    expect(await effects(key)).toBe(1);
  });

  it('is another one when somebody else sends the same key', async () => {
    const key = fresh();
    const [mine, theirs] = [await send({ key }), await send({ key, actorId: fresh() })];
    expect(theirs).not.toBe(mine);
    expect(await effects(key)).toBe(2);
  });

  it('takes effect once when sixteen send it at the same moment over two processes', async () => {
    for (let round = 0; round < 5; round += 1) {
      const key = fresh();
      const answers = await Promise.all(
        Array.from({ length: 16 }, (_, i) => send({ key, through: processes[i % 2 ? 1 : 0] })),
      );
      const told = new Set(answers.filter((answer) => typeof answer === 'string'));
      expect(told.size).toBe(1);
      expect(answers.map(reasonOf).filter((reason) => !['none', 'IN_PROGRESS'].includes(reason))).toEqual([]);
      expect(await effects(key)).toBe(1);
    }
  });

  it('may be tried again after it failed or was given up', async () => {
    const [broken, undone] = [fresh(), fresh()];
    await expect(send({ key: broken, fails: new Error('away') })).rejects.toThrow('away');
    expect(await send({ key: undone, fails: new Undo('refused') })).toBe('refused');
    expect(await Promise.all([effects(broken), effects(undone)])).toEqual([0, 0]);
    await send({ key: broken });
    await send({ key: undone });
    expect(await Promise.all([effects(broken), effects(undone)])).toEqual([1, 1]);
  });

  it('answers that it is running while a run lives, and is free again half a minute after one died', async () => {
    const [key, actorId] = [fresh(), fresh()];
    await send({ key, actorId });
    const dead = { kept: null, run: fresh() }; // as a killed process leaves it
    await app.db.transact((tx) => tx.update(IdempotencyKey, { actorId }, dead));
    app.passTime(30 * SECOND_MS - 1);
    expect(reasonOf(await send({ key, actorId }))).toBe('IN_PROGRESS');
    app.passTime(1);
    expect(reasonOf(await send({ key, actorId }))).toBe('none');
  });

  it('runs as often as it is sent without a key', async () => {
    expect(await send({ key: null })).not.toBe(await send({ key: null }));
  });

  it('is forgotten after a day', async () => {
    const before = await app.db.rows.countBy(IdempotencyKey, {});
    expect(before).toBeGreaterThan(0);
    app.passTime(24 * HOUR_MS + SECOND_MS);
    await app.work();
    expect(await app.db.rows.countBy(IdempotencyKey, {})).toBe(0);
  });
});
