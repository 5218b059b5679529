import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { PersonalData } from '../../server/src/account/personal-data.js';
import { Agent } from '../../server/src/office/agent.entity.js';
import { Office } from '../../server/src/office/office.entity.js';
import { codeAt } from '../../server/src/office/totp.js';
import { AuditEvent } from '../../server/src/platform/audit/audit-event.entity.js';
import { HOUR_MS, MINUTE_MS, SECOND_MS } from '../../server/src/platform/clock.js';
import {
  ACCEPT_INVITATION,
  AGENT_PASSWORD,
  type AtDesk,
  atDesk,
  browserAt,
  CONFIRM_TOTP,
  LOG_IN_AGENT,
  provenAfresh,
  seedIn,
} from '../kit/agents.js';
import { type App, anotherProcess, startApp } from '../kit/app.js';
import { newPerson, outcome, said } from '../kit/people.js';

const SAVED = /* GraphQL */ `
  __typename
  ... on AgentSaved { agent { id username fullName role active totpEnrolled office { id name } } }
  ... on AgentNotSaved { waiting }
  ... on Problem { message }
`;
const CREATE = `mutation Create($input: CreateAgentInput!) { createAgent(input: $input) { ${SAVED} } }`;
const UPDATE = `mutation Update($input: UpdateAgentInput!) { updateAgent(input: $input) { ${SAVED} } }`;
const AGAIN = `mutation Again($input: InviteAgentAgainInput!) { inviteAgentAgain(input: $input) { ${SAVED} } }`;
const AGENTS = /* GraphQL */ `
  { agents { id fullName role active pendingChange { role readmit proposedBy mine expiresAt office { name } } } }
`;
const OFFICES = '{ offices { name } }';

let app: App;
let dewi: AtDesk;
let eko: AtDesk;
beforeAll(async () => {
  app = await startApp();
  [dewi, eko] = [await atDesk(app, 'ADMIN', 'CENTRAL'), await atDesk(app, 'ADMIN', 'CENTRAL')];
});
afterAll(() => app.stop());

let invitations = 0;
async function newAgent(more: object = {}) {
  invitations += 1;
  return {
    username: `baru.${invitations}`,
    fullName: `Sari Contoh ${invitations}`,
    email: `baru${invitations}@example.com`,
    role: 'AGENT',
    officeId: await officeAt('32.73'),
    ...more,
  };
}

const officeAt = async (seat: string) => (await app.db.rows.findOneByOrFail(Office, { seat })).id;
/** A code that is fresh enough for changes of agents. */
const fresh = async (admin: AtDesk) => {
  await provenAfresh(app, admin);
  return admin;
};
const create = async (input: object, admin = dewi) => (await fresh(admin)).ask(CREATE, { input });
const update = async (agentId: string, change: object, admin = dewi) =>
  (await fresh(admin)).ask(UPDATE, { input: { agentId, ...change } });
const refusal = async (answer: ReturnType<typeof update>) => outcome(await answer, 'AgentNotSaved');
const eventsOn = async (subjectId: string) => {
  const rows = await app.db.rows.find(AuditEvent, { where: { subjectId }, order: { at: 'ASC', id: 'ASC' } });
  return rows.map(({ event }) => event);
};
const reasonOf = ({ errors }: { errors?: { extensions: { reason: string } }[] }) =>
  errors?.[0]?.extensions.reason;
const listed = async (admin: AtDesk, id: string) =>
  (await admin.ask(AGENTS)).data.agents.find((agent: { id: string }) => agent.id === id);

