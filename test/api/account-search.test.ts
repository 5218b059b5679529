import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { IdentityLink } from '../../server/src/account/identity-link.entity.js';
import { MINUTE_MS, SECOND_MS } from '../../server/src/platform/clock.js';
import { COMPLETE, START, VERIFY } from '../kit/account-operations.js';
import { type AtDesk, atDesk, browserAt } from '../kit/agents.js';
import { type Answer, type App, anotherProcess, startApp } from '../kit/app.js';
import { entityProfile, entityStart, newCompany } from '../kit/companies.js';
import { foundBy, IN_BANDUNG, LOOK_UP, lookUp, type OnFile, onFile, trailOf, waiting } from '../kit/desk.js';
import { newPerson, outcome, said } from '../kit/people.js';
import { asked } from '../kit/replacements.js';
import { statementsOf } from '../kit/statements.js';

let app: App;
let agent: AtDesk;
let person: OnFile;
beforeAll(async () => {
  app = await startApp({ CASE_BUDGET_ACCOUNT: '100/30d' });
  agent = await atDesk(app, 'AGENT');
  const known = newPerson();
  person = await onFile(app, { whatsapp: known.phone }, known);
});
afterAll(() => app.stop());

const spaced = (text: string, every: number, mark = ' ') =>
  text.replace(new RegExp(`(.{${every}})(?=.)`, 'g'), `$1${mark}`);

