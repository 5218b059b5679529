import type { EntityManager } from 'typeorm';

import { Account } from '../../account/account.entity.js';
import type { AccountCautions } from '../../account/account-cautions.js';
import { AccountStatus } from '../../account/account-status.js';
import type { Caller } from '../../account/caller.js';
import { type Channel, type Contact, readIdentifier } from '../../account/contact.js';
import type { Correspondence } from '../../account/correspondence.js';
import type { Identifiers } from '../../account/identifiers.js';
import type { OneTimeSecrets } from '../../account/one-time-secrets.js';
import type { RecoveryChannels } from '../../account/recovery-channels.js';
import type { SendBudgets } from '../../account/send-budgets.js';
import { byStranger } from '../../account/trail.js';
import type { Audit } from '../../platform/audit/audit.js';
import { type Captcha, CaptchaPurpose } from '../../platform/captcha/captcha.js';
import { CaptchaRejected } from '../../platform/captcha/captcha-rejected.result.js';
import { MINUTE_MS } from '../../platform/clock.js';
import type { BlindIndex } from '../../platform/crypto/blind-index.js';
import { forUpdate } from '../../platform/database/dialect.js';
import type { Database } from '../../platform/database/transact.js';
import { TooManyRequests } from '../../platform/graphql/too-many-requests.js';
import type { DeferredRequests } from '../../platform/jobs/deferred-requests.js';
import type { Outbox } from '../../platform/outbox/outbox.js';
import { valueIn } from '../../platform/words/fault.js';
import type { RequestPasswordResetInput } from './password-reset.input.js';
import { activateFirst, passwordResetLink } from './password-reset.messages.js';
import { PasswordResetRequested, type RequestPasswordResetResult } from './password-reset.result.js';

interface Needs {
  readonly db: Database;
  readonly captcha: Captcha;
  readonly sends: SendBudgets;
  readonly requests: DeferredRequests;
  readonly identifiers: Identifiers;
  readonly cautions: AccountCautions;
  readonly channels: RecoveryChannels;
  readonly secrets: OneTimeSecrets;
  readonly letters: Correspondence;
  readonly outbox: Outbox;
  readonly index: BlindIndex;
  readonly audit: Audit;
  readonly publicBaseUrl: string;
  /** RESET_LINK_TTL_MIN. */
  readonly linkTtlMin: number;
}

export interface Asked {
  readonly key: string;
  readonly channel: Channel;
  readonly source: string;
  readonly device: string | null;
}

export const REQUEST_PASSWORD_RESET = 'REQUEST_PASSWORD_RESET';

/** Why no link went out, for the trail; the asker never learns it. */
type Refusal = 'NO_ACCOUNT' | 'RECOVERY_HELD' | 'NO_SUCH_CHANNEL' | 'BUDGET' | AccountStatus;

/** The asker's answer and its time depend on nothing that is looked up: the worker looks (R42). The request alone changes nothing (R43). */
export class PasswordResetRequestService {
  constructor(private readonly needs: Needs) {}

  async request(input: RequestPasswordResetInput, caller: Caller): Promise<RequestPasswordResetResult> {
    const { db, captcha, sends, requests, outbox } = this.needs;
    const { key } = valueIn(readIdentifier(input.identifier));
    const { source, device } = caller;
    await outbox.assertRoom();
    const solved = await captcha.verify(CaptchaPurpose.PASSWORD_RESET, input.captcha ?? undefined, source);
    if (!solved) return new CaptchaRejected();
    const retryAt = await sends.takeForAsked('PASSWORD_RESET', key, source);
    if (retryAt) return new TooManyRequests(retryAt);
    const asked: Asked = { key, channel: input.channel, source, device };
    await db.transact((tx) => requests.defer(tx, REQUEST_PASSWORD_RESET, asked));
    return new PasswordResetRequested(sends.resendAvailableAt());
  }

