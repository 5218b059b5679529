import { createUnionType, Field, ObjectType } from 'type-graphql';

import { PasswordRejected } from '../../account/password-rejected.result.js';
import { AgentView } from '../../office/agent.type.js';
import { Problem } from '../../platform/graphql/problem.js';
import { TooManyRequests } from '../../platform/graphql/too-many-requests.js';

@ObjectType({ description: 'Password accepted; the second factor is due. No session yet.' })
export class TotpRequired {
  @Field(() => String)
  readonly challenge: string;

  constructor(challenge: string) {
    this.challenge = challenge;
  }
}

@ObjectType({ description: 'First login: scan the secret, then confirm it with a code.' })
export class TotpEnrolment {
  @Field(() => String)
  readonly challenge: string;

  @Field(() => String, { description: 'For a QR code; its `secret` may be typed by hand.' })
  readonly otpauthUri: string;

  constructor(challenge: string, otpauthUri: string) {
    this.challenge = challenge;
    this.otpauthUri = otpauthUri;
  }
}

// Which of name, password and code was wrong is never said.
const REASONS = {
  WRONG: {
    id: 'Tidak dapat masuk. Periksa nama pengguna, kata sandi, dan kode, lalu coba lagi.',
    en: 'You could not be signed in. Check user name, password and code, then try again.',
  },
  USED: {
    id: 'Kode sudah dipakai. Tunggu kode berikutnya.',
    en: 'This code was used. Wait for the next one.',
  },
  OVER: {
    id: 'Langkah ini sudah berakhir atau tautannya tidak berlaku. Mulai lagi dari awal.',
    en: 'This step has ended or its link is not valid. Start again.',
  },
};

@ObjectType({ implements: Problem, description: 'Wrong name, password or code; not said which.' })
export class AgentLoginRejected extends Problem {
  readonly words;

  @Field(() => Boolean, { description: 'The challenge is dead too: begin with the password.' })
  readonly startOver: boolean;

  constructor(reason: keyof typeof REASONS) {
    super();
    this.words = REASONS[reason];
    this.startOver = reason === 'OVER';
  }
}

@ObjectType({ description: 'The session travels in a `__Host-` cookie, never in the body.' })
export class AgentLoggedIn {
  @Field(() => AgentView)
  readonly agent: AgentView;

  @Field(() => Date, { description: 'The latest end; without use the session ends earlier.' })
  readonly expiresAt: Date;

  constructor(agent: AgentView, expiresAt: Date) {
    this.agent = agent;
    this.expiresAt = expiresAt;
  }
}

@ObjectType()
export class ProofRefreshed {
  @Field(() => Date, { description: 'Until then decisions and reveals ask for no new code.' })
  readonly validUntil: Date;

  constructor(validUntil: Date) {
    this.validUntil = validUntil;
  }
}

@ObjectType({ description: 'How long this session goes on. Asking for it keeps no session alive.' })
export class AgentSessionState {
  @Field(() => Date, {
    description: 'The server’s clock at this answer: computers at desks are often wrong by minutes.',
  })
  readonly now: Date;

  @Field(() => Date, { description: 'When it ends, if it is not used again.' })
  readonly idleEndsAt: Date;

  @Field(() => Date, { description: 'When it ends in any case.' })
  readonly expiresAt: Date;

  @Field(() => Date, { description: 'Until then decisions and reveals ask for no new code.' })
  readonly decideUntil: Date;

  @Field(() => Date, { description: 'The same for blocking, changes of agents and exports.' })
  readonly actUntil: Date;

  constructor(times: AgentSessionState) {
    this.now = times.now;
    this.idleEndsAt = times.idleEndsAt;
    this.expiresAt = times.expiresAt;
    this.decideUntil = times.decideUntil;
    this.actUntil = times.actUntil;
  }
}

export const LogInAgentResult = createUnionType({
  name: 'LogInAgentResult',
  types: () => [TotpRequired, TotpEnrolment, AgentLoginRejected, TooManyRequests] as const,
});
export type LogInAgentResult = typeof LogInAgentResult;

export const ConfirmTotpResult = createUnionType({
  name: 'ConfirmTotpResult',
  types: () => [AgentLoggedIn, AgentLoginRejected, TooManyRequests] as const,
});
export type ConfirmTotpResult = typeof ConfirmTotpResult;

export const RefreshProofResult = createUnionType({
  name: 'RefreshProofResult',
  types: () => [ProofRefreshed, AgentLoginRejected, TooManyRequests] as const,
});
export type RefreshProofResult = typeof RefreshProofResult;

export const AcceptInvitationResult = createUnionType({
  name: 'AcceptInvitationResult',
  types: () => [TotpEnrolment, TotpRequired, AgentLoginRejected, PasswordRejected, TooManyRequests] as const,
});
export type AcceptInvitationResult = typeof AcceptInvitationResult;
