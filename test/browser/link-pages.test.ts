import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { type App, startApp } from '../kit/app.js';
import { openBrowser } from '../kit/chromium.js';
import { active, LOGIN, loggedIn, newPerson, outcome, type Person, registered } from '../kit/people.js';

const HOUR_MS = 3_600_000;
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let app: App;
let browser: Browser;
let origin: string;
const contexts: BrowserContext[] = [];

beforeAll(async () => {
  app = await startApp({ PUBLIC_BASE_URL: 'http://localhost:4000' });
  origin = await app.listen();
  browser = await openBrowser();
});
afterEach(async () => {
  for (const context of contexts.splice(0)) await context.close();
});
afterAll(async () => {
  await browser.close();
  await app.stop();
});

interface Opened extends Page {
  /** Addresses asked for, whatever the page complained of, and bodies sent. */
  readonly seen: { addresses: string[]; complaints: string[]; posts: string[] };
}

/** A phone of its own at this address, `#…` included. */
async function open(path: string, options: BrowserContextOptions = {}): Promise<Opened> {
  const context = await browser.newContext({
    locale: 'id-ID',
    viewport: { width: 360, height: 640 },
    timezoneId: 'Asia/Jakarta',
    ...options,
  });
  contexts.push(context);
  return another(context, path);
}

async function another(context: BrowserContext, path: string): Promise<Opened> {
  const page = await context.newPage();
  const seen: Opened['seen'] = { addresses: [], complaints: [], posts: [] };
  page.on('request', (request) => {
    seen.addresses.push(request.url());
    if (request.method() === 'POST') seen.posts.push(request.postData() ?? '');
  });
  page.on('console', (line) => line.type() === 'error' && seen.complaints.push(line.text()));
  page.on('pageerror', (error) => seen.complaints.push(error.message));
  await page.goto(`${origin}${path}`);
  return Object.assign(page, { seen });
}

/** The path of the newest link of this kind, secret part included. */
async function linkIn(to: string, kind: string): Promise<string> {
  const { pathname, hash } = new URL((await app.latest(to, kind)).link ?? '');
  return `${pathname}${hash}`;
}

const tokenOf = (path: string) => path.slice(path.indexOf('#') + 1);
const heading = (page: Page) => page.locator('h2:visible').first();
const focused = (page: Page) => page.evaluate('document.activeElement.innerText');

async function loginOutcome(person: Person & { username: string }): Promise<string> {
  const input = { identifier: person.username, password: person.password };
  return (await app.ask(LOGIN, { input })).data.login.__typename;
}

async function axeFindings(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  return page.evaluate(
    "axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ' ' + nodes[0].html))",
  );
}

