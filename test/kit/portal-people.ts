import type { Page } from 'playwright-core';

import type { Person } from './people.js';
import { heading, type Portal, press } from './portal.js';
import { WORDS, type Words } from './portal-words.js';

/** From the start page to the page that asks for the code. */
export async function asksForCode(page: Page, person: Person, words: Words = WORDS.id): Promise<void> {
  await page.getByRole('link', { name: words.register, exact: true }).click();
  await page.getByLabel(words.umk).check();
  await press(page, words.goOn);
  await page.getByLabel(words.individual).check();
  await press(page, words.goOn);
  await page.getByLabel(words.nik).fill(person.nik);
  await press(page, words.goOn);
  await page.getByLabel('Email', { exact: true }).check();
  await page.getByLabel(words.email, { exact: true }).fill(person.email);
  await press(page, words.sendCode);
  await heading(page, words.codePage);
}

/** …proves the contact with the code from the inbox. */
export async function provesContact(portal: Portal, page: Page, person: Person, words: Words = WORDS.id) {
  const { code } = await portal.app.latest(person.email, 'REGISTRATION_CODE');
  await page.getByLabel(words.code, { exact: true }).fill(`${code}`);
  await press(page, words.goOn);
  await page.getByLabel(words.newPassword).waitFor();
}

/** …and fills in the rest, up to the page that shows it all. `look` is called on every page before it is left. */
export async function fillsInProfile(
  page: Page,
  person: Person,
  words: Words = WORDS.id,
  look: (name: string) => Promise<void> = async () => undefined,
): Promise<void> {
  const next = async (name: string) => {
    await look(name);
    await press(page, words.goOn);
  };
  await page.getByLabel(words.newPassword).fill(person.password);
  await next('kata-sandi');
  await page.getByLabel(words.fullName).fill(person.fullName);
  await page.getByLabel(words.male, { exact: true }).check();
  await typesBirthDate(page, person.birthDate, words);
  await next('profil');
  await choosesAddress(page, words);
  await next('alamat');
  await heading(page, words.npwpPage);
  await next('npwp');
  await page.getByLabel(words.whatsapp).fill(person.phone);
  await next('kontak-kedua');
  await heading(page, words.check);
}

export async function typesBirthDate(page: Page, birthDate: string, words: Words): Promise<void> {
  const [year = '', month = '', day = ''] = birthDate.split('-');
  await page.getByLabel(words.day, { exact: true }).fill(day);
  await page.getByLabel(words.month, { exact: true }).fill(month);
  await page.getByLabel(words.year, { exact: true }).fill(year);
}

export async function choosesAddress(page: Page, words: Words): Promise<void> {
  await page.getByLabel(words.province).selectOption('31');
  await page.getByLabel(words.regency).selectOption('31.74');
  await page.getByLabel(words.street).fill('Jalan Contoh 1');
}

export async function logsIn(
  page: Page,
  { username, password }: { username: string; password: string },
  words: Words = WORDS.id,
): Promise<void> {
  await page.getByLabel(words.identifier).fill(username);
  await page.getByLabel(words.password, { exact: true }).fill(password);
  await press(page, words.logIn);
}
