import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { Agent } from '../../server/src/office/agent.entity.js';
import { codeAt, newSeed, STEP_S } from '../../server/src/office/totp.js';
import { AuditEvent } from '../../server/src/platform/audit/audit-event.entity.js';
import { HOUR_MS, MINUTE_MS, SECOND_MS } from '../../server/src/platform/clock.js';
import {
  ACCEPT_INVITATION,
  AGENT_PASSWORD,
  atDesk,
  browserAt,
  CONFIRM_TOTP,
  invited,
  LOG_IN_AGENT,
  provenAfresh,
  REFRESH_PROOF,
  seedIn,
  signedInAgain,
} from '../kit/agents.js';
import { type App, anotherProcess, startApp } from '../kit/app.js';
import { outcome, said } from '../kit/people.js';

let app: App;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.stop());

const STEP_MS = STEP_S * SECOND_MS;
const VIEWER = '{ viewer { username role office { name level } totpEnrolled lastSeenAt } }';
const OFFICES = '{ offices { name } }';
const STATE = '{ agentSession { idleEndsAt expiresAt decideUntil actUntil } }';

const logIn = (username: string, password = AGENT_PASSWORD, browser = browserAt(app)) =>
  browser.ask(LOG_IN_AGENT, { input: { username, password } });
const confirm = (challenge: string, code: string, browser = browserAt(app)) =>
  browser.ask(CONFIRM_TOTP, { input: { challenge, code } });
const wrong = (code: string) => (code === '135790' ? '135791' : '135790');
const reasonOf = ({ errors }: { errors?: { extensions: { reason: string } }[] }) =>
  errors?.[0]?.extensions.reason;

describe('an invited agent', () => {
  it('sets a password, enrols the second factor with the first code, and is in', async () => {
    const { token, username } = await invited(app, 'AGENT');
    const browser = browserAt(app);
    const accepted = await browser.ask(ACCEPT_INVITATION, { input: { token, password: AGENT_PASSWORD } });
    const { challenge, otpauthUri } = outcome(accepted, 'TotpEnrolment');
    expect(otpauthUri).toContain(`Akun%20OSS:${username}`);
    expect((await browser.ask(VIEWER)).data.viewer).toBeNull();
    const done = await confirm(challenge, codeAt(seedIn(otpauthUri), app.now()), browser);
    expect(outcome(done, 'AgentLoggedIn').agent).toMatchObject({
      username,
      role: 'AGENT',
      office: { name: 'DPMPTSP Kota Bandung' },
    });
    expect((await browser.ask(VIEWER)).data.viewer).toMatchObject({ username, totpEnrolled: true });
  });

  it('gets no session in the body, and in the cookie one that no script reads', async () => {
    const agent = await atDesk(app, 'AGENT');
    const browser = browserAt(app);
    app.passTime(STEP_MS);
    const { challenge } = outcome(await logIn(agent.username), 'TotpRequired');
    const reply = await app.http.inject({
      method: 'POST',
      url: '/helpdesk/graphql',
      payload: {
        query: CONFIRM_TOTP,
        variables: { input: { challenge, code: codeAt(agent.seed, app.now()) } },
      },
    });
    expect(reply.headers['set-cookie']).toMatch(
      /^__Host-konsol=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Strict$/,
    );
    const [cookie] = reply.cookies;
    expect(reply.body).not.toContain(cookie?.value);
    browser.cookie = cookie?.value;
    expect((await browser.ask(VIEWER)).data.viewer.username).toBe(agent.username);
  });

  it('cannot use the invitation twice, nor after its time, nor with a password everybody knows', async () => {
    const used = await invited(app, 'AGENT');
    const accept = (token: string, password = AGENT_PASSWORD) =>
      browserAt(app).ask(ACCEPT_INVITATION, { input: { token, password } });
    expect(said(await accept(used.token, 'Password123!'))).toBe('PasswordRejected');
    const answers = await Promise.all(Array.from({ length: 8 }, () => accept(used.token)));
    expect(answers.map(said).sort()).toEqual([
      ...Array.from({ length: 7 }, () => 'AgentLoginRejected'),
      'TotpEnrolment',
    ]);
    const late = await invited(app, 'AGENT');
    app.passTime(72 * HOUR_MS - SECOND_MS);
    const [early, over] = [await invited(app, 'AGENT'), late];
    expect(said(await accept(early.token))).toBe('TotpEnrolment');
    app.passTime(SECOND_MS);
    expect(said(await accept(over.token))).toBe('AgentLoginRejected');
  });
});

