import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

const files = (folder: string, ending: RegExp): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && ending.test(entry.name))
    .map(({ parentPath, name }) => join(parentPath, name));

const routes = readFileSync('portal/src/app/routes.ts', 'utf8');
const served = readFileSync('server/src/web.ts', 'utf8');

describe('a link in a message', () => {
  it('opens a page that is there, and that the server knows', () => {
    const linked = files('server/src', /\.ts$/).flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/[bB]aseUrl\}\/([a-z-]+)#\$/g)].map(([, path = '']) => ({
        file,
        path,
      })),
    );
    expect(linked.length).toBeGreaterThan(3);
    const nowhere = linked.filter(
      ({ path }) => !routes.includes(`'/${path}'`) || !served.includes(`'${path}'`),
    );
    expect(nowhere).toEqual([]);
  });
});

describe('a page of the portal', () => {
  it('is never linked to without being there', () => {
    const linked = files('portal/src', /\.tsx?$/).flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/(?:to=|navigate\()["'](\/[a-z-]*)/g)].map(([, path = '']) => ({
        file,
        path,
      })),
    );
    expect(linked.length).toBeGreaterThan(20);
    expect(linked.filter(({ path }) => !routes.includes(`'${path}'`))).toEqual([]);
  });
});
