import { Field, ID, ObjectType, Query, Resolver } from 'type-graphql';

@ObjectType('Agent')
export class AgentView {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => String)
  readonly username!: string;

  @Field(() => String)
  readonly fullName!: string;
}

/** All there is of the helpdesk schema until agents can log in: nobody is ever signed in. */
@Resolver()
export class ViewerResolver {
  @Query(() => AgentView, { nullable: true, description: 'The agent of the session, or null without one.' })
  viewer(): AgentView | null {
    return null;
  }
}
