import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { MINUTE_MS } from '../../server/src/platform/clock.js';
import { active, loggedIn, newPerson, type Registered } from '../kit/people.js';
import { findingsOn, heading, type Opened, openPortal, type Portal, press } from '../kit/portal.js';
import { logsIn } from '../kit/portal-people.js';

let portal: Portal;
beforeAll(async () => {
  portal = await openPortal();
});
afterEach(() => portal.closePages());
afterAll(() => portal.stop());

const ME = '{ me { username } }';

/** A device on which somebody is logged in. */
async function inside(person: Registered): Promise<Opened> {
  const page = await portal.open('/masuk');
  await logsIn(page, person);
  await heading(page, 'Akun saya');
  return page;
}

describe('logging in', () => {
  it('keeps the session where no script and no storage has it', async () => {
    const person = await active(portal.app);
    const page = await inside(person);
    expect(await page.evaluate('[document.cookie, localStorage.length, sessionStorage.length]')).toEqual([
      '',
      0,
      0,
    ]);
    const [cookie] = await page.context().cookies();
    expect(cookie).toMatchObject({ name: '__Host-akun', httpOnly: true, secure: true, sameSite: 'Strict' });
    await page.reload();
    await page.getByText(person.username).waitFor();
    expect(page.seen.addresses.join()).not.toContain(person.username);
  });

  it('takes three actions besides typing, and asks for nothing twice', async () => {
    const person = await active(portal.app);
    const page = await portal.open('/masuk');
    await page.getByLabel('Username, email').click();
    await page.keyboard.type(person.email);
    await page.keyboard.press('Tab');
    await page.keyboard.type(person.password);
    await page.keyboard.press('Enter');
    await heading(page, 'Akun saya');
  });

  it('asks for a proof of work after failures, and what was typed stays', async () => {
    const person = await active(portal.app);
    const page = await portal.open('/masuk');
    await press(page, 'Masuk');
    await page.getByRole('link', { name: 'Isi kata sandi.' }).waitFor();
    for (let failures = 0; failures < 2; failures += 1) {
      await logsIn(page, { username: person.username, password: `Salah-Sekali-1${failures}` });
      await page.getByRole('alert').getByText('tidak').first().waitFor();
    }
    await logsIn(page, person);
    await page.getByText('Selesaikan captcha').waitFor();
    expect(await findingsOn(page, 'masuk-captcha')).toEqual([]);
    expect(await page.getByLabel('Username, email').inputValue()).toBe(person.username);
    await press(page, 'Masuk');
    await heading(page, 'Akun saya');
  });

  it('goes on where it was after the session has ended', async () => {
    const person = await active(portal.app);
    const page = await inside(person);
    portal.app.passTime(61 * MINUTE_MS);
    await page.getByRole('link', { name: 'Riwayat akun' }).click();
    await page.reload();
    await heading(page, 'Masuk');
    expect(await page.locator('body').innerText()).not.toContain(person.username);
  });
});

describe('logging out', () => {
  it('leaves nothing behind: not on the way back, not in another tab', async () => {
    const person = await active(portal.app);
    const page = await inside(person);
    const tab = await portal.anotherTab(page.context(), '/akun');
    await tab.getByText(person.username).waitFor();
    await page.getByRole('link', { name: 'Keluar' }).click();
    await press(page, 'Keluar');
    await heading(page, 'Anda sudah keluar');
    await heading(tab, 'Masuk');
    await page.goBack();
    await heading(page, 'Masuk');
    for (const one of [page, tab])
      expect(await one.locator('body').innerText()).not.toContain(person.username);
    expect(await page.context().cookies()).toEqual([]);
  });
});

