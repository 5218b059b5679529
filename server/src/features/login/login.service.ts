import type { EntityManager } from 'typeorm';

import { Account } from '../../account/account.entity.js';
import { AccountView } from '../../account/account.type.js';
import type { AccountBlocks } from '../../account/account-blocks.js';
import { AccountStatus } from '../../account/account-status.js';
import type { Caller } from '../../account/caller.js';
import { readIdentifier } from '../../account/contact.js';
import { contactOf, type Identifiers, isContact } from '../../account/identifiers.js';
import { LoginRejected } from '../../account/login-rejected.result.js';
import type { LoginThrottles } from '../../account/login-throttles.js';
import type { Passwords } from '../../account/password.js';
import type { PasswordCheck } from '../../account/password-check.js';
import type { Sessions } from '../../account/sessions.js';
import { byOwner } from '../../account/trail.js';
import type { Audit, AuditEntry } from '../../platform/audit/audit.js';
import { type Captcha, CaptchaPurpose } from '../../platform/captcha/captcha.js';
import { CaptchaRejected } from '../../platform/captcha/captcha-rejected.result.js';
import type { BlindIndex } from '../../platform/crypto/blind-index.js';
import type { Database } from '../../platform/database/transact.js';
import { transition } from '../../platform/database/transition.js';
import { TooManyRequests } from '../../platform/graphql/too-many-requests.js';
import { valueIn } from '../../platform/words/fault.js';
import type { LoginInput } from './login.input.js';
import {
  AccountBlocked,
  AccountNotActivated,
  CaptchaRequired,
  LoggedIn,
  type LoginResult,
} from './login.result.js';
import type { NewDeviceNotice } from './new-device-notice.js';

interface Needs {
  readonly db: Database;
  readonly identifiers: Identifiers;
  readonly blocks: AccountBlocks;
  readonly captcha: Captcha;
  readonly check: PasswordCheck;
  readonly throttles: LoginThrottles;
  readonly passwords: Passwords;
  readonly sessions: Sessions;
  readonly notice: NewDeviceNotice;
  readonly index: BlindIndex;
  readonly audit: Audit;
}

type Right = Extract<Awaited<ReturnType<PasswordCheck['check']>>, { outcome: 'RIGHT' }>;

/** Unknown, wrong and throttled answer alike whoever exists; an account's true state is told with the right password only (R33). */
export class LoginService {
  constructor(private readonly needs: Needs) {}

  async login(input: LoginInput, caller: Caller): Promise<LoginResult> {
    const { identifiers, captcha, check } = this.needs;
    const { key } = valueIn(readIdentifier(input.identifier));
    const { password } = input;
    const given = input.captcha ?? undefined;
    const captchaSolved =
      given !== undefined && (await captcha.verify(CaptchaPurpose.LOGIN, given, caller.source));
    const account = await identifiers.accountOf(key);

    const checked = await check.check({
      account,
      identifierKey: key,
      password,
      source: caller.source,
      captchaSolved,
    });
    switch (checked.outcome) {
      case 'CAPTCHA':
        return given === undefined ? new CaptchaRequired() : new CaptchaRejected();
      case 'CLOSED':
        await this.#refused('LOGIN_THROTTLED', account, key, caller);
        return new TooManyRequests(checked.retryAt);
      case 'WRONG':
        await this.#refused('LOGIN_FAILED', account, key, caller);
        return new LoginRejected();
      case 'RIGHT':
        return this.#admit(checked, password, caller);
    }
  }

  async #admit(checked: Right, password: string, caller: Caller): Promise<LoginResult> {
    const { db, sessions, notice, passwords } = this.needs;
    const { account, forgive } = checked;
    if (account.status !== AccountStatus.ACTIVE) return this.#explain(checked, caller);
    const rehashed = passwords.needsRehash(account.passwordHash) ? await passwords.hash(password) : null;
    const prepared = sessions.prepare(caller.carrier);
    return db.transact(async (tx) => {
      const { id, credentialVersion, passwordHash } = account;
      // A rehash is no change of credentials: open links stay good (R31). A change that came between makes it a no-op.
      if (rehashed)
        await transition(tx, Account, { id, credentialVersion, passwordHash }, { passwordHash: rehashed });
      const turn = await sessions.inTurn(tx, account);
      if (!turn) return this.#tooLate(tx, account, caller);
      await notice.tell(tx, account, caller, turn.among);
      await sessions.open(tx, { ...prepared, ...turn }, id, from(caller));
      await this.#trail(tx, { event: 'LOGIN_SUCCEEDED', sessionId: prepared.id }, account, caller);
      await forgive(tx); // last: its row of the source is the one that neighbours wait for
      return new LoggedIn(prepared.token, prepared.expiresAt, new AccountView(account));
    });
  }

  /** The password was right until a moment ago. */
  async #tooLate(tx: EntityManager, account: Account, caller: Caller): Promise<LoginResult> {
    await this.#trail(tx, { event: 'LOGIN_FAILED', result: 'refused' }, account, caller);
    return new LoginRejected();
  }

  async #explain({ account, forgive }: Right, caller: Caller): Promise<LoginResult> {
    const { db, identifiers } = this.needs;
    const closed = account.status === AccountStatus.CLOSED;
    await db.transact(async (tx) => {
      if (!closed) await forgive(tx); // of a closed account not even the right password is confirmed
      const refused = { event: 'LOGIN_FAILED', result: 'refused', reasonCode: account.status } as const;
      await this.#trail(tx, refused, account, caller);
    });
    if (account.status === AccountStatus.BLOCKED) {
      const block = await this.needs.blocks.last(account.id);
      return new AccountBlocked(block?.decisionNumber ?? null, block?.officeName ?? null);
    }
    if (account.status !== AccountStatus.AWAITING_ACTIVATION) return new LoginRejected();
    const contacts = (await identifiers.of(account.id)).filter(isContact);
    return new AccountNotActivated(contacts.map(contactOf));
  }

  async #refused(
    event: 'LOGIN_FAILED' | 'LOGIN_THROTTLED',
    account: Account | null,
    key: string,
    caller: Caller,
  ): Promise<void> {
    const { db, index, audit, throttles } = this.needs;
    const entry = { event, result: 'refused' } as const;
    await db.transact(async (tx) => {
      if (account) await this.#trail(tx, entry, account, caller);
      // Never the text that was typed: it may be somebody's password in the wrong field.
      else
        await audit.record(tx, {
          ...entry,
          actorKind: 'ANONYMOUS',
          actorId: index.of('unknown-login', key),
          ...from(caller),
        });
      if (await throttles.beginsSprayAlarm(tx))
        await audit.record(tx, { event: 'SPRAY_ALARM', actorKind: 'SYSTEM', ...from(caller) });
    });
  }

  async #trail(
    tx: EntityManager,
    entry: Pick<AuditEntry, 'event' | 'result' | 'reasonCode' | 'sessionId'>,
    { id }: Account,
    caller: Caller,
  ): Promise<void> {
    await this.needs.audit.record(tx, { ...byOwner(id, caller, entry.sessionId ?? undefined), ...entry });
  }
}

const from = ({ source, device }: Caller) => ({ source, device });
