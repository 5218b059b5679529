import mysql from 'mysql2/promise';
import type { Page } from 'playwright-core';

import { openBrowser } from '../kit/chromium.js';
import { atDesk } from './at-desk.js';
import type { Service } from './processes.js';
import { p95, type Report } from './report.js';

const EVENTS = 100_000;
const SLOWDOWN = 4;
const SECONDS = 15;

interface Scrolled {
  /** Milliseconds between frames. */
  readonly frames: readonly number[];
  readonly mostRows: number;
  readonly loaded: number;
}

/** The trail of a hundred thousand events as an auditor scrolls down it on a slow computer (console.md 20, B11). */
export async function auditList(ours: Service, database: string, report: Report): Promise<void> {
  await fillEvents(database);
  const cookie = await atDesk(ours.base, 'auditor');
  const browser = await openBrowser();
  try {
    const context = await browser.newContext({ viewport: { width: 1366, height: 641 } });
    const [name = '', ...value] = cookie.split('=');
    const secure = name.startsWith('__Host-');
    await context.addCookies([{ name, value: value.join('='), domain: '127.0.0.1', path: '/', secure }]);
    const page = await context.newPage();
    await page.goto(`${ours.base}/helpdesk/audit`);
    await page.locator('tbody tr').nth(5).waitFor();
    const floor = p95((await scrolled(page, 0)).frames);
    const down = await scrolled(page, 240);
    const { mostRows, loaded } = down;
    const detail = `${floor.toFixed(1)} ms while nothing moves; at ${SLOWDOWN}× slowdown, ${loaded} of ${EVENTS} events passed`;
    report(['audit trail, p95 of a frame', `${p95(down.frames).toFixed(1)} ms`, '≤ 50 ms', detail]);
    report(['audit trail, most rows on the page', `${mostRows}`, '≤ 40', '']);
  } finally {
    await browser.close();
  }
}

/** Down the list by so many pixels a frame; more is fetched whenever its end comes near. */
async function scrolled(page: Page, pixels: number): Promise<Scrolled> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
  const measure = `new Promise((done) => {
    const pane = document.querySelector('main section[tabindex]');
    const [frames, begin] = [[], performance.now()];
    let [last, mostRows] = [begin, 0];
    const frame = (now) => {
      frames.push(now - last);
      last = now;
      if (frames.length % 20 === 0) mostRows = Math.max(mostRows, pane.querySelectorAll('tbody tr').length);
      pane.scrollTop += ${pixels};
      if (now - begin < ${SECONDS * 1000}) requestAnimationFrame(frame);
      else {
        const loaded = Math.max(...[...pane.querySelectorAll('tr[aria-rowindex]')].map((row) => row.ariaRowIndex));
        done({ frames: frames.slice(1), mostRows, loaded });
      }
    };
    requestAnimationFrame(frame);
  })`;
  return page.evaluate(measure);
}

/** Straight into the table, without seals: nobody verifies this database. An event's id begins with its time. */
async function fillEvents(database: string): Promise<void> {
  const db = await mysql.createConnection(database);
  await db.query(`INSERT INTO audit_events (id, at, event, result, actor_kind, subject_kind, reason, key_id, mac)
    SELECT CONCAT(LEFT(begin, 8), '-', RIGHT(begin, 4), '-7000-8000-', LPAD(LOWER(HEX(seq)), 12, '0')), at,
      'LOGIN_FAILED', 'refused', 'ANONYMOUS', 'ACCOUNT', 'Contoh', 1, 'x'
    FROM (SELECT seq, UTC_TIMESTAMP(3) - INTERVAL seq SECOND AS at,
      LPAD(LOWER(HEX(FLOOR(UNIX_TIMESTAMP(NOW(3)) * 1000) - seq * 1000)), 12, '0') AS begin
      FROM seq_1_to_${EVENTS}) made`);
  await db.query('ANALYZE TABLE audit_events');
  await db.end();
}