describe('looking up an account', () => {
  it('recognises what was typed, however it is written', async () => {
    const { nik, email, e164, phone, username, id } = person;
    const written = {
      NIK: [nik, spaced(nik, 4), spaced(nik, 6, '.'), `  ${nik}\u200b`],
      EMAIL: [email, email.toUpperCase(), ` ${email} `],
      PHONE: [phone, e164, e164.slice(1), spaced(phone, 4, '-'), `(${phone.slice(0, 4)}) ${phone.slice(4)}`],
      USERNAME: [username, username.toUpperCase()],
      ACCOUNT_ID: [id, id.toUpperCase()],
    };
    for (const [kind, ways] of Object.entries(written)) {
      for (const way of ways) {
        const found = outcome(await lookUp(await atDesk(app, 'AGENT'), way), 'AccountsLookedUp');
        expect([way, found.recognisedAs, found.accounts[0]?.username]).toEqual([way, kind, username]);
      }
    }
  });

  it('takes it for what the agent says it is, and finds nothing where it cannot be that', async () => {
    const { nik, email, phone, username } = person;
    const as = async (typed: string, kind: string) => {
      const input = { identifier: typed, purpose: 'PHONE_CALL', kind };
      const { recognisedAs, accounts } = outcome(
        await (await atDesk(app, 'AGENT')).ask(LOOK_UP, { input }),
        'AccountsLookedUp',
      );
      return [recognisedAs, accounts.length];
    };
    for (const [typed, kind] of [
      ...[
        [nik, 'NIK'],
        [email, 'EMAIL'],
        [phone, 'PHONE'],
        [username.toUpperCase(), 'USERNAME'],
      ],
    ] as const)
      expect(await as(typed, kind)).toEqual([kind, 1]);
    for (const [typed, kind] of [
      ...[
        [nik, 'NIB'],
        [email, 'PHONE'],
        [phone, 'USERNAME'],
        [username, 'TICKET'],
        [username, 'ACCOUNT_ID'],
      ],
      ...[
        [phone, 'NIB'],
        [username, 'NIK'],
        [nik, 'EMAIL'],
      ],
    ] as const)
      expect(await as(typed, kind)).toEqual([kind, 0]);
  });

  it('finds an entity by its NIB and its responsible person, and an account by a request number', async () => {
    const director = newPerson();
    const nib = '9120999999914';
    const started = await app.ask(START, {
      input: await entityStart(app, director, { entity: { ...newCompany(), nib } }),
    });
    const { registrationToken } = outcome(started, 'RegistrationStarted');
    const { code } = await app.latest(director.email, 'REGISTRATION_CODE');
    const proven = outcome(
      await app.ask(VERIFY, { input: { registrationToken, code } }),
      'RegistrationVerified',
    );
    const input = { ...entityProfile(proven.registrationToken, director), ...IN_BANDUNG };
    const { username } = outcome(await app.ask(COMPLETE, { input }), 'RegistrationCompleted');
    expect(await foundBy(agent, nib)).toEqual([username]);
    expect(await foundBy(agent, spaced(nib, 4, '-'))).toEqual([username]);
    expect(await foundBy(agent, director.nik)).toEqual([username]);

    const request = await asked(app, person);
    await app.work();
    expect(await foundBy(agent, request.ticket)).toEqual([person.username]);
    expect(await foundBy(agent, request.ticket.toLowerCase().replaceAll('-', ' '))).toEqual([
      person.username,
    ]);
  });

  it('finds nothing like it: no part, no pattern, no neighbour', async () => {
    const { nik, email, phone, username } = person;
    const near = [
      nik.slice(0, 15),
      `${nik}1`,
      '%',
      `${username.slice(0, 5)}%`,
      `${email}m`,
      phone.slice(0, 9),
    ];
    for (const other of [...near, "' OR 1=1 --", '*', 'orang', '_'.repeat(username.length)])
      expect([other, await foundBy(await atDesk(app, 'AGENT'), other)]).toEqual([other, []]);
  });

  it('finds an account that waits for its activation by a contact nobody has proven', async () => {
    const known = newPerson();
    const { username } = await waiting(app, { whatsapp: known.phone }, known);
    expect(await foundBy(agent, known.phone)).toEqual([username]);
  });

  it('shows masks, the username and the name of an entity, and never what was asked', async () => {
    const answer = await lookUp(agent, person.nik);
    const [account] = outcome(answer, 'AccountsLookedUp').accounts;
    expect(account).toMatchObject({
      username: person.username,
      fullName: 'Sutinah C••••',
      nik: `3174••••${person.nik.slice(-4)}`,
      email: { value: expect.stringMatching(/^o•••\d@e•••\.com$/) },
      whatsapp: { value: `0860••••${person.phone.slice(-3)}` },
      regionName: 'Kota Bandung',
      status: 'ACTIVE',
    });
    for (const raw of [person.nik, person.email, person.e164, person.phone, person.fullName])
      expect(JSON.stringify(answer)).not.toContain(raw);
  });

  it('answers every miss of a kind alike, in words and in work, another office’s account too', async () => {
    const elsewhere = await onFile(app, {
      address: { street: 'Jalan Contoh 1', regionCode: '31.74.03.1001' },
    });
    const work = new Set<string>();
    const answers: Answer['data'][] = [];
    for (const nik of [elsewhere.nik, newPerson().nik, '3174034508900000']) {
      const colleague = await atDesk(app, 'AGENT');
      const statements = await statementsOf(app, async () =>
        answers.push((await lookUp(colleague, nik)).data),
      );
      work.add(statements.map((one) => one.slice(0, 60)).join('\n'));
    }
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
    expect(answers[0].lookUpAccount.nothingFound).toMatch(/^Tidak ditemukan untuk NIK ini\./);
    expect(work.size).toBe(1);
    const central = await atDesk(app, 'AGENT', 'CENTRAL');
    expect(await foundBy(central, elsewhere.nik)).toEqual([elsewhere.username]);
    const province = await atDesk(app, 'APPROVER', '31');
    expect(await foundBy(province, elsewhere.nik)).toEqual([elsewhere.username]);
    expect(await foundBy(province, person.nik)).toEqual([]);
  });

  it('leaves foreign and representative offices to the centre', async () => {
    const foreign = await onFile(app);
    await app.db.transact((tx) =>
      tx.query(`UPDATE accounts SET actor = 'REPRESENTATIVE_OFFICE' WHERE id = '${foreign.id}'`),
    );
    expect(await foundBy(agent, foreign.username)).toEqual([]);
    expect(await foundBy(await atDesk(app, 'AGENT', 'CENTRAL'), foreign.username)).toEqual([
      foreign.username,
    ]);
  });

  it('is for those who speak with people; others are refused and it is on record', async () => {
    for (const role of ['ADMIN', 'AUDITOR'] as const) {
      const colleague = await atDesk(app, role, 'CENTRAL');
      expect((await lookUp(colleague, person.nik)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
      expect(await trailOf(app, colleague, 'AUTHZ_DENIED')).toMatchObject([
        { reasonCode: 'Mutation.lookUpAccount', result: 'refused' },
      ]);
    }
    const nobody = await browserAt(app).ask(LOOK_UP, {
      input: { identifier: person.nik, purpose: 'PHONE_CALL' },
    });
    expect(nobody.errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });

  it('runs once a request, whatever the aliases', async () => {
    const before = (await trailOf(app, agent, 'AGENT_LOOKUP')).length;
    const field = `lookUpAccount(input: { identifier: "${person.username}", purpose: PHONE_CALL }) { __typename }`;
    const answer = await agent.ask(`mutation { a: ${field} b: ${field} }`);
    expect(answer.errors?.[0]?.extensions.code).toBe('ONE_SENSITIVE_FIELD');
    expect(await trailOf(app, agent, 'AGENT_LOOKUP')).toHaveLength(before);
  });

  it('asks what for, and for another purpose in words', async () => {
    const none = await agent.ask(LOOK_UP, { input: { identifier: person.nik } });
    expect(none.errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
    const wordless = await lookUp(agent, person.nik, { purpose: 'OTHER', note: ' - ' });
    expect(wordless.errors?.[0]?.extensions.fields).toMatchObject([{ field: 'note' }]);
    const said = await lookUp(agent, person.nik, { purpose: 'OTHER', note: 'Permintaan tertulis' });
    expect(outcome(said, 'AccountsLookedUp').accounts).toHaveLength(1);
  });
});

describe('the trail of look-ups', () => {
  it('has one event for each, with purpose and result, and not what was asked', async () => {
    const colleague = await atDesk(app, 'SUPERVISOR');
    const missing = newPerson();
    const note = `NIK ${person.nik}, hubungi ${person.phone} atau ${person.email}`;
    await lookUp(colleague, person.nik, { purpose: 'OTHER', note });
    app.passTime(SECOND_MS);
    await lookUp(colleague, missing.nik, { purpose: 'COUNTER_VISIT' });
    const events = await trailOf(app, colleague, 'AGENT_LOOKUP');
    expect(events.map(({ reasonCode, subjectId, role }) => [reasonCode, subjectId, role])).toEqual([
      ['OTHER', person.id, 'SUPERVISOR'],
      ['COUNTER_VISIT', null, 'SUPERVISOR'],
    ]);
    expect(events.map(({ afterJson }) => JSON.parse(afterJson ?? ''))).toEqual([
      { by: 'NIK', found: 1, accounts: person.id },
      { by: 'NIK', found: 0, accounts: '' },
    ]);
    const kept = JSON.stringify(events) + app.lines.join('');
    for (const raw of [person.nik, person.phone, person.email, missing.nik]) expect(kept).not.toContain(raw);
  });
});

describe('the budget of look-ups', () => {
  it('says from the twentieth on what is left, closes after thirty, and opens again', async () => {
    const colleague = await atDesk(app, 'AGENT');
    const hints: (string | null)[] = [];
    for (let times = 0; times < 30; times += 1)
      hints.push(outcome(await lookUp(colleague, 'tidakada'), 'AccountsLookedUp').hint);
    expect(hints.slice(0, 19).filter(Boolean)).toEqual([]);
    expect(hints[19]).toBe('Sisa 10 pencarian sebelum jeda. Setiap pencarian dicatat.');
    const { retryAt } = outcome(await lookUp(colleague, person.nik), 'TooManyRequests');
    expect(new Date(retryAt).getTime() - app.now().getTime()).toBe(10 * MINUTE_MS);
    expect(await trailOf(app, colleague, 'LIMIT_EXCEEDED')).toMatchObject([
      { reasonCode: 'AGENT_LOOKUP_BUDGET' },
    ]);
    app.passTime(10 * MINUTE_MS);
    expect(await foundBy(colleague, person.nik)).toEqual([person.username]);
  });

  it('is one for all processes: of forty at once thirty are answered', async () => {
    const colleague = await atDesk(app, 'AGENT');
    const other = await anotherProcess(app);
    const elsewhere = browserAt(other);
    elsewhere.cookie = colleague.browser.cookie;
    const input = { identifier: person.username, purpose: 'PHONE_CALL' };
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, place) => (place % 2 ? elsewhere : colleague).ask(LOOK_UP, { input })),
    );
    expect(answers.filter((answer) => said(answer) === 'AccountsLookedUp')).toHaveLength(30);
    if (other !== app) await other.stop();
  });
});

describe('the work of a look-up', () => {
  it('is five statements with the check of the session, the first of an agent one more', async () => {
    const colleague = await atDesk(app, 'AGENT');
    const first = await statementsOf(app, () => lookUp(colleague, person.nik));
    const next = await statementsOf(app, () => lookUp(colleague, person.nik));
    expect([first.length, next.length], next.join('\n')).toEqual([6, 5]);
  });

  it('grows with nobody’s number of accounts', async () => {
    const colleague = await atDesk(app, 'AGENT');
    const others = [await onFile(app), await onFile(app), await onFile(app)];
    const link = await app.db.rows.findOneByOrFail(IdentityLink, { accountId: person.id });
    for (const { id: accountId } of others) {
      const shared = { accountId, role: 'RESPONSIBLE_PERSON' as const, blindIndex: link.blindIndex };
      await app.db.transact((tx) =>
        tx.insert(IdentityLink, { ...link, ...shared, id: accountId, holderKey: null }),
      );
    }
    await lookUp(colleague, 'tidakada');
    const statements = await statementsOf(app, async () => {
      expect(await foundBy(colleague, person.nik)).toHaveLength(4);
    });
    expect(statements).toHaveLength(5);
  });
});
