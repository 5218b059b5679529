import { Field, ID, Int, ObjectType } from 'type-graphql';

@ObjectType('Region')
export abstract class ListedRegion {
  @Field(() => ID)
  readonly code!: string;

  @Field(() => String)
  readonly name!: string;

  @Field(() => Int, { description: 'Province 1, regency or city 2, district 3, village 4.' })
  readonly level!: number;
}
