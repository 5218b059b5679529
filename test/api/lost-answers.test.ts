import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { HOUR_MS, MINUTE_MS, SECOND_MS } from '../../server/src/platform/clock.js';
import { COMPLETE, START, VERIFY } from '../kit/account-operations.js';
import { type AtDesk, atDesk } from '../kit/agents.js';
import { type App, startApp } from '../kit/app.js';
import { decided, filedCase } from '../kit/cases.js';
import { picture } from '../kit/documents.js';
import {
  newPerson,
  outcome,
  type Person,
  profileInput,
  registered,
  said,
  started,
  startInput,
} from '../kit/people.js';
import { REQUEST_REPLACEMENT } from '../kit/replacement-operations.js';
import { type Asked, linkToken, requestInput, submit, uploaded } from '../kit/replacements.js';

let app: App;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.stop());

let keys = 0;
/** As a browser makes one for each command. */
function newKey(): string {
  keys += 1;
  return `kunci-perintah-${String(keys).padStart(8, '0')}`;
}

const start = async (person: Person, idempotencyKey: string | null) =>
  app.ask(START, { input: { ...(await startInput(app, person)), idempotencyKey } });
const codesSentTo = async ({ email }: Person) =>
  (await app.inbox(email)).filter(({ kind }) => kind === 'REGISTRATION_CODE');

/** Somebody at the code, with the key that everything of this registration is sent with. */
async function atTheCode() {
  const [person, idempotencyKey] = [newPerson(), newKey()];
  const { registrationToken } = outcome(await start(person, idempotencyKey), 'RegistrationStarted');
  const { code } = await app.latest(person.email, 'REGISTRATION_CODE');
  return { person, input: { registrationToken, code, idempotencyKey } };
}

async function atTheEnd() {
  const { person, input } = await atTheCode();
  const { registrationToken } = outcome(await app.ask(VERIFY, { input }), 'RegistrationVerified');
  const { idempotencyKey } = input;
  return { person, input: { ...profileInput(person, registrationToken), idempotencyKey } };
}

