import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';

import { type App, startApp } from './app.js';
import { leave, openBrowser } from './chromium.js';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export const PHONE = { width: 360, height: 640 };
export const DESK = { width: 1280, height: 800 };

export interface Opened extends Page {
  /** Addresses asked for, what the page complained of, and bodies sent. */
  readonly seen: { readonly addresses: string[]; readonly complaints: string[]; readonly posts: string[] };
}

export type Portal = Awaited<ReturnType<typeof openPortal>>;

/** The portal as it ships, on the real server, before real browsers. The development inbox is the only mailbox. */
export async function openPortal(env: Record<string, string> = {}) {
  const app: App = await startApp({ PUBLIC_BASE_URL: 'http://localhost:4000', ...env });
  const origin = await app.listen();
  const browser: Browser = await openBrowser();
  const contexts: BrowserContext[] = [];

  /** A device of its own at this address, `#…` included; `from` another origin that leads to the same server. */
  async function open(path: string, options: BrowserContextOptions = {}, from = origin): Promise<Opened> {
    const context = await browser.newContext({
      locale: 'id-ID',
      viewport: PHONE,
      timezoneId: 'Asia/Jakarta',
      ...options,
    });
    context.setDefaultTimeout(8000);
    contexts.push(context);
    return anotherTab(context, path, from);
  }

  async function anotherTab(context: BrowserContext, path: string, from = origin): Promise<Opened> {
    const page = await context.newPage();
    const seen: Opened['seen'] = { addresses: [], complaints: [], posts: [] };
    page.on('request', (request) => {
      seen.addresses.push(request.url());
      if (request.method() === 'POST') seen.posts.push(request.postData() ?? '');
    });
    page.on('console', (line) => line.type() === 'error' && seen.complaints.push(line.text()));
    page.on('pageerror', (error) => seen.complaints.push(error.message));
    await page.goto(`${from}${path}`);
    return Object.assign(page, { seen });
  }

  return {
    app,
    origin,
    open,
    anotherTab,
    /** The path of the newest link of this kind, secret part included. */
    async linkIn(to: string, kind: string): Promise<string> {
      const { pathname, hash } = new URL((await app.latest(to, kind)).link ?? '');
      return `${pathname}${hash}`;
    },
    closePages: () => leave(contexts),
    async stop(): Promise<void> {
      await browser.close();
      await app.stop();
    },
  };
}

export const press = (page: Page, name: string | RegExp): Promise<void> =>
  page.getByRole('button', { name, exact: typeof name === 'string' }).click();

export const heading = (page: Page, name: string | RegExp): Promise<void> =>
  page.getByRole('heading', { level: 1, name }).waitFor();

let looks = 0;

/**
 * What axe finds on the page as it stands now, and whether it is wider than the screen. Each look is in another language and
 * theme than the last, and leaves the page as it was: a state is looked at once, and over a run every mix is.
 */
export async function findingsOn(page: Page, name: string): Promise<string[]> {
  await page.locator('h1').waitFor();
  looks += 1;
  const before = await page.getAttribute('html', 'lang');
  await page.emulateMedia({ colorScheme: looks % 2 ? 'light' : 'dark' });
  await speak(page, Math.floor(looks / 2) % 2 ? 'en' : 'id');
  if (process.env.SCREENSHOTS)
    await page.screenshot({ path: `${process.env.SCREENSHOTS}/${name}.png`, fullPage: true });
  if (await page.evaluate('globalThis.axe === undefined')) await page.evaluate(AXE);
  const found: string[] = await page.evaluate(
    `axe.run({ resultTypes: ['violations'], preload: false })
      .then(({ violations }) => violations.map(({ id, nodes }) => id + ' ' + nodes[0].html))`,
  );
  const wide = await page.evaluate('document.documentElement.scrollWidth > innerWidth');
  await speak(page, before);
  return [...found, ...(wide ? ['wider than the screen'] : [])].map((one) => `${name}: ${one}`);
}

async function speak(page: Page, language: string | null): Promise<void> {
  if ((await page.getAttribute('html', 'lang')) === language) return;
  await page.locator(`button[lang="${language}"]`).click();
  await page.locator(`html[lang="${language}"]`).waitFor();
}
