import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import { In, IsNull } from 'typeorm';
import { beforeAll, describe, expect, it } from 'vitest';

import { Identifier } from '../../server/src/account/identifier.entity.js';
import { EvidenceFile } from '../../server/src/features/email-replacement/evidence-file.entity.js';
import { ReplacementDecision } from '../../server/src/features/email-replacement/replacement-decision.entity.js';
import { AuditEvent } from '../../server/src/platform/audit/audit-event.entity.js';
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS, systemClock } from '../../server/src/platform/clock.js';
import { OutboxMessage } from '../../server/src/platform/outbox/outbox-message.entity.js';
import { atDesk, browserAt } from '../kit/agents.js';
import { type App, startAppAt } from '../kit/app.js';
import { buildServer, startServer } from '../kit/built-server.js';
import { DECIDE } from '../kit/case-operations.js';
import { caseRow, decision, type FiledCase, filedCase, inHand } from '../kit/cases.js';
import { freshDatabase, type Home, onSqlite } from '../kit/database.js';
import { picture } from '../kit/documents.js';
import { active, outcome, type Registered, said } from '../kit/people.js';
import { UNDO } from '../kit/replacement-operations.js';
import {
  type Asked,
  approve,
  asked,
  caseOf,
  createUpload,
  handedIn,
  linkToken,
} from '../kit/replacements.js';
import { rounds } from '../kit/rounds.js';

/** Of each kind in the air when the process dies: some are done by then, some half-way, some not begun. */
const AT_ONCE = 4;
const KILLS = rounds(1, 25);
const MOST_MS = 400;
const BASE = 'https://akun.example.com';

beforeAll(buildServer);

interface Prepared {
  readonly cookie: string;
  readonly commands: readonly { readonly filed: FiledCase; readonly input: object }[];
  readonly uploads: readonly { readonly to: Asked; readonly path: string; readonly id: string }[];
  /** To take effect as soon as a worker comes by. */
  readonly due: readonly Owned[];
  readonly undos: readonly (Owned & { readonly token: string })[];
}

interface Owned {
  readonly to: Asked;
  readonly person: Registered;
}

/** In this process, on the database of the one that will be killed; the two are never up together. */
async function inside<T>(home: Home, at: Date, work: (app: App) => Promise<T>): Promise<T> {
  const app = await startAppAt(home, at, { CLAIM_PER_AGENT: '10' });
  try {
    return await work(app);
  } finally {
    await app.stop();
  }
}

const times = async <T>(one: () => Promise<T>): Promise<T[]> => {
  const all: T[] = [];
  while (all.length < AT_ONCE) all.push(await one());
  return all;
};

async function withOwner(app: App): Promise<Owned> {
  const person = await active(app);
  return { person, to: await handedIn(app, person) };
}

/** Two days of casework that end a moment ago, by the clock on the wall. */
function prepare(home: Home, content: Buffer): Promise<Prepared> {
  const twoDaysAgo = new Date(systemClock().getTime() - 2 * DAY_MS - HOUR_MS);
  return inside(home, twoDaysAgo, async (app) => {
    const replaced = await times(() => withOwner(app));
    await app.work(); // the notices leave
    for (const { to } of replaced) await approve(app, to);
    app.passTime(DAY_MS);
    const undos = [];
    for (const one of replaced)
      undos.push({ ...one, token: await linkToken(app, one.person.email, 'REPLACEMENT_FORMER_EMAIL') });

    const [people, applicants] = [await times(() => active(app)), await times(() => asked(app))];
    const due = await times(() => withOwner(app));
    await app.work();
    for (const { to } of due) await approve(app, to);
    app.site.clock.at = systemClock();

    const rina = await atDesk(app, 'AGENT');
    const commands = [];
    for (const [n, person] of people.entries()) {
      const filed = await filedCase(app, { person });
      const { version } = await inHand(app, rina, filed);
      commands.push({ filed, input: decision(filed, version, n % 2 ? 'REJECT' : 'APPROVE') });
    }
    const uploads = [];
    for (const to of applicants) {
      const document = { kind: 'ID_CARD', contentType: 'image/jpeg', content };
      const { url, evidenceId: id } = outcome(await createUpload(app, to, document), 'EvidenceUpload');
      uploads.push({ to, path: new URL(url).pathname, id });
    }
    return { cookie: rina.browser.cookie ?? '', commands, uploads, due, undos };
  });
}

