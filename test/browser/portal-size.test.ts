import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { heading, openPortal, type Portal } from '../kit/portal.js';

const KB = 1024;
const FOLDER = 'dist/portal/assets';
const sizeOf = (file: string) => gzipSync(readFileSync(join(FOLDER, file)), { level: 9 }).length / KB;

let portal: Portal;
beforeAll(async () => {
  portal = await openPortal();
});
afterAll(() => portal.stop());

describe('the portal on a weak network', () => {
  it('shows its first page with 130 kB of script, 15 of style, no font and eight requests', async () => {
    const page = await portal.open('/');
    await heading(page, 'Akun untuk perizinan berusaha');
    const paths = page.seen.addresses.filter((one) => one !== 'data:,').map((one) => new URL(one).pathname);
    const weigh = (ending: string) =>
      paths
        .filter((path) => path.endsWith(ending))
        .reduce((sum, path) => sum + sizeOf(path.replace('/assets/', '')), 0);
    expect(weigh('.js')).toBeLessThan(130);
    expect(weigh('.css')).toBeLessThan(15);
    expect(paths.filter((path) => /\.(woff2?|ttf)$/.test(path))).toEqual([]);
    expect(paths.length).toBeLessThanOrEqual(8);
    expect(paths.join()).not.toMatch(/captcha-solver|photo/);
  });

  it('adds at most 40 kB with any other page', () => {
    const pages = readdirSync(FOLDER).filter((file) => /\.js$/.test(file) && !/^(index|parts)-/.test(file));
    expect(pages.filter((file) => sizeOf(file) > 40)).toEqual([]);
  });

  it('is sent compressed to whoever takes it so', async () => {
    const ask = (encoding: string) =>
      fetch(`${portal.origin}/`, { headers: { 'accept-encoding': encoding } });
    expect((await ask('gzip, br')).headers.get('content-encoding')).toBe('br');
    expect((await ask('identity')).headers.get('content-encoding')).toBeNull();
  });
});