  /** A time: the pause since the last link is not over, look again then. */
  async answer(tx: EntityManager, asked: Asked): Promise<Date | undefined> {
    const { identifiers, cautions, channels, sends } = this.needs;
    const id = await identifiers.ownerOf(asked.key); // proven identifiers only: an unproven one opens nothing
    // Held until the link is written: a change of credentials in between would leave it open and dead.
    const account = id && (await tx.findOne(Account, { where: { id }, lock: forUpdate(tx) }));
    if (!account) return this.#refuse(tx, asked, 'NO_ACCOUNT');
    const waits = account.status === AccountStatus.AWAITING_ACTIVATION;
    // A blocked account's state is told with the right password only, and a new password would not open it.
    if (account.status !== AccountStatus.ACTIVE && !waits)
      return this.#refuse(tx, asked, account.status, account);
    if (await cautions.isRecoveryHeld(account.id)) return this.#refuse(tx, asked, 'RECOVERY_HELD', account);
    const to = await channels.chosen(account, asked.channel);
    if (!to) return this.#refuse(tx, asked, 'NO_SUCH_CHANNEL', account);
    const retryAt = await sends.takeFor(tx, 'PASSWORD_RESET', to, account.id);
    if (retryAt && sends.isPause(retryAt)) return retryAt;
    if (retryAt) return this.#suppress(tx, asked, account, to);
    if (waits) return this.#sayActivateFirst(tx, asked, account, to);
    return this.#sendLink(tx, asked, account, to);
  }

  async #sendLink(tx: EntityManager, asked: Asked, account: Account, to: Contact): Promise<undefined> {
    const { secrets, audit } = this.needs;
    // Whatever channel it went to: only the newest link works (R44).
    await secrets.end(tx, 'SUPERSEDED', { subjectId: account.id, purpose: 'PASSWORD_RESET' });
    await this.sendBeside(tx, account, to);
    await audit.record(tx, { ...about(asked, account), reasonCode: to.channel });
  }

  /** A link that leaves an earlier one good, where that seems not to have arrived; whichever is used first ends the other. */
  async sendBeside(tx: EntityManager, account: Account, to: Contact): Promise<void> {
    const { secrets, letters, publicBaseUrl, linkTtlMin } = this.needs;
    const { id: subjectId, credentialVersion, locale: language } = account;
    const ttlMs = linkTtlMin * MINUTE_MS;
    const bound = { subjectId, credentialVersion, to, ttlMs };
    const { id: secretId, token } = await secrets.issueLink(tx, { purpose: 'PASSWORD_RESET', ...bound });
    const letter = passwordResetLink(`${publicBaseUrl}/atur-ulang#${token}`, linkTtlMin, language);
    await letters.send(tx, letter, { to, language, accountId: subjectId, secretId, ttlMs });
  }

  async #sayActivateFirst(
    tx: EntityManager,
    asked: Asked,
    account: Account,
    to: Contact,
  ): Promise<undefined> {
    const { letters, publicBaseUrl, linkTtlMin } = this.needs;
    const { id: accountId, locale: language } = account;
    const letter = activateFirst(publicBaseUrl, language);
    await letters.send(tx, letter, { to, language, accountId, ttlMs: linkTtlMin * MINUTE_MS });
    return this.#refuse(tx, asked, account.status, account);
  }

  /** On record as not sent, so that somebody who asks the helpdesk can be told. */
  async #suppress(tx: EntityManager, asked: Asked, account: Account, to: Contact): Promise<undefined> {
    const { letters, publicBaseUrl, linkTtlMin } = this.needs;
    const { id: accountId, locale: language } = account;
    const letter = passwordResetLink(publicBaseUrl, linkTtlMin, language);
    const addressed = { to, language, accountId, ttlMs: linkTtlMin * MINUTE_MS };
    await letters.suppress(tx, letter, addressed, 'BUDGET');
    return this.#refuse(tx, asked, 'BUDGET', account);
  }

  async #refuse(tx: EntityManager, asked: Asked, reasonCode: Refusal, account?: Account): Promise<undefined> {
    const { audit, index } = this.needs;
    // Never the text that was typed: it may be somebody's password in the wrong field.
    const who = account
      ? about(asked, account)
      : { ...about(asked), actorId: index.of('unknown-login', asked.key) };
    await audit.record(tx, { ...who, result: 'refused', reasonCode });
  }
}

const about = (asked: Asked, account?: Account) =>
  ({
    ...byStranger(asked),
    event: 'RESET_REQUESTED',
    subjectKind: account && 'ACCOUNT',
    subjectId: account?.id,
  }) as const;
