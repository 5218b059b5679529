import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { Identifier } from '../../server/src/account/identifier.entity.js';
import { ReplacementRequest } from '../../server/src/features/email-replacement/replacement-request.entity.js';
import { type CuttingProxy, cuttingProxy, type Fate } from '../kit/cutting-proxy.js';
import { picture } from '../kit/documents.js';
import { newPerson, type Person } from '../kit/people.js';
import { type Opened, openPortal, type Portal } from '../kit/portal.js';
import { choosesAddress, typesBirthDate } from '../kit/portal-people.js';
import { type Mishap, type Stop, walk } from '../kit/portal-walk.js';
import { WORDS } from '../kit/portal-words.js';
import { freshEmail } from '../kit/replacements.js';
import { rounds } from '../kit/rounds.js';

let portal: Portal;
let proxy: CuttingProxy;
let photo: { name: string; mimeType: string; buffer: Buffer };
beforeAll(async () => {
  portal = await openPortal();
  proxy = await cuttingProxy(portal.origin);
  photo = { name: 'ktp.jpg', mimeType: 'image/jpeg', buffer: await picture('jpeg', 600, 400) };
});
afterEach(() => portal.closePages());
afterAll(async () => {
  await proxy.stop();
  await portal.stop();
});

const FATES: readonly Fate[] = ['UNANSWERED', 'HALF_ANSWERED', 'NEVER_ARRIVES'];
const DISCARDS = ['AFTER_A_FAILURE', 'FILLED_IN', undefined] as const;

/** The first two rounds meet every page with a lost answer, with a lost tab or with both; the others draw what they meet. */
function mishaps(round: number): (stop: number) => Mishap {
  if (round < 2)
    return (stop) => ({
      fates: [FATES[(stop + round) % 2] as Fate],
      discarded: DISCARDS[(stop + round) % 3],
    });
  let drawn = round;
  const draw = <One>(of: readonly One[]) => {
    drawn = (drawn * 48_271) % 2_147_483_647;
    return of[drawn % of.length] as One;
  };
  return () => ({ fates: [draw(FATES), draw([...FATES, 'ARRIVES' as const])], discarded: draw(DISCARDS) });
}

const words = WORDS.id;

const registering = (person: Person): Stop[] => [
  { heading: 'Usaha Anda termasuk yang mana?', fill: (page) => page.getByLabel(words.umk).check() },
  { heading: 'Siapa pelaku usahanya?', fill: (page) => page.getByLabel(words.individual).check() },
  { heading: 'Berapa NIK Anda?', fill: (page) => page.getByLabel(words.nik).fill(person.nik) },
  {
    heading: 'Ke mana kami mengirim kode?',
    fill: async (page) => {
      await page.getByLabel('Email', { exact: true }).check();
      await page.getByLabel(words.email, { exact: true }).fill(person.email);
    },
  },
  { heading: words.codePage, fill: (page) => typesCode(page, person.email) },
  {
    heading: 'Buat kata sandi',
    fill: (page) => page.getByLabel(words.newPassword).fill(person.password),
    asksAgain: true,
  },
  {
    heading: 'Nama Anda sesuai KTP',
    fill: async (page) => {
      await page.getByLabel(words.fullName).fill(person.fullName);
      await page.getByLabel(words.male, { exact: true }).check();
      await typesBirthDate(page, person.birthDate, words);
    },
  },
  { heading: 'Alamat Anda', fill: (page) => choosesAddress(page, words) },
  { heading: words.npwpPage, fill: async () => undefined },
  { heading: 'Nomor WhatsApp', fill: (page) => page.getByLabel(words.whatsapp).fill(person.phone) },
  { heading: words.check, fill: (page) => page.getByRole('checkbox').check() },
];

