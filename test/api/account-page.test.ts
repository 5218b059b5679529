import { readFileSync } from 'node:fs';

import { parse, print, separateOperations } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { SECOND_MS } from '../../server/src/platform/clock.js';
import { newId } from '../../server/src/platform/ids.js';
import { type AtDesk, atDesk } from '../kit/agents.js';
import { type App, startApp } from '../kit/app.js';
import { lookUp, type OnFile, OPEN, onFile, trailOf } from '../kit/desk.js';
import { loggedIn, newPerson } from '../kit/people.js';
import { statementsOf } from '../kit/statements.js';

const TIMELINE = /* GraphQL */ `
  query Timeline($id: ID!, $first: Int!, $after: String) {
    account(id: $id) {
      timeline(first: $first, after: $after) {
        items { id sequence at event result reasonCode actor subject reason fields changes { field before after } ip }
        endCursor
        hasNextPage
      }
    }
  }
`;
const ACTIVITY = '{ me { activity { items { event description ip } } } }';
/** What the console's page of an account asks, word for word. */
const CONSOLE_ASKS = parse(
  ['features/account-page/account-page', 'desk/audit-event', 'desk/delivery']
    .map((file) => readFileSync(`admin-ui/src/${file}.graphql`, 'utf8'))
    .join('\n'),
);
const BACKGROUND = { 'x-background': '1' };

let app: App;
let agent: AtDesk;
let person: OnFile;
beforeAll(async () => {
  app = await startApp();
  agent = await atDesk(app, 'AGENT');
  const known = newPerson();
  person = await onFile(app, { whatsapp: known.phone }, known);
});
afterAll(() => app.stop());

/** Some time lies between two looks, or their order would be nobody's to say. */
const open = async (id: string, by = agent, headers = {}) => {
  app.passTime(SECOND_MS);
  return by.ask(OPEN, { id }, headers);
};
const timeline = async (id: string, by = agent, page: { first?: number; after?: string } = {}) => {
  app.passTime(SECOND_MS);
  return (await by.ask(TIMELINE, { id, first: 50, ...page })).data.account.timeline;
};

describe('the page of an account', () => {
  it('shows masks made by the server, username and region, and no identifier in full', async () => {
    const answer = await open(person.id);
    expect(answer.data.account).toEqual({
      id: person.id,
      username: person.username,
      fullName: 'Sutinah C••••',
      status: 'ACTIVE',
      actor: 'INDIVIDUAL',
      entityName: null,
      nik: `3174••••${person.nik.slice(-4)}`,
      npwp: null,
      passport: null,
      nib: null,
      birthDate: `••-••-${person.birthDate.slice(0, 4)}`,
      regionName: 'Kota Bandung',
      createdAt: expect.any(String),
      activatedAt: expect.any(String),
      email: {
        channel: 'EMAIL',
        value: expect.stringMatching(/^o•••\d@e•••\.com$/),
        verifiedAt: expect.any(String),
      },
      whatsapp: { channel: 'WHATSAPP', value: `0860••••${person.phone.slice(-3)}`, verifiedAt: null },
      allowedActions: expect.any(Array),
    });
    const text = JSON.stringify(answer);
    for (const raw of [person.nik, person.email, person.e164, person.birthDate, person.fullName])
      expect(text).not.toContain(raw);
  });

  it('is no different from none where another office serves the account, and the look is on record', async () => {
    const elsewhere = await onFile(app, {
      address: { street: 'Jalan Contoh 1', regionCode: '31.74.03.1001' },
    });
    const colleague = await atDesk(app, 'AGENT');
    const answers = [];
    for (const id of [elsewhere.id, newId(app.now()), 'apa-saja', person.nik])
      answers.push(await open(id, colleague));
    expect(answers.map(({ data, errors }) => [data, errors])).toEqual(
      Array.from({ length: 4 }, () => [{ account: null }, undefined]),
    );
    const denied = await trailOf(app, colleague, 'AUTHZ_DENIED');
    expect(denied.map(({ reasonCode }) => reasonCode)).toEqual(
      Array.from({ length: 4 }, () => 'NOT_FOUND Query.account'),
    );
    expect(denied.map(({ subjectId }) => subjectId)).toEqual([elsewhere.id, expect.any(String), null, null]);
    expect(JSON.stringify(denied)).not.toContain(person.nik);
  });

  it('stays closed to whoever does not speak with people, also under another name in the same request', async () => {
    const auditor = await atDesk(app, 'AUDITOR', 'CENTRAL');
    const nested = `{ a: account(id: "${person.id}") { nik } b: account(id: "${person.id}") { timeline { items { id } } } }`;
    const { data, errors } = await auditor.ask(nested);
    expect(data).toEqual({ a: null, b: null });
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN', 'FORBIDDEN']);
  });
});

