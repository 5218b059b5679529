import { ArrayMaxSize, IsOptional, MaxLength, Min } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';

import { opaque, Shaped, text } from '../../platform/graphql/shaped.js';
import { manyLines } from './many-lines.js';
import { Verdict } from './verdict.js';

const ticket = opaque(1, 40);

@InputType()
export class DecideReplacementInput {
  @Field(() => ID)
  @Shaped(ticket)
  ticket!: string;

  @Field(() => Int, { description: 'The `version` the agent was looking at.' })
  @Min(1)
  version!: number;

  @Field(() => Verdict)
  verdict!: Verdict;

  @Field(() => String, { nullable: true, description: 'One of `decisionReasons` of the verdict.' })
  @IsOptional()
  @Shaped(opaque(1, 40))
  reasonCode?: string | null;

  @Field(() => String, { nullable: true, description: 'For colleagues.' })
  @IsOptional()
  @Shaped(manyLines(2000))
  note?: string | null;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @Shaped(manyLines(1000))
  messageToApplicant?: string | null;

  @Field(() => [String], { defaultValue: [] })
  @ArrayMaxSize(20)
  @MaxLength(40, { each: true })
  checklist!: string[];

  @Field(() => String, { description: 'A retry with the same key gets the first answer again.' })
  @Shaped(opaque(8, 100))
  idempotencyKey!: string;
}

@InputType()
export class UndoDecisionInput {
  @Field(() => ID)
  @Shaped(ticket)
  ticket!: string;
}

@InputType()
export class TakeOverClaimInput {
  @Field(() => ID)
  @Shaped(ticket)
  ticket!: string;

  @Field(() => String)
  @Shaped(text(10, 500))
  reason!: string;
}

@InputType()
export class TransferRequestInput {
  @Field(() => ID)
  @Shaped(ticket)
  ticket!: string;

  @Field(() => ID)
  @Shaped(opaque(1, 36))
  officeId!: string;

  @Field(() => String)
  @Shaped(text(10, 500))
  reason!: string;
}

@InputType()
export class SaveDraftInput {
  @Field(() => ID)
  @Shaped(ticket)
  ticket!: string;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @Shaped(manyLines(2000))
  note?: string | null;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @Shaped(manyLines(1000))
  messageToApplicant?: string | null;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @Shaped(opaque(1, 40))
  reasonCode?: string | null;

  @Field(() => Verdict, { nullable: true, description: 'The outcome being prepared; null: none yet.' })
  @IsOptional()
  verdict?: Verdict | null;

  @Field(() => [String], { defaultValue: [] })
  @ArrayMaxSize(20)
  @MaxLength(40, { each: true })
  checklist!: string[];
}
