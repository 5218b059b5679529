import { registerEnumType } from 'type-graphql';
import { type EntityManager, type FindOptionsWhere, In, IsNull, type QueryDeepPartialEntity } from 'typeorm';

import { transition } from '../../platform/database/transition.js';
import { ReplacementRequest } from './replacement-request.entity.js';

/** The states of a case; the diagram is in docs/flows/email-replacement.md. */
export enum ReplacementStatus {
  AWAITING_CONFIRMATION = 'AWAITING_CONFIRMATION',
  SUBMITTED = 'SUBMITTED',
  IN_REVIEW = 'IN_REVIEW',
  RETURNED = 'RETURNED',
  AWAITING_SECOND_DECISION = 'AWAITING_SECOND_DECISION',
  WAITING_PERIOD = 'WAITING_PERIOD',
  APPLIED = 'APPLIED',
  REJECTED = 'REJECTED',
  CANCELLED = 'CANCELLED',
  EXPIRED = 'EXPIRED',
  UNDONE = 'UNDONE',
}
registerEnumType(ReplacementStatus, { name: 'ReplacementStatus' });

type Name = `${ReplacementStatus}`;

/** Which state may follow which (security.md 5.1). Arrows back from a decision are its undo within CASE_DECISION_HOLD_S. */
const ARROWS: Readonly<Record<Name, readonly Name[]>> = {
  AWAITING_CONFIRMATION: ['SUBMITTED', 'EXPIRED', 'CANCELLED'],
  SUBMITTED: ['SUBMITTED', 'IN_REVIEW', 'AWAITING_SECOND_DECISION', 'CANCELLED'],
  IN_REVIEW: [
    ...(['SUBMITTED', 'AWAITING_SECOND_DECISION', 'WAITING_PERIOD'] as const),
    ...(['RETURNED', 'REJECTED', 'CANCELLED'] as const),
  ],
  RETURNED: ['SUBMITTED', 'IN_REVIEW', 'EXPIRED', 'CANCELLED'],
  AWAITING_SECOND_DECISION: ['IN_REVIEW', 'SUBMITTED', 'WAITING_PERIOD', 'REJECTED', 'CANCELLED'],
  WAITING_PERIOD: ['IN_REVIEW', 'AWAITING_SECOND_DECISION', 'SUBMITTED', 'APPLIED', 'CANCELLED'],
  APPLIED: ['UNDONE'],
  REJECTED: ['IN_REVIEW', 'AWAITING_SECOND_DECISION'],
  CANCELLED: [],
  EXPIRED: [],
  UNDONE: [],
};

const ENDS: ReadonlySet<Name> = new Set(['APPLIED', 'REJECTED', 'CANCELLED', 'EXPIRED', 'UNDONE']);

/** States in which the applicant may add material. */
export const WITH_APPLICANT: readonly ReplacementStatus[] = [
  ReplacementStatus.AWAITING_CONFIRMATION,
  ReplacementStatus.RETURNED,
];

/** States in which nothing has been applied and an old channel can still stop it. */
export const STOPPABLE: readonly ReplacementStatus[] = [
  ReplacementStatus.AWAITING_CONFIRMATION,
  ReplacementStatus.SUBMITTED,
  ReplacementStatus.IN_REVIEW,
  ReplacementStatus.RETURNED,
  ReplacementStatus.AWAITING_SECOND_DECISION,
  ReplacementStatus.WAITING_PERIOD,
];

/** States of a case that the desk has and that wants the account for itself. */
const HANDED_IN: readonly ReplacementStatus[] = STOPPABLE.filter(
  (status) => !WITH_APPLICANT.includes(status),
);

export const hasEnded = (status: ReplacementStatus): boolean => ENDS.has(status);

/** The case as its caller read it. */
export type Seen = Pick<ReplacementRequest, 'id' | 'status' | 'version'>;

export interface Moved {
  readonly now: Date;
  /** What changes with the state. */
  readonly set?: QueryDeepPartialEntity<ReplacementRequest>;
  /** What must hold besides state and version, such as the claim. */
  readonly only?: FindOptionsWhere<ReplacementRequest>;
}

/**
 * Moves a case along an arrow, one version up. False: it is no longer as the caller saw it, and nothing was changed.
 * Throws for a move that is no arrow, which is a mistake in the program.
 */
export async function move(
  tx: EntityManager,
  seen: Seen,
  to: ReplacementStatus,
  { now, set, only = {} }: Moved,
): Promise<boolean> {
  if (!ARROWS[seen.status].includes(to)) throw new Error(`A case never goes from ${seen.status} to ${to}.`);
  const ending = ENDS.has(to)
    ? { endedAt: now, openKey: null, expiresAt: null, dueAt: null, urgentAt: null }
    : { endedAt: null, endReason: null };
  const { id, status, version } = seen;
  const moved = { ...ending, ...set, status: to, version: version + 1, updatedAt: now };
  if (!(await transition(tx, ReplacementRequest, { ...only, id, status, version }, moved))) return false;
  if (ENDS.has(to)) await passOn(tx, id);
  else if (ENDS.has(status)) await takeOver(tx, id);
  return true;
}

/** The account is free for the next case about it that has been handed in. */
async function passOn(tx: EntityManager, endedId: string): Promise<void> {
  const { accountId } = await tx.findOneByOrFail(ReplacementRequest, { id: endedId });
  if (!accountId) return;
  const waiting = { accountId, openKey: IsNull(), status: In([...HANDED_IN]) };
  const next = await tx.findOne(ReplacementRequest, {
    where: waiting,
    order: { createdAt: 'ASC', id: 'ASC' },
  });
  if (next) await takeOver(tx, next.id);
}

/** Nothing happens where another case has the account: this one waits until that has ended. */
async function takeOver(tx: EntityManager, id: string): Promise<void> {
  const { accountId: openKey } = await tx.findOneByOrFail(ReplacementRequest, { id });
  if (!openKey || (await tx.existsBy(ReplacementRequest, { openKey }))) return;
  await tx.update(ReplacementRequest, { id, openKey: IsNull() }, { openKey });
}

/**
 * Records a fact about a case where it stands, one version up whatever the version was: facts do not compete with each
 * other, but whoever decides has to look again. False: the case is in another state by now.
 */
export function amend(
  tx: EntityManager,
  { id, status }: Pick<Seen, 'id' | 'status'>,
  { now, set, only = {} }: Moved & { readonly set: QueryDeepPartialEntity<ReplacementRequest> },
): Promise<boolean> {
  const version = () => 'version + 1';
  return transition(tx, ReplacementRequest, { ...only, id, status }, { ...set, version, updatedAt: now });
}