describe('inviting an agent', () => {
  it('mails a link in both languages, with which the person gets in', async () => {
    const input = await newAgent();
    const { agent } = outcome(await create(input), 'AgentSaved');
    expect(agent).toMatchObject({ role: 'AGENT', active: true, totpEnrolled: false });
    const letter = await app.latest(input.email, 'AGENT_INVITATION');
    expect(letter.subject).toBe('Undangan ke konsol helpdesk OSS / Invitation to the OSS helpdesk console');
    const token = new URL(letter.link ?? '').hash.slice(1);
    const browser = browserAt(app);
    const accepted = await browser.ask(ACCEPT_INVITATION, { input: { token, password: AGENT_PASSWORD } });
    const { challenge, otpauthUri } = outcome(accepted, 'TotpEnrolment');
    const code = codeAt(seedIn(otpauthUri), app.now());
    outcome(await browser.ask(CONFIRM_TOTP, { input: { challenge, code } }), 'AgentLoggedIn');
    expect(await eventsOn(agent.id)).toEqual(['AGENT_CREATED']);
  });

  it('never hands the link or a code to the admin', async () => {
    const input = await newAgent();
    const answer = JSON.stringify(await create(input));
    const { link } = await app.latest(input.email, 'AGENT_INVITATION');
    expect(answer).not.toContain(new URL(link ?? '').hash.slice(1));
  });

  it('says which of name, email and NIK another agent has, in whatever case it is typed', async () => {
    const { nik } = newPerson();
    const known = await newAgent({ nik });
    outcome(await create(known), 'AgentSaved');
    const says = async (more: object) => (await refusal(create(await newAgent(more)))).message;
    expect(await says({ username: known.username.toUpperCase() })).toContain('Nama pengguna');
    expect(await says({ email: known.email.toUpperCase() })).toContain('Email kerja');
    expect(await says({ nik })).toContain('NIK');
  });

  it('keeps of the NIK only the digest by which conflicts of interest are seen', async () => {
    const { nik } = newPerson();
    const { agent } = outcome(await create(await newAgent({ nik })), 'AgentSaved');
    const row = await app.db.rows.findOneByOrFail(Agent, { id: agent.id });
    expect(row.nikIndex).toBe(new PersonalData(app.house.seal, app.house.index).nikIndex(nik));
    expect(JSON.stringify(await app.db.rows.find(AuditEvent)) + JSON.stringify(row)).not.toContain(nik);
  });

  it('makes one agent of eight equal commands with one key, and mails one link', async () => {
    const input = { ...(await newAgent()), idempotencyKey: 'undang-sari-0001' };
    await fresh(dewi);
    const answers = await Promise.all(Array.from({ length: 8 }, () => dewi.ask(CREATE, { input })));
    const again = outcome(await dewi.ask(CREATE, { input }), 'AgentSaved');
    for (const answer of answers) {
      if (said(answer) === 'AgentSaved') expect(outcome(answer, 'AgentSaved')).toEqual(again);
      else expect(outcome(answer, 'AgentNotSaved').message).toContain('masih dikerjakan');
    }
    const letters = (await app.inbox(input.email)).filter(({ kind }) => kind === 'AGENT_INVITATION');
    expect(letters).toHaveLength(1);
  });

  it('refuses malformed entries at their fields and an office that is closed or unknown', async () => {
    const answer = await create(await newAgent({ username: 'a b', email: 'bukan-email', nik: '123' }));
    const { fields } = answer.errors?.[0]?.extensions ?? {};
    expect(fields.map(({ field }: { field: string }) => field).sort()).toEqual(['email', 'nik', 'username']);
    expect((await refusal(create(await newAgent({ officeId: 'x' })))).message).toContain('Kantor');
  });

  it('is told to the other admins when an admin is invited', async () => {
    const input = await newAgent({ role: 'ADMIN', officeId: await officeAt('CENTRAL') });
    outcome(await create(input), 'AgentSaved');
    expect((await app.latest(eko.email, 'ADMIN_INVITED')).text).toContain(input.fullName);
    expect((await app.inbox(dewi.email)).map(({ kind }) => kind)).not.toContain('ADMIN_INVITED');
  });

  it('asks for a fresh code first', async () => {
    await fresh(dewi);
    app.passTime(5 * MINUTE_MS);
    expect(said(await dewi.ask(CREATE, { input: await newAgent() }))).toBe('FreshProofRequired');
  });
});

describe('inviting again', () => {
  it('gives a new password for a lost one; the authenticator stays, and the old password works until then', async () => {
    const agent = await atDesk(app, 'AGENT');
    const answer = (await fresh(dewi)).ask(AGAIN, { input: { agentId: agent.id } });
    outcome(await answer, 'AgentSaved');
    expect((await agent.ask(OFFICES)).errors).toBeUndefined();
    const { link } = await app.latest(agent.email, 'AGENT_INVITATION');
    const token = new URL(link ?? '').hash.slice(1);
    const password = 'Teh-Poci-99-manis';
    const browser = browserAt(app);
    const { challenge } = outcome(
      await browser.ask(ACCEPT_INVITATION, { input: { token, password } }),
      'TotpRequired',
    );
    expect(reasonOf(await agent.ask(OFFICES))).toBe('CHANGED');
    app.passTime(30 * SECOND_MS);
    const code = codeAt(agent.seed, app.now());
    outcome(await browser.ask(CONFIRM_TOTP, { input: { challenge, code } }), 'AgentLoggedIn');
    const old = { username: agent.username, password: AGENT_PASSWORD };
    expect(said(await browserAt(app).ask(LOG_IN_AGENT, { input: old }))).toBe('AgentLoginRejected');
  });
});

