import { IsBoolean, ValidateNested } from 'class-validator';
import type { FastifyInstance } from 'fastify';
import { GraphQLError } from 'graphql';
import { pino } from 'pino';
import {
  Arg,
  Ctx,
  Field,
  InputType,
  Int,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  registerEnumType,
} from 'type-graphql';

import { systemClock } from '../../server/src/platform/clock.js';
import { apolloFor } from '../../server/src/platform/graphql/apollo.js';
import type { Context } from '../../server/src/platform/graphql/context.js';
import { Sensitive } from '../../server/src/platform/graphql/once-per-request.js';
import { Overloaded } from '../../server/src/platform/graphql/overloaded.js';
import type { QueryLimits } from '../../server/src/platform/graphql/query-limits.js';
import { schemaOf } from '../../server/src/platform/graphql/schema.js';
import { Shaped, text } from '../../server/src/platform/graphql/shaped.js';
import { Urgent, urgencyIn } from '../../server/src/platform/graphql/urgency.js';
import { clientOf } from '../../server/src/platform/http/client.js';
import { graphqlAt } from '../../server/src/platform/http/graphql-routes.js';
import { healthRoutes } from '../../server/src/platform/http/health.js';
import { type HttpOptions, httpServer } from '../../server/src/platform/http/server.js';

/** The numbers of security.md 2.2. */
export const LIMITS: QueryLimits = {
  depth: 10,
  tokens: 1000,
  aliases: 15,
  directives: 20,
  rootFields: 5,
  cost: 1000,
  page: 100,
};

enum Fruit {
  APPLE = 'APPLE',
  PEAR = 'PEAR',
}
registerEnumType(Fruit, { name: 'Fruit' });

@ObjectType()
class Leaf {
  @Field(() => String)
  readonly name: string = 'leaf';

  @Field(() => Leaf)
  leaf(): Leaf {
    return new Leaf();
  }

  @Field(() => [Leaf])
  leaves(@Arg('first', () => Int, { defaultValue: 2 }) first: number): Leaf[] {
    return Array.from({ length: first }, () => new Leaf());
  }
}

@InputType()
class BoxInput {
  @Field(() => String)
  @Shaped(text(3, 20))
  label!: string;

  @Field(() => Fruit, { nullable: true })
  @Shaped(text(1, 10))
  fruit?: Fruit;
}

@InputType()
class TryInput {
  @Field(() => String)
  @Shaped(text(1, 20))
  word!: string;

  @Field(() => BoxInput, { nullable: true })
  @ValidateNested()
  box?: BoxInput;

  @Field(() => Boolean, { nullable: true })
  @IsBoolean()
  sure?: boolean;
}

export const ran: string[] = [];

@Resolver()
class SmallResolver {
  @Query(() => Leaf)
  leaf(): Leaf {
    return new Leaf();
  }

  @Query(() => String)
  client(@Ctx() { language, source }: Context): string {
    return `${language} ${source}`;
  }

  @Urgent('LOOKUP')
  @Query(() => String)
  waits(): string {
    return 'not urgent';
  }

  @Query(() => String, { nullable: true })
  fails(@Arg('how', () => String) how: string): string {
    if (how === 'overloaded') throw new Overloaded(7);
    if (how === 'away') throw Object.assign(new Error('lost root@db.internal'), { code: 'ECONNREFUSED' });
    if (how === 'guard') throw new GraphQLError('Masuk dulu.', { extensions: { code: 'UNAUTHENTICATED' } });
    throw new Error(`SELECT secret FROM accounts WHERE nik = '${how}'`);
  }

  @Mutation(() => String)
  attempt(@Arg('input', () => TryInput) { word }: TryInput): string {
    ran.push(word);
    return 'done';
  }

  @Sensitive()
  @Mutation(() => Boolean)
  guess(@Arg('code', () => String) code: string): boolean {
    ran.push(code);
    return false;
  }

  @Sensitive()
  @Mutation(() => Boolean)
  spend(@Arg('token', () => String) token: string): boolean {
    ran.push(token);
    return false;
  }
}

export type SmallApp = Awaited<ReturnType<typeof smallApp>>;

export const smallSchema = () => schemaOf([new SmallResolver()]);

/** The HTTP and GraphQL shell around a schema of a few fields: no database, no feature. */
export async function smallApp(options: Partial<HttpOptions> & { introspection?: boolean } = {}) {
  const lines: string[] = [];
  const log = pino({ level: 'debug' }, { write: (line: string) => lines.push(line) });
  const http: FastifyInstance = await httpServer({
    log,
    now: systemClock,
    https: true,
    trustedProxies: [],
    allowedOrigins: ['https://portal.example.test'],
    bodyBytes: 100 * 1024,
    headerTimeoutMs: 10_000,
    requestTimeoutMs: 15_000,
    inFlight: 200,
    ...options,
  });
  const schema = await smallSchema();
  const apollo = await apolloFor(schema, {
    introspection: options.introspection ?? true,
    limits: LIMITS,
    log,
  });
  graphqlAt(http, {
    path: '/graphql',
    apollo,
    contextOf: async (request) => clientOf(request),
    urgencyOf: urgencyIn(schema, 'LOGIN'),
  });
  const failing: string[] = [];
  healthRoutes(http, { ready: async () => failing });

  async function ask(query: string, variables: unknown = {}, headers: Record<string, string> = {}) {
    const reply = await http.inject({
      method: 'POST',
      url: '/graphql',
      headers: { 'content-type': 'application/json', ...headers },
      payload: JSON.stringify({ query, variables }),
    });
    return { status: reply.statusCode, headers: reply.headers, text: reply.body, ...reply.json() };
  }
  return { http, ask, failing, lines };
}