describe('signing in', () => {
  it('takes password and code; the password alone opens nothing (R39)', async () => {
    const agent = await atDesk(app, 'AGENT');
    const browser = browserAt(app);
    expect(said(await logIn(agent.username, AGENT_PASSWORD, browser))).toBe('TotpRequired');
    expect((await browser.ask(OFFICES)).errors?.[0]?.extensions).toMatchObject({
      code: 'UNAUTHENTICATED',
      reason: 'NONE',
    });
  });

  it('answers an unknown name, a wrong password and a dismissed agent alike', async () => {
    const [agent, dismissed] = [await atDesk(app, 'AGENT'), await atDesk(app, 'AGENT')];
    await app.db.transact((tx) => tx.update(Agent, { id: dismissed.id }, { active: false }));
    const answers = [
      await logIn('tidakada'),
      await logIn(agent.username, 'salah-sekali-1!'),
      await logIn(dismissed.username),
    ].map(({ data }) => data);
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
  });

  it('lets a code of the step before or after pass, and none farther off', async () => {
    const agent = await atDesk(app, 'AGENT');
    for (const [steps, expected] of [
      [-2, 'AgentLoginRejected'],
      [2, 'AgentLoginRejected'],
      [-1, 'AgentLoggedIn'],
      [1, 'AgentLoggedIn'],
    ] as const) {
      app.passTime(3 * STEP_MS);
      const { challenge } = outcome(await logIn(agent.username), 'TotpRequired');
      const at = new Date(app.now().getTime() + steps * STEP_MS);
      expect(said(await confirm(challenge, codeAt(agent.seed, at)))).toBe(expected);
    }
  });

  it('takes each code once, also from many at the same moment over two processes', async () => {
    const agent = await atDesk(app, 'AGENT');
    const other = await anotherProcess(app);
    app.passTime(STEP_MS);
    const code = codeAt(agent.seed, app.now());
    // Only the newest challenge of an agent is good, so they race with the same one.
    const { challenge } = outcome(await logIn(agent.username), 'TotpRequired');
    const answers = await Promise.all(
      Array.from({ length: 4 }, (_, place) => confirm(challenge, code, browserAt(place % 2 ? other : app))),
    );
    expect(answers.filter((answer) => said(answer) === 'AgentLoggedIn')).toHaveLength(1);
    const next = outcome(await logIn(agent.username), 'TotpRequired');
    const replayed = await confirm(next.challenge, code);
    expect(outcome(replayed, 'AgentLoginRejected')).toMatchObject({
      message: 'Kode sudah dipakai. Tunggu kode berikutnya.',
      startOver: false,
    });
    if (other !== app) await other.stop();
  });

  it('keeps the first step after a wrong code, for five minutes', async () => {
    const agent = await atDesk(app, 'AGENT');
    app.passTime(STEP_MS);
    const { challenge } = outcome(await logIn(agent.username), 'TotpRequired');
    const code = codeAt(agent.seed, app.now());
    expect(outcome(await confirm(challenge, wrong(code)), 'AgentLoginRejected').startOver).toBe(false);
    expect(said(await confirm(challenge, code))).toBe('AgentLoggedIn');
    const late = outcome(await logIn(agent.username), 'TotpRequired');
    app.passTime(5 * MINUTE_MS);
    const answer = await confirm(late.challenge, codeAt(agent.seed, app.now()));
    expect(outcome(answer, 'AgentLoginRejected').startOver).toBe(true);
  });

  it('closes the second factor after five wrong codes; the right one is then refused too, until ten minutes have passed', async () => {
    const agent = await atDesk(app, 'AGENT');
    app.passTime(STEP_MS);
    const { challenge } = outcome(await logIn(agent.username), 'TotpRequired');
    for (let times = 0; times < 5; times += 1) await confirm(challenge, wrong(codeAt(agent.seed, app.now())));
    expect(said(await confirm(challenge, codeAt(agent.seed, app.now())))).toBe('TooManyRequests');
    app.passTime(10 * MINUTE_MS + SECOND_MS);
    const next = outcome(await logIn(agent.username), 'TotpRequired');
    expect(said(await confirm(next.challenge, codeAt(agent.seed, app.now())))).toBe('AgentLoggedIn');
  });

  it('slows down whoever guesses passwords, and lets the agent in from elsewhere meanwhile, however long it goes on (R35)', async () => {
    const agent = await atDesk(app, 'AGENT');
    const answers = [];
    for (let times = 0; times < 100; times += 1) {
      answers.push(said(await logIn(agent.username, `salah-sekali-${times}!`)));
      if (answers.at(-1) === 'TooManyRequests') app.passTime(16 * MINUTE_MS);
    }
    expect(answers).toContain('TooManyRequests');
    const elsewhere = browserAt(app, '203.0.113.77');
    expect(said(await logIn(agent.username, AGENT_PASSWORD, elsewhere))).toBe('TotpRequired');
  });

  it('lets nobody put another second factor over one that was enrolled meanwhile', async () => {
    const { token, username } = await invited(app, 'AGENT');
    const input = { token, password: AGENT_PASSWORD };
    const own = outcome(await browserAt(app).ask(ACCEPT_INVITATION, { input }), 'TotpEnrolment');
    const [agent] = await app.db.rows.findBy(Agent, { username });
    // As it is for a sign-in that read the agent before, and hashes the password while the enrolment is confirmed.
    const seed = newSeed();
    const late = app.house.challenges.prepare('ENROLMENT', 5 * MINUTE_MS, seed);
    expect(said(await confirm(own.challenge, codeAt(seedIn(own.otpauthUri), app.now())))).toBe(
      'AgentLoggedIn',
    );
    await app.db.transact((tx) => app.house.challenges.issue(tx, agent as Agent, late));
    app.passTime(STEP_MS);
    expect(said(await confirm(late.token, codeAt(seed, app.now())))).toBe('AgentLoginRejected');
    app.passTime(STEP_MS);
    const { challenge } = outcome(await logIn(username), 'TotpRequired');
    expect(said(await confirm(challenge, codeAt(seedIn(own.otpauthUri), app.now())))).toBe('AgentLoggedIn');
  });
});

