import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { ReplacementDecision } from '../../server/src/features/email-replacement/replacement-decision.entity.js';
import { ReplacementRequest } from '../../server/src/features/email-replacement/replacement-request.entity.js';
import { AuditEvent } from '../../server/src/platform/audit/audit-event.entity.js';
import { OutboxMessage } from '../../server/src/platform/outbox/outbox-message.entity.js';
import { type AtDesk, atDesk } from '../kit/agents.js';
import { filedCase } from '../kit/cases.js';
import { type Console, type DeskPage, documentSeen, openConsole, sitDown } from '../kit/console-browser.js';
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

const PATIENCE_MS = 2_000;
/** More than the console waits before it saves again what it could not. */
const LONG_MS = 60_000;
const FATES: readonly Fate[] = ['UNANSWERED', 'HALF_ANSWERED', 'NEVER_ARRIVES'];
const MOMENTS = ['TYPING', 'DECIDING', 'TAKING', 'LOOKING'] as const;
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

/** Asks until another one than the last was handed out. */
async function takes(page: DeskPage, agent: AtDesk, last: string): Promise<string> {
  const another = (url: URL) => url.pathname.includes('/permohonan/') && !url.pathname.endsWith(last);
  const arrived = async () => {
    if (another(new URL(page.url()))) return true;
    await page.keyboard.press('n');
    await page.waitForURL(another, { timeout: PATIENCE_MS }).catch(() => undefined);
    return another(new URL(page.url()));
  };
  await expect.poll(arrived, { timeout: LONG_MS }).toBe(true);
  await outcomes(page).waitFor();
  const ticket = page.url().split('/').at(-1) ?? '';
  expect((await heldBy(agent)).map((one) => one.ticket)).toEqual([ticket]); // and no second one beside it
  return ticket;
}

/** Every document; one whose mark was lost is opened again. */
async function looks(page: DeskPage): Promise<void> {
  const unseen = page.getByRole('region', { name: 'Bukti' }).getByTitle('Belum dilihat');
  await expect
    .poll(
      async () => {
        for (const key of ['[', ']']) {
          await page.keyboard.press(key);
          await documentSeen(page, PATIENCE_MS).catch(() => undefined);
        }
        return unseen.count();
      },
      { timeout: LONG_MS },
    )
    .toBe(0);
}

/** Presses until it is on record; each time it is the same command. An answer that is lost leaves the page saying what became of it. */
async function decides(page: DeskPage, ticket: string, rejects: boolean): Promise<void> {
  const onRecord = async () => {
    if ((await decisionsOn(ticket)).length > 0) return true;
    if (rejects) await page.keyboard.press('r');
    if (rejects)
      await page
        .getByRole('radio')
        .nth(1)
        .waitFor({ timeout: PATIENCE_MS })
        .catch(() => undefined);
    for (const key of rejects ? ['2', 'Control+Enter'] : ['a']) await page.keyboard.press(key);
    await outcomes(page)
      .waitFor({ state: 'hidden', timeout: PATIENCE_MS })
      .catch(() => undefined);
    return (await decisionsOn(ticket)).length > 0;
  };
  const decided = expect.poll(onRecord, { timeout: LONG_MS }).toBe(true);
  await decided.catch(async () => {
    throw new Error(`Not decided within a minute. The page said: ${await page.locator('main').innerText()}`);
  });
  await outcomes(page).waitFor({ state: 'hidden', timeout: LONG_MS });
}

describe('over a network that loses commands and answers,', () => {
  it(
    'an agent loses nothing that was typed and decides nothing twice',
    async () => {
      const agent = await atDesk(desk.app, 'AGENT');
      const page = await desk.computer();
      await sitDown(page, desk, agent, 'antrean');
      let last = 'none';
      for (let round = 0; round < rounds(2, 200); round += 1) {
        const { moment, fates, reloads, rejects } = mishap(round);
        await filedCase(desk.app, { readable: true });
        const cutAt = (now: Moment) => moment === now && proxy.next(...fates);
        cutAt('TAKING');
        const ticket = await takes(page, agent, last);
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
          if (moment === 'TYPING') await expect.poll(() => proxy.left, { timeout: LONG_MS }).toBe(0);
          await expect.poll(async () => draftOf(ticket), { timeout: LONG_MS }).toBe(note);
          await page.reload();
          await outcomes(page).waitFor();
          expect(await page.getByLabel('Catatan internal').inputValue()).toBe(note);
          expect(await page.getByRole('checkbox', { checked: true }).count()).toBe(2);
        }
        cutAt('DECIDING');
        await decides(page, ticket, rejects);
        proxy.next();
        await expectOnce(ticket, note);
        last = ticket;
      }
    },
    120_000 * rounds(1, 100),
  );
});

async function draftOf(ticket: string): Promise<string | undefined> {
  const { id } = await desk.app.db.rows.findOneByOrFail(ReplacementRequest, { ticket });
  const [draft] = await desk.app.db.rows.query<{ note: string }[]>(
    'SELECT note FROM replacement_drafts WHERE request_id = ?',
    [id],
  );
  return draft?.note;
}

async function decisionsOn(ticket: string): Promise<ReplacementDecision[]> {
  const { rows } = desk.app.db;
  const { id: requestId } = await rows.findOneByOrFail(ReplacementRequest, { ticket });
  return rows.findBy(ReplacementDecision, { requestId });
}

/** One decision with all its words, one line in the trail, one letter. */
async function expectOnce(ticket: string, note: string): Promise<void> {
  const { rows } = desk.app.db;
  const { id: requestId } = await rows.findOneByOrFail(ReplacementRequest, { ticket });
  const made = await decisionsOn(ticket);
  expect(made.map((one) => one.note)).toEqual([note]);
  const events = await rows.findBy(AuditEvent, { caseId: requestId });
  expect(events.filter(({ event }) => event === 'CASE_APPROVED' || event === 'CASE_REJECTED')).toHaveLength(
    1,
  );
  const letters = await rows.findBy(OutboxMessage, { causeId: made[0]?.id ?? '' });
  expect(letters.filter(({ kind }) => /^REPLACEMENT_(APPROVED|REJECTED)$/.test(kind))).toHaveLength(1);
}
