import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { HOUR_MS } from '../../server/src/platform/clock.js';
import { LOGIN } from '../kit/account-operations.js';
import { active, loggedIn, newPerson, outcome, type Person, registered } from '../kit/people.js';
import { findingsOn, heading, openPortal, type Portal, press } from '../kit/portal.js';

let portal: Portal;
beforeAll(async () => {
  portal = await openPortal();
});
afterEach(() => portal.closePages());
afterAll(() => portal.stop());

const ACTIVATE = 'Aktifkan akun saya';
const tokenOf = (path: string) => path.slice(path.indexOf('#') + 1);

async function loginOutcome(person: Person & { username: string }): Promise<string> {
  const input = { identifier: person.username, password: person.password };
  return (await portal.app.ask(LOGIN, { input })).data.login.__typename;
}

/** Somebody who waits for activation, and the link sent to them. */
async function waiting() {
  const person = await registered(portal.app);
  return { person, link: await portal.linkIn(person.email, 'ACTIVATION_LINK') };
}

describe('an activation link', () => {
  it('changes nothing by being opened, by people or by robots; then works once, and lets nothing out', async () => {
    const { person, link } = await waiting();
    const robots = ['WhatsApp/2.25', 'facebookexternalhit/1.1', 'a mail scanner'];
    for (const method of ['GET', 'HEAD'] as const)
      for (const agent of robots)
        await fetch(`${portal.origin}${link}`, { method, headers: { 'user-agent': agent } });
    const [page, second] = [await portal.open(link), await portal.open(link)];
    await page.getByRole('button', { name: ACTIVATE }).waitFor();
    expect(page.url()).toBe(`${portal.origin}/aktivasi`);
    expect(page.seen.posts).toEqual([]);
    expect(await loginOutcome(person)).toBe('AccountNotActivated');

    await page.getByRole('button', { name: ACTIVATE }).dblclick();
    await page.getByText(person.username).waitFor();
    expect(await loginOutcome(person)).toBe('LoggedIn');
    const { addresses, complaints, posts } = page.seen;
    expect(posts).toHaveLength(1);
    const elsewhere = addresses.filter((one) => !one.startsWith(`${portal.origin}/`) && one !== 'data:,');
    expect(elsewhere).toEqual([]);
    // The browser reports the first address with its fragment; the server never sees that part.
    expect(addresses.slice(1).filter((address) => address.includes(tokenOf(link)))).toEqual([]);
    const kept = '[localStorage.length, sessionStorage.length, document.cookie]';
    expect(await page.evaluate(kept)).toEqual([0, 0, '']);
    expect(complaints).toEqual([]);
    expect(portal.app.lines.join('')).not.toContain(tokenOf(link));

    await press(second, ACTIVATE); // another tab, or another device
    await second.getByText('akun mungkin sudah aktif').waitFor();
    await second.getByRole('link', { name: 'Masuk' }).waitFor();
    expect(await findingsOn(second, 'tautan-ditolak')).toEqual([]);
  });

  it('that has expired leads to a new one', async () => {
    const { person, link } = await waiting();
    const page = await portal.open(link);
    portal.app.passTime(25 * HOUR_MS);
    await page.getByRole('button', { name: ACTIVATE }).press('Enter');
    await page.getByText('sudah kedaluwarsa').waitFor();
    await page.getByRole('link', { name: 'Minta tautan baru' }).click();
    await page.getByLabel('Username, email').fill(person.email);
    await press(page, 'Kirim ulang');
    await page.getByText('pesan aktivasi dikirim').waitFor();
    expect(await findingsOn(page, 'dikirim')).toEqual([]);
    const next = await portal.open(await portal.linkIn(person.email, 'ACTIVATION_LINK'));
    await press(next, ACTIVATE);
    await next.getByText(person.username).waitFor();
  });

  it('is kept while the network is away or the service in trouble, and says what an unheard press did', async () => {
    const { person, link } = await waiting();
    const page = await portal.open(link);
    await page.route('**/graphql', async (route) => {
      await route.fetch(); // it is done, and nobody hears of it
      await route.abort();
    });
    await press(page, ACTIVATE);
    await page.getByRole('heading', { name: 'Tidak ada sambungan' }).waitFor();
    await page.unroute('**/graphql');
    const said = { errors: [{ message: 'Layanan sibuk <b>sekali</b>.', extensions: { reference: 'r-1' } }] };
    await page.route('**/graphql', (route) => route.fulfill({ status: 503, json: said }));
    await press(page, 'Coba lagi');
    await page.getByText('Layanan sibuk <b>sekali</b>.').waitFor();
    await page.getByText('sebut kode r-1').waitFor();
    expect(await findingsOn(page, 'gangguan')).toEqual([]);
    await page.unroute('**/graphql');
    await press(page, 'Coba lagi');
    await page.getByText(person.username).waitFor();
  });

  it('speaks English to an English browser, the service included, also where the page was open already', async () => {
    const page = await portal.open('/aktivasi', { locale: 'en-GB' });
    await heading(page, 'Activate the account with a code');
    await page.evaluate("location.hash = 'not-a-token'");
    await heading(page, 'Activate your account');
    expect(page.url()).toBe(`${portal.origin}/aktivasi`);
    expect(await page.title()).toBe('Activate your account · Akun OSS');
    await press(page, 'Activate my account');
    await page.getByText('This activation link or code is not valid').waitFor();
    await press(page, 'ID: Bahasa Indonesia');
    await page.getByRole('link', { name: 'Minta tautan baru' }).waitFor();
    expect(await page.getAttribute('html', 'lang')).toBe('id');
    await page.reload();
    await heading(page, 'Aktifkan akun dengan kode');
  });

  it('says what to do where no script runs', async () => {
    const page = await portal.open('/aktivasi#anything', { javaScriptEnabled: false });
    const said = await page.locator('noscript p').allInnerTexts();
    expect(said.join()).toMatch(/Nyalakan JavaScript.*Switch it on/s);
    expect(await page.locator('main button:visible').count()).toBe(0);
  });
});

