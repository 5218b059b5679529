import { ArrayMaxSize, IsOptional, MaxLength } from 'class-validator';
import { Field, ID, InputType, registerEnumType } from 'type-graphql';

import { opaque, Shaped, text } from '../../platform/graphql/shaped.js';
import { manyLines } from './many-lines.js';
import { Verdict } from './verdict.js';

export enum SpotCheckList {
  DISAGREEING = 'DISAGREEING',
  CHECKED = 'CHECKED',
}
registerEnumType(SpotCheckList, {
  name: 'SpotCheckList',
  description: 'DISAGREEING: those no supervisor has seen to. CHECKED: all that were made.',
});

/** What is said of a check, in one's draft as at the end. */
@InputType()
abstract class SpotCheckWords {
  @Field(() => ID)
  @Shaped(opaque(1, 36))
  checkId!: string;

  @Field(() => String, { nullable: true, description: 'One of `decisionReasons` of the verdict.' })
  @IsOptional()
  @Shaped(opaque(1, 40))
  reasonCode?: string | null;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @Shaped(manyLines(2000))
  note?: string | null;

  @Field(() => [String], { defaultValue: [] })
  @ArrayMaxSize(20)
  @MaxLength(40, { each: true })
  checklist!: string[];
}

@InputType()
export class RecordSpotCheckInput extends SpotCheckWords {
  @Field(() => Verdict, { description: 'What this agent would have decided.' })
  verdict!: Verdict;
}

@InputType({ description: 'What is typed and ticked about a check, and not said yet.' })
export class SpotDraftInput extends SpotCheckWords {
  @Field(() => Verdict, { nullable: true, description: 'The outcome being prepared; null: none yet.' })
  @IsOptional()
  verdict?: Verdict | null;
}

@InputType()
export class SettleSpotCheckInput {
  @Field(() => ID)
  @Shaped(opaque(1, 36))
  checkId!: string;

  @Field(() => String, { description: 'What was found, and done about it.' })
  @Shaped(text(10, 2000))
  note!: string;
}
