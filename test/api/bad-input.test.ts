import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  ACTIVATE,
  ACTIVATE_WITH_CODE,
  COMPLETE,
  CORRECT_CONTACT,
  LOGIN,
  RESEND_ACTIVATION,
  RESEND_CODE,
  START,
  VERIFY,
} from '../kit/account-operations.js';
import { type Answer, type App, startApp } from '../kit/app.js';
import { entityProfile, entityStart, newCompany } from '../kit/companies.js';
import { newPerson, outcome, profileInput, proven, registered, started, startInput } from '../kit/people.js';
import { rowCounts } from '../kit/tables.js';

/** What is wrong, by the path of the field: `undefined` leaves it out. */
type Wrong = Readonly<Record<string, unknown>>;
/** `faults`: field and code, in order of the field. */
type Row = readonly [what: string, wrong: Wrong, faults: string];

let app: App;
const inputs: Record<string, { query: string; input: object }> = {};
beforeAll(async () => {
  app = await startApp();
  const [one, other, third, waiting] = [newPerson(), newPerson(), newPerson(), await registered(app)];
  const { captcha: _, ...individual } = await startInput(app, newPerson());
  const { captcha: __, ...entity } = await entityStart(app, other);
  const begun = await app.ask(START, { input: await entityStart(app, other) });
  const { registrationToken } = outcome(begun, 'RegistrationStarted');
  const { code } = await app.latest(other.email, 'REGISTRATION_CODE');
  const verified = await app.ask(VERIFY, { input: { registrationToken, code } });
  const draft = await started(app, third);
  const { username: identifier, password } = waiting;
  Object.assign(inputs, {
    individual: { query: START, input: individual },
    entity: { query: START, input: entity },
    person: { query: COMPLETE, input: profileInput(one, await proven(app, one)) },
    company: {
      query: COMPLETE,
      input: entityProfile(outcome(verified, 'RegistrationVerified').registrationToken, other),
    },
    code: { query: VERIFY, input: { registrationToken: draft, code: '135790' } },
    resend: { query: RESEND_CODE, input: { registrationToken: draft } },
    link: { query: ACTIVATE, input: { token: 'made-up' } },
    activation: { query: ACTIVATE_WITH_CODE, input: { identifier, code: '135790' } },
    again: { query: RESEND_ACTIVATION, input: { identifier } },
    correction: {
      query: CORRECT_CONTACT,
      input: { identifier, password, channel: 'EMAIL', contact: newPerson().email },
    },
    login: { query: LOGIN, input: { identifier, password } },
  });
});
afterAll(() => app.stop());

function harmed(input: object, wrong: Wrong): Record<string, unknown> {
  const copy = structuredClone(input) as Record<string, unknown>;
  for (const [path, value] of Object.entries(wrong)) {
    const names = path.split('.');
    const last = names.pop() ?? '';
    const place = names.reduce((at, name) => {
      at[name] ??= {};
      return at[name] as Record<string, unknown>;
    }, copy);
    if (value === undefined) delete place[last];
    else place[last] = value;
  }
  return copy;
}

/** Field and code of every fault named, in order of the field. */
function faultsIn({ errors = [] }: Answer): string {
  const named = errors.flatMap(({ extensions }) => {
    expect(extensions.code).toBe('BAD_USER_INPUT');
    return extensions.fields as { field: string; code: string }[];
  });
  return named
    .map(({ field, code }) => `${field} ${code}`)
    .sort()
    .join(', ');
}

const sentences = ({ errors = [] }: Answer): string[] =>
  errors.flatMap(({ message, extensions }) => [
    message,
    ...extensions.fields.map((one: { message: string }) => one.message),
  ]);

/** Whether one of the texts shows a value of `wrong`, standing by itself; very short ones say nothing. */
function shown(wrong: Wrong, texts: readonly string[]): string[] {
  const values = Object.values(wrong)
    .flat()
    .map((value) => (typeof value === 'object' ? JSON.stringify(value) : `${value}`).trim());
  const telling = values.filter(
    (value) => value.length > 3 && !['undefined', 'true', 'false', 'null'].includes(value),
  );
  const escaped = (value: string) => value.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return telling.filter((value) => {
    const alone = new RegExp(`(?<![\\w-])${escaped(value)}(?![\\w-])`, 'u');
    return texts.some((text) => alone.test(text));
  });
}