describe('one’s own account', () => {
  it('shows and changes the profile', async () => {
    const person = await active(portal.app);
    const page = await inside(person);
    await page.getByRole('link', { name: 'Ubah nama' }).click();
    await page.getByLabel('Jalan dan nomor').fill('Jalan Baru 9');
    await page.getByLabel('NIB').fill('1507269999901');
    expect(await findingsOn(page, 'profil-ubah')).toEqual([]);
    await press(page, 'Simpan');
    await page.getByText('Jalan Baru 9').waitFor();
    await page.getByText('1507269999901').waitFor();
  });

  it('changes the password, logs others out and stays logged in', async () => {
    const person = await active(portal.app);
    const thief = await loggedIn(portal.app, person);
    const page = await inside(person);
    await page.getByRole('link', { name: 'Kata sandi dan perangkat' }).click();
    await page.getByLabel('Kata sandi sekarang').fill(person.password);
    await page.getByLabel('Kata sandi baru').fill('pendek');
    await press(page, 'Ganti kata sandi');
    await page.getByRole('link', { name: 'satu kata lagi' }).waitFor();
    expect(await findingsOn(page, 'sandi-ditolak')).toEqual([]);
    await page.getByLabel('Kata sandi baru').fill('Teh-Poci-77-senja');
    await press(page, 'Ganti kata sandi');
    await page.getByText('1 perangkat lain dikeluarkan').waitFor();
    expect((await portal.app.ask(ME, {}, thief)).data.me).toBeNull();
    await page.reload();
    await heading(page, 'Kata sandi dan perangkat');
  });

  it('logs one other device out', async () => {
    const person = await active(portal.app);
    const elsewhere = await loggedIn(portal.app, person);
    const page = await inside(person);
    await page.getByRole('link', { name: 'Kata sandi dan perangkat' }).click();
    await page.getByRole('button', { name: /^Keluarkan/ }).click();
    await page.getByText('(perangkat ini)').waitFor();
    await expect.poll(() => page.getByRole('button', { name: /^Keluarkan/ }).count()).toBe(0);
    expect((await portal.app.ask(ME, {}, elsewhere)).data.me).toBeNull();
  });

  it('replaces the email by a code to the new one', async () => {
    const [person, { email }] = [await active(portal.app), newPerson()];
    const page = await inside(person);
    await page.getByRole('link', { name: 'Email dan WhatsApp' }).click();
    await page.getByLabel('Alamat email').fill(email);
    await page.getByLabel('Kata sandi Anda').fill(person.password);
    await press(page, 'Kirim kode');
    await heading(page, 'Masukkan kode 6 angka');
    const { code } = await portal.app.latest(email, 'CONTACT_CHANGE_CODE');
    await page.getByLabel('Kode', { exact: true }).fill(`${code}`);
    await press(page, 'Lanjutkan');
    await page.getByText('Kontak sudah diperbarui').waitFor();
    await page.getByText(email).waitFor();
    expect(await findingsOn(page, 'kontak')).toEqual([]);
  });

  it('tells its history in words', async () => {
    const page = await inside(await active(portal.app));
    await page.getByRole('link', { name: 'Riwayat akun' }).click();
    await heading(page, 'Riwayat akun');
    await page.locator('dd').first().waitFor();
    expect(await findingsOn(page, 'riwayat')).toEqual([]);
  });
});

describe('two minutes before the session ends', () => {
  it('one press makes it go on; without, everything of the account leaves the screen', async () => {
    const person = await active(portal.app);
    const page = await portal.open('/masuk');
    await page.clock.install();
    await logsIn(page, person);
    await heading(page, 'Akun saya');
    portal.app.passTime(59 * MINUTE_MS);
    await page.clock.runFor(59 * MINUTE_MS);
    await page.getByText('sesi Anda berakhir dalam 1').waitFor();
    expect(await findingsOn(page, 'sesi-berakhir')).toEqual([]);
    await press(page, 'Tetap masuk');
    await page.getByText('sesi Anda berakhir').first().waitFor({ state: 'hidden' });
    portal.app.passTime(61 * MINUTE_MS);
    await page.clock.runFor(61 * MINUTE_MS);
    await heading(page, 'Masuk');
    expect(await page.locator('body').innerText()).not.toContain(person.username);
  });
});
