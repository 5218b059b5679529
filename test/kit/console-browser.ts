import type { Browser, BrowserContext, BrowserContextOptions, Page, Request } from 'playwright-core';

import { codeAt, STEP_S } from '../../server/src/office/totp.js';
import { SECOND_MS } from '../../server/src/platform/clock.js';
import { AGENT_PASSWORD, type AtDesk, type Colleague } from './agents.js';
import { type App, startApp } from './app.js';
import { leave, openBrowser } from './chromium.js';
import { freePort } from './mariadbd.js';

export interface Seen {
  /** Everything asked for. */
  readonly addresses: string[];
  /** …and not answered yet. */
  readonly awaited: Set<Request>;
  /** Whatever the page complained of; an answer that refuses is none. */
  readonly complaints: string[];
}

export interface DeskPage extends Page {
  readonly seen: Seen;
}

/**
 * The real server at an address that it knows, since cookies are believed from its own pages only, and a browser. `before`
 * puts something between the two and answers its address.
 */
export async function openConsole(
  env: Record<string, string> = {},
  before?: (server: string) => Promise<string>,
) {
  const port = await freePort();
  const server = `http://127.0.0.1:${port}`;
  const origin = before ? await before(server) : server;
  const app = await startApp({ PUBLIC_BASE_URL: origin, ...env });
  await app.listen(port);
  const browser = await openBrowser();
  const contexts: BrowserContext[] = [];
  return {
    app,
    origin,
    /** A computer of its own, at the common size of a desk. */
    async computer(options: BrowserContextOptions = {}): Promise<DeskPage> {
      const context = await newContext(browser, options);
      contexts.push(context);
      return pageIn(context);
    },
    leave: () => leave(contexts),
    async close(): Promise<void> {
      await browser.close();
      await app.stop();
    },
  };
}

export type Console = Awaited<ReturnType<typeof openConsole>>;

const newContext = (browser: Browser, options: BrowserContextOptions) =>
  browser.newContext({
    locale: 'id-ID',
    timezoneId: 'Asia/Jakarta',
    viewport: { width: 1366, height: 641 },
    ...options,
  });

/** Another tab of the same browser. */
export async function pageIn(context: BrowserContext): Promise<DeskPage> {
  const page = await context.newPage();
  const seen: Seen = { addresses: [], awaited: new Set(), complaints: [] };
  page.on('request', (request) => {
    seen.addresses.push(request.url());
    seen.awaited.add(request);
  });
  page.on('requestfinished', (request) => seen.awaited.delete(request));
  page.on('requestfailed', (request) => seen.awaited.delete(request));
  page.on('console', (line) => line.type() === 'error' && seen.complaints.push(line.text()));
  page.on('pageerror', (error) => seen.complaints.push(error.message));
  return Object.assign(page, { seen });
}

/** The code in the authenticator now; the clock moves on first, since a code is good once. */
export function freshCode(app: App, { seed }: Colleague): string {
  app.passTime(STEP_S * SECOND_MS);
  return codeAt(seed, app.now());
}

/** By the page, as a person does; ends where the person wanted to go. */
export async function signIn(
  page: Page,
  { app, origin }: Console,
  agent: Colleague,
  path = '',
): Promise<void> {
  await page.goto(`${origin}/helpdesk/${path}`);
  await page.getByLabel('Nama pengguna').fill(agent.username);
  await page.getByLabel('Kata sandi', { exact: true }).fill(AGENT_PASSWORD);
  await page.getByRole('button', { name: 'Masuk', exact: true }).click();
  await page.getByLabel('Kode 6 angka').fill(freshCode(app, agent));
  await page.getByRole('button', { name: 'Lanjutkan' }).click();
  await page.getByRole('navigation', { name: 'Menu utama' }).waitFor();
}

/** As somebody who signed in a while ago: with the session of `atDesk` in the browser's cookie. */
export async function sitDown(page: Page, { origin }: Console, agent: AtDesk, path: string): Promise<void> {
  const attributes = { secure: true, httpOnly: true, sameSite: 'Strict' } as const;
  const url = origin.replace('http:', 'https:'); // the cookie is a secure one, and this machine passes for secure
  await page
    .context()
    .addCookies([{ name: '__Host-konsol', value: agent.browser.cookie ?? '', url, ...attributes }]);
  await page.goto(`${origin}/helpdesk/${path}`);
  await page.getByRole('navigation', { name: 'Menu utama' }).waitFor();
}

/** The document that is open stands there, and is on record as seen. */
export const documentSeen = (page: Page, timeout?: number): Promise<void> =>
  page
    .getByRole('region', { name: 'Bukti' })
    .locator('button[aria-pressed=true]')
    .filter({ hasNot: page.getByTitle('Belum dilihat') })
    .waitFor({ timeout });

export const heading = (page: Page) => page.getByRole('heading', { level: 1 });
export const focused = (page: Page): Promise<string> => page.evaluate('document.activeElement.innerText');