describe('the activation page', () => {
  it('changes nothing by being opened, and lets the secret out of the address bar', async () => {
    const person = await registered(app);
    const path = await linkIn(person.email, 'ACTIVATION_LINK');
    for (let times = 0; times < 3; times += 1) {
      const page = await open(path);
      await page.getByRole('button', { name: 'Aktifkan akun saya' }).waitFor();
      expect(page.url()).toBe(`${origin}/aktivasi`);
      expect(page.seen.posts).toEqual([]);
    }
    expect(await loginOutcome(person)).toBe('AccountNotActivated');
  });

  it('activates at one press and names the username', async () => {
    const person = await registered(app);
    const page = await open(await linkIn(person.email, 'ACTIVATION_LINK'));
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByText(person.username).waitFor();
    expect(await focused(page)).toBe('Akun Anda sudah aktif');
    expect(await loginOutcome(person)).toBe('LoggedIn');
  });

  it('asks nobody else, keeps nothing, and puts the secret into one body only', async () => {
    const person = await registered(app);
    const path = await linkIn(person.email, 'ACTIVATION_LINK');
    const page = await open(path);
    await page.getByRole('button', { name: 'Aktifkan akun saya' }).click();
    await page.getByText(person.username).waitFor();
    const { addresses, complaints, posts } = page.seen;
    expect(addresses.filter((address) => !address.startsWith(`${origin}/`) && address !== 'data:,')).toEqual(
      [],
    );
    // The browser reports the first address with its fragment; the server never sees that part.
    expect(addresses.slice(1).filter((address) => address.includes(tokenOf(path)))).toEqual([]);
    expect(posts.filter((body) => body.includes(tokenOf(path)))).toHaveLength(1);
    expect(await page.evaluate('[localStorage.length, sessionStorage.length, document.cookie]')).toEqual([
      0,
      0,
      '',
    ]);
    expect(complaints).toEqual([]);
    expect(app.lines.join('')).not.toContain(tokenOf(path));
  });

  it('takes a double click for one', async () => {
    const person = await registered(app);
    const page = await open(await linkIn(person.email, 'ACTIVATION_LINK'));
    await page.getByRole('button', { name: 'Aktifkan akun saya' }).dblclick();
    await page.getByText(person.username).waitFor();
    expect(page.seen.posts).toHaveLength(1);
  });

  it('tells the second of two tabs what may have happened, and how to go on', async () => {
    const person = await registered(app);
    const path = await linkIn(person.email, 'ACTIVATION_LINK');
    const [first, second] = [await open(path), await open(path)];
    await first.getByRole('button', { name: 'Aktifkan akun saya' }).click();
    await first.getByText(person.username).waitFor();
    await second.getByRole('button', { name: 'Aktifkan akun saya' }).click();
    await second.getByRole('button', { name: 'Kirim ulang' }).waitFor();
    expect(await focused(second)).toMatch(/bila akun sudah aktif, silakan masuk/);
  });

  it('sends a new link for one that has expired', async () => {
    const person = await registered(app);
    const page = await open(await linkIn(person.email, 'ACTIVATION_LINK'));
    app.passTime(25 * HOUR_MS);
    await page.getByRole('button', { name: 'Aktifkan akun saya' }).press('Enter');
    await page.getByRole('heading', { name: 'sudah kedaluwarsa' }).waitFor();
    await page.getByLabel('Username, email').fill(person.email);
    await page.getByRole('button', { name: 'Kirim ulang' }).press('Space');
    await page.getByText('pesan aktivasi dikirim').waitFor();
    const next = await open(await linkIn(person.email, 'ACTIVATION_LINK'));
    await next.getByRole('button', { name: 'Aktifkan akun saya' }).click();
    await next.getByText(person.username).waitFor();
  });

  it('keeps the link while the network is away', async () => {
    const person = await registered(app);
    const page = await open(await linkIn(person.email, 'ACTIVATION_LINK'));
    await page.route('**/graphql', (route) => route.abort());
    await page.getByRole('button', { name: 'Aktifkan akun saya' }).click();
    await page.getByText('Tidak ada jawaban').waitFor();
    await page.unroute('**/graphql');
    await page.getByRole('button', { name: 'Coba lagi' }).click();
    await page.getByText(person.username).waitFor();
  });

  it('keeps the link while the service is in trouble, and says what the service said', async () => {
    const person = await registered(app);
    const page = await open(await linkIn(person.email, 'ACTIVATION_LINK'));
    await page.route('**/graphql', (route) => route.fulfill({ status: 502, body: '<h1>Bad gateway</h1>' }));
    await page.getByRole('button', { name: 'Aktifkan akun saya' }).click();
    await page.getByText('Layanan sedang terganggu').waitFor();
    const said = { errors: [{ message: 'Layanan sibuk <b>sekali</b>.', extensions: { reference: 'r-1' } }] };
    await page.unroute('**/graphql');
    await page.route('**/graphql', (route) => route.fulfill({ status: 503, json: said }));
    await page.getByRole('button', { name: 'Coba lagi' }).click();
    await page.getByText('Layanan sibuk <b>sekali</b>. Nomor rujukan: r-1').waitFor();
    await page.unroute('**/graphql');
    await page.getByRole('button', { name: 'Coba lagi' }).click();
    await page.getByText(person.username).waitFor();
  });

  it('takes the code from WhatsApp where there is no link', async () => {
    const someone = newPerson();
    const person = await registered(app, { whatsapp: someone.phone }, someone);
    const { code } = await app.latest(person.e164, 'ACTIVATION_CODE');
    const page = await open('/aktivasi');
    await page.getByLabel('Username, email').fill(person.phone);
    await page.getByLabel('Kode aktivasi').fill('000000');
    await page.keyboard.press('Enter');
    await page.getByText('tidak berlaku. Pakai yang terbaru').waitFor();
    await page.getByLabel('Kode aktivasi').fill(`${code}`);
    await page.keyboard.press('Enter');
    await page.getByText(person.username).waitFor();
  });

  it('takes a link that is opened while the page is open already', async () => {
    const person = await registered(app);
    const page = await open('/aktivasi');
    await page.evaluate(`location.hash = '${tokenOf(await linkIn(person.email, 'ACTIVATION_LINK'))}'`);
    await page.getByRole('button', { name: 'Aktifkan akun saya' }).click();
    await page.getByText(person.username).waitFor();
    expect(page.url()).toBe(`${origin}/aktivasi`);
  });

  it('speaks English to an English browser, the service included, and Indonesian at a press', async () => {
    const page = await open('/aktivasi#not-a-token', { locale: 'en-GB' });
    expect(await page.title()).toBe('Activation · Akun OSS');
    await page.getByRole('button', { name: 'Activate my account' }).click();
    await page.getByText('This activation link or code is not valid').waitFor();
    await page.getByRole('button', { name: 'Indonesia' }).click();
    await page.getByRole('button', { name: 'Kirim ulang' }).waitFor();
    expect(await page.getAttribute('html', 'lang')).toBe('id');
  });

  it('says what to do where no script runs', async () => {
    const page = await open('/aktivasi#anything', { javaScriptEnabled: false });
    const said = await page.locator('noscript p').allInnerTexts();
    expect(said.join()).toMatch(/Nyalakan JavaScript.*Switch it on/s);
    expect(await page.locator('noscript p').first().isVisible()).toBe(true);
    expect(await page.locator('main button:visible').count()).toBe(0);
  });
});