const replacing = (person: Person, newEmail: string): Stop[] => [
  {
    heading: 'Akun mana yang emailnya diganti?',
    fill: async (page) => {
      await page.getByLabel(words.nik).fill(person.nik);
      await page.getByLabel('Belum', { exact: true }).check();
    },
  },
  {
    heading: 'Siapa yang mengajukan?',
    fill: async (page) => {
      await page.getByLabel('Perseorangan').check();
      await page.getByLabel('Nama pemilik').fill(person.fullName);
      await page.getByLabel('pemilik atau penanggung jawab', { exact: true }).check();
    },
  },
  {
    heading: 'Mengapa emailnya perlu diganti?',
    fill: (page) => page.getByLabel('Email sudah dihapus').check(),
  },
  { heading: 'Apa alamat email barunya?', fill: (page) => page.getByLabel(words.email).fill(newEmail) },
  { heading: words.codePage, fill: (page) => typesCode(page, newEmail) },
  { heading: 'Foto KTP atau paspor', fill: choosesPhoto },
  { heading: 'Foto diri memegang KTP', fill: choosesPhoto },
  { heading: 'Semua dokumen sudah diunggah', fill: async () => undefined },
  { heading: 'Kirim permohonan?', fill: (page) => page.getByRole('checkbox').check() },
];

async function typesCode(page: Page, to: string): Promise<void> {
  const [message] = (await portal.app.inbox(to)).filter(({ code }) => code);
  await page.getByLabel(words.code, { exact: true }).fill(`${message?.code}`);
}

async function choosesPhoto(page: Page): Promise<void> {
  await page.getByLabel('Pilih berkas').setInputFiles(photo);
  await page.getByRole('button', { name: 'Putar gambar' }).waitFor();
}

/** What stood in an address or the log, and who else was asked. */
function leaksOf({ seen: { addresses } }: Opened, secrets: readonly string[]): string[] {
  const elsewhere = addresses.filter((one) => !one.startsWith(`${proxy.origin}/`) && one !== 'data:,');
  const said = addresses.join(' ') + portal.app.lines.join('');
  return [...elsewhere, ...secrets.filter((secret) => said.includes(secret))];
}

describe('over a network that loses commands and answers, in a tab that is discarded,', () => {
  it('a registration loses no page, and makes one account with one code and one link', async () => {
    for (let round = 0; round < rounds(1, 60); round += 1) {
      const person = newPerson();
      const page = await portal.open('/daftar', {}, proxy.origin);
      const secrets = [person.nik, person.email, person.phone, person.fullName, person.password];
      const way = { stops: registering(person), end: words.almost, proxy, mishap: mishaps(round), secrets };
      expect(await walk(page, way)).toEqual([]);
      expect(leaksOf(page, secrets)).toEqual([]);
      const kinds = (await portal.app.inbox(person.email)).map(({ kind }) => kind).sort();
      expect(kinds).toEqual(['ACTIVATION_LINK', 'REGISTRATION_CODE']);
      expect(await portal.app.db.rows.countBy(Identifier, { value: person.email })).toBe(1);
      await portal.closePages();
    }
  });

  it('a request with its documents loses no page and is handed in once', async () => {
    for (let round = 0; round < rounds(1, 60); round += 1) {
      const [person, newEmail] = [newPerson(), freshEmail()];
      const page = await portal.open('/email-tidak-aktif/akun', {}, proxy.origin);
      const secrets = [person.nik, newEmail, person.fullName];
      const stops = replacing(person, newEmail);
      const way = { stops, end: 'Permohonan sudah dikirim', proxy, mishap: mishaps(round), secrets };
      expect(await walk(page, way)).toEqual([]);
      expect(leaksOf(page, secrets)).toEqual([]);
      const kinds = (await portal.app.inbox(newEmail)).map(({ kind }) => kind).sort();
      expect(kinds).toEqual(['REPLACEMENT_EMAIL_CODE', 'REPLACEMENT_RECEIVED']);
      const cases = await portal.app.db.rows.findBy(ReplacementRequest, { newEmailKey: newEmail });
      expect(cases.map(({ status }) => status)).toEqual(['SUBMITTED']);
      await portal.closePages();
    }
  });
});