/** Sends it in both languages and looks at all that must, and must not, have happened. */
async function refuses(kind: string, wrong: Wrong, faults: string): Promise<void> {
  const { query, input } = inputs[kind] ?? { query: '', input: {} };
  const variables = { input: harmed(input, wrong) };
  const counts = () => rowCounts(app, 'attempt_budgets', 'audit_events');
  const [before, linesBefore] = [await counts(), app.lines.length];
  const answers = [
    await app.ask(query, variables, undefined, { 'accept-language': 'id' }),
    await app.ask(query, variables, undefined, { 'accept-language': 'en' }),
  ];
  for (const answer of answers) expect(faultsIn(answer)).toBe(faults);
  const [indonesian = [], english = []] = answers.map(sentences);
  expect(indonesian.length).toBe(english.length);
  indonesian.forEach((sentence, at) => {
    expect([sentence, english[at]]).toEqual([
      expect.stringMatching(/\w+ \w+/),
      expect.stringMatching(/\w+ \w+/),
    ]);
    expect(sentence).not.toBe(english[at]);
  });
  expect(
    shown(wrong, [...answers.map((answer) => JSON.stringify(answer)), ...app.lines.slice(linesBefore)]),
  ).toEqual([]);
  expect(await counts()).toEqual(before);
}

const NIK = '3174034508909901';

