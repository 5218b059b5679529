import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

import type { Page } from 'playwright-core';

import type { DeskPage } from './console-browser.js';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** All that the page asked for has come and is drawn, and nothing moves any more but what turns for ever. */
export async function settled(page: DeskPage): Promise<void> {
  for (let calm = 0; calm < 2; ) {
    await page.evaluate(DRAWN);
    calm = page.seen.awaited.size === 0 ? calm + 1 : 0;
  }
}

/** Twice, since the first picture may be the one that was being made; the page answers only when its scripts are through. */
const DRAWN = `(async () => {
  for (let n = 0; n < 2; n += 1) await new Promise(requestAnimationFrame);
  const ends = (one) => Number.isFinite(one.effect?.getComputedTiming().endTime);
  await Promise.allSettled(document.getAnimations().filter(ends).map((one) => one.finished));
})()`;

/** What axe finds against WCAG 2.0 to 2.2, A and AA, and its own best practices. */
export async function axeFindings(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  return page.evaluate(
    "axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }).then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map((node) => id + ' ' + node.html.slice(0, 160) + ' ' + (node.any[0]?.message ?? ''))))",
  );
}

/** Whether anything needs sideways scrolling of the page itself. */
export const overflow = (page: Page): Promise<number> =>
  page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');

/** Whether anything needs scrolling of the page itself downwards. */
export const overrun = (page: Page): Promise<number> =>
  page.evaluate('document.documentElement.scrollHeight - document.documentElement.clientHeight');
