import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

import { describe, expect, it } from 'vitest';

const OURS = [
  'server/src',
  'test',
  'portal/src',
  'graphiql',
  'admin-ui',
  'docs',
  'README.md',
  'CHANGELOG.md',
  'server/README.md',
];
const files = OURS.flatMap(filesIn).filter((file) => /\.(ts|tsx|js|html|css|md)$/.test(file));
const server = files.filter((file) => file.startsWith('server/src/'));
const lines = (file: string) => readFileSync(file, 'utf8').split('\n');

describe('the code', () => {
  it('has no drawer that anything could go into', () => {
    const drawer =
      /^(utils?|helpers?|common|constants?|managers?|misc|shared|base)$|[-.](utils?|helpers?|constants|manager)$/;
    expect(files.filter((file) => drawer.test(basename(file).replace(/\.\w+$/, '')))).toEqual([]);
  });

  it('has no file on the server that is two things', () => {
    const long = server.filter((file) => !file.includes('/migrations/') && lines(file).length > 201);
    expect(long).toEqual([]);
  });

  it('reads the environment in one place', () => {
    const reading = server.filter((file) => readFileSync(file, 'utf8').includes('process.env'));
    expect(reading).toEqual(['server/src/config.ts']);
  });
});

/** Malformed or foreign on purpose, for tests that say so. */
const ON_PURPOSE = [
  '3174034508900000',
  '1111111111111111',
  '084012345678',
  '08091234567',
  'budi@-example.com',
  'a@example.co',
];

/** Digits in the shape of something real, and the part that shows it is invented (ranges that were given to nobody). */
const INVENTED: Readonly<Record<string, { shape: RegExp; invented: RegExp }>> = {
  'an NIK has a serial 99xx': {
    shape: /(?<![\d.])[1-9]\d{5}(?:0[1-9]|[12]\d|3[01]|4[1-9]|[56]\d|7[01])(?:0[1-9]|1[0-2])\d{6}(?!\d)/g,
    invented: /99\d\d$|^10000000/,
  },
  'a phone number is in the block 0860': {
    shape: /(?<![\d.-])(?:\+62|62|0)[ -]?8(?:[ -]?\d){7,11}(?!\d)/g,
    invented: /^(?:62|0)860/,
  },
  'an address is at a name nobody can own': {
    shape: /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g,
    invented: /[@.](?:example\.(?:com|org|net)|test|example|invalid|internal|localdomain|\d+)$/i,
  },
};

describe('invented people', () => {
  it.each(Object.entries(INVENTED))('are never somebody: %s', (_rule, { shape, invented }) => {
    const found = files.flatMap((file) =>
      lines(file).flatMap((line, index) =>
        [...line.matchAll(shape)]
          .map(([value]) => (value.includes('@') ? value : value.replace(/\D/g, '')))
          .filter((value) => !invented.test(value) && !ON_PURPOSE.includes(value))
          .map((value) => `${file}:${index + 1} ${value}`),
      ),
    );
    expect(found).toEqual([]);
  });
});

function filesIn(place: string): string[] {
  if (/\.\w+$/.test(place)) return [place];
  return readdirSync(place, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesIn(join(place, entry.name)) : [join(place, entry.name)],
  );
}
