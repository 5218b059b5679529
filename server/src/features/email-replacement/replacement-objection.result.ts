import { createUnionType, Field, ObjectType } from 'type-graphql';

import { LinkExpired, LinkRejected } from '../../account/link.results.js';
import { Said } from '../../platform/graphql/said.js';
import { TicketRejected } from './replacement-application.result.js';

@ObjectType({ description: 'The request has ended; the email stays as it is.' })
export class EmailReplacementCancelled {
  @Field(() => String)
  readonly ticket: string;

  constructor(ticket: string) {
    this.ticket = ticket;
  }
}

@ObjectType({
  description:
    'The applicant was seen face to face, so the request goes on; both deciders read the objection.',
})
export class EmailReplacementObjected extends Said {
  readonly words = {
    id: 'Keberatan Anda dicatat. Pemohon sudah diperiksa tatap muka, sehingga dua petugas akan membaca keberatan ini sebelum memutuskan. Datanglah ke DPMPTSP setempat dengan KTP asli.',
    en: 'Your objection is on record. The applicant was seen face to face, so two officers will read it before they decide. Go to the local licensing office (DPMPTSP) with your identity card.',
  };

  @Field(() => String)
  readonly ticket: string;

  constructor(ticket: string) {
    super();
    this.ticket = ticket;
  }
}

@ObjectType({
  description: 'The old email is back, everybody is logged out, and nobody recovers the account for a while.',
})
export class EmailReplacementUndone {
  @Field(() => String)
  readonly ticket: string;

  constructor(ticket: string) {
    this.ticket = ticket;
  }
}

@ObjectType({ description: 'Open requests about one’s own account have ended.' })
export class EmailReplacementsStopped {
  @Field(() => [String])
  readonly tickets: string[];

  constructor(tickets: string[]) {
    this.tickets = tickets;
  }
}

export const CancelEmailReplacementResult = createUnionType({
  name: 'CancelEmailReplacementResult',
  types: () => [EmailReplacementCancelled, EmailReplacementObjected, LinkRejected, LinkExpired] as const,
});
export type CancelEmailReplacementResult = typeof CancelEmailReplacementResult;

export const UndoEmailReplacementResult = createUnionType({
  name: 'UndoEmailReplacementResult',
  types: () => [EmailReplacementUndone, LinkRejected, LinkExpired] as const,
});
export type UndoEmailReplacementResult = typeof UndoEmailReplacementResult;

export const WithdrawEmailReplacementResult = createUnionType({
  name: 'WithdrawEmailReplacementResult',
  types: () => [EmailReplacementCancelled, TicketRejected] as const,
});
export type WithdrawEmailReplacementResult = typeof WithdrawEmailReplacementResult;