describe('malformed input', () => {
  const atTheStart: Row[] = [
    ['an NIK of 15 digits', { 'identity.nik': '317403450890990' }, 'identity.nik NIK_SHAPE'],
    ['an NIK of 17 digits', { 'identity.nik': '31740345089099011' }, 'identity.nik NIK_SHAPE'],
    ['an NIK that begins with 0', { 'identity.nik': '0174034508909901' }, 'identity.nik NIK_SHAPE'],
    ['an NIK with a letter', { 'identity.nik': '317403450890990A' }, 'identity.nik NIK_SHAPE'],
    ['an NIK in Arabic digits', { 'identity.nik': '٣١٧٤٠٣٤٥٠٨٩٠٩٩٠١' }, 'identity.nik NIK_SHAPE'],
    ['an NIK of day 00', { 'identity.nik': '3174030008909901' }, 'identity.nik NIK_DATE_SHAPE'],
    ['an NIK of month 13', { 'identity.nik': '3174030513909901' }, 'identity.nik NIK_DATE_SHAPE'],
    ['an NIK of 31 April', { 'identity.nik': '3174033104909901' }, 'identity.nik NIK_DATE_SHAPE'],
    ['an NIK of 29 February 2001', { 'identity.nik': '3174036902019901' }, 'identity.nik NIK_DATE_SHAPE'],
    ['an NIK with serial 0000', { 'identity.nik': '3174034508900000' }, 'identity.nik NIK_SERIAL'],
    ['an NIK with a line break', { 'identity.nik': '31740345\n08909901' }, 'identity.nik CONTROL_CHARACTER'],
    ['an NIK as a number', { 'identity.nik': 3174034508909901 }, 'identity.nik WRONG_TYPE'],
    ['an NIK in a list', { 'identity.nik': [NIK] }, 'identity.nik WRONG_TYPE'],
    ['an NIK in an object', { 'identity.nik': { eq: NIK } }, 'identity.nik WRONG_TYPE'],
    ['an NIK that says true', { 'identity.nik': true }, 'identity.nik WRONG_TYPE'],
    ['an empty NIK', { 'identity.nik': '' }, 'identity.nik NIK_SHAPE'],
    ['no NIK of an individual', { 'identity.nik': undefined }, 'identity.nik NIK_NEEDED'],
    ['a NIK of null', { 'identity.nik': null }, 'identity.nik NIK_NEEDED'],
    ['no identity', { identity: undefined }, 'identity REQUIRED'],
    ['a text for an identity', { identity: NIK }, 'identity WRONG_TYPE'],
    ['a list for an identity', { identity: [{ nik: NIK }] }, 'identity WRONG_TYPE'],
    ['an email without a domain', { contact: 'budi@' }, 'contact EMAIL_SHAPE'],
    ['an email at a bare host', { contact: 'budi@localhost' }, 'contact EMAIL_SHAPE'],
    ['an email with a space', { contact: 'a b@example.com' }, 'contact EMAIL_SHAPE'],
    ['an email with an accent', { contact: 'josé@example.com' }, 'contact EMAIL_SHAPE'],
    ['an email with two @', { contact: 'a@b@example.com' }, 'contact EMAIL_SHAPE'],
    [
      'an email with a header in it',
      { contact: 'a@example.com\r\nBcc: b@example.com' },
      'contact CONTROL_CHARACTER',
    ],
    ['an email with a name around it', { contact: 'Budi <budi@example.com>' }, 'contact EMAIL_SHAPE'],
    ['two emails', { contact: 'budi@example.com,siti@example.com' }, 'contact EMAIL_SHAPE'],
    ['an email of 255 characters', { contact: `budi@${'a.'.repeat(123)}test` }, 'contact EMAIL_SHAPE'],
    ['a contact of 400 characters', { contact: 'b'.repeat(400) }, 'contact TEXT_LENGTH'],
    ['a phone for an email', { contact: '0860 1234 5678' }, 'contact EMAIL_SHAPE'],
    ['a contact as a number', { contact: 86012345678 }, 'contact WRONG_TYPE'],
    ['no contact', { contact: undefined }, 'contact REQUIRED'],
    ['a phone too short', { channel: 'WHATSAPP', contact: '0860 12345' }, 'contact PHONE_SHAPE'],
    ['a phone too long', { channel: 'WHATSAPP', contact: '0860 12345 67890' }, 'contact PHONE_SHAPE'],
    ['a landline', { channel: 'WHATSAPP', contact: '021 0000 0001' }, 'contact PHONE_NOT_MOBILE'],
    [
      'a block that is not mobile',
      { channel: 'WHATSAPP', contact: '0840 1234 5678' },
      'contact PHONE_NOT_MOBILE',
    ],
    ['a premium number', { channel: 'WHATSAPP', contact: '0809 123 4567' }, 'contact PHONE_NOT_MOBILE'],
    ['a phone with letters', { channel: 'WHATSAPP', contact: '0860abc4567' }, 'contact PHONE_SHAPE'],
    [
      'a phone with a foreign exit code',
      { channel: 'WHATSAPP', contact: '0061 491 570 006' },
      'contact PHONE_SHAPE',
    ],
    [
      'a foreign phone of a UMK actor',
      { channel: 'WHATSAPP', contact: '+61 491 570 006' },
      'contact PHONE_COUNTRY',
    ],
    ['an email for a phone', { channel: 'WHATSAPP', contact: 'budi@example.com' }, 'contact PHONE_SHAPE'],
    ['a scale that is none', { scale: 'MIDDLE' }, 'scale NOT_LISTED'],
    ['a scale as a number', { scale: 1234 }, 'scale NOT_LISTED'],
    ['an actor in small letters', { actor: 'individual' }, 'actor NOT_LISTED'],
    ['a channel we do not have', { channel: 'TELEGRAM' }, 'channel NOT_LISTED'],
    [
      'no scale, actor or channel',
      { scale: undefined, actor: undefined, channel: undefined },
      'actor REQUIRED, channel REQUIRED, scale REQUIRED',
    ],
    ['a role of one’s own choice', { role: 'ADMIN' }, 'input UNKNOWN_FIELD'],
    ['a state of one’s own choice', { status: 'ACTIVE', verifiedAt: '2026-11-23' }, 'input UNKNOWN_FIELD'],
    ['a field too many inside', { 'identity.isAdmin': true }, 'identity UNKNOWN_FIELD'],
    ['names every object has', { toString: 'x', hasOwnProperty: 'y' }, 'input UNKNOWN_FIELD'],
    ['a captcha that is a list', { captcha: ['solved'] }, 'captcha WRONG_TYPE'],
    ['company data of an individual', { entity: newCompany() }, 'entity NOT_FOR_INDIVIDUALS'],
    [
      'a UMK representative office',
      { actor: 'REPRESENTATIVE_OFFICE', entity: newCompany() },
      'scale SCALE_NEEDS_DOMESTIC',
    ],
    [
      'a UMK foreign entity',
      { actor: 'FOREIGN_ENTITY', entity: { ...newCompany(), country: 'JPN' } },
      'scale SCALE_NEEDS_DOMESTIC',
    ],
    [
      'several faults at once',
      { 'identity.nik': '12345', 'identity.passportCountry': 'ID' },
      'identity.nik NIK_SHAPE, identity.passportCountry COUNTRY_UNKNOWN',
    ],
  ];
  it.each(atTheStart)('is refused at the start: %s', (_, wrong, faults) =>
    refuses('individual', wrong, faults),
  );

  const ofEntities: Row[] = [
    ['no company data', { entity: undefined }, 'entity REQUIRED'],
    ['neither NIK nor passport', { identity: {} }, 'identity.nik NIK_OR_PASSPORT'],
    [
      'a passport without its country',
      { identity: { passport: 'X9999901' } },
      'identity.passportCountry REQUIRED',
    ],
    ['a country without a passport', { 'identity.passportCountry': 'JPN' }, 'identity.passport REQUIRED'],
    [
      'a passport too short',
      { identity: { passport: 'X999', passportCountry: 'JPN' } },
      'identity.passport PASSPORT_SHAPE',
    ],
    [
      'a passport too long',
      { identity: { passport: 'X999999901', passportCountry: 'JPN' } },
      'identity.passport PASSPORT_SHAPE',
    ],
    [
      'a passport with a dot',
      { identity: { passport: 'X99.9990', passportCountry: 'JPN' } },
      'identity.passport PASSPORT_SHAPE',
    ],
    [
      'a country of two letters',
      { identity: { passport: 'X9999901', passportCountry: 'ID' } },
      'identity.passportCountry COUNTRY_UNKNOWN',
    ],
    ['a country that is none', { 'entity.country': 'INA' }, 'entity.country COUNTRY_UNKNOWN'],
    ['an NPWP of 14 digits', { 'entity.npwp': '02999901800000' }, 'entity.npwp NPWP_SHAPE'],
    ['an NPWP of 17 digits', { 'entity.npwp': '10000000999999911' }, 'entity.npwp NPWP_SHAPE'],
    ['an NPWP with a letter', { 'entity.npwp': '02.999.901.X-000.000' }, 'entity.npwp NPWP_SHAPE'],
    ['an NPWP of zeros', { 'entity.npwp': '000000000000000' }, 'entity.npwp NPWP_SHAPE'],
    ['a place number for an NPWP', { 'entity.npwp': '1000000099999991000001' }, 'entity.npwp NPWP_IS_NITKU'],
    ['no NPWP of a company', { 'entity.npwp': undefined }, 'entity.npwp REQUIRED'],
    ['an NIB of 12 digits', { 'entity.nib': '150726999990' }, 'entity.nib NIB_SHAPE'],
    ['an NIB with the letter O', { 'entity.nib': '15O7269999901' }, 'entity.nib NIB_SHAPE'],
    ['an NIB of zeros', { 'entity.nib': '0000000000000' }, 'entity.nib NIB_SHAPE'],
    ['an NIB as a number', { 'entity.nib': 302229999903 }, 'entity.nib WRONG_TYPE'],
    [
      'a decree number too short',
      { 'entity.registrationNumber': 'AHU-999.AH.01.01.TAHUN 2025' },
      'entity.registrationNumber AHU_SHAPE',
    ],
    [
      'a decree number without its beginning',
      { 'entity.registrationNumber': '9999901.AH.01.01.TAHUN 2025' },
      'entity.registrationNumber AHU_SHAPE',
    ],
    ['no decree number', { 'entity.registrationNumber': undefined }, 'entity.registrationNumber REQUIRED'],
    ['a legal form that is none', { 'entity.kind': 'GMBH' }, 'entity.kind NOT_LISTED'],
    ['no legal form', { 'entity.kind': undefined }, 'entity.kind REQUIRED'],
    ['an entity name of 151 characters', { 'entity.name': 'P'.repeat(151) }, 'entity.name NAME_LENGTH'],
    ['an entity name of signs', { 'entity.name': '&&&& ....' }, 'entity.name NAME_LETTER'],
    [
      'an entity name that turns the line around',
      { 'entity.name': 'PT \u202eContoh' },
      'entity.name NAME_CONTROL',
    ],
    ['a foreign entity without its country', { actor: 'FOREIGN_ENTITY' }, 'entity.country REQUIRED'],
    [
      'a UMK company without the NIK of its head',
      { scale: 'UMK', identity: { passport: 'X9999901', passportCountry: 'JPN' } },
      'identity.nik NIK_NEEDED',
    ],
    ['an owner of one’s own choice', { 'entity.accountId': 'somebody-else' }, 'entity UNKNOWN_FIELD'],
  ];
  it.each(ofEntities)('is refused of an entity: %s', (_, wrong, faults) => refuses('entity', wrong, faults));

  const atTheEnd: Row[] = [
    ['an empty name', { fullName: '' }, 'fullName NAME_LENGTH'],
    ['a name of digits', { fullName: '12345' }, 'fullName NAME_LETTER'],
    ['a name of dots', { fullName: '.....' }, 'fullName NAME_LETTER'],
    ['a name of 101 characters', { fullName: 'S'.repeat(101) }, 'fullName NAME_LENGTH'],
    ['a name with a header in it', { fullName: 'Siti\r\nBcc: a@example.com' }, 'fullName NAME_CONTROL'],
    ['a name that turns the line around', { fullName: 'Siti \u202e Contoh' }, 'fullName NAME_CONTROL'],
    ['a name that is a list', { fullName: ['Siti', 'Contoh'] }, 'fullName WRONG_TYPE'],
    ['a day that does not exist', { birthDate: '1990-02-30' }, 'birthDate WRONG_TYPE'],
    ['a date the other way round', { birthDate: '05-08-1990' }, 'birthDate WRONG_TYPE'],
    ['a date with a time', { birthDate: '1990-08-05T00:00:00Z' }, 'birthDate WRONG_TYPE'],
    ['a date as a number', { birthDate: 19900805 }, 'birthDate WRONG_TYPE'],
    ['a birth to come', { birthDate: '2030-01-01' }, 'birthDate BIRTH_DATE_IMPOSSIBLE'],
    ['a birth long ago', { birthDate: '1850-01-01' }, 'birthDate BIRTH_DATE_IMPOSSIBLE'],
    ['somebody who is 17 tomorrow', { birthDate: '2009-11-24' }, 'birthDate TOO_YOUNG'],
    [
      'no birth date and no sex',
      { birthDate: undefined, sex: undefined },
      'birthDate REQUIRED, sex REQUIRED',
    ],
    ['a sex that is none', { sex: 'UNKNOWN' }, 'sex NOT_LISTED'],
    ['no address', { address: undefined }, 'address REQUIRED'],
    ['a street of one letter', { 'address.street': 'x' }, 'address.street TEXT_LENGTH'],
    ['a street of 201 letters', { 'address.street': 'x'.repeat(201) }, 'address.street TEXT_LENGTH'],
    ['a street of two lines', { 'address.street': 'Jalan Contoh\n<b>1</b>' }, 'address.street TEXT_CONTROL'],
    ['a region retired in 2022', { 'address.regionCode': '91.01' }, 'address.regionCode REGION_RETIRED'],
    ['a region that is none', { 'address.regionCode': '31.74.99' }, 'address.regionCode REGION_NOT_LISTED'],
    ['a region of seven digits', { 'address.regionCode': '3174030' }, 'address.regionCode REGION_SHAPE'],
    [
      'a village of the statistics office',
      { 'address.regionCode': '3171010001' },
      'address.regionCode REGION_SHAPE',
    ],
    ['a province alone', { 'address.regionCode': '31' }, 'address.regionCode REGION_NOT_LISTED'],
    ['a country for an individual', { 'address.regionCode': 'JPN' }, 'address.regionCode REGION_SHAPE'],
    [
      'a region that asks the database',
      { 'address.regionCode': "31' OR '1'='1" },
      'address.regionCode REGION_SHAPE',
    ],
    [
      'a postal code that begins with 0',
      { 'address.postalCode': '02710' },
      'address.postalCode POSTAL_CODE_SHAPE',
    ],
    [
      'a postal code of four digits',
      { 'address.postalCode': '1271' },
      'address.postalCode POSTAL_CODE_SHAPE',
    ],
    [
      'a postal code with the letter O',
      { 'address.postalCode': '1271O' },
      'address.postalCode POSTAL_CODE_SHAPE',
    ],
    [
      'region and postal code',
      { 'address.regionCode': '99', 'address.postalCode': 'ABCDE' },
      'address.postalCode POSTAL_CODE_SHAPE, address.regionCode REGION_NOT_LISTED',
    ],
    ['a company’s NPWP for a person', { npwp: '1000000099999991' }, 'npwp NPWP_NOT_NIK'],
    ['a place number for an NPWP', { npwp: '1000000099999991000001' }, 'npwp NPWP_IS_NITKU'],
    ['an NPWP of 14 digits', { npwp: '02999901800000' }, 'npwp NPWP_SHAPE'],
    ['a second contact that is no email', { email: 'budi@' }, 'email EMAIL_SHAPE'],
    ['a second contact that is a landline', { whatsapp: '021 0000 0001' }, 'whatsapp PHONE_NOT_MOBILE'],
    ['terms not accepted', { acceptTerms: false }, 'acceptTerms TERMS_NOT_ACCEPTED'],
    ['terms accepted in words', { acceptTerms: 'accepted' }, 'acceptTerms WRONG_TYPE'],
    ['a password as a number', { password: 12345678 }, 'password WRONG_TYPE'],
    ['a password as a pattern', { password: { regex: '.*' } }, 'password WRONG_TYPE'],
    ['a password of 2001 characters', { password: `Kopi-88-${'x'.repeat(1993)}` }, 'password TEXT_LENGTH'],
    ['no password', { password: undefined }, 'password REQUIRED'],
    ['a token that is empty', { registrationToken: '' }, 'registrationToken TEXT_LENGTH'],
    ['a username of one’s own choice', { username: 'administrator' }, 'input UNKNOWN_FIELD'],
    ['a verified flag', { emailVerified: true, version: 7 }, 'input UNKNOWN_FIELD'],
  ];
  it.each(atTheEnd)('is refused at the end: %s', (_, wrong, faults) => refuses('person', wrong, faults));

  const ofCompanies: Row[] = [
    ['no position of its head', { position: undefined }, 'position REQUIRED'],
    ['a position of one letter', { position: 'D' }, 'position TEXT_LENGTH'],
    [
      'another NPWP than at the start',
      { npwp: '0029999018000000' },
      'entity.npwp NPWP_DIFFERS, npwp NPWP_DIFFERS',
    ],
  ];
  it.each(ofCompanies)('is refused at the end, of an entity: %s', (_, wrong, faults) =>
    refuses('company', wrong, faults),
  );

  const elsewhere: [kind: string, ...row: Row][] = [
    ['code', 'a code as a number', { code: 135790 }, 'code WRONG_TYPE'],
    ['code', 'a code of 41 characters', { code: '1'.repeat(41) }, 'code TEXT_LENGTH'],
    ['code', 'an empty code', { code: '' }, 'code TEXT_LENGTH'],
    ['code', 'a list of codes', { code: ['135790', '135791'] }, 'code WRONG_TYPE'],
    ['resend', 'another contact that is none', { contact: 'budi@' }, 'contact EMAIL_SHAPE'],
    [
      'resend',
      'another contact of another channel',
      { channel: 'WHATSAPP', contact: 'budi@example.com' },
      'contact PHONE_SHAPE',
    ],
    ['resend', 'a channel we do not have', { channel: 'TELEGRAM' }, 'channel NOT_LISTED'],
    ['link', 'an empty token', { token: '' }, 'token TEXT_LENGTH'],
    ['link', 'a token of 129 characters', { token: 'x'.repeat(129) }, 'token TEXT_LENGTH'],
    ['link', 'a token in an object', { token: { ne: 'abcd' } }, 'token WRONG_TYPE'],
    [
      'activation',
      'a name of 255 characters',
      { identifier: 'x'.repeat(255) },
      'identifier IDENTIFIER_LENGTH',
    ],
    ['activation', 'a name with a line break', { identifier: 'budi\nsiti' }, 'identifier CONTROL_CHARACTER'],
    ['again', 'no name', { identifier: undefined }, 'identifier REQUIRED'],
    ['again', 'a name as a number', { identifier: 86012345678 }, 'identifier WRONG_TYPE'],
    ['correction', 'a contact that is none', { contact: '0860 12345' }, 'contact EMAIL_SHAPE'],
    ['correction', 'no password', { password: undefined }, 'password REQUIRED'],
    ['login', 'an empty password', { password: '' }, 'password TEXT_LENGTH'],
    ['login', 'a password as a list', { password: ['Tebakan-Saja-1'] }, 'password WRONG_TYPE'],
  ];
  it.each(elsewhere)('is refused of %s: %s', (kind, _, wrong, faults) => refuses(kind, wrong, faults));

  it('is refused when the whole input is missing', async () => {
    for (const variables of [{}, { input: null }]) {
      expect(faultsIn(await app.ask(START, variables))).toBe('input REQUIRED');
    }
  });

  it('is refused, unread, when a name would reach an object’s prototype or stands twice', async () => {
    const before = await rowCounts(app);
    const input = JSON.stringify(inputs.individual?.input).slice(1, -1);
    for (const odd of [
      '"__proto__":{"role":"ADMIN"}',
      '"constructor":{"prototype":{"role":"ADMIN"}}',
      '"contact":"lain@example.com"',
    ]) {
      const payload = `{"query":${JSON.stringify(START)},"variables":{"input":{${input},${odd}}}}`;
      const headers = { 'content-type': 'application/json' };
      const reply = await app.http.inject({ method: 'POST', url: '/graphql', payload, headers });
      expect([odd, reply.statusCode]).toEqual([odd, 400]);
      expect(reply.body).not.toMatch(/ADMIN|lain@/);
    }
    expect(await rowCounts(app)).toEqual(before);
  });

  it('written into the document itself is refused the same way', async () => {
    const written = (nik: string) =>
      `mutation { startRegistration(input: { scale: UMK, actor: INDIVIDUAL, identity: { nik: ${nik} }, channel: EMAIL, contact: "budi@example.com" }) { __typename } }`;
    expect(faultsIn(await app.ask(written('"317403450890990"')))).toBe('identity.nik NIK_SHAPE');
    expect(faultsIn(await app.ask(written('3174034508909901')))).toBe('identity.nik WRONG_TYPE');
  });
});

describe('the same input without its fault', () => {
  it('passes: it was the fault that was refused', async () => {
    const answers = await Promise.all(
      ['individual', 'entity'].map(async (kind) => {
        const input = { ...inputs[kind]?.input, captcha: await app.captcha('REGISTER') };
        return app.ask(START, { input: { ...input, contact: newPerson().email } });
      }),
    );
    for (const answer of answers) outcome(answer, 'RegistrationStarted');
    for (const kind of ['person', 'company']) {
      outcome(await app.ask(COMPLETE, { input: inputs[kind]?.input }), 'RegistrationCompleted');
    }
  });
});
