import { readdirSync, readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { tables } from '../../server/src/tables.js';

const FOLDER = 'server/src/platform/database/migrations';
const files = readdirSync(FOLDER).sort();

/** What `up` says; `down` may take away. */
const upOf = (file: string) => readFileSync(`${FOLDER}/${file}`, 'utf8').split('async down(')[0] ?? '';

/**
 * Between the first and the last restart of an upgrade the version before works with the tables of this one (security.md
 * 6.5). So nothing that it reads may go or change its name, and nothing that it does not write may be demanded.
 */
describe('a migration', () => {
  it('takes nothing away and renames nothing', () => {
    const taking =
      /\b(drop|rename|change)(Table|Column|Columns|Index|Indices|UniqueConstraint|ForeignKey)\b|\b(DROP|RENAME|MODIFY|CHANGE) /;
    expect(files.filter((file) => taking.test(upOf(file)))).toEqual([]);
  });

  it('adds no column that the version before would have to fill', () => {
    const demanding = files.filter((file) => {
      const added = upOf(file)
        .split(/addColumns?\(/)
        .slice(1);
      return added.some((columns) =>
        [...columns.matchAll(/\b(?:text|int|at|bool|id|long)\('[a-z_]+'[^\n]*/g)].some(
          ([column]) => !/isNullable: true|bool\(|, 0|, -?\d+\)|default/.test(column),
        ),
      );
    });
    expect(demanding).toEqual([]);
  });

  it('adds no unique key to a table that is in use', () => {
    const existing = (file: string) => !upOf(file).includes('createTable(');
    expect(files.filter((file) => existing(file) && /isUnique: true/.test(upOf(file)))).toEqual([]);
  });

  it('is in the list of what is run, once', () => {
    const named = files.map(
      (file) => /export class (\w+)/.exec(readFileSync(`${FOLDER}/${file}`, 'utf8'))?.[1],
    );
    const run = tables.migrations.map(({ name }) => name);
    expect([...run].sort()).toEqual(named.sort());
    expect(new Set(run).size).toBe(run.length);
  });
});
