import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '../../server/src/platform/clock.js';
import { ACTIVATE, COMPLETE, LOGIN, START, VERIFY } from '../kit/account-operations.js';
import { type App, startApp } from '../kit/app.js';
import { entityProfile, entityStart, newCompany } from '../kit/companies.js';
import {
  activationToken,
  active,
  newPerson,
  outcome,
  type Person,
  profileInput,
  proven,
  said,
} from '../kit/people.js';
import { type RegistryMode, type RegistryServer, startRegistryServer } from '../kit/registry-server.js';

let app: App;
let registry: RegistryServer;
beforeAll(async () => {
  registry = await startRegistryServer({ key: 'registry-key' });
  app = await startApp({ REGISTRY_URL: registry.url, REGISTRY_KEY: 'registry-key' });
});
afterAll(async () => {
  await app.stop();
  await registry.stop();
});
afterEach(() => {
  registry.behave('ok');
  app.passTime(MINUTE_MS); // the line to a registry that failed rests for some seconds
});

const complete = (input: object, headers = {}) => app.ask(COMPLETE, { input }, undefined, headers);
const kindsAt = async (to: string) => (await app.inbox(to)).map(({ kind }) => kind).sort();
const openDrafts = async ({ email }: Person) =>
  (await app.db.rows.query('SELECT step FROM registration_drafts WHERE contact_key = ?', [email])).map(
    ({ step }: { step: string }) => step,
  );

/** Proves the contact of a company's registration and answers the token for the last step. */
async function provenCompany(person: Person, entity: object): Promise<string> {
  const input = await entityStart(app, person, { entity });
  const { registrationToken } = outcome(await app.ask(START, { input }), 'RegistrationStarted');
  const { code } = await app.latest(person.email, 'REGISTRATION_CODE');
  const answer = await app.ask(VERIFY, { input: { registrationToken, code } });
  return outcome(answer, 'RegistrationVerified').registrationToken;
}

describe('the registries', () => {
  it('are asked about the person with what the person said, and nothing else', async () => {
    const person = newPerson();
    const before = registry.count;
    await complete(profileInput(person, await proven(app, person)));
    const { nik, fullName, birthDate } = person;
    expect(registry.requests.slice(before)).toEqual([
      {
        path: '/v1/person',
        authorization: 'Bearer registry-key',
        query: { nik, fullName, birthDate, sex: 'MALE' },
      },
    ]);
  });

  it('are asked about a company, its tax number and its responsible person', async () => {
    const [person, company, before] = [newPerson(), newCompany(), registry.count];
    await complete(entityProfile(await provenCompany(person, company), person));
    const asked = registry.requests.slice(before).map(({ path, query }) => [path, query.npwp ?? query.nik]);
    expect(asked.sort()).toEqual([
      ['/v1/company', undefined],
      ['/v1/person', person.nik],
      ['/v1/tax', company.npwp],
    ]);
  });

  it('are asked about somebody’s own tax number when one is given', async () => {
    const [person, before] = [newPerson(), registry.count];
    await complete({ ...profileInput(person, await proven(app, person)), npwp: person.nik });
    expect(
      registry.requests
        .slice(before)
        .map(({ path }) => path)
        .sort(),
    ).toEqual(['/v1/person', '/v1/tax']);
  });

  it('are not asked for a password that will not do, or a field that is malformed', async () => {
    const person = newPerson();
    const profile = profileInput(person, await proven(app, person));
    const before = registry.count;
    await complete({ ...profile, password: 'pendek' });
    await complete({ ...profile, acceptTerms: false });
    expect(registry.count).toBe(before);
  });
});

