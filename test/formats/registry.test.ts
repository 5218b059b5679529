import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { HttpRegistry, type HttpRegistryOptions } from '../../server/src/platform/registry/http-registry.js';
import { LocalRegistry } from '../../server/src/platform/registry/local-registry.js';
import { sampleCompanies, samplePeople } from '../../server/src/platform/registry/sample-records.js';
import { type RegistryServer, startRegistryServer } from '../kit/registry-server.js';

const NIK = '3174034508909901';
const person = { nik: NIK, fullName: 'Siti Contoh', birthDate: '1990-08-05', sex: 'FEMALE' } as const;
const company = {
  kind: 'PT',
  name: 'PT Contoh',
  registrationNumber: 'AHU-9999901.AH.01.01.TAHUN2025',
  responsibleNik: NIK,
};

describe('the local registry', () => {
  const registry = new LocalRegistry();

  it('knows any person of the invented range', async () => {
    expect(await registry.checkPerson(person)).toEqual({ answer: 'MATCH' });
  });

  it.each([
    ['3174034508909990', { answer: 'NOT_FOUND' }],
    ['3174034508909991', { answer: 'UNAVAILABLE' }],
    ['3174034508909992', { answer: 'MISMATCH', fields: ['fullName'] }],
  ])('answers about the NIK %s as its last digits ask', async (nik, verdict) => {
    expect(await registry.checkPerson({ ...person, nik })).toEqual(verdict);
  });

  it('answers about a passport as its last digits ask', async () => {
    const query = { passport: 'X9999990', passportCountry: 'JPN', fullName: 'Contoh' };
    expect(await registry.checkPerson(query)).toEqual({ answer: 'NOT_FOUND' });
  });

  it('does not know a person without any number', async () => {
    expect(await registry.checkPerson({ fullName: 'Contoh' })).toEqual({ answer: 'NOT_FOUND' });
  });

  it('answers about a decree as its number asks, however it is written', async () => {
    const registrationNumber = 'ahu-9999992.AH.01.01. Tahun 2025';
    const verdict = await registry.checkCompany({ ...company, registrationNumber });
    expect(verdict).toEqual({ answer: 'MISMATCH', fields: ['entity.name'] });
  });

  it.each([
    ['1000000099999980', { answer: 'NOT_FOUND' }],
    ['1000000099999981', { answer: 'UNAVAILABLE' }],
    ['1000000099999982', { answer: 'MISMATCH', fields: ['entity.name'] }],
    ['1000000099999991', { answer: 'MATCH' }],
  ])('answers about the NPWP %s as its last digits ask', async (npwp, verdict) => {
    expect(await registry.checkTax({ npwp, name: 'PT Contoh', holder: 'ENTITY' })).toEqual(verdict);
  });

  it('names every field in which a sample person differs, and nothing else', async () => {
    const query = {
      nik: '3174035203889970',
      fullName: 'Sutina',
      birthDate: '1988-03-13',
      sex: 'FEMALE',
    } as const;
    const verdict = await registry.checkPerson(query);
    expect(verdict).toEqual({ answer: 'MISMATCH', fields: ['fullName', 'birthDate'] });
  });

  it.each(['budi  contoh', 'BUDI CONTOH.', ' Budi, Contoh ', 'Ｂｕｄｉ Contoh'])(
    'takes "%s" for the name on record',
    async (fullName) => {
      const verdict = await registry.checkPerson({ nik: '3273011703859971', fullName });
      expect(verdict).toEqual({ answer: 'MATCH' });
    },
  );

  it('compares the responsible person of a sample company', async () => {
    const [sample] = sampleCompanies;
    const verdict = await registry.checkCompany({ ...sample!, responsibleNik: NIK });
    expect(verdict).toEqual({ answer: 'MISMATCH', fields: ['nik'] });
  });

  it("compares a person's tax number, which is their NIK, with the person's name", async () => {
    const query = { npwp: '3174035203889970', name: 'Sutini', holder: 'PERSON' } as const;
    expect(await registry.checkTax(query)).toEqual({ answer: 'MISMATCH', fields: ['fullName'] });
  });

  it('holds nothing but invented numbers', () => {
    const real = [
      ...samplePeople.filter(({ nik }) => !/99\d\d$/.test(nik)),
      ...sampleCompanies.filter(({ npwp, registrationNumber }) =>
        [!/^10000000999999\d\d$/.test(npwp), !/^AHU-9999\d/.test(registrationNumber)].includes(true),
      ),
    ];
    expect(real).toEqual([]);
  });
});

