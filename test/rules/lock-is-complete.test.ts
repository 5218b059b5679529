import { readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

interface Locked {
  readonly version: string;
  readonly integrity?: string;
  readonly resolved?: string;
  readonly link?: boolean;
}

const read = (file: string) => JSON.parse(readFileSync(file, 'utf8'));
const { packages } = read('package-lock.json') as { packages: Record<string, Locked> };
const { dependencies, devDependencies } = read('package.json') as Record<string, Record<string, string>>;
const locked = Object.entries(packages).filter(([place]) => place !== '');

/**
 * The first version without the faults named beside it (R90). Raise a row when another one becomes known; never lower one.
 * `@fastify/static` 10, which needs Node 22, also mends ways around guards on part of a folder; we have none (docs/security.md).
 */
const LOWEST_SAFE: Readonly<Record<string, string>> = {
  '@apollo/server': '5.5.0', // requests past the CSRF check by odd content types
  '@fastify/static': '9.1.1', // encoded separators, listing of folders
  fastify: '5.8.3', // bodies past validation by odd content types, forged host and protocol
  graphql: '16.8.1', // validation that never ends
  mysql2: '3.9.8', // code by way of time zones, polluted prototypes
  nodemailer: '9.1.1', // mail to another domain, endless address lists
  typeorm: '0.3.26', // columns smuggled in by objects as values
};

describe('the lock file', () => {
  it('names the digest of every package, so that what is installed is what was reviewed', () => {
    expect(locked.filter(([, one]) => !one.integrity && !one.link).map(([place]) => place)).toEqual([]);
  });

  it('names no host, so that it can be installed from any registry', () => {
    expect(locked.filter(([, { resolved }]) => resolved !== undefined).map(([place]) => place)).toEqual([]);
  });

  it('has what package.json asks for, exactly', () => {
    const asked = Object.entries({ ...dependencies, ...devDependencies });
    expect(asked.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
    const other = asked.filter(([name, version]) => packages[`node_modules/${name}`]?.version !== version);
    expect(other).toEqual([]);
  });

  it('holds no version that is known to be unsafe', () => {
    const unsafe = locked.filter(([place, { version }]) => {
      const lowest = LOWEST_SAFE[place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length)];
      return lowest !== undefined && isBelow(version, lowest);
    });
    expect(unsafe.map(([place, { version }]) => `${place} ${version}`)).toEqual([]);
  });
});

function isBelow(version: string, lowest: string): boolean {
  const numbers = (text: string) => text.split('-')[0]?.split('.').map(Number) ?? [];
  const [one, other] = [numbers(version), numbers(lowest)];
  const place = one.findIndex((number, index) => number !== other[index]);
  return place >= 0 && (one[place] ?? 0) < (other[place] ?? 0);
}