describe('a registry that disagrees', () => {
  it('names the fields and no value; the person mends them and goes on', async () => {
    const person = newPerson();
    registry.script(person.nik, { answer: 'MISMATCH', fields: ['fullName', 'birthDate'] });
    const profile = profileInput(person, await proven(app, person));
    const answer = await complete(profile);
    expect(outcome(answer, 'IdentityMismatch').fields).toEqual(['fullName', 'birthDate']);
    expect(JSON.stringify(answer)).not.toContain(person.fullName);
    registry.script(person.nik, { answer: 'MATCH' });
    expect(said(await complete({ ...profile, fullName: 'Sutinah' }))).toBe('RegistrationCompleted');
  });

  it('calls the fields of a company as the person knows them', async () => {
    const [person, company] = [newPerson(), newCompany()];
    registry.script(`/v1/tax ${company.npwp}`, { answer: 'MISMATCH', fields: ['name'] });
    const answer = await complete(entityProfile(await provenCompany(person, company), person));
    expect(outcome(answer, 'IdentityMismatch').fields).toEqual(['entity.name']);
  });

  it('by not finding the number names the office that can help, in the language asked for', async () => {
    const person = newPerson();
    registry.script(person.nik, { answer: 'NOT_FOUND' });
    const profile = profileInput(person, await proven(app, person));
    const { fields, message } = outcome(await complete(profile), 'IdentityMismatch');
    expect([fields, message]).toEqual([['nik'], expect.stringContaining('Dukcapil')]);
    const english = outcome(await complete(profile, { 'accept-language': 'en' }), 'IdentityMismatch');
    expect(english.message).toContain('population office');
  });

  it('is asked five times a day about one identity, then answers wait', async () => {
    const person = newPerson();
    registry.script(person.nik, { answer: 'MISMATCH', fields: ['fullName'] });
    const profile = profileInput(person, await proven(app, person));
    const first = app.now().getTime();
    for (let tries = 0; tries < 5; tries += 1) expect(said(await complete(profile))).toBe('IdentityMismatch');
    const before = registry.count;
    const { retryAt } = outcome(await complete(profile), 'TooManyRequests');
    expect([Date.parse(retryAt), registry.count]).toEqual([first + DAY_MS, before]);

    const stranger = { ...newPerson(), nik: person.nik };
    expect(said(await complete(profileInput(stranger, await proven(app, stranger))))).toBe('TooManyRequests');
    app.passTime(DAY_MS);
    expect(said(await complete(profile))).toBe('IdentityMismatch');
  });

  it('is asked five times a day from one contact, whatever identities it brings', async () => {
    const person = newPerson();
    const answers: string[] = [];
    for (let tries = 0; tries < 6; tries += 1) {
      const claimed = { ...person, nik: newPerson().nik };
      registry.script(claimed.nik, { answer: 'MISMATCH', fields: ['fullName'] });
      answers.push(said(await complete(profileInput(claimed, await proven(app, claimed)))));
      app.passTime(HOUR_MS);
    }
    expect(answers).toEqual([...Array(5).fill('IdentityMismatch'), 'TooManyRequests']);
  });
});

