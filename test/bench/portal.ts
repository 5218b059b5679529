import { openBrowser } from '../kit/chromium.js';
import { openLighthouse, PHONE } from './lighthouse.js';
import type { Service } from './processes.js';
import { median, type Report } from './report.js';

/** Pages that people meet first, signed in nowhere. */
const PAGES: readonly (readonly [name: string, path: string])[] = [
  ['start', ''],
  ['sign-in', 'masuk'],
  ['registration', 'daftar/jenis'],
  ['forgotten account', 'lupa-akun'],
  ['help', 'bantuan'],
];

const ROUNDS = 5;
/** A village at the edge of a network: 400 kb/s, 400 ms. */
const WEAK = { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 };

/** The portal as a cheap phone on a weak network loads it (console.md 27, P2). */
export async function portalPages(ours: Service, report: Report): Promise<void> {
  const lighthouse = await openLighthouse();
  try {
    for (const [name, path] of PAGES)
      await lighthouse.measure({ name: `portal, ${name}`, url: `${ours.base}/${path}` }, PHONE, 90, report);
  } finally {
    await lighthouse.close();
  }
  await signInOnAWeakLine(ours, report);
}

async function signInOnAWeakLine({ base }: Service, report: Report): Promise<void> {
  const browser = await openBrowser();
  const seconds: number[] = [];
  try {
    for (let round = 0; round < ROUNDS; round += 1) {
      const page = await browser.newPage({ viewport: { width: 360, height: 640 }, locale: 'id-ID' });
      const line = await page.context().newCDPSession(page);
      await line.send('Network.enable');
      await line.send('Network.emulateNetworkConditions', WEAK);
      const begun = performance.now();
      await page.goto(`${base}/masuk`, { waitUntil: 'commit' });
      await page.getByLabel('Kata sandi', { exact: true }).fill('dapat diisi');
      seconds.push((performance.now() - begun) / 1000);
      await page.close();
    }
  } finally {
    await browser.close();
  }
  const runs = seconds.map((one) => one.toFixed(1)).join(', ');
  report([
    'portal, sign-in usable at 400 kb/s, 400 ms',
    `${median(seconds).toFixed(1)} s`,
    '≤ 8 s',
    `runs ${runs}`,
  ]);
}