describe('a registration whose answer was lost', () => {
  it('goes on with the code that was sent, and sends no other', async () => {
    const [person, key] = [newPerson(), newKey()];
    const first = outcome(await start(person, key), 'RegistrationStarted');
    app.passTime(20 * SECOND_MS);
    expect(outcome(await start(person, key), 'RegistrationStarted')).toEqual(first);
    expect(await codesSentTo(person)).toHaveLength(1);
  });

  it('is another one without the key, and with the key once it is over', async () => {
    const [person, key] = [newPerson(), newKey()];
    const { registrationToken } = outcome(await start(person, key), 'RegistrationStarted');
    expect(said(await start(person, null))).toBe('TooManyRequests');
    app.passTime(25 * HOUR_MS);
    const next = outcome(await start(person, key), 'RegistrationStarted');
    expect(next.registrationToken).not.toBe(registrationToken);
  });

  it('opens one draft for sixteen at once', async () => {
    const [person, key] = [newPerson(), newKey()];
    const input = { ...(await startInput(app, person)), idempotencyKey: key };
    const captchas = await Promise.all(Array.from({ length: 16 }, () => app.captcha('REGISTER')));
    await Promise.all(captchas.map((captcha) => app.ask(START, { input: { ...input, captcha } })));
    expect(said(await start(person, key))).toBe('RegistrationStarted');
    expect(await codesSentTo(person)).toHaveLength(1);
  });

  it('proves its contact once, and says so again to the same command alone', async () => {
    const { input } = await atTheCode();
    const first = outcome(await app.ask(VERIFY, { input }), 'RegistrationVerified');
    expect(outcome(await app.ask(VERIFY, { input }), 'RegistrationVerified')).toEqual(first);
    for (const idempotencyKey of [null, newKey()])
      expect(said(await app.ask(VERIFY, { input: { ...input, idempotencyKey } }))).toBe(
        'RegistrationExpired',
      );
  });

  it('makes one account, and names it again to the same command alone', async () => {
    const { person, input } = await atTheEnd();
    const first = outcome(await app.ask(COMPLETE, { input }), 'RegistrationCompleted');
    expect(outcome(await app.ask(COMPLETE, { input }), 'RegistrationCompleted')).toEqual(first);
    for (const idempotencyKey of [null, newKey()])
      expect(said(await app.ask(COMPLETE, { input: { ...input, idempotencyKey } }))).toBe(
        'RegistrationExpired',
      );
    const links = (await app.inbox(person.email)).filter(({ kind }) => kind === 'ACTIVATION_LINK');
    expect(links).toHaveLength(1);
  });

  it('answers all of four that hand it in at once with the one account', async () => {
    const { input } = await atTheEnd();
    const answers = await Promise.all(Array.from({ length: 4 }, () => app.ask(COMPLETE, { input })));
    const names = answers.map((answer) => outcome(answer, 'RegistrationCompleted').username);
    expect(new Set(names).size).toBe(1);
  });

  it('says again that the identity has an account', async () => {
    const known = await registered(app);
    const { input } = await atTheEnd();
    const token = await atTheCodeOf({ ...newPerson(), nik: known.nik, birthDate: known.birthDate });
    const again = { ...input, ...profileInput({ ...newPerson(), birthDate: known.birthDate }, token) };
    expect(said(await app.ask(COMPLETE, { input: again }))).toBe('IdentityAlreadyRegistered');
    expect(said(await app.ask(COMPLETE, { input: again }))).toBe('IdentityAlreadyRegistered');
  });

  it('refuses a key that could be guessed', async () => {
    const answer = await start(newPerson(), 'pendek');
    expect(answer.errors?.[0]?.extensions.fields[0].field).toBe('idempotencyKey');
  });

  async function atTheCodeOf(person: Person): Promise<string> {
    const registrationToken = await started(app, person);
    const { code } = await app.latest(person.email, 'REGISTRATION_CODE');
    const input = { registrationToken, code };
    return outcome(await app.ask(VERIFY, { input }), 'RegistrationVerified').registrationToken;
  }
});

const PROGRESS = /* GraphQL */ `
  query($input: EmailReplacementProgressInput!) {
    emailReplacementProgress(input: $input) {
      __typename
      ... on EmailReplacementProgress { ticket status newEmailConfirmed requiredEvidence missingEvidence messageToApplicant }
    }
  }
`;
const progress = (ticketToken: string) => app.ask(PROGRESS, { input: { ticketToken } });

describe('a request to replace an email whose answer was lost', () => {
  it('is one case, whose number and token are said again', async () => {
    const input = { ...(await requestInput(app)), idempotencyKey: newKey() };
    const first = outcome(await app.ask(REQUEST_REPLACEMENT, { input }), 'EmailReplacementRequested');
    app.passTime(20 * SECOND_MS);
    const again = outcome(await app.ask(REQUEST_REPLACEMENT, { input }), 'EmailReplacementRequested');
    expect(again).toEqual(first);
    expect(await app.inbox(input.newEmail)).toHaveLength(1);
  });

  it('tells its holder how far it is, and nobody else', async () => {
    const input = await requestInput(app);
    const { ticket, ticketToken } = outcome(
      await app.ask(REQUEST_REPLACEMENT, { input }),
      'EmailReplacementRequested',
    );
    expect(outcome(await progress(ticketToken), 'EmailReplacementProgress')).toMatchObject({
      ticket,
      status: 'AWAITING_CONFIRMATION',
      newEmailConfirmed: false,
      requiredEvidence: ['ID_CARD', 'SELFIE_WITH_ID'],
      missingEvidence: ['ID_CARD', 'SELFIE_WITH_ID'],
    });
    expect(said(await progress('bukan-tiket'))).toBe('TicketRejected');
  });
});

