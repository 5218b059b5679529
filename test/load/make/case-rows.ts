import type { Account } from '../../../server/src/account/account.entity.js';
import type { House } from '../../../server/src/compose.js';
import { EvidenceFile } from '../../../server/src/features/email-replacement/evidence-file.entity.js';
import { requiredEvidence } from '../../../server/src/features/email-replacement/evidence-kind.js';
import { ReplacementRequest } from '../../../server/src/features/email-replacement/replacement-request.entity.js';
import { ReplacementStatus } from '../../../server/src/features/email-replacement/replacement-status.js';
import { RequesterKind } from '../../../server/src/features/email-replacement/requester-kind.js';
import { RISK_RANK, RiskTier } from '../../../server/src/features/email-replacement/risk-tier.js';
import { HOURS_SOONER } from '../../../server/src/features/email-replacement/tier-rules.js';
import type { Office } from '../../../server/src/office/office.entity.js';
import { after, DAY_MS, HOUR_MS, MINUTE_MS } from '../../../server/src/platform/clock.js';
import { newId } from '../../../server/src/platform/ids.js';
import { casework } from '../../../server/src/rooms/casework.js';
import { sourceOf } from './accounts.js';
import { CaseHistory } from './case-history.js';
import { type CasePlan, type Decider, emailsOf, planOf } from './case-plan.js';
import type { Documents } from './documents.js';
import type { Making } from './making.js';
import type { Person } from './people.js';
import { TableText, type Written } from './table-text.js';
import type { MadeTrail } from './trail.js';

/** Whose case it is: an active account and the person behind it. */
export interface Subject {
  readonly account: Account;
  readonly person: Person;
  readonly office: Pick<Office, 'id' | 'zone'>;
}

export interface Around {
  readonly house: House;
  readonly making: Making;
  readonly trail: MadeTrail;
  readonly documents: Documents;
  /** Who decided first, and who second. */
  readonly deciders: readonly [Decider, Decider];
}

/** Kept for ninety days after the end (RETAIN_EVIDENCE_D). */
const EVIDENCE_D = 90;

export class CaseRows {
  readonly #requests;
  readonly #files;
  readonly #history;
  readonly #facts;

  constructor(private readonly around: Around) {
    const { shapes } = around.making;
    this.#requests = new TableText(shapes, ReplacementRequest);
    this.#files = new TableText(shapes, EvidenceFile);
    this.#history = new CaseHistory(around);
    this.#facts = casework(around.house).facts;
  }

  add(subject: Subject): void {
    const plan = planOf(subject, this.around.making.now);
    const id = newId(plan.createdAt);
    const proxy = plan.tier === 'MEDIUM' && subject.account.actor === 'INDIVIDUAL';
    const requester = proxy ? RequesterKind.PROXY_EMPLOYEE : RequesterKind.OWNER;
    const row = {
      ...this.#stated(id, plan, subject),
      ...this.#proven(plan, subject),
      ...this.#atDesk(plan, subject),
      ...{ id, ticket: ticketOf(plan.createdAt, subject.person.number), tokenHash: `made:${id}`, requester },
      ...{ status: ReplacementStatus[plan.status], createdAt: plan.createdAt },
      updatedAt: plan.endedAt ?? plan.decidedAt ?? plan.createdAt,
    };
    this.#requests.add(row);
    this.#history.add(id, plan, subject);
    this.#file(id, plan, { position: subject.account.position, requester });
  }

  take(): (Written | undefined)[] {
    return [this.#requests.take(), this.#files.take(), ...this.#history.take()];
  }

  #stated(id: string, plan: CasePlan, { account, person }: Subject) {
    const { former, wished: newEmail } = emailsOf(plan, person);
    return {
      ...{ accountId: account.id, accountVersion: account.version, accountMatch: 'ONE' as const },
      ...{ actor: account.actor, position: account.position, fullName: account.fullName },
      nikSealed: this.#facts.close(id, 'nik', person.nik),
      nikIndex: this.around.house.personal.nikIndex(person.nik),
      nibSealed: account.nib && this.#facts.close(id, 'nib', account.nib),
      formerEmailSealed: plan.appliedAt && this.#facts.close(id, 'formerEmail', former),
      reason: 'Email lama dibuat oleh konsultan yang sudah tidak bekerja sama.',
      ...{ newEmail, newEmailKey: newEmail, locale: 'id' as const },
      ...{ source: sourceOf(person.number), device: `Chrome, Android ${person.number}` },
    };
  }

