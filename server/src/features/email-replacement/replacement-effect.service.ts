import { type EntityManager, IsNull } from 'typeorm';

import { Account } from '../../account/account.entity.js';
import { AccountStatus } from '../../account/account-status.js';
import { type Contact, maskContact, maskEmail } from '../../account/contact.js';
import type { Correspondence } from '../../account/correspondence.js';
import type { CredentialChange } from '../../account/credential-change.js';
import type { Identifier } from '../../account/identifier.entity.js';
import { contactOf, type Identifiers } from '../../account/identifiers.js';
import type { OneTimeSecrets } from '../../account/one-time-secrets.js';
import type { Audit } from '../../platform/audit/audit.js';
import { after, DAY_MS, HOUR_MS, MINUTE_MS, type Now } from '../../platform/clock.js';
import { forUpdate } from '../../platform/database/dialect.js';
import { type Database, Undo } from '../../platform/database/transact.js';
import { ReplacementDecision } from './replacement-decision.entity.js';
import { emailReplaced, formerEmail } from './replacement-effect.messages.js';
import type { ReplacementNotices } from './replacement-notices.js';
import { ReplacementRequest } from './replacement-request.entity.js';
import type { ReplacementRetreat, WhyAgain } from './replacement-retreat.js';
import { amend, move, ReplacementStatus } from './replacement-status.js';
import { RiskTier } from './risk-tier.js';
import type { SealedFacts } from './sealed-facts.js';

export type Effect = 'APPLIED' | 'PUT_OFF' | 'COMPARE_AGAIN' | 'NOT_DUE';

interface Needs {
  readonly db: Database;
  readonly facts: SealedFacts;
  readonly identifiers: Identifiers;
  readonly secrets: OneTimeSecrets;
  readonly change: CredentialChange;
  readonly letters: Correspondence;
  readonly notices: ReplacementNotices;
  readonly retreat: ReplacementRetreat;
  readonly audit: Audit;
  readonly now: Now;
  readonly publicBaseUrl: string;
  readonly waitH: number;
  readonly undoD: number;
}

const LOOK_AGAIN_MS = MINUTE_MS;

/** The end of a waiting period: all of the change in one unit of work, or none of it. */
export class ReplacementEffectService {
  constructor(private readonly needs: Needs) {}

  async apply(id: string): Promise<Effect> {
    const applied = await this.needs.db.transact((tx) => this.#apply(tx, id));
    // Decided by the unique key, and only now known: what the unit had begun has been undone.
    return applied === 'ADDRESS_TAKEN' ? this.#again(id) : applied;
  }

  async #apply(tx: EntityManager, id: string): Promise<Effect | 'ADDRESS_TAKEN'> {
    const request = await this.#due(tx, id);
    if (!request) return 'NOT_DUE';
    const account = await tx.findOne(Account, {
      where: { id: request.accountId ?? '' },
      lock: forUpdate(tx),
    });
    const why = account ? await this.#whyNot(tx, request, account) : 'ACCOUNT_CHANGED';
    if (!account || why) {
      await this.needs.retreat.compareAgain(tx, request, why ?? 'ACCOUNT_CHANGED');
      return 'COMPARE_AGAIN';
    }
    const earliest = await this.#earliest(tx, request);
    if (earliest > this.needs.now()) {
      await amend(tx, request, { now: this.needs.now(), set: { effectiveAt: earliest } });
      return 'PUT_OFF';
    }
    await this.#change(tx, request, account);
    return 'APPLIED';
  }

