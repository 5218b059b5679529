import { type EntityManager, In, IsNull, MoreThan, Not } from 'typeorm';

import type { Account } from '../../account/account.entity.js';
import type { AccountCautions } from '../../account/account-cautions.js';
import { ActorKind, BusinessScale } from '../../account/business-actor.js';
import type { Identifiers } from '../../account/identifiers.js';
import { IdentityLink } from '../../account/identity-link.entity.js';
import type { PersonalData } from '../../account/personal-data.js';
import { after, DAY_MS, MINUTE_MS, type Now } from '../../platform/clock.js';
import type { BlindIndex } from '../../platform/crypto/blind-index.js';
import type { CaseRecord, CaseRecords } from './case-record.js';
import { type Compared, compare, MatchVerdict, unwanted } from './comparison.js';
import { ReplacementRequest } from './replacement-request.entity.js';
import { RequesterKind } from './requester-kind.js';
import type { RiskTier } from './risk-tier.js';
import { readSignals, type SignalCode } from './signals.js';
import { tierOf, type Weights } from './tier-rules.js';
import { WatchedAddress } from './watched-address.entity.js';

export interface Assessment {
  readonly record: CaseRecord;
  readonly comparison: readonly Compared[];
  readonly signals: readonly SignalCode[];
  readonly tier: RiskTier;
}

export interface RiskLimits {
  readonly weights: Weights;
  /** CHANNEL_TRUST_AGE_D */
  readonly channelTrustAgeD: number;
}

interface Needs {
  readonly records: CaseRecords;
  readonly cautions: AccountCautions;
  readonly identifiers: Identifiers;
  readonly personal: PersonalData;
  readonly index: BlindIndex;
  readonly now: Now;
}

const MANY_ACCOUNTS = 10;
const MANY_FROM_SOURCE = 3;
const SHARED_D = 90;

/** What the context of a watched address is in its keyed digest. */
export const WATCHED = 'watched-address';

/** How careful one has to be with a case, as things stand now: at hand-in, on the page, and again inside every decision. */
export class RiskAssessments {
  constructor(
    private readonly needs: Needs,
    private readonly limits: RiskLimits,
  ) {}

  async of(rows: EntityManager, request: ReplacementRequest): Promise<Assessment> {
    const record = await this.needs.records.of(rows, request);
    const comparison = compare(request, record);
    const signals = [
      ...aboutStatement(request, record, comparison),
      ...(await this.#aboutAccount(rows, request, record)),
      ...(await this.#aboutOthers(rows, request, record.stated.nik)),
    ];
    return { record, comparison, signals, tier: tierOf(signals, this.limits.weights) };
  }

  async #aboutAccount(
    rows: EntityManager,
    request: ReplacementRequest,
    { account, contacts }: CaseRecord,
  ): Promise<SignalCode[]> {
    if (!account) return ['NO_ACCOUNT'];
    const trusted = after(this.needs.now(), -this.limits.channelTrustAgeD * DAY_MS);
    // The contacts an account was activated with are as old as itself.
    const firstAt = after(account.activatedAt ?? account.createdAt, MINUTE_MS);
    const changed = contacts.some(
      ({ kind, createdAt }) => kind !== 'USERNAME' && createdAt > trusted && createdAt > firstAt,
    );
    const taken = { openKey: account.id, id: Not(request.id) };
    const address = { channel: 'EMAIL', value: request.newEmail, key: request.newEmailKey } as const;
    return chosen({
      CHANNEL_CHANGED: changed,
      ADDRESS_TAKEN: (await this.needs.identifiers.ownedElsewhere(address, account.id)) !== null,
      // Once it had to be compared again, it stays a case for two.
      COMPARE_AGAIN: hasMovedOn(request, account) || readSignals(request.signals).includes('COMPARE_AGAIN'),
      CONTESTED: await this.needs.cautions.isContested(account.id),
      OTHER_CASE_OPEN: await rows.existsBy(ReplacementRequest, taken),
    });
  }

  async #aboutOthers(rows: EntityManager, request: ReplacementRequest, nik: string): Promise<SignalCode[]> {
    const { newEmailKey, source, device } = request;
    const sameNik = In(this.needs.personal.nikIndexes(nik)); // rows of older keys remain for a while
    const now = this.needs.now();
    const others = { nikIndex: Not(sameNik) };
    const lately = MoreThan(after(now, -SHARED_D * DAY_MS));
    const today = MoreThan(after(now, -DAY_MS));
    const sameDevice = { ...others, source, device: device ?? IsNull(), createdAt: today };
    const watched = {
      addressIndex: In(this.needs.index.all(WATCHED, newEmailKey)),
      watchedUntil: MoreThan(now),
    };
    const links = { blindIndex: sameNik, role: 'RESPONSIBLE_PERSON' as const };
    const [sharedEmail, sharedDevice, fromSource, isWatched, accounts] = await Promise.all([
      rows.existsBy(ReplacementRequest, { ...others, newEmailKey, createdAt: lately }),
      rows.existsBy(ReplacementRequest, sameDevice),
      rows.find(ReplacementRequest, {
        select: { id: true },
        where: { source, createdAt: today },
        take: MANY_FROM_SOURCE + 1,
      }),
      rows.existsBy(WatchedAddress, watched),
      rows.find(IdentityLink, { select: { id: true }, where: links, take: MANY_ACCOUNTS + 1 }),
    ]);
    return chosen({
      SHARED_NEW_EMAIL: sharedEmail,
      SHARED_DEVICE: sharedDevice,
      MANY_FROM_SOURCE: fromSource.length > MANY_FROM_SOURCE,
      WATCHED_ADDRESS: isWatched,
      MANY_ACCOUNTS: accounts.length > MANY_ACCOUNTS,
    });
  }
}

function aboutStatement(
  request: ReplacementRequest,
  { account }: CaseRecord,
  comparison: readonly Compared[],
): SignalCode[] {
  const { actor, requester, registryAnswer } = request;
  const entity = actor !== ActorKind.INDIVIDUAL;
  const disagrees = registryAnswer === 'MISMATCH' || registryAnswer === 'NOT_FOUND';
  return chosen({
    ENTITY: entity,
    LARGE_ENTITY: entity && account?.scale === BusinessScale.NON_UMK,
    PROXY: requester !== RequesterKind.OWNER,
    SIMILAR: comparison.some(({ verdict }) => verdict === MatchVerdict.SIMILAR),
    UNWANTED_DIFFERENCE: unwanted(comparison).some(({ field }) => field !== 'registry'),
    REGISTRY_DISAGREES: disagrees,
    REGISTRY_UNAVAILABLE: !disagrees && registryAnswer !== 'MATCH',
    CHANNEL_NOT_CONFIRMED: request.otherChannelConfirmedAt === null,
  });
}

/** The account was changed since the case was compared with it. */
export const hasMovedOn = (request: ReplacementRequest, account: Account): boolean =>
  account.version !== request.accountVersion;

const chosen = (found: Partial<Record<SignalCode, boolean>>): SignalCode[] =>
  (Object.keys(found) as SignalCode[]).filter((code) => found[code]);
