import type { Page } from 'playwright-core';

import { openBrowser } from '../kit/chromium.js';
import { atDesk } from './at-desk.js';
import type { Service } from './processes.js';
import { median, p95, type Report } from './report.js';

const RTT_MS = 100;
const ROUNDS = 12;
const UNSEEN = '[title="Belum dilihat"]';
const APPROVE = 'button[aria-keyshortcuts=A]';

/** From `A` to the next case in one's hands, over a line of 100 ms (console.md 20, B5). */
export async function decisions(ours: Service, report: Report): Promise<void> {
  const browser = await openBrowser();
  try {
    const cookie = await atDesk(ours.base, 'petugas');
    const screen = { width: 1366, height: 641 };
    const context = await browser.newContext({ viewport: screen, extraHTTPHeaders: { cookie } });
    const page = await context.newPage();
    const line = await context.newCDPSession(page);
    const unlimited = { offline: false, downloadThroughput: -1, uploadThroughput: -1 };
    await line.send('Network.emulateNetworkConditions', { ...unlimited, latency: RTT_MS });
    await page.goto(`${ours.base}/helpdesk/antrean`);
    await page.locator('tbody a').first().waitFor();
    await page.keyboard.press('n');
    const times: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) times.push(await decided(page));
    const detail = `${ROUNDS} decisions, ${RTT_MS} ms there and back, median ${median(times).toFixed(0)} ms`;
    report(['A to the next case, p95', `${p95(times).toFixed(0)} ms`, '≤ 700 ms', detail]);
  } finally {
    await browser.close();
  }
}

/** Until the open document is on record: whoever goes on sooner has not looked at it, says the page. */
const seen = (page: Page): Promise<void> =>
  page
    .locator('section button[aria-pressed=true]')
    .filter({ hasNot: page.locator(UNSEEN) })
    .waitFor();

/** Looks at every document, ticks everything, approves; answers how long the next case took. */
async function decided(page: Page): Promise<number> {
  await page.locator(APPROVE).waitFor();
  await seen(page);
  while ((await page.locator(UNSEEN).count()) > 0) {
    await page.keyboard.press(']');
    await seen(page);
  }
  for (const box of await page.getByRole('checkbox').all()) await box.check();
  await page.locator(`${APPROVE}:not([aria-disabled])`).waitFor();
  const before = page.url();
  const begin = performance.now();
  await page.keyboard.press('a');
  await page.waitForURL(({ href }) => href !== before);
  const ticket = new URL(page.url()).pathname.split('/').at(-1);
  await page.getByRole('heading', { level: 1, name: ticket }).waitFor();
  await page.locator(APPROVE).waitFor();
  return performance.now() - begin;
}
