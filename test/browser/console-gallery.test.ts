import type { Browser, BrowserContext, Page } from 'playwright-core';
import { createServer, type ViteDevServer } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { openBrowser } from '../kit/chromium.js';
import { axeFindings, overflow } from '../kit/console-looks.js';
import { speakLengthened, unfitting } from '../kit/fit.js';

let vite: ViteDevServer;
let browser: Browser;
/** One for all looks: it keeps the hundreds of files of a page. */
let context: BrowserContext;
let origin: string;
beforeAll(async () => {
  vite = await createServer({
    configFile: 'admin-ui/vite.config.ts',
    logLevel: 'error',
    server: { port: 0, host: '127.0.0.1', hmr: false },
  });
  await vite.listen();
  origin = new URL(vite.resolvedUrls?.local[0] ?? '').origin;
  browser = await openBrowser();
  context = await browser.newContext({ viewport: { width: 1366, height: 900 } });
});
afterAll(async () => {
  await browser.close();
  await vite.close();
});

/** As this browser would remember it. */
async function gallery(
  preferences: object,
  path = '',
  prepare = async (_: Page): Promise<unknown> => undefined,
): Promise<Page> {
  const page = await context.newPage();
  await prepare(page);
  await page.addInitScript(`localStorage.setItem('konsol.pilihan', '${JSON.stringify(preferences)}')`);
  await page.goto(`${origin}/helpdesk/__galeri${path}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.locator('[aria-busy="true"][data-shown="true"]').waitFor();
  return page;
}

describe('the parts in all their states', () => {
  const looks = (['id', 'en'] as const).flatMap((language) =>
    (['light', 'dark'] as const).flatMap((scheme) =>
      (['', '?buka=dialog'] as const).map((path) => ({ language, scheme, path })),
    ),
  );
  it.each(looks)('give axe nothing to say: $language $scheme $path', async ({ path, ...preferences }) => {
    const page = await gallery(preferences, path);
    expect(await axeFindings(page)).toEqual([]);
    await page.close();
  });

  it('hold words a third longer; fit 683, 360 and 320 pixels without sideways scrolling', async () => {
    const page = await gallery({ language: 'id' }, '', speakLengthened);
    expect(await unfitting(page)).toEqual([]);
    for (const width of [683, 360, 320]) {
      await page.setViewportSize({ width, height: 900 });
      await expect.poll(() => overflow(page), { message: `${width}` }).toBe(0);
    }
    await page.close();
  });
});
