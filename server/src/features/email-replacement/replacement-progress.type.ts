import { Field, ObjectType } from 'type-graphql';

import { MaskedContact } from '../../account/channel.type.js';
import { EvidenceKind, requiredEvidence } from './evidence-kind.js';
import type { ReplacementRequest } from './replacement-request.entity.js';
import { ReplacementStatus } from './replacement-status.js';

/** What the applicant may know of a case. An unmatched one looks the same up to its hand-in (R51). */
@ObjectType()
export class EmailReplacementProgress {
  @Field(() => String)
  readonly ticket: string;

  @Field(() => ReplacementStatus)
  readonly status: ReplacementStatus;

  @Field(() => Boolean)
  readonly newEmailConfirmed: boolean;

  @Field(() => MaskedContact, {
    nullable: true,
    description: 'A verified channel is left on the account; proving it shortens the way.',
  })
  readonly otherChannel: MaskedContact | null;

  @Field(() => Boolean)
  readonly otherChannelConfirmed: boolean;

  @Field(() => [EvidenceKind], { description: 'All that the case needs, what is there already included.' })
  readonly requiredEvidence: EvidenceKind[];

  @Field(() => [EvidenceKind])
  readonly missingEvidence: EvidenceKind[];

  @Field(() => String, { nullable: true })
  readonly messageToApplicant: string | null;

  @Field(() => Date, { nullable: true, description: 'Earliest moment of the change, once it is approved.' })
  readonly effectiveAt: Date | null;

  @Field(() => Date, {
    nullable: true,
    description: 'While it waits for the applicant: when it ends by itself.',
  })
  readonly expiresAt: Date | null;

  @Field(() => Date, {
    nullable: true,
    description: 'After a code was asked for at the other channel: when another one may be.',
  })
  readonly resendAvailableAt: Date | null;

  @Field(() => Date)
  readonly updatedAt: Date;

  constructor(request: ReplacementRequest, missing: EvidenceKind[], resendAvailableAt: Date | null = null) {
    this.resendAvailableAt = resendAvailableAt;
    this.ticket = request.ticket;
    this.status = request.status;
    this.newEmailConfirmed = request.newEmailConfirmedAt !== null;
    this.otherChannel = otherChannelOf(request);
    this.otherChannelConfirmed = request.otherChannelConfirmedAt !== null;
    this.requiredEvidence = requiredEvidence(request);
    this.missingEvidence = missing;
    this.messageToApplicant = request.messageToApplicant;
    this.effectiveAt = request.effectiveAt;
    this.expiresAt = request.expiresAt;
    this.updatedAt = request.updatedAt;
  }
}

/** Only to somebody who has proven the new email: a NIK and a captcha alone would show masks of strangers. */
function otherChannelOf(request: ReplacementRequest): MaskedContact | null {
  const { newEmailConfirmedAt, otherChannel: channel, otherChannelMask: mask } = request;
  return newEmailConfirmedAt && channel && mask ? MaskedContact.ofMask(channel, mask) : null;
}
