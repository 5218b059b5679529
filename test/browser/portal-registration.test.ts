import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { newPerson, PASSWORD, registered } from '../kit/people.js';
import { DESK, findingsOn, heading, openPortal, PHONE, type Portal, press } from '../kit/portal.js';
import {
  asksForCode,
  choosesAddress,
  fillsInProfile,
  provesContact,
  typesBirthDate,
} from '../kit/portal-people.js';
import { WORDS } from '../kit/portal-words.js';

let portal: Portal;
beforeAll(async () => {
  portal = await openPortal();
});
afterEach(() => portal.closePages());
afterAll(() => portal.stop());

const LOOKS = [
  { speaks: 'id', locale: 'id-ID', viewport: PHONE, colorScheme: 'light' },
  { speaks: 'en', locale: 'en-GB', viewport: DESK, colorScheme: 'dark' },
] as const;

describe('an individual', () => {
  it.each(LOOKS)('registers, activates and logs in: %o', async ({ speaks, ...look }) => {
    const words = WORDS[speaks];
    const person = newPerson();
    const page = await portal.open('/', look);
    const found: string[] = [];
    const lookAt = async (name: string) => void found.push(...(await findingsOn(page, `${name}-${speaks}`)));

    await lookAt('awal');
    await asksForCode(page, person, words);
    await lookAt('kode');
    await provesContact(portal, page, person, words);
    await fillsInProfile(page, person, words, lookAt);
    await page.getByRole('checkbox').check();
    await lookAt('periksa');
    await press(page, words.registerNow);
    await heading(page, words.almost);
    await lookAt('selesai');

    const link = await portal.linkIn(person.email, 'ACTIVATION_LINK');
    await page.goto(`${portal.origin}${link}`);
    await press(page, words.activate);
    await heading(page, words.active);
    await lookAt('aktif');
    await page.getByRole('link', { name: words.logIn }).click();
    await page.getByLabel(words.password, { exact: true }).fill(person.password);
    await press(page, words.logIn);
    await heading(page, words.myAccount);
    await lookAt('akun');
    expect(found).toEqual([]);
    expect(page.seen.complaints).toEqual([]);
  });

  it('needs no mouse', async () => {
    const page = await portal.open('/daftar');
    await heading(page, 'Usaha Anda termasuk yang mana?');
    const person = newPerson();
    const keys = async (...all: string[]) => {
      for (const key of all) await page.keyboard.press(key);
    };
    // Skip button, name, two languages, back: then the page's own question.
    await keys('Tab', 'Tab', 'Tab', 'Tab', 'Tab', 'Tab', 'Space', 'Enter');
    await heading(page, 'Siapa pelaku usahanya?');
    // The new page begins at its heading, so the question is next.
    await keys('Tab', 'Space', 'Enter');
    await heading(page, 'Berapa NIK Anda?');
    await keys('Tab');
    await page.keyboard.type(person.nik);
    await page.getByText('✓ 16 angka').waitFor();
    await keys('Enter');
    await heading(page, 'Ke mana kami mengirim kode?');
    await keys('Tab', 'Tab');
    await page.keyboard.type(person.phone);
    await keys('Enter');
    await heading(page, 'Masukkan kode 6 angka');
    const { code } = await portal.app.latest(person.e164, 'REGISTRATION_CODE');
    await keys('Tab');
    await page.keyboard.type(`${code}`);
    await keys('Enter');
    await heading(page, 'Buat kata sandi');
  });
});

