import type { CDPSession } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { ReplacementDecision } from '../../server/src/features/email-replacement/replacement-decision.entity.js';
import { Verdict } from '../../server/src/features/email-replacement/verdict.js';
import { atDesk } from '../kit/agents.js';
import { filedCase } from '../kit/cases.js';
import {
  type Console,
  type DeskPage,
  documentSeen,
  heading,
  openConsole,
  sitDown,
} from '../kit/console-browser.js';
import { rounds } from '../kit/rounds.js';

let desk: Console;
beforeAll(async () => {
  desk = await openConsole();
});
afterEach(() => desk.leave());
afterAll(() => desk.close());

const DECISIONS = rounds(4, 500);
/** Until then the page still loads its rarer parts. */
const WARM = Math.min(25, DECISIONS / 2);
const MB = 1024 ** 2;

/** What the page holds on to, after everything that nobody holds was thrown away. */
async function held(cdp: CDPSession) {
  for (let round = 0; round < 3; round += 1) await cdp.send('HeapProfiler.collectGarbage');
  const { usedSize } = await cdp.send('Runtime.getHeapUsage');
  const { nodes, documents, jsEventListeners } = await cdp.send('Memory.getDOMCounters');
  const { value } = (
    await cdp.send('Runtime.evaluate', { expression: 'document.querySelectorAll("*").length' })
  ).result;
  return { heap: usedSize, nodes, documents, jsEventListeners, inDocument: Number(value) };
}

/** One case from the list to the next, by keys. */
async function decideOne(page: DeskPage): Promise<void> {
  // Its own heading: the page before it stands there a moment longer than its address.
  const ticket = await heading(page).filter({ hasText: /^EML-/ }).innerText();
  await documentSeen(page);
  for (const key of [']', '1', '2']) await page.keyboard.press(key);
  await page.locator('button[aria-keyshortcuts=A]:not([aria-disabled])').waitFor();
  await page.keyboard.press('a');
  await heading(page).filter({ hasNotText: ticket }).waitFor();
}

async function fill(page: DeskPage, cases: number): Promise<void> {
  for (let more = 0; more < cases; more += 1) await filedCase(desk.app, { readable: true });
  await page.keyboard.press('n');
  await page.waitForURL('**/permohonan/*');
  for (let more = 0; more < cases; more += 1) await decideOne(page);
  await page.waitForURL('**/antrean');
}

describe('a day at the desk in one tab', () => {
  it(
    'keeps nothing of the cases that were decided',
    async () => {
      const page = await desk.computer();
      await sitDown(page, desk, await atDesk(desk.app, 'AGENT'), 'antrean');
      const cdp = await page.context().newCDPSession(page);
      await fill(page, WARM);
      const early = await held(cdp);
      for (let done = WARM; done < DECISIONS; done += WARM) await fill(page, WARM);
      const late = await held(cdp);
      const detached = (one: typeof early) => one.nodes - one.inDocument;
      expect((late.heap - early.heap) / MB, JSON.stringify({ early, late })).toBeLessThan(20);
      expect(detached(late), JSON.stringify({ early, late })).toBeLessThan(detached(early) * 1.5 + 500);
      expect(late.documents).toBeLessThanOrEqual(early.documents);
      expect(
        await desk.app.db.rows.countBy(ReplacementDecision, { verdict: Verdict.APPROVE }),
      ).toBeGreaterThanOrEqual(DECISIONS);
      expect(page.seen.complaints).toEqual([]);
    },
    120_000 * rounds(1, 60),
  );
});