describe('dismissing an agent', () => {
  it('puts them out at once, on every process, and gives back what they hold', async () => {
    const agent = await atDesk(app, 'AGENT');
    const other = await anotherProcess(app);
    const elsewhere = browserAt(other);
    elsewhere.cookie = agent.browser.cookie;
    expect((await elsewhere.ask(OFFICES)).errors).toBeUndefined();
    const left: string[] = [];
    app.house.departures.on(async (_tx, agentId) => left.push(agentId));
    outcome(await update(agent.id, { active: false }), 'AgentSaved');
    expect(reasonOf(await elsewhere.ask(OFFICES))).toBe('DISABLED');
    expect(left).toEqual([agent.id]);
    expect(await eventsOn(agent.id)).toContain('AGENT_DISABLED');
    const input = { username: agent.username, password: AGENT_PASSWORD };
    expect(said(await browserAt(other).ask(LOG_IN_AGENT, { input }))).toBe('AgentLoginRejected');
    if (other !== app) await other.stop();
  });

  it('is undone only by two admins', async () => {
    const agent = await atDesk(app, 'AGENT');
    await update(agent.id, { active: false });
    expect((await refusal(update(agent.id, { active: true }))).waiting).toBe(true);
    expect(outcome(await update(agent.id, { active: true }, eko), 'AgentSaved').agent.active).toBe(true);
    expect(await eventsOn(agent.id)).toContain('AGENT_READMITTED');
  });
});

describe('a lost phone', () => {
  it('is answered by a new enrolment: sessions end, the agent and the other admins are told (R24)', async () => {
    const agent = await atDesk(app, 'AGENT');
    const saved = outcome(await update(agent.id, { resetTotp: true }), 'AgentSaved');
    expect(saved.agent.totpEnrolled).toBe(false);
    expect(reasonOf(await agent.ask(OFFICES))).toBe('CHANGED');
    expect((await app.latest(agent.email, 'AGENT_TOTP_RESET')).text).toContain('authenticator');
    expect((await app.latest(eko.email, 'AGENT_TOTP_RESET_TOLD')).text).toContain('Rina Contoh');
    const input = { username: agent.username, password: AGENT_PASSWORD };
    expect(said(await browserAt(app).ask(LOG_IN_AGENT, { input }))).toBe('TotpEnrolment');
    expect(await eventsOn(agent.id)).toContain('AGENT_TOTP_RESET');
  });
});