describe('whoever stands for others', () => {
  it('registers an entity, whose proven contact is an email', async () => {
    const words = WORDS.id;
    const person = newPerson();
    const page = await portal.open('/daftar');
    await page.getByLabel(words.umk).check();
    await press(page, words.goOn);
    await page.getByLabel(words.entity).check();
    await press(page, words.goOn);
    await page.getByLabel('Bentuk badan usaha').selectOption('PT');
    await page.getByLabel('Nama badan usaha').fill('PT Contoh Jaya');
    await page.getByLabel('Nomor pengesahan AHU').fill('AHU-9999901.AH.01.01.TAHUN 2025');
    await page.getByLabel('NPWP').fill('1000 0000 9999 9991');
    expect(await findingsOn(page, 'badan-usaha')).toEqual([]);
    await press(page, words.goOn);
    await page.getByLabel(words.nik).fill(person.nik);
    await press(page, words.goOn);
    await page.getByLabel(words.email, { exact: true }).fill(person.email);
    await press(page, words.sendCode);
    await heading(page, words.codePage);
    await provesContact(portal, page, person);
    await page.getByLabel(words.newPassword).fill(PASSWORD);
    await press(page, words.goOn);
    await page.getByLabel(words.fullName).fill(person.fullName);
    await typesBirthDate(page, person.birthDate, words);
    await press(page, words.goOn);
    await page.getByLabel(words.position).fill('Direktur');
    await press(page, words.goOn);
    await choosesAddress(page, words);
    await press(page, words.goOn);
    await press(page, words.goOn);
    await page.getByRole('checkbox').check();
    await press(page, words.registerNow);
    await heading(page, words.almost);
  });

  it.each([
    ['office', 'Nomor surat persetujuan atau penunjukan'],
    ['foreign', 'Nomor pendaftaran di negara asal'],
  ] as const)('begins for a larger one from abroad, with a passport: %s', async (actor, legalBasis) => {
    const words = WORDS.id;
    const { email } = newPerson();
    const page = await portal.open('/daftar');
    await page.getByLabel(words.nonUmk, { exact: true }).check();
    await press(page, words.goOn);
    await page.getByLabel(words[actor]).check();
    await press(page, words.goOn);
    await page.getByLabel('Bentuk badan usaha').selectOption('OTHER');
    await page.getByLabel('Nama badan usaha').fill('Contoh Holdings');
    await page.getByLabel(legalBasis).fill('9999-ABC');
    await page.getByLabel('Negara asal', { exact: true }).selectOption('SGP');
    await press(page, words.goOn);
    await page.getByLabel(words.passport, { exact: true }).check();
    await page.getByLabel('Nomor paspor').fill('K99999-06N');
    await page.getByLabel('Negara penerbit').selectOption('SGP');
    await press(page, words.goOn);
    await page.getByLabel(words.email, { exact: true }).fill(email);
    await press(page, words.sendCode);
    await heading(page, words.codePage);
  });
});