/** Everything at once against the built server, which dies somewhere in the middle. */
async function killedInTheMiddle(
  home: Home,
  { cookie, commands, uploads, undos }: Prepared,
  content: Buffer,
) {
  const server = await startServer({
    ...{
      DATA_DIR: home.folder,
      DEMO: 'off',
      CAPTCHA_PROVIDER: 'off',
      PUBLIC_BASE_URL: BASE,
      LOG_LEVEL: 'warn',
    },
    ...(onSqlite() ? {} : { DATABASE_URL: home.url }),
  });
  const post = (path: string, query: string, input: object, headers: Record<string, string> = {}) =>
    fetch(`${server.url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: BASE, ...headers },
      body: JSON.stringify({ query, variables: { input } }),
    });
  const [desk, headers] = [{ cookie: `__Host-konsol=${cookie}` }, { 'content-type': 'image/jpeg' }];
  const body = new Uint8Array(content);
  const calls = [
    ...commands.map(({ input }) => post('/helpdesk/graphql', DECIDE, input, desk)),
    ...undos.map(({ token }) => post('/graphql', UNDO, { token })),
    ...uploads.map(({ path }) => fetch(`${server.url}${path}`, { method: 'PUT', headers, body })),
  ].map((call) => call.catch(() => undefined));
  await Promise.race([Promise.all(calls), pause(Math.random() * MOST_MS)]);
  server.signal('SIGKILL');
  await server.ended;
  await Promise.all(calls);
}

const events = (app: App, caseId: string, ...names: string[]) =>
  app.db.rows.countBy(AuditEvent, { caseId, event: In(names) });

async function emailsOf(app: App, to: Asked): Promise<string[]> {
  const owned = { accountId: (await caseOf(app, to)).accountId ?? '', kind: 'EMAIL' as const };
  return (await app.db.rows.findBy(Identifier, { ...owned, replacedAt: IsNull() })).map(({ value }) => value);
}

/** State, decision, trail and letter together, or none of them. */
async function expectWholeDecision(app: App, filed: FiledCase): Promise<boolean> {
  const made = await app.db.rows.findBy(ReplacementDecision, { requestId: filed.id });
  const decided = (await caseRow(app, filed)).status !== 'IN_REVIEW';
  const kind = In(['REPLACEMENT_APPROVED', 'REPLACEMENT_REJECTED']);
  const told = await app.db.rows.countBy(OutboxMessage, { causeId: made[0]?.id ?? '', kind });
  const parts = [made.length, await events(app, filed.id, 'CASE_APPROVED', 'CASE_REJECTED'), told];
  expect(parts).toEqual(Array(3).fill(Number(decided)));
  return decided;
}

/** One email, the old or the new; and whoever was told was told of what happened. */
async function expectWholeEffect(app: App, { to, person }: Owned): Promise<boolean> {
  const { status, accountId, id } = await caseOf(app, to);
  const done = status === 'APPLIED';
  expect(await emailsOf(app, to)).toEqual([done ? to.newEmail : person.email]);
  const told = { accountId: accountId ?? '', kind: 'REPLACEMENT_FORMER_EMAIL' };
  const parts = [await events(app, id, 'CASE_APPLIED'), await app.db.rows.countBy(OutboxMessage, told)];
  expect(parts).toEqual(Array(2).fill(Number(done)));
  return done;
}

async function expectWholeUndo(app: App, { to, person }: Owned): Promise<boolean> {
  const { status, id } = await caseOf(app, to);
  const undone = status === 'UNDONE';
  expect(await emailsOf(app, to)).toEqual([undone ? person.email : to.newEmail]);
  expect(await events(app, id, 'CASE_UNDONE')).toBe(Number(undone));
  return undone;
}

/** No object without its row, no row without its object, nothing half-written. */
async function expectWholeUploads(app: App, home: Home, { uploads }: Prepared): Promise<void> {
  const files = await app.db.rows.findBy(EvidenceFile, { id: In(uploads.map(({ id }) => id)) });
  const folder = join(home.folder, 'evidence');
  const objects = new Set(existsSync(folder) ? readdirSync(folder) : []);
  for (const { id, status } of files) {
    expect(status).not.toBe('ARRIVING');
    expect(objects.has(id)).toBe(status === 'STORED');
  }
  const known = await app.db.rows.find(EvidenceFile, { select: { id: true } });
  const names = new Set(known.map(({ id }) => id));
  expect([...objects].filter((name) => !names.has(name))).toEqual([]);
}

describe('a process killed amid decisions, documents, changes that take effect and undo links', () => {
  it('leaves each of them whole or not begun, and the same commands finish them', async () => {
    const content = await picture('jpeg', 1200, 900);
    for (let kill = 0; kill < KILLS; kill += 1) {
      const home = await freshDatabase();
      const prepared = await prepare(home, content);
      await killedInTheMiddle(home, prepared, content);
      // Half a minute later a run that died has given its key free.
      await inside(home, new Date(systemClock().getTime() + 31 * SECOND_MS), async (app) => {
        const browser = browserAt(app);
        browser.cookie = prepared.cookie;
        for (const { filed, input } of prepared.commands) {
          await expectWholeDecision(app, filed);
          expect(said(await browser.ask(DECIDE, { input }))).toBe('DecisionRecorded');
          expect(await expectWholeDecision(app, filed)).toBe(true);
        }
        for (const one of prepared.undos) {
          const undone = await expectWholeUndo(app, one);
          const answer = said(await app.ask(UNDO, { input: { token: one.token } }));
          expect(answer).toBe(undone ? 'LinkRejected' : 'EmailReplacementUndone');
          expect(await expectWholeUndo(app, one)).toBe(true);
        }
        for (const one of prepared.due) await expectWholeEffect(app, one);
        app.passTime(30 * MINUTE_MS); // leases of the dead are over, and what it left is swept
        await app.work();
        for (const one of prepared.due) expect(await expectWholeEffect(app, one)).toBe(true);
        await expectWholeUploads(app, home, prepared);
        const document = { kind: 'ID_CARD', contentType: 'image/jpeg', content };
        for (const { to } of prepared.uploads)
          outcome(await createUpload(app, to, document), 'EvidenceUpload');
      });
      await home.remove();
    }
  });
});