describe('a registry that is out of reach', () => {
  /** Everything given, the registry silent. */
  async function pending(person: Person, more: object = {}, mode: RegistryMode = 'down') {
    const token = await proven(app, person);
    registry.behave(mode);
    const profile = { ...profileInput(person, token), ...more };
    const answer = outcome(await complete(profile), 'RegistrationPending');
    return { profile, message: answer.message };
  }

  it.each(['down', '500'] as const)(
    '(%s) is no reason to lose anything: the registration waits and is finished by itself',
    async (mode) => {
      const person = newPerson();
      const { message } = await pending(person, { whatsapp: person.phone }, mode);
      expect(message).toContain('Data Anda tersimpan');
      expect(await kindsAt(person.email)).toEqual(['REGISTRATION_CODE']);

      registry.behave('ok');
      app.passTime(30 * SECOND_MS);
      expect(await kindsAt(person.email)).toEqual(['ACTIVATION_LINK', 'REGISTRATION_CODE']);
      expect(await kindsAt(person.e164)).toEqual(['ACTIVATION_CODE']);
      await app.ask(ACTIVATE, { input: { token: await activationToken(app, person) } });
      const login = { identifier: person.email, password: person.password };
      expect(said(await app.ask(LOGIN, { input: login }))).toBe('LoggedIn');
    },
  );

  it('never counts as a yes, however long it lasts; the draft does not expire over it', async () => {
    const person = newPerson();
    await pending(person);
    for (let days = 0; days < 8; days += 1) {
      app.passTime(DAY_MS);
      await app.work();
    }
    expect(await openDrafts(person)).toEqual(['AWAITING_REGISTRY']);
    registry.behave('ok');
    app.passTime(HOUR_MS);
    expect(await kindsAt(person.email)).toEqual(['ACTIVATION_LINK', 'REGISTRATION_CODE']);
  });

  it('is asked less and less often', async () => {
    const person = newPerson();
    await pending(person);
    const asked = async () => {
      const before = registry.count;
      await app.work();
      return registry.count > before;
    };
    const when: number[] = [];
    for (let seconds = 10; seconds <= 400; seconds += 10) {
      app.passTime(10 * SECOND_MS);
      if (await asked()) when.push(seconds);
    }
    expect(when).toEqual([30, 90, 210]);
    registry.behave('ok');
    app.passTime(HOUR_MS);
    await app.work();
  });

  it('answers the same to whoever asks again meanwhile', async () => {
    const { profile } = await pending(newPerson());
    expect(said(await complete(profile))).toBe('RegistrationPending');
    registry.behave('ok');
    app.passTime(HOUR_MS);
    await app.work();
    expect(said(await complete(profile))).toBe('RegistrationExpired');
  });

  it('may disagree once it is back: the person is told, mends it with the token they kept, and is through', async () => {
    const person = newPerson();
    const { profile } = await pending(person);
    registry.script(person.nik, { answer: 'MISMATCH', fields: ['fullName'] });
    registry.behave('ok');
    app.passTime(MINUTE_MS);
    expect(await kindsAt(person.email)).toEqual(['REGISTRATION_CODE', 'REGISTRATION_NEEDS_MENDING']);
    const { message, fields } = outcome(await complete(profile), 'IdentityMismatch');
    expect([message, fields]).toEqual([expect.any(String), ['fullName']]);
    registry.script(person.nik, { answer: 'MATCH' });
    expect(said(await complete({ ...profile, fullName: 'Sutinah' }))).toBe('RegistrationCompleted');
  });

  it('may be back only to find that the identity has an account: both are told', async () => {
    const holder = await active(app);
    const other = { ...newPerson(), nik: holder.nik, birthDate: holder.birthDate };
    await pending(other);
    registry.behave('ok');
    app.passTime(MINUTE_MS);
    expect(await kindsAt(other.email)).toEqual(['IDENTITY_TAKEN', 'REGISTRATION_CODE']);
    expect(await kindsAt(holder.email)).toContain('IDENTITY_REGISTERED_AGAIN');
  });

  it('is not asked for ever about somebody whose contact another account has proven meanwhile', async () => {
    const [late, early] = [newPerson(), newPerson()];
    await pending(late);
    registry.behave('ok');
    app.passTime(11 * SECOND_MS); // not yet the worker's time to ask again
    const token = await proven(app, early, 'WHATSAPP');
    await complete({ ...profileInput(early, token), email: late.email });
    await app.ask(ACTIVATE, { input: { token: await activationToken(app, late) } });
    app.passTime(HOUR_MS);
    await app.work();
    expect(await openDrafts(late)).toEqual(['SUPERSEDED']);
    const before = registry.count;
    app.passTime(DAY_MS);
    await app.work();
    expect(registry.count).toBe(before);
  });

  it('finishes nothing for whoever had the mailbox once, when its owner has proven it since', async () => {
    const owner = newPerson();
    const stranger = { ...newPerson(), email: owner.email, password: 'Titipan-Lama-77' };
    await pending(stranger);
    app.passTime(MINUTE_MS);
    const token = await proven(app, owner);
    registry.behave('ok');
    app.passTime(HOUR_MS);
    await app.work();
    expect(await kindsAt(owner.email)).not.toContain('ACTIVATION_LINK');
    const login = { identifier: owner.email, password: stranger.password };
    expect(said(await app.ask(LOGIN, { input: login }))).toBe('LoginRejected');
    expect(said(await complete(profileInput(owner, token)))).toBe('RegistrationCompleted');
  });

  it('holds up nobody else over one registration that cannot be read', async () => {
    const [broken, whole] = [newPerson(), newPerson()];
    await pending(broken);
    await app.db.writer.query(
      "UPDATE registration_drafts SET completion_sealed = 'torn' WHERE contact_key = ?",
      [broken.email],
    );
    registry.behave('ok');
    app.passTime(11 * SECOND_MS);
    await pending(whole);
    registry.behave('ok');
    app.passTime(MINUTE_MS);
    await expect(app.work()).rejects.toThrow(); // reported, and put off
    expect(await kindsAt(whole.email)).toEqual(['ACTIVATION_LINK', 'REGISTRATION_CODE']);
    await app.db.writer.query('DELETE FROM registration_drafts WHERE contact_key = ?', [broken.email]);
  });

  it('keeps nothing readable of what waits', async () => {
    const person = newPerson();
    await pending(person);
    const [row] = await app.db.rows.query('SELECT * FROM registration_drafts WHERE contact_key = ?', [
      person.email,
    ]);
    const kept = JSON.stringify(row);
    const secret = [person.nik, person.password, person.birthDate, person.fullName];
    expect(secret.filter((value) => kept.includes(value))).toEqual([]);
    registry.behave('ok');
    app.passTime(HOUR_MS);
    await app.work();
  });
});

describe('one of several registries out of reach', () => {
  it('leaves the registration waiting when the others agree', async () => {
    const [person, company] = [newPerson(), newCompany()];
    registry.script(company.npwp, { answer: 'UNAVAILABLE' });
    const answer = await complete(entityProfile(await provenCompany(person, company), person));
    expect(said(answer)).toBe('RegistrationPending');
  });

  it('does not hide that another disagrees', async () => {
    const [person, company] = [newPerson(), newCompany()];
    registry.script(company.npwp, { answer: 'UNAVAILABLE' });
    registry.script(person.nik, { answer: 'MISMATCH', fields: ['birthDate'] });
    const answer = await complete(entityProfile(await provenCompany(person, company), person));
    expect(outcome(answer, 'IdentityMismatch').fields).toEqual(['birthDate']);
  });
});