  /** Held until the unit ends: of two jobs, or a job and a stop link, at one instant the later finds the other done. */
  async #due(tx: EntityManager, id: string): Promise<ReplacementRequest | null> {
    const request = await tx.findOne(ReplacementRequest, { where: { id }, lock: forUpdate(tx) });
    const due = request?.effectiveAt && request.effectiveAt <= this.needs.now();
    return request?.status === ReplacementStatus.WAITING_PERIOD && due ? request : null;
  }

  async #whyNot(tx: EntityManager, request: ReplacementRequest, account: Account): Promise<WhyAgain | null> {
    const standing = { requestId: request.id, verdict: 'APPROVE' as never, voidedAt: IsNull() };
    const decisions = await tx.findBy(ReplacementDecision, standing);
    const seen = decisions.length > 0 ? decisions.map((one) => one.accountVersion) : [request.accountVersion];
    const same =
      account.status === AccountStatus.ACTIVE && seen.every((version) => version === account.version);
    if (!same) return 'ACCOUNT_CHANGED';
    return (await this.needs.identifiers.ownedElsewhere(newEmailOf(request), account.id))
      ? 'ADDRESS_TAKEN'
      : null;
  }

  /** A provider that is away puts the change off: the owner's time to object begins when the owner could know (R53). */
  async #earliest(tx: EntityManager, request: ReplacementRequest): Promise<Date> {
    const { notices, now, waitH } = this.needs;
    const settledAt = await notices.settledAt(tx, request.id);
    if (!settledAt) return after(now(), LOOK_AGAIN_MS);
    const waits = request.tier === RiskTier.HIGH || request.otherChannelConfirmedAt === null;
    return waits ? after(settledAt, waitH * HOUR_MS) : settledAt;
  }

  async #change(tx: EntityManager, request: ReplacementRequest, account: Account): Promise<void> {
    const { identifiers, change, secrets, facts, now, undoD } = this.needs;
    const to = newEmailOf(request);
    const former = (await identifiers.of(account.id)).find(({ kind }) => kind === 'EMAIL') ?? null;
    const changed = await change.apply(tx, account, { reason: 'REPLACEMENT_APPLIED' });
    const reserved = { ...to, reservedUntil: after(now(), undoD * DAY_MS) };
    if (!changed || !(await identifiers.replace(tx, former, account.id, reserved)))
      throw new Undo('ADDRESS_TAKEN');
    await identifiers.dropUnproven(tx, to.key);
    const formerEmailSealed = former && facts.close(request.id, 'formerEmail', former.value);
    const set = { appliedAt: now(), formerEmailSealed };
    if (!(await move(tx, request, ReplacementStatus.APPLIED, { now: now(), set }))) throw new Undo('NOT_DUE');
    await secrets.end(tx, 'VOID', { subjectId: request.id }); // a stop link stops nothing any longer
    await this.#tell(tx, request, account.id, former);
  }

  async #tell(
    tx: EntityManager,
    request: ReplacementRequest,
    accountId: string,
    former: Identifier | null,
  ): Promise<void> {
    const { letters, audit } = this.needs;
    const account = await tx.findOneByOrFail(Account, { id: accountId });
    const told = { ticket: request.ticket, mask: maskEmail(request.newEmail) };
    await letters.notify(tx, emailReplaced(told, account.locale), account);
    if (former?.verifiedAt) await this.#offerUndo(tx, request, account, former);
    await audit.record(tx, {
      actorKind: 'SYSTEM',
      event: 'CASE_APPLIED',
      subjectKind: 'ACCOUNT',
      subjectId: account.id,
      caseId: request.id,
      before: { email: former && maskContact(contactOf(former)) },
      after: { email: told.mask },
    });
  }

  async #offerUndo(
    tx: EntityManager,
    request: ReplacementRequest,
    account: Account,
    former: Identifier,
  ): Promise<void> {
    const { secrets, letters, publicBaseUrl, undoD } = this.needs;
    const { id: accountId, credentialVersion, locale: language } = account;
    const to = contactOf(former);
    const ttlMs = undoD * DAY_MS;
    const bound = { subjectId: request.id, flowId: former.id, to, credentialVersion, ttlMs };
    const { id: secretId, token } = await secrets.issueLink(tx, { purpose: 'REPLACEMENT_UNDO', ...bound });
    const told = { ticket: request.ticket, mask: maskEmail(request.newEmail) };
    const letter = formerEmail(`${publicBaseUrl}/pulihkan-email#${token}`, told, undoD, language);
    await letters.send(tx, letter, { to, language, accountId, secretId, ttlMs });
  }

  #again(id: string): Promise<Effect> {
    return this.needs.db.transact(async (tx) => {
      const request = await this.#due(tx, id);
      if (!request) return 'NOT_DUE';
      await this.needs.retreat.compareAgain(tx, request, 'ADDRESS_TAKEN');
      return 'COMPARE_AGAIN';
    });
  }
}

const newEmailOf = ({ newEmail: value, newEmailKey: key }: ReplacementRequest): Contact => ({
  channel: 'EMAIL',
  value,
  key,
});
