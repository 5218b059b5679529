import { execFile, execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

const ROOT = resolve(import.meta.dirname, '../..');
const MIGRATIONS = 'server/src/platform/database/migrations';

/** The version before this one as far as tables are concerned, or why there is none to be had. */
export type Before = { readonly commit: string } | { readonly missing: string };

/**
 * The newest commit of the repository's own history whose migrations are a part of today's: what would still be running
 * while this version has already changed the tables.
 */
export function versionBefore(): Before {
  try {
    const commit = candidates().find((one) => isPartOf(migrationsAt(one), today()));
    if (!commit) return { missing: 'the history, perhaps cut short, has no version with fewer migrations' };
    const lock = git('show', `${commit}:package-lock.json`);
    if (lock !== readFileSync(join(ROOT, 'package-lock.json'), 'utf8'))
      return { missing: `${commit.slice(0, 7)} needs other packages than those that are installed` };
    return { commit };
  } catch {
    return { missing: 'there is no git history here' };
  }
}

/** Its server, built in a folder of its own, with the packages of this one. */
export async function buildVersion(commit: string): Promise<{ root: string; remove: () => void }> {
  const root = mkdtempSync(join(tmpdir(), 'akun-version-'));
  const archive = execFileSync('git', ['archive', commit], { cwd: ROOT, maxBuffer: 2 ** 28 });
  execFileSync('tar', ['-x', '-C', root], { input: archive });
  symlinkSync(join(ROOT, 'node_modules'), join(root, 'node_modules'));
  await promisify(execFile)(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'server'], {
    cwd: root,
  });
  return { root, remove: () => rmSync(root, { recursive: true, force: true }) };
}

/** Newest first: what is committed here, and what was before each commit that touched migrations. */
function candidates(): string[] {
  const touching = git('log', '--format=%H', '--', MIGRATIONS).split('\n').filter(Boolean);
  return ['HEAD', ...touching.map((commit) => `${commit}^`)].map((name) => git('rev-parse', name).trim());
}

const migrationsAt = (commit: string): Set<string> =>
  new Set(git('ls-tree', '-r', '--name-only', `${commit}:${MIGRATIONS}`).split('\n').filter(Boolean));

const today = (): Set<string> => new Set(readdirSync(join(ROOT, MIGRATIONS)));

const isPartOf = (some: Set<string>, all: Set<string>): boolean =>
  some.size > 0 && some.size < all.size && [...some].every((name) => all.has(name));

const git = (...given: string[]): string =>
  execFileSync('git', given, { cwd: ROOT, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
