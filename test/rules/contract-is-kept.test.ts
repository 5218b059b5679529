import { readFileSync } from 'node:fs';

import { buildSchema, findBreakingChanges } from 'graphql';
import { describe, expect, it } from 'vitest';

import { printedSchemas } from '../../server/src/schemas.js';

const text = (file: string) => readFileSync(`schema/${file}.graphql`, 'utf8');
const emitted = await printedSchemas();

describe.each(['public', 'helpdesk'] as const)('the %s schema', (name) => {
  it('is committed as the resolvers make it; `npm run schema:emit` writes it', () => {
    expect(text(name)).toBe(emitted[name]);
  });

  it('breaks nothing that was promised', () => {
    const promised = buildSchema(text(`contract/${name}`));
    const broken = findBreakingChanges(promised, buildSchema(emitted[name]));
    expect(broken.map(({ description }) => description)).toEqual([]);
  });
});