describe('a session of an agent', () => {
  it('ends after fifteen minutes without use; polling is no use', async () => {
    const agent = await atDesk(app, 'AGENT');
    app.passTime(14 * MINUTE_MS);
    await agent.ask(OFFICES);
    app.passTime(14 * MINUTE_MS);
    const { agentSession } = (await agent.ask(STATE, {}, { 'x-background': '1' })).data;
    expect(new Date(agentSession.idleEndsAt).getTime() - app.now().getTime()).toBe(MINUTE_MS);
    app.passTime(MINUTE_MS);
    expect(reasonOf(await agent.ask(OFFICES))).toBe('IDLE');
  });

  it('ends after twelve hours, however busy', async () => {
    const agent = await atDesk(app, 'AGENT');
    for (let quarter = 0; quarter < 71; quarter += 1) {
      app.passTime(10 * MINUTE_MS);
      expect((await agent.ask(OFFICES)).errors).toBeUndefined();
    }
    app.passTime(10 * MINUTE_MS);
    expect(reasonOf(await agent.ask(OFFICES))).toBe('EXPIRED');
  });

  it('is one of two at most; the oldest ends', async () => {
    const agent = await atDesk(app, 'AGENT');
    const [second, third] = [await signedInAgain(app, agent), await signedInAgain(app, agent)];
    expect(reasonOf(await agent.ask(OFFICES))).toBe('TOO_MANY');
    expect((await second.ask(OFFICES)).errors).toBeUndefined();
    expect((await third.ask(OFFICES)).errors).toBeUndefined();
  });

  it.each([
    ['DISABLED', { active: false }],
    ['CHANGED', { version: 9 }],
  ])('is over at once, on every process, when the agent is %s', async (reason, change) => {
    const agent = await atDesk(app, 'AGENT');
    const other = await anotherProcess(app);
    const elsewhere = browserAt(other);
    elsewhere.cookie = agent.browser.cookie;
    await app.db.transact((tx) => tx.update(Agent, { id: agent.id }, change));
    expect(reasonOf(await elsewhere.ask(OFFICES))).toBe(reason);
    if (other !== app) await other.stop();
  });

  it('is over after signing out, and its cookie gone', async () => {
    const agent = await atDesk(app, 'AGENT');
    const former = agent.browser.cookie;
    const out = await agent.ask('mutation { logOutAgent }');
    expect([out.data.logOutAgent, out.cookie]).toEqual([true, '']);
    agent.browser.cookie = former;
    expect(reasonOf(await agent.ask(OFFICES))).toBe('LOGOUT');
  });

  it('gets a new token with a fresh proof; the former one still serves what was under way, for ten seconds', async () => {
    const agent = await atDesk(app, 'AGENT');
    const former = agent.browser.cookie;
    app.passTime(6 * MINUTE_MS);
    await provenAfresh(app, agent);
    expect(agent.browser.cookie).not.toBe(former);
    const { actUntil } = (await agent.ask(STATE)).data.agentSession;
    expect(new Date(actUntil).getTime() - app.now().getTime()).toBe(5 * MINUTE_MS);
    const old = browserAt(app);
    old.cookie = former;
    expect((await old.ask(OFFICES)).errors).toBeUndefined();
    app.passTime(10 * SECOND_MS);
    expect(reasonOf(await old.ask(OFFICES))).toBe('NONE');
    expect(said(await agent.ask(REFRESH_PROOF, { input: { code: '135790' } }))).toBe('AgentLoginRejected');
  });

  it('stands in the agent’s own list, and the others end at the agent’s word', async () => {
    const agent = await atDesk(app, 'AGENT');
    const second = await signedInAgain(app, agent);
    const { agentSessions } = (await second.ask('{ agentSessions { current device ip } }')).data;
    expect(agentSessions.map(({ current }: { current: boolean }) => current)).toEqual([true, false]);
    expect((await second.ask('mutation { endOtherAgentSessions }')).data.endOtherAgentSessions).toBe(1);
    expect(reasonOf(await agent.ask(OFFICES))).toBe('ENDED');
    expect((await second.ask(OFFICES)).errors).toBeUndefined();
    const events = await app.db.rows.findBy(AuditEvent, { actorId: agent.id, event: 'SESSION_ENDED' });
    expect(events.map(({ reasonCode }) => reasonCode)).toEqual(['ALL_OTHERS']);
  });

  it('is not opened by a page of somebody else, whatever it sends', async () => {
    const agent = await atDesk(app, 'AGENT');
    const foreign = await agent.ask(OFFICES, {}, { origin: 'https://jahat.example.org' });
    expect([foreign.status, foreign.errors?.[0]?.extensions.code]).toEqual([403, 'FOREIGN_PAGE']);
  });
});

describe('the trail of the desk', () => {
  it('says who came in and who failed, and holds neither name typed in vain nor code', async () => {
    const agent = await atDesk(app, 'AGENT');
    await logIn('rahasia-ku-di-kolom-salah');
    const events = await app.db.rows.findBy(AuditEvent, { actorId: agent.id });
    expect(events.map(({ event }) => event).sort()).toEqual(['LOGIN_SUCCEEDED', 'PASSWORD_CHANGED']);
    const all = JSON.stringify(await app.db.rows.find(AuditEvent)) + app.lines.join('');
    expect(all).not.toContain('rahasia-ku');
    expect(all).not.toContain(agent.seed);
  });
});
