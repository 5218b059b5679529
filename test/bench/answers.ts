import type { Page } from 'playwright-core';

import { openBrowser } from '../kit/chromium.js';
import { atDesk } from './at-desk.js';
import type { Service } from './processes.js';
import type { Report } from './report.js';

const SLOWDOWN = 4;
const ROUNDS = 3;
const UNSEEN = '[title="Belum dilihat"]';

/** Every press and click and how long the page took to show that it was heard, as the browser itself times them. */
const WATCH = `
  window.heard = new Map();
  new PerformanceObserver((list) => {
    for (const { interactionId, duration, name } of list.getEntries()) {
      const before = window.heard.get(interactionId);
      if (interactionId && !(before?.duration >= duration)) window.heard.set(interactionId, { duration, name });
    }
  }).observe({ type: 'event', durationThreshold: 16, buffered: true });`;

interface Heard {
  readonly duration: number;
  readonly name: string;
  readonly where: string;
}

/** How soon the console answers keys and clicks at work on a slow computer (console.md 20, B6). */
export async function answers(ours: Service, report: Report): Promise<void> {
  const browser = await openBrowser();
  try {
    const cookie = await atDesk(ours.base, 'pemeriksa');
    const screen = { width: 1366, height: 641 };
    const context = await browser.newContext({ viewport: screen, extraHTTPHeaders: { cookie } });
    await context.addInitScript(WATCH);
    const page = await context.newPage();
    const devtools = await context.newCDPSession(page);
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
    const all: Heard[] = [];
    for (let round = 0; round < ROUNDS; round += 1)
      for (const [where, work] of Object.entries(WORK)) {
        await work(page, ours.base);
        all.push(...(await heard(page, where)));
      }
    all.sort((a, b) => a.duration - b.duration);
    const at = (part: number) => all[Math.ceil(all.length * part) - 1]?.duration ?? Number.NaN;
    const slowest = all.at(-1);
    const detail = `${all.length} keys and clicks at ${SLOWDOWN}× slowdown; slowest ${slowest?.duration} ms: ${slowest?.name}, ${slowest?.where}`;
    report(['answer to a key or click, p75', `${at(0.75)} ms`, '≤ 150 ms', detail]);
    report(['answer to a key or click, p95', `${at(0.95)} ms`, '≤ 250 ms', '']);
  } finally {
    await browser.close();
  }
}

/** What an agent does all day; each begins at a page of its own. */
const WORK: Readonly<Record<string, (page: Page, base: string) => Promise<void>>> = {
  queue: async (page, base) => {
    await page.goto(`${base}/helpdesk/antrean`);
    await page.locator('tbody a').first().waitFor();
    for (const key of ['j', 'j', 'k', '3', '1']) await page.keyboard.press(key);
    await page.getByLabel('Risiko', { exact: true }).selectOption('LOW');
    await page.getByRole('checkbox', { name: 'Lewat SLA' }).click();
    await page.getByRole('checkbox', { name: 'Lewat SLA' }).click();
    await page.keyboard.press('?');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  },
  decision: async (page, base) => {
    await page.goto(`${base}/helpdesk/antrean`);
    await page.locator('tbody a').first().waitFor();
    await page.keyboard.press('n');
    await page.getByRole('checkbox').first().waitFor();
    for (let left = await page.locator(UNSEEN).count(); left > 0; left -= 1) {
      await page.keyboard.press(']');
      await page
        .locator(UNSEEN)
        .nth(left - 1)
        .waitFor({ state: 'detached' });
    }
    for (const key of ['1', '2', '+', '-', 'z', 'z', 't']) await page.keyboard.press(key);
    await page.keyboard.press('m');
    await page.keyboard.type('Dokumen terbaca.');
    await page.keyboard.press('Tab');
    await page.keyboard.press('r');
    await page.keyboard.press('Escape');
    await page.keyboard.press('s');
    await page.waitForTimeout(500);
  },
  lookup: async (page, base) => {
    await page.goto(`${base}/helpdesk/akun`);
    await page.getByLabel('Keperluan').selectOption('PHONE_CALL');
    await page.locator('main').getByRole('textbox').click();
    await page.keyboard.type('demo01akun');
    await page.keyboard.press('Enter');
    await page.getByRole('navigation', { name: 'Bagian akun' }).waitFor();
    for (const key of ['v', 'h', 'u']) await page.keyboard.press(key);
    await page.keyboard.press('Escape');
  },
};

/** What was heard on this page; a moment later, because an answer is timed when it has been painted. */
async function heard(page: Page, where: string): Promise<Heard[]> {
  await page.waitForTimeout(300);
  const all = await page.evaluate('[...window.heard.values()]');
  return (all as Omit<Heard, 'where'>[]).map((one) => ({ ...one, where }));
}
