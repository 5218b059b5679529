import { Field, ID, Int, ObjectType } from 'type-graphql';

import { ActorKind } from '../../account/business-actor.js';
import { maskEmail } from '../../account/contact.js';
import { maskName } from '../../account/person-name.js';
import { OfficeView } from '../../office/office.type.js';
import { CLAIMABLE } from './claim-rules.js';
import { type DeskCase, statusShown } from './desk-case.js';
import { ReplacementStatus } from './replacement-status.js';
import { RequesterKind } from './requester-kind.js';
import { RiskTier } from './risk-tier.js';

/** A case as the desk sees it. What needs another statement is resolved field by field, over loaders. */
@ObjectType('ReplacementRequest')
export class ReplacementRequestView {
  @Field(() => ID)
  readonly ticket: string;

  @Field(() => ReplacementStatus)
  readonly status: ReplacementStatus;

  @Field(() => Int)
  readonly version: number;

  @Field(() => OfficeView)
  readonly office: OfficeView;

  @Field(() => ActorKind)
  readonly actor: ActorKind;

  @Field(() => String, { description: 'Name of the applicant, masked.' })
  readonly applicant: string;

  @Field(() => RequesterKind)
  readonly requester: RequesterKind;

  @Field(() => String)
  readonly reason: string;

  @Field(() => String, { description: 'Masked.' })
  readonly newEmail: string;

  @Field(() => Date, { nullable: true })
  readonly newEmailConfirmedAt: Date | null;

  @Field(() => Date, { nullable: true })
  readonly otherChannelConfirmedAt: Date | null;

  @Field(() => RiskTier)
  readonly tier: RiskTier;

  @Field(() => Date, { nullable: true })
  readonly submittedAt: Date | null;

  @Field(() => Date, {
    nullable: true,
    description: 'In working time of the office; null while it waits for the applicant.',
  })
  readonly dueAt: Date | null;

  @Field(() => Boolean)
  readonly overdue: boolean;

  @Field(() => Date, { nullable: true })
  readonly effectiveAt: Date | null;

  @Field(() => Date, {
    nullable: true,
    description: 'When a second decision becomes the supervisor’s matter.',
  })
  readonly escalatesAt: Date | null;

  @Field(() => Date, { nullable: true, description: 'When it was passed upwards.' })
  readonly escalatedAt: Date | null;

  @Field(() => Int, { description: 'Stops by the owner after the identity was checked face to face.' })
  readonly objections: number;

  /** What the other fields are made from; not itself part of the schema. */
  readonly row: DeskCase;

  constructor(row: DeskCase, now: Date) {
    this.row = row;
    this.ticket = row.ticket;
    this.status = statusShown(row, now);
    this.version = row.version;
    this.office = new OfficeView(row.office);
    this.actor = row.actor;
    this.applicant = maskName(row.fullName);
    this.requester = row.requester;
    this.reason = row.reason;
    this.newEmail = maskEmail(row.newEmail);
    this.newEmailConfirmedAt = row.newEmailConfirmedAt;
    this.otherChannelConfirmedAt = row.otherChannelConfirmedAt;
    this.tier = row.tier;
    this.submittedAt = row.submittedAt;
    // Kept in the row while a decision can be taken back; nobody owes anything by then.
    this.dueAt = CLAIMABLE.includes(row.status) ? row.dueAt : null;
    this.overdue = this.dueAt !== null && this.dueAt <= now;
    this.effectiveAt = row.effectiveAt;
    this.escalatesAt = row.escalatesAt;
    this.escalatedAt = row.escalatedAt;
    this.objections = row.objections;
  }
}
