import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

import { describe, expect, it } from 'vitest';
import type { z } from 'zod';

import { SECRET_SETTINGS, settings } from '../../server/src/settings/settings.js';

const README = resolve('README.md');
const [BEGIN, END] = [
  '<!-- settings: written by test/rules/settings-are-documented -->\n',
  '<!-- /settings -->',
];

describe('the settings table of the README', () => {
  it('is what settings/ says; `npx vitest run --project rules test/rules/settings -u` writes it', async () => {
    const text = readFileSync(README, 'utf8');
    const [before = '', after = ''] = [text.split(BEGIN)[0], text.split(END)[1]];
    expect(text).toContain(BEGIN);
    expect(after).not.toBe('');
    await expect(`${before}${BEGIN}${table()}${END}${after}`).toMatchFileSnapshot(README);
  });

  it('explains every one of them', () => {
    const silent = Object.entries(settings.shape).filter(([, shape]) => !shape.description);
    expect(silent.map(([name]) => name)).toEqual([]);
  });
});

function table(): string {
  const rows = Object.entries(settings.shape).map(([name, shape]) => {
    const start = startOf(shape);
    const shown = start === undefined || start === '' ? '' : `\`${start}\``;
    return `| \`${name}\` | ${shown} | ${shape.description ?? ''}${SECRET_SETTINGS.has(name) ? ' (secret)' : ''} |`;
  });
  return ['| setting | default | meaning |', '|---|---|---|', ...rows, ''].join('\n');
}

/** What is taken when nothing is given, as one would write it; undefined where nothing is. */
function startOf(shape: z.core.$ZodType): unknown {
  const def = shape._zod.def as { type: string; defaultValue?: unknown; in?: z.core.$ZodType };
  if (def.type === 'default') return def.defaultValue;
  return def.in && def.type === 'pipe' ? startOf(def.in) : undefined;
}
