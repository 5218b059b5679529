import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

interface Component {
  readonly name: string;
  readonly version: string;
  readonly purl: string;
  readonly hashes: readonly { readonly alg: string; readonly content: string }[];
}

const { dependencies, devDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as Record<
  string,
  Record<string, string>
>;

describe('the list of parts (`npm run sbom`)', () => {
  const list = JSON.parse(
    execFileSync(process.execPath, ['sbom.js'], { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 }),
  );
  const parts: Component[] = list.components;

  it('is CycloneDX and names everything that runs, with its version and digest (R90)', () => {
    expect([list.bomFormat, list.specVersion]).toEqual(['CycloneDX', '1.5']);
    const found = new Set(parts.map(({ name, version }) => `${name} ${version}`));
    const missing = Object.entries(dependencies ?? {}).filter(([name, is]) => !found.has(`${name} ${is}`));
    expect(missing).toEqual([]);
    expect(parts.filter(({ purl }) => !/^pkg:npm\/(%40[\w.-]+\/)?[\w.-]+@\d/.test(purl))).toEqual([]);
    expect(parts.filter(({ hashes }) => !/^[0-9a-f]{64,128}$/.test(hashes[0]?.content ?? ''))).toEqual([]);
  });

  it('leaves out what only builds and tests', () => {
    for (const name of ['vitest', '@biomejs/biome', 'typescript']) {
      expect(devDependencies).toHaveProperty([name]);
      expect(parts.filter((part) => part.name === name)).toEqual([]);
    }
  });
});
