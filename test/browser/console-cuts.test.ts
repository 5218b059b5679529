import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { ReplacementDecision } from '../../server/src/features/email-replacement/replacement-decision.entity.js';
import { ReplacementRequest } from '../../server/src/features/email-replacement/replacement-request.entity.js';
import { AuditEvent } from '../../server/src/platform/audit/audit-event.entity.js';
import { SECOND_MS } from '../../server/src/platform/clock.js';
import { OutboxMessage } from '../../server/src/platform/outbox/outbox-message.entity.js';
import { type AtDesk, atDesk, provenAfresh } from '../kit/agents.js';
import { filedCase } from '../kit/cases.js';
import { type Console, type DeskPage, openConsole, signIn } from '../kit/console-browser.js';
import { type CuttingProxy, cuttingProxy, type Fate } from '../kit/cutting-proxy.js';
import { rounds } from '../kit/rounds.js';

let desk: Console;
let proxy: CuttingProxy;
beforeAll(async () => {
  desk = await openConsole({}, async (server) => {
    proxy = await cuttingProxy(server);
    return proxy.origin;
  });
});
afterAll(async () => {
  await desk.close();
  await proxy.stop();
});

const FATES: readonly Fate[] = ['UNANSWERED', 'HALF_ANSWERED', 'NEVER_ARRIVES'];
const MOMENTS = ['TAKING', 'TYPING', 'DECIDING', 'LOOKING'] as const;
type Moment = (typeof MOMENTS)[number];

/** The same moments for the same round. */
function mishap(round: number): { moment: Moment; fates: Fate[]; reloads: boolean; rejects: boolean } {
  let drawn = round + 1;
  const draw = <One>(of: readonly One[]): One => {
    drawn = (drawn * 48_271) % 2_147_483_647;
    return of[drawn % of.length] as One;
  };
  const moment = round < MOMENTS.length ? (MOMENTS[round] as Moment) : draw(MOMENTS);
  const fates = [draw(FATES), draw([...FATES, 'ARRIVES' as const])];
  return { moment, fates, reloads: draw([true, false]), rejects: draw([true, false]) };
}

const outcomes = (page: DeskPage) => page.getByRole('group', { name: 'Keputusan' });
const heldBy = ({ id: claimedBy }: AtDesk) => desk.app.db.rows.findBy(ReplacementRequest, { claimedBy });

/** Asks until something was handed out. */
async function takes(page: DeskPage, agent: AtDesk): Promise<string> {
  await expect
    .poll(
      async () => {
        if (page.url().includes('/permohonan/')) return true;
        await page.keyboard.press('n');
        await page.waitForURL('**/permohonan/*', { timeout: 2_000 }).catch(() => undefined);
        return page.url().includes('/permohonan/');
      },
      { timeout: 20_000 },
    )
    .toBe(true);
  await outcomes(page).waitFor();
  const ticket = page.url().split('/').at(-1) ?? '';
  expect((await heldBy(agent)).map((one) => one.ticket)).toEqual([ticket]); // and no second one beside it
  return ticket;
}

async function looks(page: DeskPage): Promise<void> {
  for (const name of ['KTP', /Swafoto/]) {
    await page.getByRole('img', { name }).waitFor();
    await expect
      .poll(
        async () => {
          await page.keyboard.press(name === 'KTP' ? '[' : ']');
          return page.locator('button[aria-pressed=true]').getByTitle('Belum dilihat').count();
        },
        { timeout: 40_000 },
      )
      .toBe(0);
    await page.keyboard.press(']');
  }
}

/** Presses until the decision is on record; each time it is the same command. */
async function decides(page: DeskPage, ticket: string, rejects: boolean): Promise<void> {
  const send = async () => {
    if (!rejects) return page.keyboard.press('a');
    const panel = page.getByRole('form', { name: 'Tolak permohonan' });
    if (!(await panel.isVisible())) await page.keyboard.press('r');
    await panel.getByRole('radio').first().waitFor();
    if (!(await panel.getByRole('radio').nth(1).isChecked())) await page.keyboard.press('2');
    await page.keyboard.press('Control+Enter');
  };
  await expect
    .poll(
      async () => {
        if (!page.url().endsWith(ticket)) return true;
        await send();
        await page.waitForURL((url) => !url.href.endsWith(ticket), { timeout: 2_000 }).catch(() => undefined);
        return !page.url().endsWith(ticket);
      },
      { timeout: 40_000 },
    )
    .toBe(true);
}

describe('over a network that loses commands and answers,', () => {
  it('an agent loses nothing that was typed and decides nothing twice', async () => {
    const agent = await atDesk(desk.app, 'AGENT');
    const page = await desk.computer();
    await signIn(page, desk, agent, 'antrean');
    agent.browser.cookie = (await page.context().cookies()).find(
      ({ name }) => name === '__Host-konsol',
    )?.value;
    for (let round = 0; round < rounds(MOMENTS.length, 200); round += 1) {
      const { moment, fates, reloads, rejects } = mishap(round);
      await filedCase(desk.app, { readable: true });
      const cutAt = (now: Moment) => moment === now && proxy.next(...fates);
      cutAt('TAKING');
      const ticket = await takes(page, agent);
      cutAt('LOOKING');
      await looks(page);
      for (const key of ['1', '2']) await page.keyboard.press(key);
      cutAt('TYPING');
      const note = `Catatan ${round}: foto dan nama sama.`;
      await page.keyboard.press('m');
      await page.keyboard.type(note);
      await page.keyboard.press('Escape');
      await page.evaluate('document.activeElement?.blur()');
      if (reloads) {
        if (moment === 'TYPING') await expect.poll(() => proxy.left, { timeout: 40_000 }).toBe(0);
        await expect.poll(async () => draftOf(ticket), { timeout: 40_000 }).toBe(note);
        await page.reload();
        await outcomes(page).waitFor();
        expect(await page.getByLabel('Catatan internal').inputValue()).toBe(note);
        expect(await page.getByRole('checkbox', { checked: true }).count()).toBe(2);
      }
      cutAt('DECIDING');
      await decides(page, ticket, rejects);
      proxy.next();
      await expectOnce(ticket, note);
      desk.app.passTime(11 * SECOND_MS);
      if (round % 25 === 24) await provenAfresh(desk.app, agent);
    }
  });
});

async function draftOf(ticket: string): Promise<string | undefined> {
  const { id } = await desk.app.db.rows.findOneByOrFail(ReplacementRequest, { ticket });
  const [draft] = await desk.app.db.rows.query<{ note: string }[]>(
    'SELECT note FROM replacement_drafts WHERE request_id = ?',
    [id],
  );
  return draft?.note;
}

/** One decision with all its words, one line in the trail, one letter. */
async function expectOnce(ticket: string, note: string): Promise<void> {
  const { rows } = desk.app.db;
  const { id: requestId } = await rows.findOneByOrFail(ReplacementRequest, { ticket });
  const made = await rows.findBy(ReplacementDecision, { requestId });
  expect(made.map((one) => one.note)).toEqual([note]);
  const events = await rows.findBy(AuditEvent, { caseId: requestId });
  expect(events.filter(({ event }) => event === 'CASE_APPROVED' || event === 'CASE_REJECTED')).toHaveLength(
    1,
  );
  const letters = await rows.findBy(OutboxMessage, { causeId: made[0]?.id ?? '' });
  expect(letters.filter(({ kind }) => /^REPLACEMENT_(APPROVED|REJECTED)$/.test(kind))).toHaveLength(1);
}