describe('a registration that does not go smoothly', () => {
  it('goes on after a reload wherever it was, with its countdown, and keeps nothing readable', async () => {
    const person = newPerson();
    const page = await portal.open('/');
    await asksForCode(page, person);
    const kept = async () =>
      `${await page.evaluate('JSON.stringify({ ...sessionStorage, ...localStorage })')}`;
    await page.reload();
    await heading(page, WORDS.id.codePage);
    const left = await page.getByText(/kirim ulang dalam 0\.\d\d/).innerText();
    expect(Number(/0\.(\d\d)/.exec(left)?.[1])).toBeGreaterThan(50);
    await provesContact(portal, page, person);
    await page.reload();
    await heading(page, 'Buat kata sandi');
    await page.goto(`${portal.origin}/daftar/lanjut`);
    await fillsInProfile(page, person);
    for (const secret of [person.nik, person.email, person.phone, person.fullName, person.password])
      expect(await kept()).not.toContain(secret);
    await page.reload(); // the tab was discarded on its last page
    await page.getByText('Hanya kata sandi yang perlu diisi sekali lagi').waitFor();
    await page.getByLabel(WORDS.id.newPassword).fill(person.password);
    await press(page, WORDS.id.goOn);
    await heading(page, WORDS.id.check);
    await page.getByText(person.fullName).waitFor();
    await page.getByRole('checkbox').check();
    await press(page, WORDS.id.registerNow);
    await heading(page, WORDS.id.almost);
    const username = await page.locator('.value').innerText();
    expect(Object.keys(JSON.parse(await kept()))).toEqual(['isian:terdaftar']);
    expect(await kept()).not.toContain(username);
    await page.reload(); // …and once more while its owner looks for the message
    await page.getByText(username).waitFor();
  });

  it('sends another code when the wait is over, and not before, by the clock of the service', async () => {
    const person = newPerson();
    const page = await portal.open('/');
    await page.clock.install(); // this phone's clock is years off from the service's
    await asksForCode(page, person);
    const again = page.getByRole('button', { name: 'Kirim ulang kode' });
    await portal.app.latest(person.email, 'REGISTRATION_CODE');
    expect(await again.count()).toBe(0);
    await page.clock.runFor(58_000);
    expect(await again.count()).toBe(0);
    portal.app.passTime(61_000);
    await page.clock.runFor(3000);
    await again.click();
    await page.getByText('dalam 1.00').or(page.getByText('dalam 0.59')).waitFor();
    const codes = (await portal.app.inbox(person.email)).filter(({ kind }) => kind === 'REGISTRATION_CODE');
    expect(codes).toHaveLength(2);
  });

  it('keeps what was typed on the way back, over a language, a refusal and a lost network', async () => {
    const person = newPerson();
    const page = await portal.open('/daftar');
    const words = WORDS.id;
    await page.getByLabel(words.umk).check();
    await press(page, words.goOn);
    await page.getByLabel(words.individual).check();
    await press(page, words.goOn);
    await page.getByLabel(words.nik).fill('317403450890990');
    await page.getByText('15 dari 16 angka').waitFor();
    await press(page, words.goOn); // the page helps, the service refuses
    await page.getByLabel('Email', { exact: true }).check();
    await page.getByLabel(words.email, { exact: true }).fill(person.email);
    await press(page, words.sendCode);
    await page.getByRole('link', { name: /NIK.*16 angka/ }).click();
    expect(await page.getByLabel(words.nik).inputValue()).toBe('317403450890990');
    await page.getByLabel(words.nik).fill(person.nik);
    await press(page, 'EN: English');
    await press(page, WORDS.en.goOn);
    await page.goBack();
    expect(await page.getByLabel(WORDS.en.nik).inputValue()).toBe(person.nik);
    await page.goForward();
    expect(await page.getByLabel(WORDS.en.email, { exact: true }).inputValue()).toBe(person.email);
    await page.route('**/graphql', (route) => route.abort());
    await press(page, WORDS.en.sendCode);
    await page.getByRole('heading', { name: 'No connection' }).waitFor();
    await page.unroute('**/graphql');
    await page.getByRole('alert').getByRole('button', { name: 'Try again' }).click();
    await heading(page, WORDS.en.codePage);
  });

  it('is not lost with the answer to its last step', async () => {
    const person = newPerson();
    const page = await portal.open('/');
    await asksForCode(page, person);
    await provesContact(portal, page, person);
    await fillsInProfile(page, person);
    await page.getByRole('checkbox').check();
    await page.route('**/graphql', async (route) => {
      await route.fetch(); // it arrived, and was done
      await route.abort();
    });
    await press(page, WORDS.id.registerNow);
    await page.getByRole('heading', { name: 'Tidak ada sambungan' }).waitFor();
    await page.unroute('**/graphql');
    await press(page, 'Coba lagi');
    await heading(page, WORDS.id.almost);
    expect(await portal.linkIn(person.email, 'ACTIVATION_LINK')).toMatch(/^\/aktivasi#/);
  });

  it('takes a double click for one, and says what is wrong with a code', async () => {
    const person = newPerson();
    const page = await portal.open('/');
    await asksForCode(page, person);
    await press(page, WORDS.id.goOn);
    await page.getByRole('link', { name: 'Isi kode dari pesan terakhir.' }).waitFor();
    await page.getByLabel(WORDS.id.code, { exact: true }).fill('000000');
    const before = page.seen.posts.length;
    await page.getByRole('button', { name: WORDS.id.goOn }).dblclick();
    await page.getByRole('link', { name: 'Kode tidak cocok.' }).waitFor();
    expect(page.seen.posts.length - before).toBe(1);
  });

  it('goes on at another contact, and begins anew when another person is meant', async () => {
    const [typo, person] = [newPerson(), newPerson()];
    const page = await portal.open('/');
    await asksForCode(page, { ...person, email: typo.email });
    portal.app.passTime(61_000);
    await page.getByRole('link', { name: 'Ubah alamat email' }).click();
    await page.getByLabel(WORDS.id.email, { exact: true }).fill(person.email);
    await press(page, WORDS.id.sendCode);
    await heading(page, WORDS.id.codePage);
    expect(page.seen.posts.at(-1)).toContain('resendRegistrationCode');
    await provesContact(portal, page, person);
    await page.goBack(); // what is proven is not asked again
    await heading(page, 'Buat kata sandi');
  });

  it('looks the same for a contact that has an account', async () => {
    const [known, unknown] = [await registered(portal.app), newPerson()];
    portal.app.passTime(61_000);
    const pages = [];
    for (const { email } of [known, unknown]) {
      const page = await portal.open('/');
      await asksForCode(page, { ...newPerson(), email });
      pages.push((await page.locator('main').innerText()).replace(/\S•••\S+|dalam \d\.\d\d/g, '…'));
    }
    expect(pages[0]).toBe(pages[1]);
  });

  it('opens no page whose time has not come', async () => {
    const page = await portal.open('/daftar/periksa');
    await heading(page, 'Usaha Anda termasuk yang mana?');
    expect(page.url()).toBe(`${portal.origin}/daftar/jenis`);
  });
});

describe('what a page lets out', () => {
  it('is nothing of the person: no address, title, history or third party has any of it', async () => {
    const person = newPerson();
    const page = await portal.open('/');
    await asksForCode(page, person);
    await provesContact(portal, page, person);
    await fillsInProfile(page, person);
    await page.getByRole('checkbox').check();
    await press(page, WORDS.id.registerNow);
    await heading(page, WORDS.id.almost);
    const { addresses } = page.seen;
    const elsewhere = addresses.filter((one) => !one.startsWith(`${portal.origin}/`) && one !== 'data:,');
    expect(elsewhere).toEqual([]);
    const canaries = [person.nik, person.email, person.phone, person.e164, person.password, 'Sutinah'];
    const said = addresses.join(' ') + portal.app.lines.join('');
    expect(canaries.filter((canary) => said.includes(canary))).toEqual([]);
  });
});