  #proven({ status, tier, createdAt }: CasePlan, { person }: Subject) {
    const at = after(createdAt, 10 * MINUTE_MS);
    const confirmed = tier !== 'HIGH' && person.phone !== null;
    return {
      newEmailConfirmedAt: status === 'EXPIRED' ? null : at,
      otherChannel: person.phone ? ('WHATSAPP' as const) : null,
      otherChannelConfirmedAt: confirmed ? at : null,
      ...{ registryAnswer: 'MATCH' as const, registryAt: at },
    };
  }

  #atDesk(plan: CasePlan, { account, office }: Subject) {
    const { status, tier: name, submittedAt, decidedAt, appliedAt, endedAt } = plan;
    const tier = RiskTier[name];
    const timed = submittedAt !== null && ['SUBMITTED', 'AWAITING_SECOND_DECISION'].includes(status);
    const dueAt = timed ? this.#dueAt(tier, submittedAt, office.zone) : null;
    const waiting = status === 'WAITING_PERIOD';
    const second = status === 'AWAITING_SECOND_DECISION';
    const withApplicant = status === 'RETURNED' || status === 'AWAITING_CONFIRMATION';
    return {
      ...{ tier, riskRank: RISK_RANK[tier], version: 3, submittedAt, dueAt, endedAt },
      ...{
        officeId: submittedAt && office.id,
        urgentAt: dueAt && after(dueAt, -HOURS_SOONER[tier] * HOUR_MS),
      },
      signals: signalsOf(plan, account),
      openKey: submittedAt && !endedAt && status !== 'RETURNED' ? account.id : null,
      expiresAt: withApplicant ? after(this.around.making.now, 6 * DAY_MS) : null,
      workMinutesLeft: status === 'RETURNED' ? 480 : null,
      approvedAt: waiting || appliedAt ? decidedAt : null,
      effectiveAt: waiting ? after(this.around.making.now, 20 * HOUR_MS) : endedAt && decidedAt,
      appliedAt,
      ...(second && { secondOfficeId: office.id, firstDeciderId: this.around.deciders[0].id }),
      escalatesAt: second ? after(this.around.making.now, 3 * DAY_MS) : null,
      endReason: END_REASONS[status] ?? null,
      evidenceErasedAt: endedAt && this.#isErased(plan) ? after(endedAt, EVIDENCE_D * DAY_MS) : null,
    };
  }

  #dueAt(tier: RiskTier, from: Date, zone: string): Date {
    const { workingDays, config } = this.around.house;
    const days = tier === 'LOW' ? config.CASE_TARGET_LOW_WORKDAYS : config.CASE_TARGET_WORKDAYS;
    return workingDays.after(from, days * workingDays.minutesADay, zone);
  }

  #file(requestId: string, plan: CasePlan, declared: Parameters<typeof requiredEvidence>[0]): void {
    const { documents, making } = this.around;
    const erased = this.#isErased(plan);
    for (const kind of requiredEvidence(declared)) {
      const at = after(plan.createdAt, 20 * MINUTE_MS);
      const id = newId(at);
      const { size, sha256 } = erased ? documents.of(kind) : documents.store(id, kind);
      const times = { uploadExpiresAt: at, storedAt: at, createdAt: at };
      this.#files.add({
        ...{ id, requestId, kind, uploadHash: `made:${id}`, contentType: 'image/jpeg', size, sha256 },
        ...{ status: erased ? 'ERASED' : 'STORED', statusAt: erased ? making.now : at, ...times },
      });
    }
  }

  #isErased({ endedAt }: CasePlan): boolean {
    return endedAt !== null && after(endedAt, EVIDENCE_D * DAY_MS) < this.around.making.now;
  }
}

function signalsOf({ tier }: CasePlan, { actor, scale }: Account): string {
  const firm = actor !== 'INDIVIDUAL';
  const large = firm && scale === 'NON_UMK';
  const signals = {
    ENTITY: firm,
    PROXY: tier === 'MEDIUM' && !firm,
    LARGE_ENTITY: large,
    CHANNEL_NOT_CONFIRMED: tier === 'HIGH',
  };
  return Object.entries(signals)
    .flatMap(([code, there]) => (there ? [code] : []))
    .join(',');
}

const END_REASONS: Readonly<Partial<Record<CasePlan['status'], string>>> = {
  REJECTED: 'IDENTITY_NOT_PROVEN',
  CANCELLED: 'WITHDRAWN',
};

const ticketOf = (at: Date, number: number): string =>
  `EML-${at.toISOString().slice(2, 7).replace('-', '')}-${String(1_000_000 + number)}`;
