import Fastify, { type FastifyBaseLogger } from 'fastify';
import { QueryFailedError } from 'typeorm';
import { describe, expect, it } from 'vitest';

import { createLogger } from '../../server/src/platform/logger.js';

const NIK = '3174034508909901';

function listening(level = 'info') {
  const lines: string[] = [];
  const log = createLogger({ level, destination: { write: (line: string) => void lines.push(line) } });
  return { log, lines, last: () => JSON.parse(lines.at(-1) ?? '{}') };
}

describe('a log line', () => {
  it('says the event with its allowed fields, in UTC', () => {
    const { log, last } = listening();
    log.info({ event: 'LOGIN_FAILED', actorId: 'a', fields: ['nik', 'email'] }, 'login refused');
    expect(last()).toMatchObject({
      level: 'info',
      event: 'LOGIN_FAILED',
      fields: ['nik', 'email'],
      msg: 'login refused',
    });
    expect(last().time).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
  });

  it('leaves out every other field and names it', () => {
    const { log, lines, last } = listening();
    log.warn({ nik: NIK, input: { password: 'Kopi-Tubruk-88' }, status: { token: 'abc' }, count: 2 }, 'odd');
    expect(last()).toMatchObject({ count: 2, status: '[object]', left: ['nik', 'input'] });
    expect(lines.join()).not.toMatch(/3174|Kopi|abc/);
  });

  it('holds its children and their children to the same list', () => {
    const { log, lines, last } = listening();
    log
      .child({ requestId: 'r', email: 'budi@example.com' })
      .child({ nik: NIK }, { level: 'info' })
      .info('done');
    expect(last()).toMatchObject({ requestId: 'r', msg: 'done' });
    expect(lines.join()).not.toMatch(/budi|3174/);
  });

  it('stays one line, whatever is written into it', () => {
    const { log, lines, last } = listening();
    log.info({ kind: 'a\r\nb\u2028c\u0085d\u202ee\u009b2J' }, 'x\ny');
    expect(lines).toHaveLength(1);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there
    expect(lines[0]?.slice(0, -1)).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202e]/);
    expect(last().kind).toBe('a\r\nb\u2028c\u0085d\u202ee\u009b2J');
  });

  it.each([
    ['alone', (log: FastifyBaseLogger, error: Error) => log.error(error)],
    ['as a field', (log: FastifyBaseLogger, error: Error) => log.error({ err: error })],
    ['with a sentence', (log: FastifyBaseLogger, error: Error) => log.error(error, 'it broke')],
  ])('shows kind, code and place of an error given %s, never its words or variables', (_how, write) => {
    const { log, lines, last } = listening();
    const driver = Object.assign(new Error(`Duplicate entry '${NIK}'\n    at budi@example.com`), {
      code: 'ER_DUP_ENTRY',
      sql: `INSERT '${NIK}'`,
    });
    write(log, new QueryFailedError('INSERT INTO accounts VALUES (?)', [NIK], driver));
    expect(last().err).toMatchObject({ type: 'QueryFailedError', code: 'ER_DUP_ENTRY' });
    expect(last().err.at[0]).toMatch(/logger\.test\.ts/);
    expect(lines.join()).not.toMatch(/3174|budi|INSERT/);
  });

  it('is not written below the level', () => {
    const { log, lines } = listening('warn');
    log.info('quiet');
    expect(lines).toEqual([]);
  });
});

describe('a logged request', () => {
  it('shows route pattern, status, time and source, never the address, headers or body', async () => {
    const { log, lines } = listening();
    const app = Fastify({ loggerInstance: log as FastifyBaseLogger });
    app.post('/evidence/:id', async () => {
      throw Object.assign(new Error(`cannot read ${NIK}`), { statusCode: 500 });
    });
    await app.inject({
      method: 'POST',
      url: `/evidence/${NIK}?token=tell-nobody`,
      headers: { authorization: 'Bearer tell-nobody', cookie: 'session=tell-nobody' },
      payload: { password: 'tell-nobody' },
    });
    await app.inject({ url: `/nowhere/${NIK}` });
    await app.close();
    const completed = lines.map((line) => JSON.parse(line)).find(({ res }) => res);
    expect(completed.res).toMatchObject({
      status: 500,
      method: 'POST',
      route: '/evidence/:id',
      source: '127.0.0.1',
    });
    expect(completed.res.ms).toBeTypeOf('number');
    expect(lines.join()).not.toMatch(/tell-nobody|3174/);
  });
});
