import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { MINUTE_MS } from '../../server/src/platform/clock.js';
import { pressAt, tabTo, typeAt } from '../kit/keyboard.js';
import { newPerson, PASSWORD, registered } from '../kit/people.js';
import { DESK, findingsOn, heading, openPortal, type Portal, press } from '../kit/portal.js';
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

const words = WORDS.id;

describe('an individual', () => {
  it('registers on a phone in at most twelve pages, activates and logs in', async () => {
    const person = newPerson();
    const page = await portal.open('/');
    const found: string[] = [];
    const lookAt = async (name: string) => void found.push(...(await findingsOn(page, name)));

    await lookAt('awal');
    await asksForCode(page, person, words);
    await lookAt('kode');
    await provesContact(portal, page, person, words);
    await fillsInProfile(page, person, words, lookAt);
    await page.getByRole('checkbox').check();
    await lookAt('periksa');
    expect(Number(await page.evaluate('history.length')) - 1).toBeLessThanOrEqual(12 + 1); // the start page, too
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

  it('needs no mouse at a desk, in English, from the first page to the account', async () => {
    const person = newPerson();
    const en = WORDS.en;
    const page = await portal.open('/', { locale: 'en-GB', viewport: DESK, colorScheme: 'dark' });
    await heading(page, 'The account for business licensing');
    await pressAt(page, en.register);
    await heading(page, 'Which kind of business is yours?');
    // Each new page begins at its heading, so its own question comes next.
    await pressAt(page, en.umk, 'Space');
    await page.keyboard.press('Enter');
    await heading(page, 'Who is the business actor?');
    await pressAt(page, en.individual, 'Space');
    await page.keyboard.press('Enter');
    await heading(page, 'What is your NIK?');
    await typeAt(page, en.nik, person.nik);
    await page.getByText('✓ 16 digits').waitFor();
    await page.keyboard.press('Enter');
    await heading(page, 'Where do we send the code?');
    await typeAt(page, en.whatsapp, person.phone);
    await page.keyboard.press('Enter');
    await heading(page, en.codePage);
    await typeAt(page, en.code, `${(await portal.app.latest(person.e164, 'REGISTRATION_CODE')).code}`);
    await page.keyboard.press('Enter');
    await typesProfile(page);
    await pressAt(page, 'I accept this declaration.', 'Space');
    await pressAt(page, en.registerNow);
    await heading(page, en.almost);
    await pressAt(page, 'I have the code');
    await typeAt(
      page,
      'Activation code',
      `${(await portal.app.latest(person.e164, 'ACTIVATION_CODE')).code}`,
    );
    await page.keyboard.press('Enter');
    await heading(page, en.active);
    await pressAt(page, en.logIn);
    await heading(page, 'Log in');
    await typeAt(page, en.password, person.password);
    await page.keyboard.press('Enter');
    await heading(page, en.myAccount);

    async function typesProfile(page: Page): Promise<void> {
      await typeAt(page, en.newPassword, person.password);
      await page.keyboard.press('Enter');
      await typeAt(page, en.fullName, person.fullName);
      await tabTo(page, 'Female');
      await page.keyboard.press('ArrowDown');
      const [year = '', month = '', day = ''] = person.birthDate.split('-');
      await typeAt(page, en.day, day);
      await typeAt(page, en.month, month);
      await typeAt(page, en.year, year);
      await page.keyboard.press('Enter');
      await choosesByLetters(page, en.province, 'DKI');
      await choosesByLetters(page, en.regency, 'Kota');
      await typeAt(page, en.street, 'Jalan Contoh 1');
      await page.keyboard.press('Enter');
      await heading(page, en.npwpPage);
      await pressAt(page, en.goOn);
      await pressAt(page, en.goOn);
      await heading(page, en.check);
    }
  });

  /** A native list: letters find an entry, however long it is. */
  async function choosesByLetters(page: Page, name: string, letters: string): Promise<void> {
    await page.getByLabel(name).locator('option', { hasText: letters }).waitFor({ state: 'attached' });
    await typeAt(page, name, letters);
  }
});

describe('whoever stands for others', () => {
  it('registers an entity, whose proven contact is an email', async () => {
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

  it('begins for a larger one from abroad, with a passport, and may change what it is', async () => {
    const { email } = newPerson();
    const page = await portal.open('/daftar');
    await page.getByLabel(words.nonUmk, { exact: true }).check();
    await press(page, words.goOn);
    await page.getByLabel(words.office).check();
    await press(page, words.goOn);
    await page.getByLabel('Nomor surat persetujuan atau penunjukan').waitFor();
    await page.goBack();
    await page.getByLabel(words.foreign).check();
    await press(page, words.goOn);
    await page.getByLabel('Bentuk badan usaha').selectOption('OTHER');
    await page.getByLabel('Nama badan usaha').fill('Contoh Holdings');
    await page.getByLabel('Nomor pendaftaran di negara asal').fill('9999-ABC');
    await page.getByLabel('Negara asal', { exact: true }).selectOption('SGP');
    await press(page, words.goOn);
    await page.getByLabel(words.passport, { exact: true }).check();
    await page.getByLabel('Nomor paspor').fill('K99999-06N');
    await page.getByLabel('Negara penerbit').selectOption('SGP');
    expect(await findingsOn(page, 'paspor')).toEqual([]);
    await press(page, words.goOn);
    await page.getByLabel(words.email, { exact: true }).fill(email);
    await press(page, words.sendCode);
    await heading(page, words.codePage);
  });
});

describe('a registration that does not go smoothly', () => {
  it('takes a double click for one, sends another code when the wait is over, by the clock of the service', async () => {
    const [typo, person] = [newPerson(), newPerson()];
    const page = await portal.open('/');
    await page.clock.install(); // this phone's clock is years off from the service's
    await asksForCode(page, { ...person, email: typo.email });
    await press(page, words.goOn);
    await page.getByRole('link', { name: 'Isi kode dari pesan terakhir.' }).waitFor();
    await page.getByLabel(words.code, { exact: true }).fill('000000');
    const before = page.seen.posts.length;
    await page.getByRole('button', { name: words.goOn }).dblclick();
    await page.getByRole('link', { name: 'Kode tidak cocok.' }).waitFor();
    expect(page.seen.posts.length - before).toBe(1);

    const again = page.getByRole('button', { name: 'Kirim ulang kode' });
    await portal.app.latest(typo.email, 'REGISTRATION_CODE');
    await page.clock.runFor(55_000);
    expect(await again.count()).toBe(0);
    portal.app.passTime(61_000);
    await page.clock.runFor(8000);
    await again.click();
    await page.getByText('dalam 1.00').or(page.getByText('dalam 0.59')).waitFor();
    const codes = (await portal.app.inbox(typo.email)).filter(({ kind }) => kind === 'REGISTRATION_CODE');
    expect(codes).toHaveLength(2);

    portal.app.passTime(61_000);
    await page.getByRole('link', { name: 'Ubah alamat email' }).click();
    await page.getByLabel(words.email, { exact: true }).fill(person.email);
    await press(page, words.sendCode);
    await heading(page, words.codePage);
    expect(page.seen.posts.at(-1)).toContain('resendRegistrationCode');
    await provesContact(portal, page, person);
    await page.goBack(); // what is proven is not asked again
    await heading(page, 'Buat kata sandi');
  });

  it('keeps what was typed on the way back, over a language, a refusal and a lost network', async () => {
    const person = newPerson();
    const page = await portal.open('/daftar/periksa'); // whose time has not come
    await page.waitForURL('**/daftar/jenis');
    await page.getByLabel(words.umk).check();
    await press(page, words.goOn);
    await page.getByLabel(words.individual).check();
    await press(page, words.goOn);
    await page.getByLabel(words.nik).fill('317403450890990');
    await page.getByText('15 dari 16 angka').waitFor();
    await press(page, words.goOn);
    await page.getByRole('link', { name: 'Anda mengisi 15.' }).waitFor();
    await page.getByLabel(words.nik).fill('3174034008909901'); // as many as there should be, and no day of any month
    await press(page, words.goOn); // the page counts, the service judges
    await page.getByLabel('Email', { exact: true }).check();
    await page.getByLabel(words.email, { exact: true }).fill(person.email);
    await press(page, words.sendCode);
    await page.getByRole('link', { name: 'bukan tanggal lahir' }).click();
    await page.getByRole('link', { name: 'bukan tanggal lahir' }).waitFor(); // said where it can be mended, too
    expect(await page.getByLabel(words.nik).inputValue()).toBe('3174034008909901');
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
    expect(await findingsOn(page, 'tanpa-sambungan')).toEqual([]);
    await page.reload(); // the page is there, the answers wait for the service
    await heading(page, 'Your answers are kept in this tab');
    expect(await findingsOn(page, 'isian-tersegel')).toEqual([]);
    await page.unroute('**/graphql');
    await page.getByRole('alert').getByRole('button', { name: 'Try again' }).click();
    await press(page, WORDS.en.sendCode);
    await heading(page, WORDS.en.codePage);
  });

  /** The seconds that the page says are left. */
  async function leftOn(page: Page): Promise<number> {
    const [, minutes, seconds] = /dalam (\d)\.(\d\d)/.exec(await page.locator('main').innerText()) ?? [];
    return Number(minutes) * 60 + Number(seconds);
  }

  it('looks the same for a contact that has an account, also after a reload, its countdown included', async () => {
    const [known, unknown] = [await registered(portal.app), newPerson()];
    portal.app.passTime(61_000);
    const pages = [];
    for (const { email } of [known, unknown]) {
      const page = await portal.open('/');
      // The device's clock stands still like the service's, but for what passes on both.
      await page.clock.install({ time: portal.app.now().getTime() - MINUTE_MS });
      await page.clock.pauseAt(portal.app.now());
      await asksForCode(page, { ...newPerson(), email });
      const before = await leftOn(page);
      portal.app.passTime(30_000);
      await page.clock.runFor(30_000);
      await page.reload();
      await page.getByText(/kirim ulang dalam/).waitFor();
      expect(before - (await leftOn(page))).toBe(30);
      pages.push((await page.locator('main').innerText()).replace(/\S•••\S+|dalam \d\.\d\d/g, '…'));
    }
    expect(pages[0]).toBe(pages[1]);
  });
});
