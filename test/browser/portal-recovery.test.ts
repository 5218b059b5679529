import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { LOGIN } from '../kit/account-operations.js';
import { active, loggedIn, newPerson } from '../kit/people.js';
import { DESK, findingsOn, heading, openPortal, type Portal, press } from '../kit/portal.js';

let portal: Portal;
beforeAll(async () => {
  portal = await openPortal();
});
afterEach(() => portal.closePages());
afterAll(() => portal.stop());

const NEW = 'Teh-Poci-77-senja';

async function asksForReset(page: Page, identifier: string): Promise<void> {
  await page.getByRole('link', { name: 'Lupa kata sandi' }).click();
  await heading(page, 'Lupa kata sandi'); // the page before has a field of the same name
  await page.getByLabel('Username, email').fill(identifier);
  await page.getByLabel('Email', { exact: true }).check();
  await press(page, 'Kirim tautan');
  await heading(page, 'Periksa pesan Anda');
}

describe('a forgotten password', () => {
  it('looks the same for everybody, and is replaced by the link, which logs everybody out and nobody in', async () => {
    const person = await active(portal.app);
    const session = await loggedIn(portal.app, person);
    const page = await portal.open('/masuk');
    await asksForReset(page, person.email);
    const stranger = await portal.open('/masuk');
    await asksForReset(stranger, newPerson().email);
    const said = async (one: Page) => (await one.locator('main').innerText()).replace(/dalam \d\.\d\d/, '…');
    expect(await said(stranger)).toBe(await said(page));
    expect(await findingsOn(page, 'lupa-sandi')).toEqual([]);
    await page.goto(`${portal.origin}${await portal.linkIn(person.email, 'PASSWORD_RESET_LINK')}`);
    await page.getByLabel('Kata sandi baru').fill('pendek');
    await press(page, 'Simpan kata sandi baru');
    await page.getByRole('link', { name: 'satu kata lagi' }).waitFor();
    expect(await findingsOn(page, 'atur-ulang')).toEqual([]);
    await page.getByLabel('Kata sandi baru').fill(NEW);
    await press(page, 'Simpan kata sandi baru');
    await heading(page, 'Kata sandi Anda sudah diganti');
    expect(page.url()).toBe(`${portal.origin}/atur-ulang`);
    expect((await portal.app.ask('{ me { id } }', {}, session)).data.me).toBeNull();
    const input = { identifier: person.username, password: NEW };
    expect((await portal.app.ask(LOGIN, { input })).data.login.__typename).toBe('LoggedIn');
  });

  it('has ways on from a link that is not good', async () => {
    const page = await portal.open('/atur-ulang#not-a-token', { locale: 'en-GB' });
    await page.getByLabel('New password').fill(NEW);
    await press(page, 'Save the new password');
    await page.getByRole('link', { name: 'Ask for a new link' }).click();
    await heading(page, 'Forgotten password');
  });
});

describe('a forgotten account', () => {
  it('is found by the NIK as masks after a slip, and its username sent to a contact on record', async () => {
    const person = await active(portal.app);
    const page = await portal.open('/lupa-akun', { viewport: DESK });
    await press(page, 'Cari');
    await page.getByRole('link', { name: 'Jawab apakah usaha Anda sudah punya NIB.' }).waitFor();
    await page.getByLabel('Sudah', { exact: true }).check();
    await page.getByLabel('NIK (nomor induk').fill(newPerson().nik);
    await page.getByLabel('NIB (nomor induk').fill('1507269999901');
    await press(page, 'Cari');
    await heading(page, 'Tidak ada yang dapat ditampilkan');
    expect(await findingsOn(page, 'akun-tidak-ada')).toEqual([]);
    await press(page, 'Cari lagi');
    await page.getByLabel('Belum', { exact: true }).check();
    await page.getByLabel('NIK (nomor induk').fill(person.nik);
    await press(page, 'Cari');
    await heading(page, 'Akun yang cocok');
    expect(await findingsOn(page, 'akun-cocok')).toEqual([]);
    expect(await page.locator('main').innerText()).not.toContain(person.username);
    await page.getByRole('button', { name: 'Kirim username ke email o•••' }).click();
    await page.getByText('username lengkap dikirim').waitFor();
    const messages = await portal.app.inbox(person.email);
    expect(messages.some(({ text }) => text.includes(person.username))).toBe(true);
    expect(page.seen.addresses.join()).not.toContain(person.nik);
  });
});

describe('“this was not me”', () => {
  it('secures the account at one press, from any notice', async () => {
    const person = await active(portal.app);
    const session = await loggedIn(portal.app, person);
    const input = { currentPassword: person.password, newPassword: NEW };
    const change = 'mutation($input: ChangePasswordInput!) { changePassword(input: $input) { __typename } }';
    await portal.app.ask(change, { input }, session);
    const page = await portal.open(await portal.linkIn(person.email, 'PASSWORD_CHANGED'));
    expect(page.url()).toBe(`${portal.origin}/bukan-saya`);
    await page.getByText('mengeluarkan semua perangkat').waitFor();
    expect(await findingsOn(page, 'bukan-saya')).toEqual([]);
    await press(page, 'Amankan akun saya');
    await heading(page, 'Akun Anda sudah diamankan');
    const login = { identifier: person.username, password: NEW };
    expect((await portal.app.ask(LOGIN, { input: login })).data.login.__typename).not.toBe('LoggedIn');
  });
});
