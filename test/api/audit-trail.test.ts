import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { Identifier } from '../../server/src/account/identifier.entity.js';
import { Agent } from '../../server/src/office/agent.entity.js';
import { AgentRole } from '../../server/src/office/agent-role.js';
import { ofAgent } from '../../server/src/office/trail.js';
import type { AuditEntry } from '../../server/src/platform/audit/audit.js';
import { AuditEvent } from '../../server/src/platform/audit/audit-event.entity.js';
import { MINUTE_MS, SECOND_MS } from '../../server/src/platform/clock.js';
import { newId } from '../../server/src/platform/ids.js';
import { type AtDesk, atDesk } from '../kit/agents.js';
import { type App, startApp } from '../kit/app.js';
import { active, newPerson } from '../kit/people.js';
import { statementsOf, statementsWithValues } from '../kit/statements.js';

const TRAIL = /* GraphQL */ `
  query Trail($filter: AuditFilter!, $first: Int, $after: String) {
    auditTrail(filter: $filter, first: $first, after: $after) {
      endCursor
      hasNextPage
      items {
        id sequence at event description result actor actorId subject subjectKind subjectId ticket reason reasonCode ip fields
        changes { field before after }
      }
    }
  }
`;

let app: App;
let auditor: AtDesk;
beforeAll(async () => {
  app = await startApp();
  auditor = await atDesk(app, 'AUDITOR', 'CENTRAL');
});
afterAll(() => app.stop());

interface Shown {
  readonly id: string;
  readonly event: string;
  readonly actorId: string | null;
  readonly [field: string]: unknown;
}

async function pageFor(reader: AtDesk, filter: object, more: object = {}) {
  const answer = await reader.ask(TRAIL, { filter, ...more });
  if (answer.errors) throw new Error(JSON.stringify(answer.errors));
  return answer.data.auditTrail as { items: Shown[]; endCursor: string | null; hasNextPage: boolean };
}

const seenBy = async (reader: AtDesk, filter: object) => (await pageFor(reader, filter)).items;

/** What another feature writes when this agent does something. */
async function acts(agent: AtDesk, entry: Omit<AuditEntry, 'actorKind'>): Promise<void> {
  const onDuty = await app.house.agents.find(agent.id);
  if (!onDuty) throw new Error('Nobody is there.');
  const from = { source: '203.0.113.77', device: 'tests' };
  await app.db.transact((tx) => app.house.audit.record(tx, { ...ofAgent(onDuty, from), ...entry }));
}

const codeOf = ({ errors }: { errors?: { extensions: { code: string } }[] }) => errors?.[0]?.extensions.code;

describe('who reads which part of the trail', () => {
  it('is nobody from the queue: agents and approvers are turned away', async () => {
    for (const role of ['AGENT', 'APPROVER'] as const) {
      const answer = await (await atDesk(app, role)).ask(TRAIL, { filter: {} });
      expect(codeOf(answer)).toBe('FORBIDDEN');
    }
  });

  it('gives supervisors what the offices of their scope did, and an auditor all of it', async () => {
    const [bandung, jakarta] = [await atDesk(app, 'AGENT', '32.73'), await atDesk(app, 'AGENT', '31')];
    const province = await atDesk(app, 'SUPERVISOR', '32');
    const city = await atDesk(app, 'SUPERVISOR', '32.73');
    const centre = await atDesk(app, 'SUPERVISOR', 'CENTRAL');
    const filter = { event: ['LOGIN_SUCCEEDED'] };
    const actors = async (reader: AtDesk) => new Set((await seenBy(reader, filter)).map((e) => e.actorId));
    for (const reader of [province, city]) {
      const seen = await actors(reader);
      expect([seen.has(bandung.id), seen.has(jakarta.id)]).toEqual([true, false]);
    }
    expect((await actors(city)).has(province.id)).toBe(false);
    for (const reader of [centre, auditor]) expect((await actors(reader)).has(jakarta.id)).toBe(true);
  });

  it('hides what another office did also from whoever names the agent', async () => {
    const [jakarta, city] = [await atDesk(app, 'AGENT', '31'), await atDesk(app, 'SUPERVISOR', '32.73')];
    const [theirs, nobodys] = [{ actorId: jakarta.id }, { actorId: newId(app.now()) }];
    expect(await seenBy(city, theirs)).toEqual(await seenBy(city, nobodys));
  });

  it('gives admins their own acts and nobody else’s, whatever they ask for', async () => {
    const [admin, other] = [await atDesk(app, 'ADMIN', 'CENTRAL'), await atDesk(app, 'ADMIN', 'CENTRAL')];
    const own = await seenBy(admin, {});
    expect(new Set(own.map(({ actorId }) => actorId))).toEqual(new Set([admin.id]));
    expect(await seenBy(admin, { actorId: other.id })).toEqual([]);
  });
});

