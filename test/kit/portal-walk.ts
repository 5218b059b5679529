import type { Page } from 'playwright-core';
import { expect } from 'vitest';

import type { CuttingProxy, Fate } from './cutting-proxy.js';

/** One page of a flow: what its heading says, and what somebody does there before the main button. */
export interface Stop {
  readonly heading: string;
  readonly fill: (page: Page) => Promise<void>;
  /** Comes again after a reload, because what it asks for is kept nowhere. */
  readonly asksAgain?: true;
}

/** What happens on a page besides what its owner does. */
export interface Mishap {
  /** What becomes of the commands that the main button sends. */
  readonly fates: readonly Fate[];
  /** The phone discards the tab: once everything is filled in, or where one would press "again". */
  readonly discarded?: 'FILLED_IN' | 'AFTER_A_FAILURE';
}

interface Way {
  readonly stops: readonly Stop[];
  readonly end: string;
  readonly proxy: CuttingProxy;
  readonly mishap: (stop: number) => Mishap;
  /** Nowhere to be found in what the tab keeps. */
  readonly secrets: readonly string[];
}

const MOST_TURNS = 60;
const TYPED = `[...document.querySelectorAll('main input:not([type=password],[type=file],#code), main select')]
  .map(({ type, checked, value }) => (type === 'radio' || type === 'checkbox' ? checked : value)).join('|')`;
const STORED = 'JSON.stringify({ ...sessionStorage, ...localStorage })';

/** Somebody goes through a flow, whatever happens on the way. Answers the pages that they had to go through again. */
export async function walk(page: Page, { stops, end, proxy, mishap, secrets }: Way): Promise<string[]> {
  const [met, again] = [new Set<Stop>(), [] as string[]];
  let furthest = 0;
  for (let turn = 0; turn < MOST_TURNS; turn += 1) {
    const heading = await page.locator('h1').innerText();
    if (heading === end) return again;
    const at = stops.findIndex((stop) => stop.heading === heading);
    const stop = stops[at];
    if (!stop) throw new Error(`Nobody knows what to do on the page "${heading}".`);
    if (at < furthest && !stop.asksAgain) again.push(heading);
    furthest = Math.max(furthest, at);
    const { fates, discarded } = met.has(stop) ? { fates: [] } : mishap(at);
    met.add(stop);
    const before = await page.evaluate(STORED);
    await stop.fill(page);
    if (discarded === 'FILLED_IN') {
      if (!(await discard(page, heading, before))) continue;
      await stop.fill(page); // a code, a password and a file are chosen and typed again
    }
    proxy.next(...fates);
    await goOn(page, heading, discarded === 'AFTER_A_FAILURE');
    const kept = `${await page.evaluate(STORED)}`;
    expect(secrets.filter((secret) => kept.includes(secret))).toEqual([]);
  }
  throw new Error(`After ${MOST_TURNS} turns it is still not over.`);
}

/** What was typed comes back with the page. False: another page came, which asks for what is kept nowhere. */
async function discard(page: Page, heading: string, before: unknown): Promise<boolean> {
  const typed = await page.evaluate(TYPED);
  // Sealed a moment after the last key; a page without a field that is kept has nothing to seal.
  if (typed) await expect.poll(() => page.evaluate(STORED)).not.toBe(before);
  await page.reload();
  await page.locator('h1').waitFor();
  if ((await page.locator('h1').innerText()) !== heading) return false;
  await expect.poll(() => page.evaluate(TYPED)).toBe(typed);
  return true;
}

/** The main button; where the network fails, "again" until it does not, or another beginning of the page. */
async function goOn(page: Page, heading: string, reloads: boolean): Promise<void> {
  const another = page.locator('h1', { hasNotText: heading });
  // Each failure is shown anew, and may follow the one before faster than anybody sees it go: met ones are marked.
  const failure = page.locator('[role=alert]:not([data-met])');
  await page.locator('main .main').first().click();
  for (;;) {
    await another.or(failure).first().waitFor();
    if (await another.isVisible()) return;
    if (reloads) {
      await page.reload();
      await page.locator('h1').waitFor();
      return;
    }
    await failure.evaluate((shown) => shown.setAttribute('data-met', ''));
    await page.getByRole('alert').getByRole('button', { name: 'Coba lagi' }).click();
  }
}
