import { Field, ID, Int, ObjectType } from 'type-graphql';

import { AgentView } from '../../office/agent.type.js';
import { MatchVerdict } from './comparison.js';
import { EvidenceKind } from './evidence-kind.js';
import { Verdict } from './verdict.js';

@ObjectType('Comparison')
export class ComparisonView {
  @Field(() => String, {
    description: 'Like `fullName`, `nik`, `email`; `registry` for the population registry.',
  })
  readonly field!: string;

  @Field(() => String, { nullable: true })
  readonly recorded!: string | null;

  @Field(() => String, { nullable: true })
  readonly claimed!: string | null;

  @Field(() => MatchVerdict)
  readonly verdict!: MatchVerdict;

  @Field(() => Boolean)
  readonly requested!: boolean;

  @Field(() => [String], { description: 'Of `registry`: fields it does not agree with.' })
  readonly details!: string[];

  @Field(() => Date, { nullable: true, description: 'Of `registry`: when it was asked; null: not yet.' })
  readonly checkedAt!: Date | null;
}

@ObjectType({ description: 'A reason for care, as a sentence an agent understands.' })
export class Signal {
  @Field(() => String)
  readonly code!: string;

  @Field(() => String)
  readonly text!: string;

  @Field(() => Int, { description: '0: a second person. 1: two of them make HIGH. 2: HIGH alone.' })
  readonly weight!: number;
}

@ObjectType()
export class ChecklistItem {
  @Field(() => String)
  readonly code!: string;

  @Field(() => String)
  readonly text!: string;

  @Field(() => Boolean, { description: 'Ticked by the system, with proof; nobody can tick it by hand.' })
  readonly automatic!: boolean;

  @Field(() => Boolean, { description: 'Of an item for people: ticked in this agent’s draft.' })
  readonly done!: boolean;
}

@ObjectType()
export class Evidence {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => EvidenceKind)
  readonly kind!: EvidenceKind;

  @Field(() => String)
  readonly contentType!: string;

  @Field(() => Int)
  readonly size!: number;

  @Field(() => Date)
  readonly uploadedAt!: Date;

  @Field(() => Boolean)
  readonly seenByMe!: boolean;

  @Field(() => Boolean, { description: 'The scanner has not answered yet; it cannot support a decision.' })
  readonly held!: boolean;

  @Field(() => Int, { nullable: true, description: 'Of a PDF.' })
  readonly pages!: number | null;

  @Field(() => String, {
    description: 'Short-lived, for this agent only; empty unless the agent holds the case.',
  })
  readonly url!: string;
}

@ObjectType()
export class Claim {
  @Field(() => AgentView)
  readonly agent!: AgentView;

  @Field(() => Date, { nullable: true, description: 'When it was taken.' })
  readonly since!: Date | null;

  @Field(() => Date)
  readonly expiresAt!: Date;

  @Field(() => Boolean)
  readonly mine!: boolean;

  @Field(() => Date, { nullable: true, description: 'No extension goes beyond it.' })
  readonly latestEnd!: Date | null;
}

@ObjectType()
export class Decision {
  @Field(() => AgentView)
  readonly agent!: AgentView;

  @Field(() => Verdict)
  readonly verdict!: Verdict;

  @Field(() => String, { nullable: true })
  readonly reasonCode!: string | null;

  @Field(() => String, { nullable: true })
  readonly note!: string | null;

  @Field(() => Date)
  readonly at!: Date;

  @Field(() => [String])
  readonly checklist!: string[];

  @Field(() => Date, { nullable: true, description: 'Set: it no longer counts.' })
  readonly voidedAt!: Date | null;

  @Field(() => Date, { nullable: true, description: 'Of one’s own: until then it can be taken back.' })
  readonly undoUntil!: Date | null;
}

@ObjectType()
export class Draft {
  @Field(() => String, { nullable: true })
  readonly note!: string | null;

  @Field(() => String, { nullable: true })
  readonly messageToApplicant!: string | null;

  @Field(() => String, { nullable: true })
  readonly reasonCode!: string | null;

  @Field(() => Verdict, { nullable: true, description: 'The outcome being prepared; null: none yet.' })
  readonly verdict!: Verdict | null;

  @Field(() => [String])
  readonly checklist!: string[];

  @Field(() => Date)
  readonly savedAt!: Date;
}

@ObjectType('DecisionReason')
export class DecisionReasonView {
  @Field(() => String)
  readonly code!: string;

  @Field(() => Verdict)
  readonly verdict!: Verdict;

  @Field(() => String)
  readonly text!: string;

  @Field(() => String, { description: 'What an applicant reads in Indonesian.' })
  readonly letterId!: string;

  @Field(() => String, { description: 'What an applicant reads in English.' })
  readonly letterEn!: string;
}