describe('a request that was returned', () => {
  let rina: AtDesk;
  beforeAll(async () => {
    rina = await atDesk(app, 'AGENT', '31');
  });

  /** What the link in the message to the new email carries, opened on any device. */
  async function returned() {
    const filed = await filedCase(app, { seat: '31' });
    await decided(app, rina, filed, 'RETURN');
    app.passTime(11 * SECOND_MS);
    const ticketToken = await linkToken(app, filed.newEmail, 'REPLACEMENT_RETURNED');
    return { filed, to: { ticketToken } as Asked };
  }
  const photo = async () => ({
    kind: 'ID_CARD',
    contentType: 'image/jpeg',
    content: await picture('jpeg', 40, 40),
  });

  it('is completed and handed in again by the link, more than once if a tab was lost', async () => {
    const { filed, to } = await returned();
    for (let opening = 0; opening < 2; opening += 1)
      expect(outcome(await progress(to.ticketToken), 'EmailReplacementProgress')).toMatchObject({
        ticket: filed.ticket,
        status: 'RETURNED',
        missingEvidence: [],
      });
    expect(said(await submit(app, to))).toBe('NotReadyToSubmit');
    app.passTime(MINUTE_MS);
    expect((await uploaded(app, to, await photo())).status).toBe(201);
    expect(outcome(await submit(app, to), 'EmailReplacementProgress').status).toBe('SUBMITTED');
    // The answer was lost, and the button pressed again.
    expect(outcome(await submit(app, to), 'EmailReplacementProgress').status).toBe('SUBMITTED');
    expect(said(await app.ask(UPLOAD, { input: { ...(await slot()), ticketToken: to.ticketToken } }))).toBe(
      'TicketRejected',
    );
  });

  it('has one link: the former ends with the next return, and all of them after their time', async () => {
    const { filed, to } = await returned();
    await uploaded(app, to, await photo());
    await submit(app, to);
    await decided(app, rina, filed, 'RETURN');
    app.passTime(11 * SECOND_MS);
    const next = await linkToken(app, filed.newEmail, 'REPLACEMENT_RETURNED');
    expect(said(await progress(to.ticketToken))).toBe('TicketRejected');
    expect(said(await progress(next))).toBe('EmailReplacementProgress');
    app.passTime(15 * 24 * HOUR_MS);
    expect(said(await progress(next))).toBe('TicketRejected');
  });

  const UPLOAD =
    'mutation($input: CreateEvidenceUploadInput!) { createEvidenceUpload(input: $input) { __typename } }';
  const slot = async () => ({ kind: 'ID_CARD', contentType: 'image/jpeg', size: 40 });
});

const KEYS = 'mutation { answersKeys }';

/** A page of ours asks what its browser seals answers with; `cookie` is what the browser keeps. */
async function askKeys(cookie?: string, headers: Record<string, string> = {}) {
  const page = { 'x-session': 'cookie', origin: 'https://akun.example.com', ...headers };
  const reply = await app.http.inject({
    method: 'POST',
    url: '/graphql',
    payload: { query: KEYS },
    headers: { ...page, ...(cookie ? { cookie } : {}) },
  });
  const [kept] = reply.cookies;
  return { keys: reply.json().data?.answersKeys, kept, cookie: `${kept?.name}=${kept?.value}` };
}

describe('unfinished answers', () => {
  it('are sealed with what one browser gets, and another does not', async () => {
    const first = await askKeys();
    expect(first.kept).toMatchObject({
      name: '__Host-isian',
      httpOnly: true,
      secure: true,
      sameSite: 'Strict',
    });
    expect((await askKeys(first.cookie)).keys).toEqual(first.keys);
    expect((await askKeys()).keys).not.toEqual(first.keys);
    expect(first.keys.join()).not.toContain(first.kept?.value);
  });

  it('get no key from other clients and foreign pages', async () => {
    expect((await app.ask(KEYS)).data.answersKeys).toEqual([]);
    expect((await askKeys(undefined, { origin: 'https://jahat.example.com' })).keys).toBeUndefined();
  });
});
