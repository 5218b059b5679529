import { readdirSync, readFileSync, statSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { AuditEvent } from '../../server/src/platform/audit/audit-event.entity.js';
import { MINUTE_MS } from '../../server/src/platform/clock.js';
import { type AtDesk, atDesk } from '../kit/agents.js';
import { filedCase } from '../kit/cases.js';
import { type Console, type DeskPage, heading, openConsole, sitDown } from '../kit/console-browser.js';
import { axeFindings, overflow, settled } from '../kit/console-looks.js';
import { type OnFile, onFile, waiting } from '../kit/desk.js';
import { speakLengthened, unfitting } from '../kit/fit.js';

let desk: Console;
let person: OnFile;
beforeAll(async () => {
  desk = await openConsole();
  person = await onFile(desk.app);
});
afterEach(() => desk.leave());
afterAll(() => desk.close());

type Role = Parameters<typeof atDesk>[1];
const colleague = (role: Role = 'AGENT') => atDesk(desk.app, role);

async function at(path: string, role: Role = 'AGENT'): Promise<DeskPage & { agent: AtDesk }> {
  const page = await desk.computer();
  const agent = await colleague(role);
  await sitDown(page, desk, agent, path);
  return Object.assign(page, { agent });
}

const lookedUpBy = ({ id }: AtDesk, event: string) =>
  desk.app.db.rows.countBy(AuditEvent, { actorId: id, event } as never);

describe('looking an account up', () => {
  it('takes five keys from anywhere, and leaves what was typed nowhere', async () => {
    const page = await at('akun');
    await page.getByLabel('Keperluan').selectOption('PHONE_CALL');
    await page.goto(`${desk.origin}/helpdesk/pengaturan`);
    await heading(page).waitFor();
    await page.keyboard.press('/');
    await page.keyboard.type(person.nik);
    await page.keyboard.press('Enter');
    await page.waitForURL(`**/akun/${person.id}`);
    // What was typed stands in its field for as long as the list of hits is still on the page.
    await page.getByRole('navigation', { name: 'Bagian akun' }).waitFor();
    const kept = await page.evaluate(
      'JSON.stringify([location.href, document.title, { ...localStorage }, { ...sessionStorage }, document.documentElement.outerHTML])',
    );
    expect(kept).not.toContain(person.nik);
    expect(page.seen.addresses.filter((address) => address.includes(person.nik))).toEqual([]);
    expect(await lookedUpBy(page.agent, 'AGENT_LOOKUP')).toBe(1);
    expect(await lookedUpBy(page.agent, 'RECORD_VIEWED')).toBe(1);
  });

  it('finds the same by every identifier, and says the same of every miss', async () => {
    const page = await at('akun');
    await page.getByLabel('Keperluan').selectOption('COUNTER_VISIT');
    const field = page.locator('main').getByRole('textbox');
    for (const typed of [person.nik, person.email.toUpperCase(), ` ${person.username} `]) {
      await field.fill(typed);
      await page.keyboard.press('Enter');
      await page.waitForURL(`**/akun/${person.id}`);
      await page.goBack();
      await field.waitFor();
    }
    await field.fill('3174035905909999');
    await page.keyboard.press('Enter');
    await page.getByText('Tidak ditemukan untuk NIK ini').waitFor();
  });

  it('shows masks only: no page has a raw identifier before it is revealed', async () => {
    const page = await at(`akun/${person.id}`);
    for (const part of ['', '?bagian=riwayat']) {
      await page.goto(`${desk.origin}/helpdesk/akun/${person.id}${part}`);
      await page.getByRole('navigation', { name: 'Bagian akun' }).waitFor();
      await settled(page);
      const text: string = await page.evaluate('document.documentElement.outerHTML');
      for (const raw of [person.nik, person.email, person.e164.slice(3)]) expect(text).not.toContain(raw);
    }
  });

  it('answers an account of another office as one that is not there', async () => {
    const page = await desk.computer();
    await sitDown(page, desk, await atDesk(desk.app, 'AGENT', '31.74'), `akun/${person.id}`);
    await page.getByText('Tidak ditemukan').first().waitFor();
    expect(await page.getByText(person.username).count()).toBe(0);
  });
});

describe('the account page', () => {
  it('turns its pages by keys, and each has an address', async () => {
    const page = await at(`akun/${person.id}`);
    await page.getByText(person.username).waitFor();
    await page.keyboard.press('h');
    await page.getByRole('list', { name: 'Riwayat' }).waitFor();
    expect(page.url()).toContain('bagian=riwayat');
    expect(await page.locator('[aria-current=page]', { hasText: 'Riwayat' }).count()).toBe(1);
    expect(
      await page.getByRole('navigation', { name: 'Bagian akun' }).locator('[aria-current=page]').count(),
    ).toBe(1);
  });
});

describe('sending an activation again', () => {
  it('takes /, Enter, S and Enter besides typing, and its row is there at once', async () => {
    const newcomer = await waiting(desk.app);
    desk.app.passTime(2 * MINUTE_MS);
    const page = await at('akun');
    await page.getByLabel('Keperluan').selectOption('PHONE_CALL');
    await heading(page).click();
    await page.keyboard.press('/');
    await page.keyboard.type(newcomer.username);
    await page.keyboard.press('Enter');
    await page.waitForURL(`**/akun/${newcomer.id}`);
    await page.getByRole('button', { name: /Kirim ulang aktivasi/ }).waitFor();
    await page.keyboard.press('s');
    await page.getByRole('dialog', { name: 'Kirim ulang aktivasi' }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByText(/Aktivasi ke .*: Antre\./).waitFor();
    await page.keyboard.press('v');
    await page.getByRole('table', { name: 'Pengiriman' }).getByText('Antre').first().waitFor();
    expect(page.seen.complaints).toEqual([]);
  });
});

describe('showing data', () => {
  it('shows the number for a minute, on record once, and keeps it nowhere', async () => {
    const page = await at('akun');
    await page.getByLabel('Keperluan').selectOption('PHONE_CALL');
    await page.locator('main').getByRole('textbox').fill(person.username);
    await page.keyboard.press('Enter');
    await page.waitForURL(`**/akun/${person.id}`);
    await page.getByRole('button', { name: /Lihat data/ }).waitFor();
    await page.getByText(person.username).waitFor();
    await page.keyboard.press('u');
    await page.getByLabel('Verifikasi dokumen').check();
    await page.keyboard.press('Control+Enter');
    await page.getByText(person.nik).waitFor();
    await page.keyboard.press('Escape');
    await page.getByText(person.nik).waitFor({ state: 'detached' });
    const kept: string = await page.evaluate(
      'JSON.stringify([location.href, { ...localStorage }, { ...sessionStorage }, document.documentElement.outerHTML])',
    );
    expect(kept).not.toContain(person.nik);
    expect(page.seen.addresses.filter((address) => address.includes(person.nik))).toEqual([]);
    expect(await lookedUpBy(page.agent, 'DATA_REVEALED')).toBe(1);
  });
});

describe('agents', () => {
  it('are invited by keyboard alone, and wait for a second admin where the rules say so', async () => {
    const other = await colleague();
    const page = await at('', 'ADMIN');
    await page.getByRole('button', { name: 'Undang petugas' }).press('Enter');
    await page.getByLabel('Nama lengkap').and(page.locator(':focus')).waitFor();
    for (const typed of ['Citra Contoh', 'citra', 'citra@example.com']) {
      await page.keyboard.type(typed);
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('Tab');
    await page.keyboard.type('Kota Bandung');
    await page
      .getByRole('option', { name: /Kota Bandung/ })
      .first()
      .waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    const office = page.getByRole('form').getByRole('combobox', { name: 'Kantor' });
    await expect.poll(() => office.inputValue()).toBe('DPMPTSP Kota Bandung');
    await page.keyboard.press('Control+Enter');
    await page.getByText('Undangan dikirim ke citra@example.com.').waitFor();
    const cell = page.getByRole('cell', { name: other.username, exact: true });
    await page.getByRole('row').filter({ has: cell }).getByRole('button').press('Enter');
    await page.getByRole('form').getByLabel('Peran').selectOption('APPROVER');
    await page.getByText('Peran: Petugas → Pemeriksa').waitFor();
    await page.keyboard.press('Control+Enter');
    await page.getByRole('alert').getByText('Menunggu admin kedua').waitFor();
  });
});

describe('the audit trail', () => {
  it('shows who did what, and narrows down by the address', async () => {
    const page = await at('audit', 'AUDITOR');
    await page.getByRole('table', { name: 'Jejak audit' }).waitFor();
    await page.getByRole('link', { name: '±10 mnt' }).first().click();
    await page.waitForURL(/sekitar=/);
    await page.getByRole('button', { name: /Hapus filter ±10 menit/ }).click();
    await page.waitForURL((url) => !url.search.includes('sekitar'));
  });

  it('keeps few rows on the page, however many there are', async () => {
    const page = await at('audit', 'AUDITOR');
    await page.getByRole('table', { name: 'Jejak audit' }).waitFor();
    expect(await page.locator('tbody tr').count()).toBeLessThanOrEqual(40);
  });
});

describe('every page', () => {
  const pages: readonly (readonly [Role, string])[] = [
    ['AGENT', 'akun'],
    ['AGENT', 'akun/ID'],
    ['AGENT', 'akun/ID?bagian=permohonan'],
    ['AGENT', 'akun/ID?bagian=riwayat'],
    ['AGENT', 'akun/ID?bagian=pengiriman'],
    ['AGENT', 'pengiriman'],
    ['AGENT', 'pengaturan'],
    ['AGENT', 'bantuan'],
    ['AGENT', 'audit'],
    ['AGENT', 'tidak/ada'],
    ['AUDITOR', 'audit'],
    ['ADMIN', 'admin/petugas'],
  ];

  it.each(['AGENT', 'AUDITOR', 'ADMIN'] as const)(
    'gives axe nothing to say, in either language and theme: %s',
    async (role) => {
      const page = await at('pengaturan', role);
      for (const [, path] of pages.filter(([owner]) => owner === role)) {
        // Each language and each theme once: names come from the one, contrast from the other.
        for (const [language, scheme] of [
          ['id', 'light'],
          ['en', 'dark'],
        ]) {
          await page.evaluate(
            `localStorage.setItem('konsol.pilihan', '${JSON.stringify({ language, scheme })}')`,
          );
          await page.goto(`${desk.origin}/helpdesk/${path.replace('ID', person.id)}`);
          await heading(page).waitFor();
          await settled(page);
          expect(await axeFindings(page), `${path} ${language} ${scheme}`).toEqual([]);
        }
      }
    },
    240_000,
  );

  it('holds words a third longer, and fits 683, 360 and 320 pixels without sideways scrolling', async () => {
    const { ticket } = await filedCase(desk.app, { clean: false });
    const page = await at('pengaturan', 'SUPERVISOR');
    await speakLengthened(page);
    for (const path of [
      ...['akun', `akun/${person.id}`, `akun/${person.id}?bagian=riwayat`, 'antrean', `permohonan/${ticket}`],
      ...['audit', 'pengiriman', 'dasbor', 'pengaturan', 'bantuan'],
    ]) {
      await page.setViewportSize({ width: 1366, height: 641 });
      await page.goto(`${desk.origin}/helpdesk/${path}`);
      await heading(page).waitFor();
      await settled(page);
      expect(await unfitting(page), path).toEqual([]);
      for (const width of [683, 360, 320]) {
        await page.setViewportSize({ width, height: 640 });
        await expect.poll(() => overflow(page), { message: `${path} ${width}` }).toBe(0); // charts follow a frame later
      }
    }
  }, 90_000);
});

describe('the first page after signing in', () => {
  it('is small: 280 kB of script, 25 of style, 60 of font, compressed, in twelve requests', async () => {
    const page = await at('akun');
    page.seen.addresses.length = 0;
    await page.reload();
    await heading(page).waitFor();
    await settled(page);
    const files = page.seen.addresses.map((address) =>
      new URL(address).pathname.replace('/helpdesk/', 'dist/admin-ui/'),
    );
    const sizeOf = (kind: string) =>
      files
        .filter((file) => file.endsWith(kind))
        .reduce((sum, file) => sum + gzipSync(readFileSync(file), { level: 9 }).length, 0);
    expect(sizeOf('.js')).toBeLessThanOrEqual(280_000);
    expect(sizeOf('.css')).toBeLessThanOrEqual(25_000);
    expect(sizeOf('.woff2')).toBeLessThanOrEqual(60_000);
    expect(files.length).toBeLessThanOrEqual(12);
  });

  it('leaves no later page more than 150 kB to fetch, and all of the console below 700', () => {
    const sizes = readdirSync('dist/admin-ui/assets')
      .filter((file) => /\.(js|css|woff2)\.gz$|\.woff2$/.test(file))
      .map((file) => ({ file, size: statSync(`dist/admin-ui/assets/${file}`).size }));
    const first = /^(ground|packages|console|index|style)-/;
    const later = sizes.filter(({ file, size }) => !first.test(file) && size > 150_000);
    expect(later).toEqual([]);
    expect(sizes.reduce((sum, { size }) => sum + size, 0)).toBeLessThanOrEqual(700_000);
  });
});