describe('the page that puts a contact back', () => {
  it('restores the former contact at one press and ends every session', async () => {
    const person = await active(app);
    const thief = await loggedIn(app, person);
    const path = await replaceEmail(person, thief);
    const page = await open(path);
    await page.getByText('semua orang harus masuk ulang').waitFor();
    expect(page.url()).toBe(`${origin}/kembalikan-kontak`);
    await page.getByRole('button', { name: 'Kembalikan kontak lama' }).click();
    await page.getByText('Kontak lama sudah dikembalikan').waitFor();
    expect(await page.locator('[data-field=contact]').innerText()).toMatch(/^o•••\d@e•••\.com$/);
    expect((await app.ask('{ me { username } }', {}, thief)).data.me).toBeNull();
    const input = { identifier: person.email, password: person.password };
    outcome(await app.ask(LOGIN, { input }), 'LoggedIn');
  });

  it('says that a link is used, expired, or not complete', async () => {
    const used = await open('/kembalikan-kontak#not-a-token');
    await used.getByRole('button', { name: 'Kembalikan kontak lama' }).click();
    await used.getByText('tidak berlaku atau sudah dipakai').waitFor();

    const person = await active(app);
    const late = await open(await replaceEmail(person, await loggedIn(app, person)));
    app.passTime(8 * 24 * HOUR_MS);
    await late.getByRole('button', { name: 'Kembalikan kontak lama' }).click();
    await late.getByText('sudah kedaluwarsa').waitFor();

    const bare = await open('/kembalikan-kontak');
    await bare.getByText('Tautannya tidak lengkap').waitFor();
  });
});

describe('both pages', () => {
  const looks = [
    { locale: 'id-ID', colorScheme: 'light' },
    { locale: 'en-GB', colorScheme: 'dark' },
  ] as const;

  it.each(looks)('can be used by everybody, at 320 pixels too: %o', async (look) => {
    const person = await registered(app);
    const link = await linkIn(person.email, 'ACTIVATION_LINK');
    const findings: string[] = [];
    for (const path of ['/aktivasi', '/aktivasi#no', '/kembalikan-kontak', '/kembalikan-kontak#no', link]) {
      const page = await open(path, { ...look, viewport: { width: 320, height: 640 } });
      const name = `${path === link ? 'done' : path.slice(1)}-${look.locale}`;
      findings.push(...(await lookAt(page, `${name}-1`)));
      const press = page.locator('#spend');
      if (!(await press.isVisible())) continue;
      await press.click();
      await heading(page).waitFor();
      findings.push(...(await lookAt(page, `${name}-2`)));
    }
    expect(findings).toEqual([]);
  });

  async function lookAt(page: Page, name: string): Promise<string[]> {
    if (process.env.SCREENSHOTS)
      await page.screenshot({ path: `${process.env.SCREENSHOTS}/${name}.png`, fullPage: true });
    const wide = await page.evaluate('document.documentElement.scrollWidth > innerWidth');
    return [...(await axeFindings(page)), ...(wide ? ['wider than the screen'] : [])].map(
      (one) => `${name}: ${one}`,
    );
  }
});

/** Somebody who knows the password puts another email in; answers the way back that was sent to the former one. */
async function replaceEmail(person: Person, token: string): Promise<string> {
  const email = `baru-${person.email}`;
  const input = { channel: 'EMAIL', contact: email, password: person.password };
  const asking =
    'mutation ($input: RequestContactChangeInput!) { requestContactChange(input: $input) { __typename } }';
  outcome(await app.ask(asking, { input }, token), 'ContactChangeRequested');
  const { code } = await app.latest(email, 'CONTACT_CHANGE_CODE');
  const saying =
    'mutation ($input: ConfirmContactChangeInput!) { confirmContactChange(input: $input) { __typename } }';
  outcome(await app.ask(saying, { input: { channel: 'EMAIL', code } }, token), 'Account');
  return linkIn(person.email, 'CONTACT_REPLACED');
}
