import { In, IsNull, Not } from 'typeorm';

import type { Account } from '../../account/account.entity.js';
import { accountsByIdentity } from '../../account/accounts-by-identity.js';
import type { Caller } from '../../account/caller.js';
import { Identifier } from '../../account/identifier.entity.js';
import { contactOf, isContact } from '../../account/identifiers.js';
import { nibStated } from '../../account/nib-stated.js';
import { readNik } from '../../account/nik.js';
import type { PersonalData } from '../../account/personal-data.js';
import type { AttemptBudgets } from '../../platform/budget/attempt-budgets.js';
import type { Budget } from '../../platform/budget/budget.js';
import { type Captcha, CaptchaPurpose } from '../../platform/captcha/captcha.js';
import { CaptchaRejected } from '../../platform/captcha/captcha-rejected.result.js';
import type { Now } from '../../platform/clock.js';
import type { Database } from '../../platform/database/transact.js';
import { TooManyRequests } from '../../platform/graphql/too-many-requests.js';
import type { DeferredRequests } from '../../platform/jobs/deferred-requests.js';
import type { Outbox } from '../../platform/outbox/outbox.js';
import { valueIn } from '../../platform/words/fault.js';
import type { FindAccountsInput } from './forgotten-account.input.js';
import { AccountsFound, type FindAccountsResult, FoundAccount } from './forgotten-account.result.js';
import type { LookupIds } from './lookup-ids.js';
import { ACCOUNTS_LOOKED_UP, type LookedUp } from './lookup-notice.js';

interface Needs {
  readonly db: Database;
  readonly captcha: Captcha;
  readonly budgets: AttemptBudgets;
  readonly personal: PersonalData;
  readonly requests: DeferredRequests;
  readonly outbox: Outbox;
  readonly lookups: LookupIds;
  readonly now: Now;
}

export interface LookupLimits {
  /** FORGOT_BUDGET_NIK. */
  readonly perNik: readonly Budget[];
  /** FORGOT_BUDGET_IP. */
  readonly perSource: readonly Budget[];
}

/**
 * Which accounts a NIK has, for somebody who forgot their own: masks only (R48). A wrong NIK, a wrong NIB and no account
 * take the same statements and leave the same rows; telling the owner and the trail is put aside for that reason too.
 */
export class ForgottenAccountService {
  constructor(
    private readonly needs: Needs,
    private readonly limits: LookupLimits,
  ) {}

  async find(input: FindAccountsInput, caller: Caller): Promise<FindAccountsResult> {
    const { db, captcha, outbox, personal, requests, now } = this.needs;
    const nik = valueIn(readNik(input.nik));
    const nib = nibStated(input);
    await outbox.assertRoom();
    const { FIND_ACCOUNT } = CaptchaPurpose;
    if (!(await captcha.verify(FIND_ACCOUNT, input.captcha ?? undefined, caller.source)))
      return new CaptchaRejected();
    const retryAt = await this.#count(nik, caller);
    if (retryAt) return new TooManyRequests(retryAt);

    const accounts = await accountsByIdentity(db.rows, personal, { nik, nib });
    const found = await this.#masked(accounts);
    const accountIds = accounts.map(({ id }) => id);
    const looked: LookedUp = {
      accountIds,
      source: caller.source,
      device: caller.device,
      at: now().toISOString(),
    };
    await db.transact((tx) => requests.defer(tx, ACCOUNTS_LOOKED_UP, looked));
    return new AccountsFound(found);
  }

  /** By what was typed, whether or not it is anybody's (R49). */
  #count(nik: string, { source }: Caller): Promise<Date | null> {
    const { perNik, perSource } = this.limits;
    return this.needs.budgets.take(
      { name: 'FORGOT_NIK', subject: nik, budgets: perNik },
      { name: 'FORGOT_FROM', subject: source, budgets: perSource },
    );
  }

  /** Asked for also when there is no account: a statement less would be a sign. */
  async #masked(accounts: readonly Account[]): Promise<FoundAccount[]> {
    const { db, lookups } = this.needs;
    const accountId = In(accounts.map(({ id }) => id));
    const proven = { accountId, replacedAt: IsNull(), verifiedAt: Not(IsNull()) };
    const known = await db.rows.find(Identifier, { where: proven, order: { kind: 'ASC' } });
    return accounts.map(({ id, status }) => {
      const mine = known.filter((one) => one.accountId === id);
      const username = mine.find(({ kind }) => kind === 'USERNAME')?.value ?? '';
      const contacts = mine.filter(isContact).map(contactOf);
      return new FoundAccount({ lookupId: lookups.issue(id), username, contacts, status });
    });
  }
}
