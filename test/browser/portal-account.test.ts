import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { MINUTE_MS } from '../../server/src/platform/clock.js';
import { pressAt, typeAt } from '../kit/keyboard.js';
import { active, loggedIn, newPerson } from '../kit/people.js';
import { DESK, findingsOn, heading, openPortal, type Portal, press } from '../kit/portal.js';
import { logsIn } from '../kit/portal-people.js';
import { WORDS } from '../kit/portal-words.js';

let portal: Portal;
beforeAll(async () => {
  portal = await openPortal();
});
afterEach(() => portal.closePages());
afterAll(() => portal.stop());

const ME = '{ me { username } }';
const NEW = 'Teh-Poci-77-senja';

describe('logging in', () => {
  it('takes three actions, keeps the session where no script has it, and goes on until it ends', async () => {
    const person = await active(portal.app);
    const page = await portal.open('/masuk');
    await page.getByLabel('Username, email').click(); // one
    await page.keyboard.type(person.email);
    await page.keyboard.press('Tab'); // two
    await page.keyboard.type(person.password);
    await page.keyboard.press('Enter'); // three
    await heading(page, 'Akun saya');
    const kept = '[document.cookie, localStorage.length, sessionStorage.length]';
    expect(await page.evaluate(kept)).toEqual(['', 0, 0]);
    const [cookie] = await page.context().cookies();
    expect(cookie).toMatchObject({ name: '__Host-akun', httpOnly: true, secure: true, sameSite: 'Strict' });
    await page.reload();
    await page.getByText(person.username).waitFor();
    expect(page.seen.addresses.join()).not.toContain(person.username);

    portal.app.passTime(61 * MINUTE_MS);
    await page.reload();
    await heading(page, 'Masuk');
    expect(await page.locator('body').innerText()).not.toContain(person.username);
  });

  it('says on a slow line that it is at work, and asks once however often it is pressed', async () => {
    const person = await active(portal.app);
    const page = await portal.open('/bantuan');
    const line = await page.context().newCDPSession(page);
    // Slow 3G, as browsers mean it: 400 kb/s, 400 ms there and back.
    const slow = { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 };
    await line.send('Network.emulateNetworkConditions', slow);
    await page.goto(`${portal.origin}/masuk`);
    const button = page.getByRole('button', { name: 'Masuk', exact: true });
    await button.waitFor();
    await page.getByLabel('Username, email').fill(person.email);
    await page.getByLabel('Kata sandi', { exact: true }).fill(person.password);
    await button.dblclick();
    await page.getByText('Sebentar, sedang diproses').waitFor();
    await heading(page, 'Akun saya');
    expect(page.seen.posts.filter((body) => body.includes('mutation Login'))).toHaveLength(1);
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
    await page.getByText('bahwa Anda bukan mesin').waitFor();
    expect(await findingsOn(page, 'masuk-captcha')).toEqual([]);
    expect(await page.getByLabel('Username, email').inputValue()).toBe(person.username);
    await press(page, 'Masuk');
    await heading(page, 'Akun saya');
  });
});