describe('one filter', () => {
  it('says whose data an agent saw between two moments', async () => {
    const [agent, other] = [await atDesk(app, 'AGENT'), await atDesk(app, 'AGENT')];
    const account = () => ({ subjectKind: 'ACCOUNT', subjectId: newId(app.now()) });
    const [before, one, two, after] = [account(), account(), account(), account()];
    await acts(agent, { event: 'RECORD_VIEWED', ...before });
    app.passTime(MINUTE_MS);
    const from = app.now();
    await acts(agent, { event: 'RECORD_VIEWED', ...one });
    await acts(agent, { event: 'DATA_REVEALED', ...two, fields: ['nik'], reason: 'cek dokumen' });
    await acts(other, { event: 'DATA_REVEALED', ...before });
    await acts(agent, { event: 'STEP_UP_SUCCEEDED' });
    app.passTime(MINUTE_MS);
    const to = app.now();
    await acts(agent, { event: 'RECORD_VIEWED', ...after });
    const event = ['RECORD_VIEWED', 'DATA_REVEALED', 'EVIDENCE_VIEWED', 'AGENT_LOOKUP'];
    const seen = await seenBy(auditor, { actorId: agent.id, event, from, to });
    expect(seen.map(({ subjectId }) => subjectId).sort()).toEqual([one.subjectId, two.subjectId].sort());
    expect(seen.find((line) => line.event === 'DATA_REVEALED')).toMatchObject({
      fields: ['nik'],
      reason: 'cek dokumen',
    });
  });

  it('finds what happened to one account, with its owner’s own acts', async () => {
    const person = await active(app);
    const found = await app.db.rows.findOneByOrFail(Identifier, { contactKey: person.username });
    const seen = await seenBy(auditor, { accountId: found.accountId });
    expect(seen.map(({ event }) => event)).toContain('ACCOUNT_ACTIVATED');
    expect(new Set(seen.map(({ subject }) => subject))).toEqual(new Set([`Akun ${person.username}`]));
  });

  it('finds nothing for a number that no request has', async () => {
    expect(await seenBy(auditor, { ticket: 'EML-2611-99999' })).toEqual([]);
  });

  it('refuses events that do not exist and pages of no size', async () => {
    expect(codeOf(await auditor.ask(TRAIL, { filter: { event: ['DROP TABLE'] } }))).toBe('BAD_USER_INPUT');
    expect(codeOf(await auditor.ask(TRAIL, { filter: {}, first: 0 }))).toBe('BAD_USER_INPUT');
  });
});

