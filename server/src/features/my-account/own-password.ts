import type { EntityManager } from 'typeorm';

import type { Caller } from '../../account/caller.js';
import { LoginRejected } from '../../account/login-rejected.result.js';
import type { PasswordCheck } from '../../account/password-check.js';
import type { SignedIn } from '../../account/sessions.js';
import { byOwner } from '../../account/trail.js';
import type { Audit } from '../../platform/audit/audit.js';
import type { Database } from '../../platform/database/transact.js';
import { TooManyRequests } from '../../platform/graphql/too-many-requests.js';

interface Needs {
  readonly db: Database;
  readonly check: PasswordCheck;
  readonly audit: Audit;
}

type Confirmed =
  | { readonly refused: LoginRejected | TooManyRequests }
  | { readonly refused: null; readonly forgive: (tx: EntityManager) => Promise<void> };

/**
 * The owner's password once more, before a change of their own account (R30, R60). It stands under the login's
 * counters, since a stolen session must not be a second door to guess at, and a wrong one is on record.
 */
export async function confirmOwnPassword(
  { db, check, audit }: Needs,
  { account, session }: SignedIn,
  password: string,
  caller: Caller,
): Promise<Confirmed> {
  const { id } = account;
  const checked = await check.check({
    account,
    identifierKey: id,
    password,
    source: caller.source,
    captchaSolved: true,
  });
  if (checked.outcome === 'RIGHT') return { refused: null, forgive: checked.forgive };
  const closed = checked.outcome === 'CLOSED';
  const who = byOwner(id, caller, session.id);
  const event = closed ? 'LOGIN_THROTTLED' : 'STEP_UP_FAILED';
  await db.transact((tx) => audit.record(tx, { ...who, result: 'refused', event }));
  return { refused: closed ? new TooManyRequests(checked.retryAt) : new LoginRejected() };
}
