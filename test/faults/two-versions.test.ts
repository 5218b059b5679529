import { randomBytes } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest';
import { ACTIVATE, COMPLETE, LOGIN, START, VERIFY } from '../kit/account-operations.js';
import { buildServer, programsIn, type Running, run, startServer } from '../kit/built-server.js';
import { freshDatabase, type Home, onSqlite } from '../kit/database.js';
import { codeIn, linkTokenIn } from '../kit/letters.js';
import { newPerson, PASSWORD, type Person, profileInput } from '../kit/people.js';
import { type SmtpInbox, startSmtpInbox } from '../kit/smtp-inbox.js';
import { buildVersion, versionBefore } from '../kit/version-before.js';

/**
 * A rolling deploy (security.md 6.5): the tables are this version's already, while the version before still answers. The
 * older one comes out of the repository's own history. Only under `npm run test:faults`: it is a whole build.
 */
const before = versionBefore();
const commit = inject('proofs') === 'full' && 'commit' in before ? before.commit : undefined;
const why = 'missing' in before ? before.missing : 'only under npm run test:faults';
const title = 'the version before and this one, on the tables of this one';

type Version = 'before' | 'now';

let home: Home;
let mail: SmtpInbox;
let old: Awaited<ReturnType<typeof buildVersion>>;
let settings: Record<string, string>;
const running = new Map<Version, Running>();

/** On MariaDB both run side by side; on SQLite, whose file one process has to itself, they take turns. */
async function at(version: Version): Promise<Running> {
  const there = running.get(version);
  if (there) return there;
  if (onSqlite()) await stopAll();
  const start = version === 'now' ? startServer : programsIn(old.root).startServer;
  const started = await start(settings);
  running.set(version, started);
  return started;
}

async function stopAll(): Promise<void> {
  for (const one of running.values()) one.signal('SIGTERM');
  for (const one of running.values()) expect(await one.ended).toBe(0);
  running.clear();
}

/** What each step of a registration is asked of. */
interface Steps {
  readonly start: Version;
  readonly verify: Version;
  readonly complete: Version;
  readonly activate: Version;
}

const inMail = <T>(find: () => T) => vi.waitFor(find, { timeout: 20_000, interval: 20 });

async function register({ start, verify, complete, activate }: Steps): Promise<Person> {
  const person = newPerson();
  const { nik, email: contact } = person;
  const begin = { scale: 'UMK', actor: 'INDIVIDUAL', identity: { nik }, channel: 'EMAIL', contact };
  const started = await (await at(start)).ask(START, begin);
  const code = await inMail(() => codeIn(mail.messages, contact));
  const proof = { registrationToken: started?.registrationToken, code };
  const verified = await (await at(verify)).ask(VERIFY, proof);
  const completed = await (await at(complete)).ask(
    COMPLETE,
    profileInput(person, verified?.registrationToken ?? ''),
  );
  expect(completed?.__typename).toBe('RegistrationCompleted');
  const token = await inMail(() => linkTokenIn(mail.messages, contact));
  expect((await (await at(activate)).ask(ACTIVATE, { token }))?.__typename).toBe('AccountActivated');
  return person;
}

async function logIn(version: Version, { email: identifier }: Person): Promise<string | undefined> {
  const answer = await (await at(version)).ask(LOGIN, { identifier, password: PASSWORD });
  return answer?.__typename;
}

describe.skipIf(!commit)(commit ? title : `${title} (${why})`, () => {
  const people: Person[] = [];

  beforeAll(async () => {
    await buildServer();
    [home, mail, old] = [await freshDatabase(), await startSmtpInbox(), await buildVersion(commit ?? '')];
    const key = () => `1:${randomBytes(32).toString('base64')}`;
    settings = {
      DATA_DIR: home.folder,
      ...(onSqlite() ? {} : { DATABASE_URL: home.url }),
      ...{ DATA_KEYS: key(), INDEX_KEYS: key(), SECRET_KEYS: key() },
      ...{ DEMO: 'off', CAPTCHA_PROVIDER: 'off', LOG_LEVEL: 'warn' },
      ...{ MAIL_URL: mail.url, MAIL_FROM: 'Akun OSS <akun@example.com>' },
    };
    // As an upgrade goes: the older version's tables, in use, then this version's migrations.
    expect(await programsIn(old.root).run('commands/migrate.js', settings)).toMatchObject({ code: 0 });
    people.push(
      await register({ start: 'before', verify: 'before', complete: 'before', activate: 'before' }),
    );
    if (onSqlite()) await stopAll();
    expect(await run('commands/migrate.js', settings)).toMatchObject({ code: 0 });
  }, 600_000);
  afterAll(async () => {
    for (const one of running.values()) one.signal('SIGKILL');
    await Promise.all([...running.values()].map(({ ended }) => ended));
    await mail?.stop();
    await home?.remove();
    old?.remove();
  });

  it.each<[string, Steps]>([
    ['before', { start: 'before', verify: 'before', complete: 'before', activate: 'before' }],
    ['now', { start: 'now', verify: 'now', complete: 'now', activate: 'now' }],
    ['before and now by turns', { start: 'before', verify: 'now', complete: 'before', activate: 'now' }],
    ['now and before by turns', { start: 'now', verify: 'before', complete: 'now', activate: 'before' }],
  ])('register and activate people at the version %s', async (_, steps) => {
    people.push(await register(steps));
  });

  it('log in whoever came by way of the other', async () => {
    for (const version of ['before', 'now'] as const)
      for (const person of people) expect(await logIn(version, person)).toBe('LoggedIn');
  });

  it('leave a database in which every invariant holds, as either of them sees it', async () => {
    await stopAll();
    for (const program of [run, programsIn(old.root).run])
      for (const command of ['commands/verify-data.js', 'commands/verify-audit.js']) {
        const { code, output } = await program(command, settings);
        expect(`${code} ${output}`).toMatch(/^0 /);
      }
  });
});