describe('a line of the trail', () => {
  it('says who, as what and where at that time, also after they moved', async () => {
    const agent = await atDesk(app, 'AGENT', '32.73');
    const { fullName } = await app.db.rows.findOneByOrFail(Agent, { id: agent.id });
    const province = (await app.db.rows.query("SELECT id FROM offices WHERE seat = '32'"))[0].id;
    await acts(agent, { event: 'AGENT_LOOKUP', reason: 'telepon' });
    await app.db.transact((tx) =>
      app.house.agents.reassign(tx, { id: agent.id, role: AgentRole.APPROVER, officeId: province }),
    );
    const [line] = await seenBy(auditor, { actorId: agent.id, event: ['AGENT_LOOKUP'] });
    expect(line).toMatchObject({
      actor: `${fullName} · petugas · DPMPTSP Kota Bandung`,
      description: 'Mencari akun',
      reason: 'telepon',
    });
  });

  it('is told in English to whoever reads English', async () => {
    const agent = await atDesk(app, 'AGENT');
    const filter = { actorId: agent.id, event: ['LOGIN_SUCCEEDED'] };
    const { data } = await auditor.ask(TRAIL, { filter }, { 'accept-language': 'en' });
    expect(data.auditTrail.items[0]).toMatchObject({ description: 'Signed in' });
    expect(data.auditTrail.items[0].actor).toContain(' · agent · ');
  });

  it('shows what changed, field by field, and its place in the chain once it has one', async () => {
    const agent = await atDesk(app, 'ADMIN', 'CENTRAL');
    await acts(agent, {
      event: 'SETTING_CHANGED',
      before: { a: 1, gone: 'x' },
      after: { a: 2, fresh: true },
    });
    const filter = { actorId: agent.id, event: ['SETTING_CHANGED'] };
    const [line] = await seenBy(auditor, filter);
    expect(line?.changes).toEqual([
      { field: 'a', before: '1', after: '2' },
      { field: 'gone', before: 'x', after: null },
      { field: 'fresh', before: null, after: 'true' },
    ]);
    expect(line?.sequence).toBe('');
    app.passTime(5 * SECOND_MS);
    await app.work();
    expect((await seenBy(auditor, filter))[0]?.sequence).toMatch(/^\d+$/);
  });

  it('hides the end of the address, except from an auditor who says why', async () => {
    const agent = await atDesk(app, 'AGENT', '32.73');
    const supervisor = await atDesk(app, 'SUPERVISOR', '32.73');
    await acts(agent, { event: 'AGENT_LOOKUP' });
    const filter = { actorId: agent.id, event: ['AGENT_LOOKUP'] };
    const reason = 'laporan kebocoran nomor 12';
    const ips = async (reader: AtDesk, more: object) => (await seenBy(reader, { ...filter, ...more }))[0]?.ip;
    expect(await ips(auditor, {})).toBe('203.0.113.•');
    expect(await ips(supervisor, { reason })).toBe('203.0.113.•');
    expect(await ips(auditor, { reason })).toBe('203.0.113.77');
    const [opening] = await seenBy(auditor, { actorId: auditor.id, event: ['AUDIT_READ'] });
    const before = await seenBy(auditor, { actorId: auditor.id, event: ['AUDIT_READ'] });
    expect(opening).toBeDefined();
    expect(before.map((line) => line.reason)).toContain(reason);
  });

  it('never names somebody unknown by what the trail keeps of them', async () => {
    await app.ask('mutation($i: LoginInput!) { login(input: $i) { __typename } }', {
      i: { identifier: newPerson().email, password: 'salah-sekali-1!' },
    });
    const [line] = await seenBy(auditor, { event: ['LOGIN_FAILED'] });
    expect(line).toMatchObject({ actor: 'Seseorang tanpa masuk', actorId: null });
  });
});

