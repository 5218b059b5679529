import { invariants } from '../../server/src/invariants.js';
import { checkInvariants } from '../../server/src/platform/invariants/check-invariants.js';
import type { App } from './app.js';

/** What `npm run verify` would find now: ids against each invariant that is broken, by its name. */
export async function broken(app: App): Promise<Record<string, readonly string[]>> {
  const all = invariants(app.config, app.house.files);
  const found: Record<string, readonly string[]> = {};
  const reading = { db: app.db, now: app.now(), thorough: true };
  for await (const { invariant, first } of checkInvariants(all, reading))
    if (first.length > 0) found[invariant.name] = first;
  return found;
}
