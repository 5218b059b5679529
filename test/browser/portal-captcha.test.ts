import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { newPerson } from '../kit/people.js';
import { heading, type Opened, openPortal, type Portal, press } from '../kit/portal.js';
import { type SiteverifyServer, startSiteverifyServer } from '../kit/siteverify-server.js';

let portal: Portal;
let provider: SiteverifyServer;
beforeAll(async () => {
  provider = await startSiteverifyServer('rahasia');
  portal = await openPortal({
    CAPTCHA_PROVIDER: 'turnstile',
    CAPTCHA_SITE_KEY: 'kunci-situs',
    CAPTCHA_SECRET: 'rahasia',
    SITEVERIFY_URL: provider.url,
  });
});
afterEach(() => portal.closePages());
afterAll(async () => {
  await portal.stop();
  await provider.stop();
});

/** Stands in for the provider's script, behind the real policy of the page. */
const WIDGET = `globalThis.turnstile = { render: (room, { sitekey, action, callback }) => {
  const box = document.createElement('button');
  box.type = 'button';
  box.textContent = 'Saya manusia (' + sitekey + ')';
  box.onclick = () => callback('0.' + action);
  room.append(box);
} };`;

async function openSearch(): Promise<Opened> {
  const page = await portal.open('/');
  await page.route('https://challenges.cloudflare.com/**', (route) =>
    route.fulfill({ contentType: 'text/javascript', body: WIDGET }),
  );
  await page.goto(`${portal.origin}/lupa-akun`);
  await page.getByLabel('Belum').check();
  await page.getByLabel('NIK (nomor induk').fill(newPerson().nik);
  return page;
}

/** The widget of this try: the former one's answer was used. */
const solves = async (page: Page) => {
  await page.getByText('Pemeriksaan keamanan: sedang berjalan…').waitFor();
  provider.solve('0.FIND_ACCOUNT', { hostname: 'localhost', action: 'FIND_ACCOUNT' });
  await page.getByRole('button', { name: 'Saya manusia (kunci-situs)' }).click();
  await page.getByText('Pemeriksaan keamanan: selesai.').waitFor();
};

describe('a captcha that the operator has elsewhere', () => {
  it('is shown under the policy of the page, and good for what it was solved for', async () => {
    const page = await openSearch();
    await solves(page);
    await press(page, 'Cari');
    await heading(page, 'Tidak ada yang dapat ditampilkan');
    expect(page.seen.complaints).toEqual([]);
  });

  it('gives way to our own once it cannot be asked', async () => {
    provider.behave('down');
    const page = await openSearch();
    for (let failures = 0; failures < 3; failures += 1) {
      await solves(page);
      await press(page, 'Cari');
      await page.getByRole('alert').getByText('belum berhasil').waitFor();
    }
    await page.getByText('Pemeriksaan keamanan: selesai.').waitFor(); // in the background, with nothing to do
    await press(page, 'Cari');
    await heading(page, 'Tidak ada yang dapat ditampilkan');
  });

  it('says what may help where its script does not come', async () => {
    provider.behave('ok');
    const page = await portal.open('/lupa-kata-sandi');
    await page.route('https://challenges.cloudflare.com/**', (route) => route.abort());
    portal.app.passTime(31_000);
    await page.getByLabel('Username, email').fill('orang@example.com');
    await press(page, 'Kirim tautan');
    await page.getByText('coba lagi, atau pakai jaringan lain').waitFor();
  });
});