describe('reading on', () => {
  it('gives every line once, newest first, and puts the opening on record once', async () => {
    const agent = await atDesk(app, 'AGENT');
    for (let line = 0; line < 25; line += 1) {
      if (line % 3 === 0) app.passTime(1);
      await acts(agent, { event: line % 2 ? 'RECORD_VIEWED' : 'AGENT_LOOKUP' });
    }
    const filter = { event: ['RECORD_VIEWED', 'AGENT_LOOKUP'], actorId: agent.id };
    const openings = () => app.db.rows.countBy(AuditEvent, { event: 'AUDIT_READ', actorId: auditor.id });
    const before = await openings();
    const ids: string[] = [];
    let after: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof pageFor>> = await pageFor(auditor, filter, { first: 10, after });
      ids.push(...page.items.map(({ id }) => id));
      after = page.hasNextPage ? page.endCursor : null;
    } while (after);
    expect(ids).toHaveLength(25);
    expect(ids).toEqual([...new Set(ids)].sort().reverse());
    expect((await openings()) - before).toBe(1);
  });

  it('merges several events and several offices in one order', async () => {
    const [one, two] = [await atDesk(app, 'AGENT', '32.73'), await atDesk(app, 'AGENT', '32')];
    const province = await atDesk(app, 'SUPERVISOR', '32');
    app.passTime(1);
    const from = app.now();
    for (const agent of [one, two, one, two]) {
      app.passTime(1);
      await acts(agent, { event: agent === one ? 'RECORD_VIEWED' : 'AGENT_LOOKUP' });
    }
    const asked = { event: ['RECORD_VIEWED', 'AGENT_LOOKUP'], from };
    for (const reader of [province, auditor]) {
      const seen = await seenBy(reader, asked);
      expect(seen.map(({ actorId }) => actorId)).toEqual([two.id, one.id, two.id, one.id]);
    }
  });

  it('goes on only from a place of the same reading: nobody reads without an opening', async () => {
    const { endCursor } = await pageFor(auditor, { event: ['LOGIN_SUCCEEDED'] }, { first: 1 });
    const [place] = (endCursor ?? '').split('~');
    const go = (filter: object, after: string | null, reader = auditor) =>
      reader.ask(TRAIL, { filter, after, first: 1 });
    expect(codeOf(await go({ event: ['LOGIN_SUCCEEDED'] }, endCursor))).toBeUndefined();
    expect(codeOf(await go({}, endCursor))).toBe('BAD_USER_INPUT');
    expect(codeOf(await go({ event: ['LOGIN_SUCCEEDED'] }, place ?? ''))).toBe('BAD_USER_INPUT');
    const other = await atDesk(app, 'AUDITOR', 'CENTRAL');
    expect(codeOf(await go({ event: ['LOGIN_SUCCEEDED'] }, endCursor, other))).toBe('BAD_USER_INPUT');
  });
});

describe('the cost of a page', () => {
  it('is four statements, however long the page', async () => {
    for (const first of [1, 20, 100])
      expect(await statementsOf(app, () => pageFor(auditor, {}, { first }))).toHaveLength(4); // session, opening, rows, names
  });

  it.each([
    ['the whole trail', {}, 'ix_audit_at'],
    ['an agent', { actorId: 'x' }, 'ix_audit_actor'],
    ['an account', { accountId: 'x' }, 'ix_audit_subject'],
    ['events', { event: ['AGENT_DISABLED', 'AGENT_CREATED'] }, 'ix_audit_event'],
  ])('follows the order of an index for %s', async (_what, filter, index) => {
    const { steps, shown } = await planOf(auditor, filter);
    expect(steps.length).toBeGreaterThan(0);
    expect(shown).toMatch(BY_KEY);
    for (const step of steps) expect(step).toContain(index);
    expect(steps.join()).not.toMatch(/filesort|TEMP B-TREE/);
  });

  it('follows one for each office of a supervisor', async () => {
    const { steps } = await planOf(await atDesk(app, 'SUPERVISOR', '32'), {});
    expect(steps).toHaveLength(2); // the province and its one city here
    for (const step of steps) expect(step).toContain('ix_audit_office');
  });
});

const BY_KEY = /SEARCH shown USING INDEX sqlite_autoindex|"type":"eq_ref".*"key":"PRIMARY"/;

/** How the database would find a page: its steps along the table of events, and the one that reads what is shown. */
async function planOf(reader: AtDesk, filter: object): Promise<{ steps: string[]; shown: string }> {
  const asked = await statementsWithValues(app, () => pageFor(reader, filter));
  const { sql, values } = asked.find((one) => one.sql.includes('branch_0')) ?? { sql: '', values: [] };
  const explain = app.config.databaseUrl.startsWith('sqlite:') ? 'EXPLAIN QUERY PLAN' : 'EXPLAIN';
  const plan: object[] = await app.db.rows.query(`${explain} ${sql}`, [...values]);
  const steps = plan.map((step) => JSON.stringify(step));
  return {
    steps: steps.filter((step) => /\bevent\b/.test(step)),
    shown: steps.find((step) => /\bshown\b/.test(step)) ?? '',
  };
}
