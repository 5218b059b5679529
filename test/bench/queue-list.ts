import type { Page } from 'playwright-core';

import { openBrowser } from '../kit/chromium.js';
import { atDesk } from './at-desk.js';
import type { Service } from './processes.js';
import { p95, type Report } from './report.js';

const ROUNDS = 6;

/** What an agent narrows the queue by, one after the other. */
const FILTERS: readonly ((page: Page) => Promise<unknown>)[] = [
  (page) => page.getByLabel('Risiko', { exact: true }).selectOption('LOW'),
  (page) => page.getByLabel('Jenis', { exact: true }).selectOption('INDIVIDUAL'),
  (page) => page.getByRole('checkbox', { name: 'Lewat SLA' }).click(),
  (page) => page.getByRole('button', { name: 'Hapus semua' }).click(),
  (page) => page.getByRole('button', { name: 'Masuk', exact: true }).click(),
  (page) => page.getByRole('button', { name: 'Risiko', exact: true }).click(),
  (page) => page.keyboard.press('6'),
  (page) => page.getByRole('button', { name: 'Berikutnya ›' }).click(),
];

/** From a key or click to the rows it asks for, in the queue of a hundred thousand cases (console.md 20, B11). */
export async function queueList(ours: Service, report: Report): Promise<void> {
  const browser = await openBrowser();
  try {
    const cookie = await atDesk(ours.base, 'pemeriksa');
    const screen = { width: 1366, height: 641 };
    const context = await browser.newContext({ viewport: screen, extraHTTPHeaders: { cookie } });
    const page = await context.newPage();
    const [first, filtered, counts]: [number[], number[], number[]] = [[], [], []];
    for (let round = 0; round < ROUNDS; round += 1) {
      await page.goto(`${ours.base}/helpdesk/pengaturan`);
      await page.getByRole('heading', { level: 1 }).waitFor();
      first.push(await untilRows(page, () => page.getByRole('link', { name: 'Antrean' }).first().click()));
      for (const filter of FILTERS) {
        filtered.push(await untilRows(page, () => filter(page)));
        counts.push(await page.locator('tbody tr:has(a)').count());
      }
    }
    const detail = `${filtered.length} filters, orders and pages; first page of the queue ${p95(first).toFixed(0)} ms`;
    const slowest = Math.max(p95(first), p95(filtered));
    report(['queue of 100k cases, rows in sight, p95', `${slowest.toFixed(0)} ms`, '≤ 500 ms', detail]);
    report(['queue of 100k cases, most rows on the page', `${Math.max(...counts)}`, '≤ 25', '']);
  } finally {
    await browser.close();
  }
}

/** Milliseconds until other rows than before stand on the page, or the word that there are none; after that word, only rows count. */
async function untilRows(page: Page, act: () => Promise<unknown>): Promise<number> {
  await page.evaluate(`(() => {
    const before = document.querySelector('main tbody');
    window.begun = undefined;
    const begin = (event) => { window.begun ??= event.timeStamp; };
    for (const kind of ['pointerdown', 'keydown', 'input']) addEventListener(kind, begin, { capture: true });
    window.inSight = new Promise((done) => {
      const look = () => {
        const main = document.querySelector('main');
        const none = before && main?.textContent.includes('Tidak ada permohonan yang cocok');
        const there = main?.querySelector('tbody a') || none;
        if (there && !before?.isConnected) requestAnimationFrame((now) => done(now - window.begun));
        else requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    });
  })()`);
  await act();
  return page.evaluate('window.inSight');
}
