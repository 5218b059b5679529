import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { ReplacementRequest } from '../../server/src/features/email-replacement/replacement-request.entity.js';
import { MINUTE_MS } from '../../server/src/platform/clock.js';
import { atDesk } from '../kit/agents.js';
import { type FiledCase, filedCase } from '../kit/cases.js';
import {
  type Console,
  type DeskPage,
  documentSeen,
  focused,
  heading,
  openConsole,
  pageIn,
  sitDown,
} from '../kit/console-browser.js';
import { axeFindings, overflow, overrun, settled } from '../kit/console-looks.js';
import { countInputs, inputsSince } from '../kit/count-inputs.js';

let desk: Console;
beforeAll(async () => {
  desk = await openConsole();
});
afterEach(() => desk.leave());
afterAll(() => desk.close());

async function atQueue(): Promise<DeskPage> {
  const page = await desk.computer();
  await countInputs(page);
  await sitDown(page, desk, await atDesk(desk.app, 'AGENT'), 'antrean');
  return page;
}

const row = ({ ticket }: Pick<FiledCase, 'ticket'>) =>
  desk.app.db.rows.findOneByOrFail(ReplacementRequest, { ticket });
const minutesHeld = async (filed: FiledCase): Promise<number> => {
  const { claimUntil } = await row(filed);
  return ((claimUntil?.getTime() ?? 0) - desk.app.now().getTime()) / MINUTE_MS;
};
const outcomes = (page: DeskPage) => page.getByRole('group', { name: 'Keputusan' });
const opened = async (page: DeskPage, { ticket }: Pick<FiledCase, 'ticket'>) => {
  await page.waitForURL(`**/permohonan/${ticket}`);
  await outcomes(page).waitFor();
};
/** At the page of this case, which may be in these hands already: whoever rejects gets the next one. */
async function inHands(page: DeskPage, ticket: string): Promise<void> {
  const take = page.getByRole('button', { name: 'Ambil permohonan ini' });
  await page.goto(`${desk.origin}/helpdesk/permohonan/${ticket}`);
  await outcomes(page).or(take).first().waitFor();
  if (await take.isVisible()) await take.click();
  await outcomes(page).waitFor();
}
/** What somebody presses, one after the other; waits for nothing in between. */
async function press(page: DeskPage, keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

describe('working through the queue by keys alone', () => {
  it('approves by at most five, takes it back, keeps the case over a reload and gives it back on leaving and on closing', async () => {
    const filed = await filedCase(desk.app, { readable: true });
    const page = await atQueue();
    await page.getByRole('link', { name: filed.ticket }).waitFor();
    expect(await page.locator('main nav [aria-current=page]').allInnerTexts()).toEqual([
      expect.stringContaining('Siap'),
    ]);
    await press(page, ['n']);
    await opened(page, filed);
    const text: string = await page.evaluate('document.documentElement.outerHTML');
    for (const raw of [filed.person?.nik, filed.person?.email]) expect(text).not.toContain(raw);
    await documentSeen(page);
    await inputsSince(page);
    await press(page, [']', '1', '2']);
    await page.locator('button[aria-keyshortcuts=A]:not([aria-disabled])').waitFor();
    await press(page, ['a']);
    await page.getByText(/Bisa dibatalkan \d+ dtk/).waitFor();
    expect(await inputsSince(page)).toBeLessThanOrEqual(5);
    await page.waitForURL('**/antrean');
    await press(page, ['Control+z']);
    await opened(page, filed);
    expect((await row(filed)).status).toBe('IN_REVIEW');
    await page.getByRole('checkbox', { name: /KTP terbaca/, checked: true }).waitFor();
    await page.reload();
    await outcomes(page).waitFor();
    await page.getByRole('checkbox', { name: /KTP terbaca/, checked: true }).waitFor();
    // Whole again: at once, or with the next beat where what the page left of it comes after the new one has asked.
    await expect.poll(() => minutesHeld(filed), { timeout: 70_000 }).toBeGreaterThan(10);

    const other = await pageIn(page.context());
    await other.goto(`${desk.origin}/helpdesk/permohonan/${filed.ticket}`);
    await outcomes(other).waitFor();
    await Promise.all([other.waitForEvent('close'), other.close({ runBeforeUnload: true })]);
    await press(page, ['g', 'a']);
    await expect.poll(async () => (await row(filed)).claimedBy).toBeNull();
    await page.getByRole('link', { name: filed.ticket }).click();
    await page.getByRole('button', { name: 'Ambil permohonan ini' }).click();
    await outcomes(page).waitFor();
    await page.close({ runBeforeUnload: true });
    await expect.poll(() => minutesHeld(filed)).toBeLessThan(1.5);
  }, 150_000);

  it('rejects with a letter by at most five, as fraud by at most seven and its note, never losing the focus', async () => {
    const [first, second] = [await filedCase(desk.app), await filedCase(desk.app)];
    const page = await atQueue();
    for (const { ticket } of [first, second]) {
      await inHands(page, ticket);
      await inputsSince(page);
      await press(page, ['r']);
      const panel = page.getByRole('form', { name: 'Tolak permohonan' });
      await panel.getByRole('radio').first().waitFor();
      if (ticket === first.ticket) {
        await press(page, ['2', 'Control+Enter']);
        await page.getByText(/Bisa dibatalkan \d+ dtk/).waitFor();
        expect(await inputsSince(page)).toBeLessThanOrEqual(5);
        continue;
      }
      await press(page, ['6']);
      expect(await page.evaluate('document.activeElement.tagName')).toBe('TEXTAREA');
      const before = await inputsSince(page);
      await page.keyboard.type('KTP tampak disunting');
      await inputsSince(page);
      await press(page, ['Escape']);
      expect(await focused(page)).not.toBe('');
      await inputsSince(page);
      await press(page, ['r', 'Control+Enter']);
      await page.getByText(/Bisa dibatalkan \d+ dtk/).waitFor();
      expect(before + (await inputsSince(page))).toBeLessThanOrEqual(7);
    }
    expect([(await row(first)).status, (await row(second)).status]).toEqual(['REJECTED', 'REJECTED']);

    const third = await filedCase(desk.app);
    await inHands(page, third.ticket);
    await inputsSince(page);
    await page.getByRole('button', { name: /Tolak…/ }).click();
    const panel = page.getByRole('form', { name: 'Tolak permohonan' });
    await panel.getByRole('radio').nth(1).click();
    await panel.getByRole('button', { name: /Tolak/ }).click();
    await expect.poll(async () => (await row(third)).status).toBe('REJECTED');
    expect(await inputsSince(page), 'by mouse').toBeLessThanOrEqual(4);
  });
});

describe('the pages of cases', () => {
  it('give axe nothing to say, fit the screen of an office and a narrow one', async () => {
    const { ticket } = await filedCase(desk.app, { clean: false, readable: true });
    for (let more = 0; more < 11; more += 1) await filedCase(desk.app, { person: null });
    const page = await atQueue();
    await page.goto(`${desk.origin}/helpdesk/permohonan/${ticket}`);
    await page.getByRole('button', { name: 'Ambil permohonan ini' }).click();
    await outcomes(page).waitFor();
    await press(page, ['r']);
    await page.getByRole('form', { name: 'Tolak permohonan' }).getByRole('radio').first().waitFor();
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
        if (path.startsWith('permohonan')) await reopened(page);
        await settled(page);
        expect(await axeFindings(page), `${path} ${language} ${scheme}`).toEqual([]);
        if (path.startsWith('permohonan')) await holdsOpen(page);
        if (path === 'antrean') expect(await rowsInSight(page)).toBeGreaterThanOrEqual(10);
        await page.setViewportSize({ width: 320, height: 640 });
        await expect.poll(() => overflow(page), { message: path }).toBe(0); // charts follow a frame later
      }
    }
  }, 120_000);
});

/** The case is still in these hands, and with it comes the panel that stood open. */
async function reopened(page: DeskPage): Promise<void> {
  await page.getByRole('form', { name: /Tolak permohonan|Reject/ }).waitFor();
}

/** What opens on the page of a case gives axe nothing to say either, and the page stays one screen. */
async function holdsOpen(page: DeskPage): Promise<void> {
  for (const [key, open] of [
    ['t', page.getByRole('list', { name: /Riwayat|History/ })],
    ['u', page.getByRole('form', { name: /Lihat data|Show data/ })],
  ] as const) {
    await page.evaluate('document.activeElement.blur()');
    await press(page, [key]);
    await open.waitFor();
    expect(await axeFindings(page), key).toEqual([]);
    expect(await overrun(page), 'one screen').toBe(0);
  }
}

const rowsInSight = (page: DeskPage): Promise<number> =>
  page.evaluate(
    "[...document.querySelectorAll('tbody tr')].filter((row) => row.querySelector('td') && row.getBoundingClientRect().bottom <= innerHeight).length",
  );
