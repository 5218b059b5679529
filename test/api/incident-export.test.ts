import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { AuditEvent } from '../../server/src/platform/audit/audit-event.entity.js';
import { HOUR_MS, systemClock } from '../../server/src/platform/clock.js';
import { csvLine } from '../../server/src/platform/words/csv.js';
import { type AtDesk, atDesk } from '../kit/agents.js';
import { startAppAt } from '../kit/app.js';
import { buildServer, run } from '../kit/built-server.js';
import { freshDatabase, type Home, onSqlite } from '../kit/database.js';
import { lookUp, type OnFile, OPEN, onFile, REVEAL } from '../kit/desk.js';

let home: Home;
let rina: AtDesk;
let seen: OnFile;
let unseen: OnFile;
const began = new Date(systemClock().getTime() - HOUR_MS);
beforeAll(async () => {
  await buildServer();
  home = await freshDatabase();
  const app = await startAppAt(home, began);
  rina = await atDesk(app, 'AGENT');
  [seen, unseen] = [await onFile(app), await onFile(app)];
  await lookUp(rina, seen.username);
  await rina.ask(OPEN, { id: seen.id });
  const input = {
    accountId: seen.id,
    group: 'CONTACT',
    reason: 'Penelepon di 086012345678',
  };
  await rina.ask(REVEAL, { input });
  app.passTime(2 * HOUR_MS);
  const sari = await atDesk(app, 'AGENT');
  await lookUp(sari, unseen.username);
  await app.stop();
});
afterAll(() => home.remove());

const settings = () => ({
  DATA_DIR: home.folder,
  ...(onSqlite() ? {} : { DATABASE_URL: home.url }),
  PUBLIC_BASE_URL: 'https://akun.example.com',
});
const exported = (what: string, ...more: string[]) =>
  run(
    'commands/export-incident.js',
    settings(),
    what,
    ...['--agent', rina.username, '--by', 'Dewi Contoh', '--reason', 'Laporan 086012345678'],
    ...['--from', began.toISOString(), '--to', new Date(began.getTime() + HOUR_MS).toISOString()],
    ...more,
  );

describe('whose data an agent saw', () => {
  it('is one command: a line a look, masked, and nobody whom the agent did not see', async () => {
    const { code, output } = await exported('seen');
    expect(code).toBe(0);
    expect(output.split('\r\n')[0]).toMatch(/^at,event,extent,accountId,username,maskedName,ticket,fields/);
    for (const event of ['AGENT_LOOKUP,MASKED', 'RECORD_VIEWED,MASKED', 'DATA_REVEALED,IN_FULL'])
      expect(output).toContain(`${event},${seen.id},${seen.username}`);
    for (const value of [unseen.id, seen.nik, seen.email, seen.e164, seen.fullName, '086012345678'])
      expect(output).not.toContain(value);
  });

  it('is empty for another time, and refused without a name and a reason', async () => {
    const later = new Date(began.getTime() + 5 * HOUR_MS).toISOString();
    const { output } = await exported(
      'seen',
      '--from',
      later,
      '--to',
      new Date(Date.parse(later) + 1).toISOString(),
    );
    expect(output).toBe('');
    expect(
      await run('commands/export-incident.js', settings(), 'seen', '--agent', rina.username),
    ).toMatchObject({
      code: 1,
      output: expect.stringContaining('npm run incident:seen'),
    });
  });
});

describe('the notice after a breach', () => {
  it('has one entry a person: which data, when and how, as JSON too', async () => {
    const { code, output } = await exported('notice', '--format', 'json');
    expect(code).toBe(0);
    const [person, ...others] = JSON.parse(output);
    expect(others).toEqual([]);
    expect(person).toMatchObject({
      accountId: seen.id,
      username: seen.username,
      contacts: [expect.stringContaining('•')],
      how: ['AGENT_LOOKUP', 'DATA_REVEALED', 'RECORD_VIEWED'],
    });
    expect(person.inFull.length).toBeGreaterThan(0);
    expect(person.masked).toContain('accountSummary');
    expect(person.firstAt <= person.lastAt).toBe(true);
  });

  it('is itself on record, with who asked and why, and no number of anybody', async () => {
    const app = await startAppAt(home, systemClock());
    const entries = await app.db.rows.findBy(AuditEvent, { event: 'EXPORT_CREATED' });
    await app.stop();
    expect(entries.map(({ reasonCode }) => reasonCode).sort()).toEqual([
      'INCIDENT_NOTICE',
      'INCIDENT_SEEN',
      'INCIDENT_SEEN',
    ]);
    for (const { subjectId, afterJson, reason } of entries) {
      expect([subjectId, afterJson]).toEqual([rina.id, expect.stringContaining('Dewi Contoh')]);
      expect(reason).toBe('Laporan 0860••••');
    }
  });
});

describe('a cell of an export', () => {
  it('is never calculated by a spreadsheet (R10)', () => {
    expect(csvLine(['=1+1', '+62', '-', '@x', 'a,"b"', 'biasa'])).toBe(
      `'=1+1,'+62,'-,'@x,"a,""b""",biasa\r\n`,
    );
  });
});