describe('activating without a link', () => {
  it('takes the code from WhatsApp', async () => {
    const someone = newPerson();
    const person = await registered(portal.app, { whatsapp: someone.phone }, someone);
    const { code } = await portal.app.latest(person.e164, 'ACTIVATION_CODE');
    const page = await portal.open('/aktivasi');
    await page.getByLabel('Username, email').fill(person.phone);
    await page.getByLabel('Kode aktivasi').fill('000000');
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: 'tidak berlaku' }).waitFor();
    expect(await findingsOn(page, 'kode-ditolak')).toEqual([]);
    await page.getByLabel('Kode aktivasi').fill(`${code}`);
    await page.keyboard.press('Enter');
    await page.getByText(person.username).waitFor();
  });

  it('mends a mistyped contact with the password', async () => {
    const person = await registered(portal.app);
    const page = await portal.open('/masuk');
    await page.getByLabel('Username, email').fill(person.username);
    await page.getByLabel('Kata sandi', { exact: true }).fill(person.password);
    await press(page, 'Masuk');
    await heading(page, 'Akun Anda belum aktif');
    expect(await findingsOn(page, 'belum-aktif')).toEqual([]);
    await page.getByRole('link', { name: 'Kontaknya salah ketik' }).click();
    await page.getByLabel('Kata sandi', { exact: true }).fill(person.password);
    await page.getByLabel('Alamat email').fill(`betul-${person.email}`);
    await press(page, 'Perbaiki dan kirim');
    await heading(page, 'Periksa pesan Anda');
    await page.goto(`${portal.origin}${await portal.linkIn(`betul-${person.email}`, 'ACTIVATION_LINK')}`);
    await press(page, ACTIVATE);
    await page.getByText(person.username).waitFor();
  });
});

describe('the way back of a contact', () => {
  it('restores the former contact at one press and ends every session', async () => {
    const person = await active(portal.app);
    const thief = await loggedIn(portal.app, person);
    const page = await portal.open(await replaceEmail(person, thief));
    await page.getByText('semua orang harus masuk ulang').waitFor();
    expect(page.url()).toBe(`${portal.origin}/kembalikan-kontak`);
    await press(page, 'Kembalikan kontak lama');
    await heading(page, 'Kontak lama sudah dikembalikan');
    expect(await page.locator('.value').innerText()).toMatch(/^o•••\d@e•••\.com$/);
    expect(await findingsOn(page, 'kontak-kembali')).toEqual([]);
    expect((await portal.app.ask('{ me { username } }', {}, thief)).data.me).toBeNull();
    const input = { identifier: person.email, password: person.password };
    outcome(await portal.app.ask(LOGIN, { input }), 'LoggedIn');
  });

  it('says that a link is used, expired, or not complete', async () => {
    const used = await portal.open('/kembalikan-kontak#not-a-token');
    await press(used, 'Kembalikan kontak lama');
    await used.getByText('tidak berlaku').waitFor();

    const person = await active(portal.app);
    const late = await portal.open(await replaceEmail(person, await loggedIn(portal.app, person)));
    portal.app.passTime(8 * 24 * HOUR_MS);
    await press(late, 'Kembalikan kontak lama');
    await late.getByText('sudah kedaluwarsa').waitFor();

    await heading(await portal.open('/kembalikan-kontak'), 'Tautannya tidak lengkap');
  });
});

describe('pages that only tell', () => {
  it('can be used by everybody, at 320 pixels and with text twice as large', async () => {
    const page = await portal.open('/', { viewport: { width: 320, height: 640 } });
    const found: string[] = [];
    for (const path of ['', 'bantuan', 'privasi', 'aksesibilitas', 'masuk', 'lupa-akun', 'tidak-ada']) {
      await page.goto(`${portal.origin}/${path}`);
      found.push(...(await findingsOn(page, path || 'awal')));
      await page.evaluate("document.documentElement.style.fontSize = '200%'");
      if (await page.evaluate('document.documentElement.scrollWidth > innerWidth'))
        found.push(`${path}: wider than the screen when its text is large`);
    }
    expect(found).toEqual([]);
  });

  it('are there for addresses that exist, and say so for others', async () => {
    const status = async (path: string, accept: string) =>
      (await fetch(`${portal.origin}${path}`, { headers: { accept } })).status;
    expect(await status('/daftar/kode', '*/*')).toBe(200);
    expect(await status('/tidak-ada', 'text/html')).toBe(404);
    expect(await status('/tidak-ada', 'application/json')).toBe(404);
  });
});

/** Somebody who knows the password puts another email in; answers the way back that was sent to the former one. */
async function replaceEmail(person: Person, token: string): Promise<string> {
  const email = `baru-${person.email}`;
  const input = { channel: 'EMAIL', contact: email, password: person.password };
  const asking =
    'mutation ($input: RequestContactChangeInput!) { requestContactChange(input: $input) { __typename } }';
  outcome(await portal.app.ask(asking, { input }, token), 'ContactChangeRequested');
  const { code } = await portal.app.latest(email, 'CONTACT_CHANGE_CODE');
  const saying =
    'mutation ($input: ConfirmContactChangeInput!) { confirmContactChange(input: $input) { __typename } }';
  outcome(await portal.app.ask(saying, { input: { channel: 'EMAIL', code } }, token), 'Account');
  return portal.linkIn(person.email, 'CONTACT_REPLACED');
}