describe('the registry over HTTP', () => {
  let server: RegistryServer;
  let clock: Date;
  let told: string[];
  const passSeconds = (seconds: number) => {
    clock = new Date(clock.getTime() + seconds * 1000);
  };
  const registryWith = (options: Partial<HttpRegistryOptions> = {}) =>
    new HttpRegistry({
      url: server.url,
      key: 'registry-key',
      now: () => clock,
      timeoutMs: 2000,
      retryPauseMs: 10,
      report: (kind, trouble) => told.push(`${kind} ${trouble}`),
      ...options,
    });
  let registry: HttpRegistry;

  beforeAll(async () => {
    server = await startRegistryServer({ key: 'registry-key' });
  });
  afterAll(() => server.stop());
  beforeEach(() => {
    clock = new Date('2026-11-23T09:00:00.000Z');
    told = [];
    server.behave('ok');
    server.requests.length = 0;
    registry = registryWith();
  });
  const unavailable = { answer: 'UNAVAILABLE' };

  it('asks each question at its own address, with the key and only what is known', async () => {
    await registry.checkPerson(person);
    await registry.checkCompany(company);
    await registry.checkTax({ npwp: NIK, name: 'Siti Contoh', holder: 'PERSON' });
    const authorization = 'Bearer registry-key';
    expect(server.requests).toEqual([
      { path: '/v1/person', authorization, query: person },
      { path: '/v1/company', authorization, query: company },
      { path: '/v1/tax', authorization, query: { npwp: NIK, name: 'Siti Contoh', holder: 'PERSON' } },
    ]);
  });

  it.each([{ answer: 'MATCH' }, { answer: 'NOT_FOUND' }, { answer: 'UNAVAILABLE' }])(
    'passes the verdict on: $answer',
    async (said) => {
      server.script('3174034508909911', said);
      expect(await registry.checkPerson({ ...person, nik: '3174034508909911' })).toEqual(said);
    },
  );

  it('calls the differing fields as the person who typed them knows them', async () => {
    server.script(`/v1/company ${company.registrationNumber}`, {
      answer: 'MISMATCH',
      fields: ['name', 'responsibleNik'],
    });
    const verdict = await registry.checkCompany(company);
    expect(verdict).toEqual({ answer: 'MISMATCH', fields: ['entity.name', 'nik'] });
  });

  it.each([
    ['PERSON', ['npwp', 'fullName']],
    ['ENTITY', ['entity.npwp', 'entity.name']],
  ] as const)('tells the tax fields of a %s apart', async (holder, fields) => {
    server.script('1000000099999950', { answer: 'MISMATCH', fields: ['npwp', 'name'] });
    const verdict = await registry.checkTax({ npwp: '1000000099999950', name: 'Contoh', holder });
    expect(verdict).toEqual({ answer: 'MISMATCH', fields });
  });

  it.each([
    ['a value from its records', { answer: 'MATCH', fullName: 'Sutinah' }],
    ['a value beside a mismatch', { answer: 'MISMATCH', fields: ['sex'], values: { sex: 'MALE' } }],
    ['a verdict nobody has heard of', { answer: 'PROBABLY' }],
    ['a field it was not asked for', { answer: 'MISMATCH', fields: ['motherName'] }],
    ['a key every object inherits', { answer: 'MISMATCH', fields: ['constructor'] }],
    ['a mismatch in no field', { answer: 'MISMATCH', fields: [] }],
    ['a list', [{ answer: 'MATCH' }]],
    ['null', null],
    ['half an answer', '{"answer":"MATCH"'],
    ['a page', '<html>MATCH</html>'],
    ['nothing', ''],
    ['too much', `{"answer":"MATCH"${' '.repeat(17_000)}}`],
  ])('takes %s for no answer', async (_what, said) => {
    server.script('3174034508909912', said);
    expect(await registry.checkPerson({ ...person, nik: '3174034508909912' })).toEqual(unavailable);
  });

  it('takes a refused key for no answer, and does not insist', async () => {
    const verdict = await registryWith({ key: 'another-key' }).checkPerson(person);
    expect([verdict, server.count]).toEqual([unavailable, 1]);
  });

  it.each(['down', '500'] as const)('asks once more when the registry is %s for a moment', async (mode) => {
    server.behave(mode, 'ok');
    expect([await registry.checkPerson(person), server.count]).toEqual([{ answer: 'MATCH' }, 2]);
  });

  it.each(['down', '500'] as const)('gives up after the second try when it stays %s', async (mode) => {
    server.behave(mode);
    expect([await registry.checkPerson(person), server.count]).toEqual([unavailable, 2]);
  });

  it('waits for a slow registry', async () => {
    server.behave('slow');
    expect(await registry.checkPerson(person)).toEqual({ answer: 'MATCH' });
  });

  it('waits once, not twice, for one that hangs', async () => {
    server.behave('hang');
    expect([await registryWith({ timeoutMs: 50 }).checkPerson(person), server.count]).toEqual([
      unavailable,
      1,
    ]);
  });

  it('is not there at all, and still nothing is thrown', async () => {
    const nobody = registryWith({ url: 'http://127.0.0.1:1' });
    expect(await nobody.checkTax({ npwp: NIK, name: 'Siti', holder: 'PERSON' })).toEqual(unavailable);
  });

  it('leaves a registry alone that failed five times in a row', async () => {
    server.behave('500');
    for (let check = 0; check < 5; check += 1) await registry.checkPerson(person);
    const before = server.count;
    server.behave('ok');
    expect([await registry.checkPerson(person), server.count - before]).toEqual([unavailable, 0]);
  });

  it('finds back after ten seconds', async () => {
    server.behave('500');
    for (let check = 0; check < 5; check += 1) await registry.checkPerson(person);
    server.behave('ok');
    passSeconds(10);
    await registry.checkPerson(person);
    expect(await registry.checkPerson(person)).toEqual({ answer: 'MATCH' });
  });

  it('still asks the tax office while the population registry is left alone', async () => {
    server.behave('500');
    for (let check = 0; check < 5; check += 1) await registry.checkPerson(person);
    server.behave('ok');
    const verdict = await registry.checkTax({ npwp: NIK, name: 'Siti Contoh', holder: 'PERSON' });
    expect(verdict).toEqual({ answer: 'MATCH' });
  });

  it('is not closed to everybody by questions the registry refuses', async () => {
    const refused = registryWith({ key: 'another-key' });
    for (let check = 0; check < 6; check += 1) await refused.checkPerson(person);
    expect(server.count).toBe(6);
  });

  it('does not queue behind checks that hang', async () => {
    server.behave('hang');
    const busy = registryWith({ inFlight: 2, timeoutMs: 100 });
    await Promise.all([1, 2, 3].map(() => busy.checkPerson(person)));
    expect([server.count, told]).toEqual([
      2,
      ['person TOO_MANY_UNDER_WAY', 'person TIMED_OUT', 'person TIMED_OUT'],
    ]);
  });

  it('has room again once the checks before are done', async () => {
    const narrow = registryWith({ inFlight: 1 });
    await narrow.checkPerson(person);
    expect(await narrow.checkPerson(person)).toEqual({ answer: 'MATCH' });
  });

  it('says why there was no answer, and nothing about the person', async () => {
    server.behave('down');
    await registry.checkPerson(person);
    server.behave('ok');
    server.script('3174034508909913', { answer: 'MATCH', fullName: 'Sutinah' });
    await registry.checkPerson({ ...person, nik: '3174034508909913' });
    expect(told).toEqual(['person UNREACHABLE', 'person UNREADABLE']);
  });
});
