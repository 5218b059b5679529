import { Field, ID, Int, ObjectType } from 'type-graphql';

import { ActorKind } from '../../account/business-actor.js';
import { maskEmail } from '../../account/contact.js';
import { maskName } from '../../account/person-name.js';
import { AgentView } from '../../office/agent.type.js';
import type { AgentOnDuty } from '../../office/agents.js';
import { OfficeView } from '../../office/office.type.js';
import type { DeskCase } from './desk-case.js';
import type { ReplacementDecision } from './replacement-decision.entity.js';
import { RequesterKind } from './requester-kind.js';
import type { SpotCheck } from './spot-check.entity.js';
import { Verdict } from './verdict.js';

@ObjectType('SpotCheck', {
  description:
    'A decided LOW case as its first decider saw it, for somebody who does not know what was decided. It has neither number nor state nor trail.',
})
export class SpotCheckView {
  @Field(() => ID)
  readonly id: string;

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

  @Field(() => Date, { nullable: true })
  readonly submittedAt: Date | null;

  @Field(() => Date, { description: 'Until then it is this agent’s.' })
  readonly takenUntil: Date;

  /** What the other fields are made from; not itself part of the schema. */
  readonly row: DeskCase;
  readonly check: SpotCheck;

  constructor(check: SpotCheck, row: DeskCase, now: Date) {
    [this.check, this.row] = [check, row];
    this.id = check.id;
    this.office = new OfficeView(row.office);
    this.actor = row.actor;
    this.applicant = maskName(row.fullName);
    this.requester = row.requester;
    this.reason = row.reason;
    this.newEmail = maskEmail(row.newEmail);
    this.newEmailConfirmedAt = row.newEmailConfirmedAt;
    this.otherChannelConfirmedAt = row.otherChannelConfirmedAt;
    this.submittedAt = row.submittedAt;
    this.takenUntil = check.takenUntil ?? now;
  }
}

export interface Checked {
  readonly check: SpotCheck;
  readonly first: ReplacementDecision;
  readonly ticket: string;
  readonly firstBy: AgentOnDuty;
  readonly secondBy: AgentOnDuty;
  readonly settledBy: AgentOnDuty | null;
}

@ObjectType({ description: 'A second look that was made, beside the first one.' })
export class SpotCheckOutcome {
  @Field(() => ID)
  readonly id: string;

  @Field(() => ID)
  readonly ticket: string;

  @Field(() => Boolean, { description: 'Both came to the same verdict.' })
  readonly agrees: boolean;

  @Field(() => AgentView)
  readonly decidedBy: AgentView;

  @Field(() => Verdict)
  readonly firstVerdict: Verdict;

  @Field(() => Date)
  readonly decidedAt: Date;

  @Field(() => AgentView)
  readonly checkedBy: AgentView;

  @Field(() => Verdict)
  readonly secondVerdict: Verdict;

  @Field(() => String, { nullable: true })
  readonly reasonCode: string | null;

  @Field(() => String, { nullable: true })
  readonly note: string | null;

  @Field(() => Date)
  readonly checkedAt: Date;

  @Field(() => AgentView, { nullable: true, description: 'The supervisor who saw to the disagreement.' })
  readonly settledBy: AgentView | null;

  @Field(() => Date, { nullable: true })
  readonly settledAt: Date | null;

  @Field(() => String, { nullable: true })
  readonly settledNote: string | null;

  constructor({ check, first, ticket, firstBy, secondBy, settledBy }: Checked) {
    this.id = check.id;
    this.ticket = ticket;
    this.agrees = check.outcome === 'AGREES';
    this.decidedBy = new AgentView(firstBy);
    this.firstVerdict = first.verdict;
    this.decidedAt = first.at;
    this.checkedBy = new AgentView(secondBy);
    this.secondVerdict = check.verdict ?? first.verdict;
    this.reasonCode = check.reasonCode;
    this.note = check.note;
    this.checkedAt = check.checkedAt ?? check.drawnAt;
    this.settledBy = settledBy && new AgentView(settledBy);
    this.settledAt = check.settledAt;
    this.settledNote = check.settledNote;
  }
}

@ObjectType()
export class SpotCheckPage {
  @Field(() => [SpotCheckOutcome])
  readonly items!: SpotCheckOutcome[];

  @Field(() => String, { nullable: true })
  readonly endCursor!: string | null;

  @Field(() => Boolean)
  readonly hasNextPage!: boolean;
}

@ObjectType({ description: 'What the second looks say of one first decider.' })
export class SpotCheckLoad {
  @Field(() => AgentView)
  readonly agent!: AgentView;

  @Field(() => Int, { description: 'LOW decisions that ended a case.' })
  readonly decided!: number;

  @Field(() => Int)
  readonly drawn!: number;

  @Field(() => Int)
  readonly checked!: number;

  @Field(() => Int)
  readonly disagreed!: number;
}

@ObjectType()
export class SpotCheckFigures {
  @Field(() => Int, { description: 'LOW decisions that ended a case.' })
  readonly decided!: number;

  @Field(() => Int)
  readonly drawn!: number;

  @Field(() => Int, { description: 'Drawn, and nobody has looked yet.' })
  readonly waiting!: number;

  @Field(() => Int)
  readonly checked!: number;

  @Field(() => Int)
  readonly disagreed!: number;

  @Field(() => Int, { description: 'Disagreements no supervisor has seen to.' })
  readonly unsettled!: number;

  @Field(() => [SpotCheckLoad], { description: 'By name.' })
  readonly byDecider!: SpotCheckLoad[];
}
