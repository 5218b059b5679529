import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { ReplacementRequest } from '../../server/src/features/email-replacement/replacement-request.entity.js';
import { atDesk } from '../kit/agents.js';
import { filedCase } from '../kit/cases.js';
import {
  axeFindings,
  type Console,
  type DeskPage,
  heading,
  openConsole,
  overflow,
  overrun,
  signIn,
} from '../kit/console-browser.js';

let desk: Console;
beforeAll(async () => {
  desk = await openConsole();
});
afterEach(() => desk.leave());
afterAll(() => desk.close());

async function atQueue(): Promise<DeskPage> {
  const page = await desk.computer();
  await signIn(page, desk, await atDesk(desk.app, 'AGENT'), 'antrean');
  return page;
}

const row = (ticket: string) => desk.app.db.rows.findOneByOrFail(ReplacementRequest, { ticket });

describe('working through the queue', () => {
  it('takes a case, decides it by six keys, takes the decision back, and gives the case back on leaving', async () => {
    const { ticket, person } = await filedCase(desk.app);
    const page = await atQueue();
    await page.getByRole('link', { name: ticket }).waitFor();
    expect(await page.locator('main nav [aria-current=page]').allInnerTexts()).toEqual([
      expect.stringContaining('Siap'),
    ]);
    await page.keyboard.press('n');
    await page.waitForURL(`**/permohonan/${ticket}`);
    await page.getByRole('group', { name: 'Keputusan' }).waitFor();
    const text: string = await page.evaluate('document.documentElement.outerHTML');
    for (const raw of [person?.nik, person?.email]) expect(text).not.toContain(raw);
    for (const key of [']', '1', '2']) await page.keyboard.press(key);
    await page.locator('button[aria-keyshortcuts=A]:not([aria-disabled])').waitFor();
    await page.keyboard.press('a');
    await page.getByText(/Bisa dibatalkan \d+ dtk/).waitFor();
    await page.waitForURL('**/antrean');
    await page.keyboard.press('Control+z');
    await page.waitForURL(`**/permohonan/${ticket}`);
    await page.getByRole('group', { name: 'Keputusan' }).waitFor();
    expect((await row(ticket)).status).toBe('IN_REVIEW');
    await page.goto(`${desk.origin}/helpdesk/bantuan`);
    await heading(page).waitFor();
    await expect.poll(async () => (await row(ticket)).claimedBy, { timeout: 5000 }).toBeNull();
  });
});

describe('the pages of cases', () => {
  it('give axe nothing to say, and fit a narrow screen', async () => {
    const { ticket } = await filedCase(desk.app, { clean: false });
    const page = await atQueue();
    await page.goto(`${desk.origin}/helpdesk/permohonan/${ticket}`);
    await page.getByRole('button', { name: 'Ambil permohonan ini' }).click();
    await page.getByRole('group', { name: 'Keputusan' }).waitFor();
    for (const path of [
      'antrean',
      'antrean?lewat=true&tingkat=HIGH',
      'keputusan-saya',
      'dasbor',
      `permohonan/${ticket}`,
    ]) {
      for (const [language, scheme] of [
        ['id', 'light'],
        ['en', 'dark'],
      ]) {
        await page.evaluate(
          `localStorage.setItem('konsol.pilihan', '${JSON.stringify({ language, scheme })}')`,
        );
        await page.setViewportSize({ width: 1366, height: 641 });
        await page.goto(`${desk.origin}/helpdesk/${path}`);
        await heading(page).waitFor();
        await page.waitForLoadState('networkidle');
        expect(await axeFindings(page), `${path} ${language} ${scheme}`).toEqual([]);
        if (path.startsWith('permohonan')) expect(await overrun(page), 'one screen').toBe(0);
        await page.setViewportSize({ width: 320, height: 640 });
        expect(await overflow(page), path).toBe(0);
      }
    }
  }, 120_000);
});
