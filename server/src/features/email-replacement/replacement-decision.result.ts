import { Ctx, createUnionType, Field, ObjectType } from 'type-graphql';

import { AgentView } from '../../office/agent.type.js';
import type { AgentOnDuty } from '../../office/agents.js';
import { FreshProofRequired } from '../../office/fresh-proof.js';
import { NotFound } from '../../office/not-found.result.js';
import type { Context } from '../../platform/graphql/context.js';
import { Problem } from '../../platform/graphql/problem.js';
import type { Words } from '../../platform/words/language.js';
import { ReplacementRequestView } from './replacement-request.type.js';
import { ReplacementStatus } from './replacement-status.js';

@ObjectType({
  description:
    '`request.effectiveAt` is set when the change waits; until `undoUntil` the agent may take the decision back.',
})
export class DecisionRecorded {
  @Field(() => ReplacementRequestView)
  readonly request: ReplacementRequestView;

  @Field(() => Date, { nullable: true, description: 'Null once it was taken back.' })
  readonly undoUntil: Date | null;

  constructor(request: ReplacementRequestView, undoUntil: Date | null) {
    this.request = request;
    this.undoUntil = undoUntil;
  }
}

@ObjectType({ implements: Problem })
export class AlreadyDecided extends Problem {
  readonly words: Words;

  @Field(() => AgentView, { nullable: true })
  readonly decidedBy: AgentView | null;

  @Field(() => ReplacementStatus)
  readonly status: ReplacementStatus;

  constructor(decidedBy: AgentOnDuty | null, status: ReplacementStatus) {
    super();
    this.decidedBy = decidedBy && new AgentView(decidedBy);
    this.status = status;
    const name = decidedBy?.agent.fullName;
    this.words = {
      id: `Sudah diputuskan oleh ${name ?? 'pihak lain'}. Ambil permohonan berikutnya.`,
      en: `Decided by ${name ?? 'somebody else'} already. Take the next request.`,
    };
  }
}

@ObjectType({
  implements: Problem,
  description: 'The request or the account changed since the agent looked.',
})
export class RequestChanged extends Problem {
  readonly words = {
    id: 'Permohonan atau akun berubah sejak Anda melihatnya. Bandingkan lagi, lalu putuskan.',
    en: 'The request or the account changed since you looked. Compare again, then decide.',
  };

  @Field(() => ReplacementRequestView)
  readonly request: ReplacementRequestView;

  constructor(request: ReplacementRequestView) {
    super();
    this.request = request;
  }
}

@ObjectType({
  implements: Problem,
  description: 'A precondition is open: claim, evidence not seen, checklist, same person.',
})
export class DecisionRefused extends Problem {
  readonly words = {
    id: 'Keputusan belum tersimpan. Lihat alasannya, lalu kirim lagi.',
    en: 'The decision was not recorded. See the reasons, then send it again.',
  };

  private readonly because: readonly Words[];

  constructor(because: readonly Words[]) {
    super();
    this.because = because;
  }

  @Field(() => [String], { description: 'Sentences in the language of the request.' })
  reasons(@Ctx() { language }: Context): string[] {
    return this.because.map((words) => words[language]);
  }
}

const outcomes = () =>
  [DecisionRecorded, AlreadyDecided, RequestChanged, DecisionRefused, FreshProofRequired, NotFound] as const;
export const DecideReplacementResult = createUnionType({ name: 'DecideReplacementResult', types: outcomes });
export type DecideReplacementResult = typeof DecideReplacementResult;
