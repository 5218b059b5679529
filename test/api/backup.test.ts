import { randomBytes } from 'node:crypto';
import { appendFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { Session } from '../../server/src/account/session.entity.js';
import { HOUR_MS, systemClock } from '../../server/src/platform/clock.js';
import { LOGIN } from '../kit/account-operations.js';
import { type App, startAppAt } from '../kit/app.js';
import { buildServer, run } from '../kit/built-server.js';
import { freshDatabase, type Home, onSqlite } from '../kit/database.js';
import { active, loggedIn, type Registered, said } from '../kit/people.js';
import { askReset, reset, resetToken } from '../kit/recovery.js';
import { handedIn, replacementStatus } from '../kit/replacements.js';

let [home, other]: Home[] = [];
let app: App;
let known: Registered;
let late: Registered;
let ticket: string;
let link: string;

/** They are kept elsewhere than what was made with them. */
const key = () => `1:${randomBytes(32).toString('base64')}`;
const keys = { DATA_KEYS: key(), INDEX_KEYS: key(), SECRET_KEYS: key() };
const settingsOf = ({ url, folder }: Home) => ({
  ...{ DATA_DIR: folder, PUBLIC_BASE_URL: 'https://akun.example.com', ...keys },
  ...(onSqlite() ? {} : { DATABASE_URL: url }),
});
const copy = () => join(home?.folder ?? '', 'backup');

beforeAll(async () => {
  await buildServer();
  [home, other] = [await freshDatabase(), await freshDatabase()];
  app = await startAppAt(home, new Date(systemClock().getTime() - HOUR_MS), keys);
  known = await active(app);
  ({ ticket } = await handedIn(app, known));
  await loggedIn(app, known);
  await askReset(app, known.email);
  link = await resetToken(app, known);
  await app.work();
});
afterAll(async () => {
  await app.stop();
  await home?.remove();
  await other?.remove();
});

describe('a backup', () => {
  it('is made while the service runs, and never over another', async () => {
    if (!home) throw new Error('There is a database.');
    expect(await run('commands/back-up.js', settingsOf(home), copy())).toMatchObject({ code: 0 });
    late = await active(app);
    expect(existsSync(join(copy(), 'evidence'))).toBe(true);
    expect(await run('commands/back-up.js', settingsOf(home), copy())).toMatchObject({ code: 1 });
  });

  it('comes back as it was: people, cases, documents and trail; nothing that was open then is', async () => {
    if (!other) throw new Error('There is another database.');
    const settings = settingsOf(other);
    const { output, code } = await run('commands/restore.js', settings, copy());
    expect(output).toContain('Restored');
    expect(code).toBe(0);
    const checked = await run('commands/verify-data.js', settings);
    expect(checked.output).toContain(' 0 broken');
    expect(await run('commands/verify-audit.js', settings)).toMatchObject({ code: 0 });

    const restored = await startAppAt(other, systemClock(), keys);
    const logIn = async ({ username: identifier, password }: Registered) =>
      said(await restored.ask(LOGIN, { input: { identifier, password } }));
    expect(await restored.db.rows.countBy(Session, { endReason: 'RESTORED' })).toBe(1);
    expect(await logIn(known)).toBe('LoggedIn');
    expect(await logIn(late)).toBe('LoginRejected');
    expect(said(await reset(restored, link))).toBe('ResetLinkRejected');
    expect((await replacementStatus(restored, ticket, known.nik)).data).toBeTruthy();
    await restored.stop();
  });

  it('that lost its trail’s end is noticed', async () => {
    if (!other) throw new Error('There is another database.');
    const cut = { at: systemClock().toISOString(), seq: 1_000_000, eventId: 'later', chain: '1.x' };
    appendFileSync(join(other.folder, 'audit-anchors.jsonl'), `${JSON.stringify(cut)}\n`);
    const { code, output } = await run('commands/verify-data.js', settingsOf(other));
    expect(code).toBe(1);
    expect(output).toContain('BROKEN  audit-chain-holds');
  });
});
