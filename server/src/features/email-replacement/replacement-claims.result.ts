import { createUnionType, Field, ObjectType } from 'type-graphql';

import { AgentView } from '../../office/agent.type.js';
import type { AgentOnDuty } from '../../office/agents.js';
import { NotFound } from '../../office/not-found.result.js';
import { Problem } from '../../platform/graphql/problem.js';
import { Said } from '../../platform/graphql/said.js';
import type { Words } from '../../platform/words/language.js';
import { ReplacementRequestView } from './replacement-request.type.js';

@ObjectType()
export class RequestClaimed {
  @Field(() => ReplacementRequestView)
  readonly request: ReplacementRequestView;

  constructor(request: ReplacementRequestView) {
    this.request = request;
  }
}

const NOTHING: Words = {
  id: 'Tidak ada permohonan yang menunggu Anda.',
  en: 'No request waits for you.',
};

/** The agent holds as many as the office lets them. */
export const handsFull = (most: number): Words => ({
  id: `Anda sudah memegang ${most} permohonan. Selesaikan atau lepaskan satu, lalu ambil lagi.`,
  en: `You hold ${most} requests already. Finish or release one, then take another.`,
});

@ObjectType({ description: 'Nothing was claimed; the sentence says why.' })
export class NothingToClaim extends Said {
  readonly words: Words;

  constructor(words: Words = NOTHING) {
    super();
    this.words = words;
  }
}

@ObjectType({ implements: Problem })
export class ClaimHeldByOther extends Problem {
  readonly words: Words;

  @Field(() => AgentView)
  readonly heldBy: AgentView;

  @Field(() => Date, { description: 'When that claim ends by itself.' })
  readonly until: Date;

  constructor(holder: AgentOnDuty, until: Date) {
    super();
    this.heldBy = new AgentView(holder);
    this.until = until;
    const { fullName } = holder.agent;
    this.words = {
      id: `Sedang diproses ${fullName}. Ambil permohonan berikutnya.`,
      en: `${fullName} is working on it. Take the next request.`,
    };
  }
}

const outcomes = () => [RequestClaimed, NothingToClaim, ClaimHeldByOther, NotFound] as const;
export const ClaimResult = createUnionType({ name: 'ClaimResult', types: outcomes });
export type ClaimResult = typeof ClaimResult;