describe('a change of role or office', () => {
  it('waits for a second admin and acts when that one sends the same', async () => {
    const agent = await atDesk(app, 'AGENT');
    const first = await refusal(update(agent.id, { role: 'APPROVER' }));
    expect(first).toMatchObject({ waiting: true, message: expect.stringContaining('Menunggu admin kedua') });
    expect((await agent.ask(OFFICES)).errors).toBeUndefined();
    const pending = (await listed(eko, agent.id)).pendingChange;
    expect(pending).toMatchObject({
      role: 'APPROVER',
      mine: false,
      office: { name: 'DPMPTSP Kota Bandung' },
    });
    const { agent: changed } = outcome(await update(agent.id, { role: 'APPROVER' }, eko), 'AgentSaved');
    expect(changed.role).toBe('APPROVER');
    expect(reasonOf(await agent.ask(OFFICES))).toBe('CHANGED');
    expect(await eventsOn(agent.id)).toEqual(
      expect.arrayContaining(['SETTING_PROPOSED', 'AGENT_ROLE_CHANGED']),
    );
    expect((await listed(eko, agent.id)).pendingChange).toBeNull();
  });

  it('is not made by one person who sends it twice', async () => {
    const agent = await atDesk(app, 'AGENT');
    for (const _ of [1, 2])
      expect((await refusal(update(agent.id, { role: 'SUPERVISOR' }))).waiting).toBe(true);
    expect((await listed(eko, agent.id)).role).toBe('AGENT');
    expect((await eventsOn(agent.id)).filter((event) => event === 'SETTING_PROPOSED')).toHaveLength(1);
  });

  it('begins anew when the second sends something else, or when the first was too long ago', async () => {
    const agent = await atDesk(app, 'AGENT');
    await update(agent.id, { role: 'APPROVER' });
    expect((await refusal(update(agent.id, { role: 'SUPERVISOR' }, eko))).waiting).toBe(true);
    expect((await listed(dewi, agent.id)).pendingChange).toMatchObject({ role: 'SUPERVISOR', mine: false });
    app.passTime(72 * HOUR_MS);
    [dewi, eko] = [await atDesk(app, 'ADMIN', 'CENTRAL'), await atDesk(app, 'ADMIN', 'CENTRAL')];
    expect((await refusal(update(agent.id, { role: 'SUPERVISOR' }))).waiting).toBe(true);
    outcome(await update(agent.id, { role: 'SUPERVISOR' }, eko), 'AgentSaved');
  });

  it('counts for nothing when whoever proposed it has been dismissed', async () => {
    const [agent, gone] = [await atDesk(app, 'AGENT'), await atDesk(app, 'ADMIN', 'CENTRAL')];
    await update(agent.id, { role: 'ADMIN' }, gone);
    await update(gone.id, { active: false });
    expect((await refusal(update(agent.id, { role: 'ADMIN' }))).waiting).toBe(true);
  });

  it('moves somebody to another office with the claims given back', async () => {
    const agent = await atDesk(app, 'AGENT');
    const officeId = await officeAt('32');
    await update(agent.id, { officeId });
    const { agent: moved } = outcome(await update(agent.id, { officeId }, eko), 'AgentSaved');
    expect(moved.office.name).toBe('DPMPTSP Provinsi Jawa Barat');
    expect(await eventsOn(agent.id)).toContain('AGENT_OFFICE_CHANGED');
  });

  it('takes effect once when both send it at the same moment, ten times over', async () => {
    for (let round = 0; round < 10; round += 1) {
      const agent = await atDesk(app, 'AGENT');
      await Promise.all([fresh(dewi), fresh(eko)]);
      const input = { agentId: agent.id, role: 'APPROVER' };
      const answers = await Promise.all([dewi, eko, dewi, eko].map((admin) => admin.ask(UPDATE, { input })));
      expect(answers.map(said)).toContain('AgentSaved');
      expect((await eventsOn(agent.id)).filter((event) => event === 'AGENT_ROLE_CHANGED')).toHaveLength(1);
    }
  });
});

describe('admins among themselves', () => {
  it('change nothing about themselves', async () => {
    for (const change of [{ role: 'SUPERVISOR' }, { active: false }, { resetTotp: true }])
      expect((await refusal(update(dewi.id, change))).message).toContain('dirinya sendiri');
  });

  it('cannot both remove the other: one remains, over two processes', async () => {
    const other = await anotherProcess(app);
    for (let round = 0; round < 8; round += 1) {
      const [one, two] = [await atDesk(app, 'ADMIN', 'CENTRAL'), await atDesk(app, 'ADMIN', 'CENTRAL')];
      const elsewhere = browserAt(other);
      elsewhere.cookie = two.browser.cookie;
      await Promise.all([
        one.ask(UPDATE, { input: { agentId: two.id, active: false } }),
        elsewhere.ask(UPDATE, { input: { agentId: one.id, active: false } }),
      ]);
      const left = await app.db.rows.countBy(Agent, [
        { id: one.id, active: true },
        { id: two.id, active: true },
      ]);
      expect(left).toBe(1);
    }
    if (other !== app) await other.stop();
  });
});

describe('the list of agents', () => {
  it('is whole for admins and auditors, of the own scope for a supervisor, and closed to the others', async () => {
    const [bandung, jakarta] = [await atDesk(app, 'AGENT', '32.73'), await atDesk(app, 'AGENT', '31')];
    const ids = async (reader: AtDesk) =>
      new Set((await reader.ask('{ agents { id } }')).data.agents.map(({ id }: { id: string }) => id));
    const supervisor = await atDesk(app, 'SUPERVISOR', '32');
    for (const reader of [dewi, await atDesk(app, 'AUDITOR', 'CENTRAL')])
      expect((await ids(reader)).has(jakarta.id)).toBe(true);
    const seen = await ids(supervisor);
    expect([seen.has(bandung.id), seen.has(jakarta.id)]).toEqual([true, false]);
    const nested = await supervisor.ask(AGENTS);
    expect(nested.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect((await bandung.ask('{ agents { id } }')).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });
});
