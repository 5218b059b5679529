import type { Flags } from 'lighthouse';
import type { Browser } from 'playwright-core';

import { openBrowser } from '../kit/chromium.js';
import { freePort } from '../kit/mariadbd.js';
import { median, type Report } from './report.js';
import { visit } from './visit.js';

/** What Lighthouse pretends the visitor sits at: the screen, the line and how slow the processor is. */
export interface Profile {
  readonly name: string;
  readonly mobile: boolean;
  readonly width: number;
  readonly height: number;
  readonly kbps: number;
  readonly rttMs: number;
  readonly slowdown: number;
}

/** Lighthouse's own desktop on the screen of an office (console.md 20, B8). */
export const DESKTOP: Profile = {
  ...{ name: 'desktop', mobile: false, width: 1366, height: 641 },
  ...{ kbps: 10_240, rttMs: 40, slowdown: 1 },
};
/** The counter's old computer on the office's line. */
export const MODEST: Profile = {
  ...{ name: 'modest', mobile: false, width: 1366, height: 641 },
  ...{ kbps: 5 * 1024, rttMs: 100, slowdown: 4 },
};
/** A cheap phone on a weak network (console.md 27, P2). */
export const PHONE: Profile = {
  ...{ name: 'modest phone', mobile: true, width: 360, height: 640 },
  ...{ kbps: 1.6 * 1024, rttMs: 150, slowdown: 4 },
};

export interface Address {
  readonly name: string;
  readonly url: string;
  /** Of whoever is signed in. */
  readonly cookie?: string;
}

interface Scores {
  readonly performance: number;
  /** The same by processor time, which a busy machine changes little. */
  readonly byProcessor: number;
  /** First and largest paint, blocked time, shifted layout, as Lighthouse words them. */
  readonly times: string;
  readonly accessibility: number;
  readonly bestPractices: number;
  /** Checks of the two that have to be whole, where a point is missing. */
  readonly failed: readonly string[];
}

const ROUNDS = 5;
/** Now and then the browser loses the beginning of a trace; that is no score. */
const TRIES = 3;
const TIMES = {
  'first-contentful-paint': 'FCP',
  'largest-contentful-paint': 'LCP',
  'total-blocking-time': 'TBT',
  'cumulative-layout-shift': 'CLS',
};
const WHOLE = ['accessibility', 'best-practices'] as const;

/** One browser that Lighthouse may steer; `close` ends it. */
export async function openLighthouse() {
  const port = await freePort();
  const browser: Browser = await openBrowser([`--remote-debugging-port=${port}`]);
  return {
    /** The median of five runs against `bar` for speed; 100 and 95 for accessibility and best practices. */
    async measure(address: Address, profile: Profile, bar: number, report: Report): Promise<void> {
      const runs: Scores[] = [];
      for (let round = 0; round < ROUNDS; round += 1) runs.push(await scoresOf(port, address, profile));
      const what = `${address.name}, Lighthouse ${profile.name}`;
      const speeds = runs.map(({ performance }) => performance);
      const middle = runs.find(({ performance }) => performance === median(speeds));
      const byProcessor = median(runs.map((run) => run.byProcessor));
      const detail = `runs ${speeds.join(', ')}; ${middle?.times}; by processor time ${byProcessor}`;
      report([what, `${median(speeds)}`, `≥ ${bar}`, detail]);
      const least = (of: 'accessibility' | 'bestPractices') => Math.min(...runs.map((run) => run[of]));
      const failed = [...new Set(runs.flatMap((run) => run.failed))].join(', ');
      const both = `${least('accessibility')} / ${least('bestPractices')}`;
      report([`${what}: accessibility / best practices`, both, '100 / ≥ 95', failed]);
    },
    close: () => browser.close(),
  };
}

async function scoresOf(port: number, address: Address, profile: Profile, tries = TRIES): Promise<Scores> {
  const { byTime, byProcessor } = await visit(address.url, settingsFor(port, address, profile));
  const fault = byTime.runtimeError;
  if (fault?.code === 'NO_NAVSTART' && tries > 1) return scoresOf(port, address, profile, tries - 1);
  if (fault) throw new Error(`${address.url}: ${fault.message}`);
  const { categories, audits, finalDisplayedUrl } = byTime;
  // A page that sent the visitor away would be measured as something else.
  if (new URL(finalDisplayedUrl).pathname !== new URL(address.url).pathname)
    throw new Error(`${address.url} led to ${finalDisplayedUrl}`);
  const score = (id: string, judged = byTime) => Math.round((judged.categories[id]?.score ?? 0) * 100);
  const failed = WHOLE.flatMap((id) => categories[id]?.auditRefs ?? []).filter(
    ({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 1,
  );
  return {
    performance: score('performance'),
    byProcessor: score('performance', byProcessor),
    times: Object.entries(TIMES)
      .map(([id, name]) => `${name} ${audits[id]?.displayValue}`)
      .join(', '),
    accessibility: score('accessibility'),
    bestPractices: score('best-practices'),
    failed: failed.map(({ id }) => id),
  };
}

function settingsFor(port: number, { cookie }: Address, profile: Profile): Flags {
  const { mobile, width, height, kbps: throughputKbps, rttMs, slowdown } = profile;
  return {
    port,
    logLevel: 'error',
    onlyCategories: ['performance', ...WHOLE],
    formFactor: mobile ? 'mobile' : 'desktop',
    screenEmulation: { mobile, width, height, deviceScaleFactor: mobile ? 2 : 1, disabled: false },
    throttling: { rttMs, throughputKbps, cpuSlowdownMultiplier: slowdown },
    ...(cookie ? { extraHeaders: { cookie } } : {}),
  };
}