describe('one’s own account', () => {
  it('is looked after on a phone: profile, devices, contacts, history; and left without a trace', async () => {
    const [person, { email }] = [await active(portal.app), newPerson()];
    const elsewhere = await loggedIn(portal.app, person);
    const page = await portal.open('/masuk');
    const found: string[] = [];
    const lookAt = async (name: string) => void found.push(...(await findingsOn(page, name)));
    await logsIn(page, person);
    await heading(page, 'Akun saya');
    await lookAt('akun');

    await page.getByRole('link', { name: 'Ubah nama' }).click();
    await page.getByLabel('Jalan dan nomor').fill('Jalan Baru 9');
    await page.getByLabel('NIB').fill('1507269999901');
    await lookAt('profil-ubah');
    await press(page, 'Simpan');
    await page.getByText('Jalan Baru 9').waitFor();
    await page.getByText('1507269999901').waitFor();

    await page.getByRole('link', { name: 'Kata sandi dan perangkat' }).click();
    await lookAt('keamanan');
    await page.getByRole('button', { name: /^Keluarkan/ }).click();
    await expect.poll(() => page.getByRole('button', { name: /^Keluarkan/ }).count()).toBe(0);
    await page.getByText('(perangkat ini)').waitFor();
    expect((await portal.app.ask(ME, {}, elsewhere)).data.me).toBeNull();

    await page.goto(`${portal.origin}/akun/kontak`);
    await page.getByLabel('Alamat email').fill(email);
    await page.getByLabel('Kata sandi Anda').fill(person.password);
    await press(page, 'Kirim kode');
    await heading(page, 'Masukkan kode 6 angka');
    await lookAt('kode-kontak');
    const { code } = await portal.app.latest(email, 'CONTACT_CHANGE_CODE');
    await page.getByLabel('Kode', { exact: true }).fill(`${code}`);
    await press(page, 'Lanjutkan');
    await page.getByText('Kontak sudah diperbarui').waitFor();
    await page.getByText(email).waitFor();
    await lookAt('kontak');

    await page.goto(`${portal.origin}/akun/riwayat`);
    await page.locator('dd').first().waitFor();
    await lookAt('riwayat');

    const tab = await portal.anotherTab(page.context(), '/akun');
    await tab.getByText(person.username).waitFor();
    await page.goto(`${portal.origin}/keluar`);
    await lookAt('keluar');
    await press(page, 'Keluar');
    await heading(page, 'Anda sudah keluar');
    await heading(tab, 'Masuk');
    await page.goBack();
    await heading(page, 'Masuk');
    for (const one of [page, tab])
      expect(await one.locator('body').innerText()).not.toContain(person.username);
    expect(await page.context().cookies()).toEqual([]);
    expect(found).toEqual([]);
  });

  it('has its password changed without a mouse; others are logged out, this one goes on', async () => {
    const person = await active(portal.app);
    const thief = await loggedIn(portal.app, person);
    const page = await portal.open('/masuk', { locale: 'en-GB', viewport: DESK });
    await heading(page, 'Log in');
    await typeAt(page, 'Username, email or mobile number', person.email);
    await typeAt(page, 'Password', person.password);
    await page.keyboard.press('Enter');
    await heading(page, 'My account');
    await pressAt(page, 'Password and devices');
    await heading(page, 'Password and devices');
    await typeAt(page, 'Current password', person.password);
    await typeAt(page, 'New password', 'pendek');
    await page.keyboard.press('Enter');
    const refused = page.getByRole('link', { name: 'Add to the password' });
    await refused.waitFor();
    expect(await findingsOn(page, 'sandi-ditolak')).toEqual([]);
    await refused.press('Enter'); // the summary leads to the field
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type(NEW);
    await page.route('**/graphql', async (route) => {
      await route.fetch(); // it is done, and nobody hears of it
      await route.abort();
    });
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'No connection' }).waitFor();
    await page.unroute('**/graphql');
    await page.getByRole('button', { name: 'Try again' }).press('Enter');
    await page.getByText('Other devices logged out: 1.').waitFor();
    expect((await portal.app.ask(ME, {}, thief)).data.me).toBeNull();
    await page.reload();
    await heading(page, 'Password and devices');

    // Logged out from another device: the next thing that is asked says so, and the login leads back.
    const other = await loggedIn(portal.app, { ...person, password: NEW });
    await portal.app.ask('mutation { endOtherSessions }', {}, other);
    await typeAt(page, 'Current password', NEW);
    await page.keyboard.press('Enter');
    await page.getByText('your session has ended').waitFor();
    expect(await page.locator('body').innerText()).not.toContain(person.username);
    await logsIn(page, { ...person, password: NEW }, WORDS.en);
    await heading(page, 'Password and devices');
  });
});

describe('two minutes before the session ends', () => {
  it('one press makes it go on; without, everything of the account leaves the screen', async () => {
    const person = await active(portal.app);
    const page = await portal.open('/masuk');
    await page.clock.install();
    await logsIn(page, person);
    await heading(page, 'Akun saya');
    await page.getByText(person.username).first().waitFor(); // or the hour would pass over the question for it
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
