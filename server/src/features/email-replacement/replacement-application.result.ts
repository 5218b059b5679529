import { createUnionType, Field, ObjectType } from 'type-graphql';

import { MaskedContact } from '../../account/channel.type.js';
import { CodeExpired, CodeRejected } from '../../account/code.results.js';
import type { Contact } from '../../account/contact.js';
import { CaptchaRejected } from '../../platform/captcha/captcha-rejected.result.js';
import { Problem } from '../../platform/graphql/problem.js';
import { TooManyRequests } from '../../platform/graphql/too-many-requests.js';
import { EvidenceKind } from './evidence-kind.js';
import { EmailReplacementProgress } from './replacement-progress.type.js';

@ObjectType({ description: 'The earlier code to the new email has ended.' })
export class NewEmailCodeSent {
  @Field(() => MaskedContact)
  readonly codeSentTo: MaskedContact;

  @Field(() => Date)
  readonly codeExpiresAt: Date;

  @Field(() => Date)
  readonly resendAvailableAt: Date;

  constructor(to: Contact, codeExpiresAt: Date, resendAvailableAt: Date) {
    this.codeSentTo = new MaskedContact(to);
    this.codeExpiresAt = codeExpiresAt;
    this.resendAvailableAt = resendAvailableAt;
  }
}

@ObjectType({
  description:
    'The same answer whether or not an account matches. `ticketToken` lets the person add evidence and confirm; `ticket` is the number to quote.',
})
export class EmailReplacementRequested {
  @Field(() => String)
  readonly ticket: string;

  @Field(() => String, { description: 'Keep it: nothing can be added without it.' })
  readonly ticketToken: string;

  @Field(() => MaskedContact)
  readonly codeSentTo: MaskedContact;

  @Field(() => Date)
  readonly codeExpiresAt: Date;

  @Field(() => Date)
  readonly resendAvailableAt: Date;

  @Field(() => [EvidenceKind])
  readonly requiredEvidence: EvidenceKind[];

  constructor(opened: { ticket: string; token: string; required: EvidenceKind[] }, sent: NewEmailCodeSent) {
    this.ticket = opened.ticket;
    this.ticketToken = opened.token;
    this.codeSentTo = sent.codeSentTo;
    this.codeExpiresAt = sent.codeExpiresAt;
    this.resendAvailableAt = sent.resendAvailableAt;
    this.requiredEvidence = opened.required;
  }
}

@ObjectType({ implements: Problem, description: 'Unknown, ended or foreign ticket.' })
export class TicketRejected extends Problem {
  readonly words = {
    id: 'Permohonan ini tidak ditemukan atau sudah berakhir. Periksa nomor dan NIK, atau ajukan permohonan baru.',
    en: 'There is no such open request. Check its number and the NIK, or make a new request.',
  };
}

export const RequestEmailReplacementResult = createUnionType({
  name: 'RequestEmailReplacementResult',
  types: () => [EmailReplacementRequested, CaptchaRejected, TooManyRequests] as const,
});
export type RequestEmailReplacementResult = typeof RequestEmailReplacementResult;

export const ResendNewEmailCodeResult = createUnionType({
  name: 'ResendNewEmailCodeResult',
  types: () => [NewEmailCodeSent, TicketRejected, TooManyRequests] as const,
});
export type ResendNewEmailCodeResult = typeof ResendNewEmailCodeResult;

export const ConfirmNewEmailResult = createUnionType({
  name: 'ConfirmNewEmailResult',
  types: () =>
    [EmailReplacementProgress, CodeRejected, CodeExpired, TicketRejected, TooManyRequests] as const,
});
export type ConfirmNewEmailResult = typeof ConfirmNewEmailResult;

export const SendOtherChannelCodeResult = createUnionType({
  name: 'SendOtherChannelCodeResult',
  types: () => [EmailReplacementProgress, TicketRejected, TooManyRequests] as const,
});
export type SendOtherChannelCodeResult = typeof SendOtherChannelCodeResult;

export const ConfirmOtherChannelResult = createUnionType({
  name: 'ConfirmOtherChannelResult',
  types: () =>
    [EmailReplacementProgress, CodeRejected, CodeExpired, TicketRejected, TooManyRequests] as const,
});
export type ConfirmOtherChannelResult = typeof ConfirmOtherChannelResult;

export const EmailReplacementProgressResult = createUnionType({
  name: 'EmailReplacementProgressResult',
  types: () => [EmailReplacementProgress, TicketRejected] as const,
});
export type EmailReplacementProgressResult = typeof EmailReplacementProgressResult;

export const EmailReplacementStatusResult = createUnionType({
  name: 'EmailReplacementStatusResult',
  types: () => [EmailReplacementProgress, TicketRejected, CaptchaRejected, TooManyRequests] as const,
});
export type EmailReplacementStatusResult = typeof EmailReplacementStatusResult;
