import { Field, ID, ObjectType } from 'type-graphql';

@ObjectType('AuditChange', { description: 'Masked, as everything personal is.' })
export class AuditChangeView {
  @Field(() => String)
  readonly field!: string;

  @Field(() => String, { nullable: true })
  readonly before!: string | null;

  @Field(() => String, { nullable: true })
  readonly after!: string | null;
}

@ObjectType('AuditEvent', { description: 'Something that happened: never changed, never deleted.' })
export class AuditEventView {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => String, {
    description: 'Its place in the sealed chain; empty for the seconds until it has one.',
  })
  readonly sequence!: string;

  @Field(() => Date)
  readonly at!: Date;

  @Field(() => String, { description: 'The name to filter by, `ACCOUNT_BLOCKED`.' })
  readonly event!: string;

  @Field(() => String, { description: 'The event in words, in the language of the request.' })
  readonly description!: string;

  @Field(() => String, { description: '`ok`, `refused` or `failed`.' })
  readonly result!: string;

  @Field(() => String, { description: 'Who, with role and office at that time.' })
  readonly actor!: string;

  @Field(() => ID, { nullable: true, description: 'To filter by; null for somebody unknown.' })
  readonly actorId!: string | null;

  @Field(() => String, { nullable: true, description: 'To whom or what.' })
  readonly subject!: string | null;

  @Field(() => String, {
    nullable: true,
    description: '`ACCOUNT`, `CASE`, `AGENT` and so on: where a link would lead.',
  })
  readonly subjectKind!: string | null;

  @Field(() => ID, { nullable: true })
  readonly subjectId!: string | null;

  @Field(() => ID, { nullable: true, description: 'Number of the request it belongs to.' })
  readonly ticket!: string | null;

  @Field(() => String, { nullable: true, description: 'What a person wrote where a reason is demanded.' })
  readonly reason!: string | null;

  @Field(() => String, { nullable: true, description: 'A short code, above all of refusals.' })
  readonly reasonCode!: string | null;

  @Field(() => [AuditChangeView])
  readonly changes!: AuditChangeView[];

  @Field(() => [String], { description: 'Names of the personal data that were seen.' })
  readonly fields!: string[];

  @Field(() => String, { nullable: true, description: 'Source address, its last part hidden.' })
  readonly ip!: string | null;
}

@ObjectType({ description: 'Newest first.' })
export class AuditPage {
  @Field(() => [AuditEventView])
  readonly items!: AuditEventView[];

  @Field(() => String, { nullable: true })
  readonly endCursor!: string | null;

  @Field(() => Boolean)
  readonly hasNextPage!: boolean;
}