describe('an opening of the page', () => {
  it('is on record once, however often one request names the account', async () => {
    const colleague = await atDesk(app, 'APPROVER');
    await open(person.id, colleague);
    await colleague.ask(`{ a: account(id: "${person.id}") { nik } b: account(id: "${person.id}") { nib } }`);
    const views = await trailOf(app, colleague, 'RECORD_VIEWED');
    expect(views).toMatchObject([
      { subjectKind: 'ACCOUNT', subjectId: person.id, role: 'APPROVER' },
      { subjectId: person.id },
    ]);
    expect(JSON.parse(views[0]?.fields ?? '')).toContain('nik');
  });

  it('is none when the page only polls; but nobody looks unseen by claiming to', async () => {
    const colleague = await atDesk(app, 'AGENT');
    await open(person.id, colleague, BACKGROUND);
    expect(await trailOf(app, colleague, 'RECORD_VIEWED')).toHaveLength(1);
    await open(person.id, colleague, BACKGROUND);
    await open(person.id, colleague, BACKGROUND);
    expect(await trailOf(app, colleague, 'RECORD_VIEWED')).toHaveLength(1);
    await open(person.id, colleague);
    expect(await trailOf(app, colleague, 'RECORD_VIEWED')).toHaveLength(2);
  });

  it('is told to the owner, without whose it was or from where', async () => {
    await lookUp(agent, person.username);
    await open(person.id);
    const { items } = (await app.ask(ACTIVITY, {}, await loggedIn(app, person))).data.me.activity;
    const told = items.filter(({ event }: { event: string }) => event === 'RECORD_VIEWED');
    expect(told[0]).toEqual({ event: 'RECORD_VIEWED', description: 'Petugas melihat data akun.', ip: null });
    expect(JSON.stringify(items)).not.toContain('Rina');
  });
});

describe('the timeline of an account', () => {
  it('holds what happened and who looked, newest first, sources without their last part', async () => {
    const fresh = await onFile(app);
    app.passTime(SECOND_MS);
    await lookUp(agent, fresh.nik, { purpose: 'OTHER', note: 'Surat resmi masuk' });
    const { items } = await timeline(fresh.id);
    const [viewed, looked] = items;
    expect(viewed).toMatchObject({
      event: 'RECORD_VIEWED',
      actor: expect.stringMatching(/^Rina Contoh \d+ · petugas · DPMPTSP Kota Bandung$/),
    });
    expect(looked).toMatchObject({ event: 'AGENT_LOOKUP', reason: 'Surat resmi masuk', ip: '127.0.0.•' });
    expect(looked.changes).toContainEqual({ field: 'by', before: null, after: 'NIK' });
    const events = items.map(({ event }: { event: string }) => event);
    expect(events).toEqual(expect.arrayContaining(['ACCOUNT_ACTIVATED', 'ACCOUNT_CREATED', 'SECRET_SPENT']));
    const activated = items.find(({ event }: { event: string }) => event === 'ACCOUNT_ACTIVATED');
    expect(activated).toMatchObject({
      actor: `Pemilik akun ${fresh.username}`,
      subject: `Akun ${fresh.username}`,
    });
  });

  it('is read page by page without gap or repetition, and refuses a marker that is none', async () => {
    const whole = (await timeline(person.id)).items.map(({ id }: { id: string }) => id);
    const read: string[] = [];
    let after: string | undefined;
    // Each page is an opening by itself, which stands before the marker and so in no later page.
    do {
      const page = await timeline(person.id, agent, { first: 3, after });
      read.push(...page.items.map(({ id }: { id: string }) => id));
      after = page.hasNextPage ? page.endCursor : undefined;
      if (read.length > whole.length + 3) break;
    } while (after);
    expect(read.slice(-whole.length)).toEqual(whole);
    const wrong = await agent.ask(TIMELINE, { id: person.id, first: 3, after: "' OR 1=1" });
    expect(wrong.errors?.[0]?.extensions.fields).toMatchObject([{ field: 'after' }]);
  });

  it('names the place in the chain once an event is sealed', async () => {
    app.passTime(10 * SECOND_MS);
    await app.work();
    const { items } = await timeline(person.id);
    expect(items.at(-1).sequence).toMatch(/^\d+$/);
  });
});

describe('the work of the page', () => {
  it('is three statements with the check of the session, five with the timeline, for any number of rows', async () => {
    const colleague = await atDesk(app, 'AGENT');
    expect(await statementsOf(app, () => open(person.id, colleague))).toHaveLength(3);
    expect(await statementsOf(app, () => timeline(person.id, colleague))).toHaveLength(5);
    expect(await statementsOf(app, () => timeline(person.id, colleague, { first: 3 }))).toHaveLength(5);
  });

  it.each(['Account', 'AccountPendingReplacement', 'AccountDeliveries', 'AccountTimeline'])(
    'stays within six statements as the console asks for %s',
    async (name) => {
      const question = separateOperations(CONSOLE_ASKS)[name];
      if (!question) throw new Error(`The console asks no ${name}.`);
      for (const headers of [{}, BACKGROUND]) {
        const asked = () => agent.ask(print(question), { id: person.id }, headers);
        expect((await statementsOf(app, asked)).length).toBeLessThanOrEqual(6);
      }
    },
  );
});
