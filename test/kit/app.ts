import type { AddressInfo } from 'node:net';
import { Writable } from 'node:stream';
import { solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';

import { outside } from '../../server/src/outside.js';
import { openDatabase } from '../../server/src/platform/database/data-source.js';
import { createLogger } from '../../server/src/platform/logger.js';
import { assemble } from '../../server/src/serve.js';
import { tables } from '../../server/src/tables.js';
import { type Home, onSqlite } from './database.js';
import { furnish, furnishedDatabase } from './furnished-database.js';
import { captchaOf, configFor } from './installation.js';
import { turnsOf } from './turns.js';

export type App = Awaited<ReturnType<typeof launch>>;
export type CaptchaFor =
  | 'REGISTER'
  | 'LOGIN'
  | 'RESEND_ACTIVATION'
  | 'PASSWORD_RESET'
  | 'FIND_ACCOUNT'
  | 'EMAIL_REPLACEMENT';

export interface Answer {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: an answer is whatever the test's own document asked for.
  readonly data: any;
  // biome-ignore lint/suspicious/noExplicitAny: as above.
  readonly errors?: any[];
}

const BEGINNING = '2026-11-23T02:00:00.000Z';

/** What two processes of one installation share. */
interface Site {
  readonly home: Home;
  readonly clock: { at: Date };
  readonly env: Readonly<Record<string, string>>;
}

/** The whole server in this process, on a database of its own, with a clock that obeys. Nothing of it is replaced but the cost of its proofs of work. */
export async function startApp(env: Record<string, string> = {}) {
  const clock = { at: new Date(BEGINNING) };
  return launch({ home: await furnishedDatabase(() => clock.at), clock, env }, true);
}

/** Another process on the database and clock of this one. SQLite admits only one: there it is the same again. */
export async function anotherProcess(app: App): Promise<App> {
  return onSqlite() ? app : launch(app.site, false);
}

/** …on a database that outlives it, at this moment: for what another program does to it in between. */
export async function startAppAt(home: Home, at: Date, env: Record<string, string> = {}): Promise<App> {
  return launch({ home, clock: { at }, env }, false);
}

/** `owner`: removes the database when it stops. */
async function launch(site: Site, owner: boolean) {
  const { home, clock } = site;
  const now = () => new Date(clock.at);
  const config = configFor(home, site.env);
  const db = await openDatabase(config.databaseUrl, tables);
  await furnish(db, now);
  const lines: string[] = [];
  const log = createLogger({ level: 'debug', destination: collect(lines) });
  const world = outside(config, db, now, log);
  const altcha = {
    db,
    now,
    ttlMin: config.CAPTCHA_TTL_MIN,
    keys: config.keys.SECRET_KEYS,
    work: { cost: 10, least: 1, most: 20 },
  };
  const captcha = captchaOf(config, site.env, altcha) ?? world.captcha;
  const running = await assemble({ config, now, db, log, world: { ...world, captcha } });
  const { app: http, house, runner } = running;

  let stopped = false;

  async function ask(
    query: string,
    variables: object = {},
    token?: string,
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    const reply = await http.inject({
      method: 'POST',
      url: '/graphql',
      payload: { query, variables },
      headers: { 'user-agent': 'tests', ...(token ? { authorization: `Bearer ${token}` } : {}), ...headers },
    });
    return { status: reply.statusCode, ...reply.json() };
  }

  return {
    site,
    config,
    db,
    house,
    http,
    ask,
    now,
    /** Everything this server wrote to its log. */
    lines,
    passTime: (ms: number) => {
      clock.at = new Date(clock.at.getTime() + ms);
    },
    ...turnsOf(running),
    /** A solved captcha, as a browser would send it. */
    async captcha(purpose: CaptchaFor): Promise<string> {
      const { data } = await ask(
        'query($p: CaptchaPurpose!) { captchaChallenge(purpose: $p) { challenge } }',
        { p: purpose },
      );
      const challenge = JSON.parse(data.captchaChallenge.challenge);
      const solution = await solveChallenge({ challenge, deriveKey });
      return Buffer.from(JSON.stringify({ challenge, solution })).toString('base64');
    },
    /** For outside programs: listens, on a free port unless one is given, and answers its address. */
    async listen(port = 0): Promise<string> {
      await http.listen({ host: '127.0.0.1', port });
      return `http://127.0.0.1:${(http.server.address() as AddressInfo).port}`;
    },
    async stop(): Promise<void> {
      if (stopped) return;
      stopped = true;
      await http.close();
      await runner.stop();
      world.close();
      await db.close();
      if (owner) await home.remove();
    },
  };
}

const collect = (lines: string[]) =>
  new Writable({
    write(chunk: Buffer, _encoding, done) {
      lines.push(chunk.toString());
      done();
    },
  });
