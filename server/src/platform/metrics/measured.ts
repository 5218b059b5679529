import {
  defaultFieldResolver,
  GraphQLError,
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLSchema,
} from 'graphql';

import { InvalidInput } from '../graphql/invalid-input.js';
import { troubleOf } from '../graphql/trouble.js';
import type { Span, Tracing } from '../trace/tracing.js';
import type { Metrics } from './metrics.js';

interface Eyes {
  readonly metrics: Metrics;
  readonly tracing: Tracing;
}

type Resolving = Parameters<GraphQLFieldResolver<unknown, unknown>>;

/** Counts, times and traces every root field of a schema. Names come from the schema and the program, never from a request. */
export function measured(schema: GraphQLSchema, name: string, eyes: Eyes): GraphQLSchema {
  for (const root of [schema.getQueryType(), schema.getMutationType()]) {
    for (const field of Object.values(root?.getFields() ?? {})) measure(field, name, eyes);
  }
  return schema;
}

function measure(field: GraphQLField<unknown, unknown>, schema: string, { metrics, tracing }: Eyes): void {
  const resolve = field.resolve ?? defaultFieldResolver;
  const start = { name: field.name, kind: 'SERVER', attributes: { 'akun.schema': schema } } as const;
  const counted = async (...[source, args, context, info, span]: [...Resolving, Span]) => {
    const began = performance.now();
    const answered = (outcome: string) => {
      metrics.answered(schema, field.name, outcome, (performance.now() - began) / 1000);
      span.note({ 'akun.outcome': outcome });
    };
    try {
      const answer: unknown = await resolve(source, args, context, info);
      answered(outcomeOf(answer));
      return answer;
    } catch (error) {
      answered(codeOf(error));
      throw error;
    }
  };
  field.resolve = (source, args, context, info) =>
    tracing.span(start, (span) => counted(source, args, context, info, span));
}

/** Outcomes are classes named as in the schema; lists, truths and texts are "ok". */
function outcomeOf(answer: unknown): string {
  if (answer === null || answer === undefined) return 'null';
  const name = typeof answer === 'object' && !Array.isArray(answer) ? answer.constructor.name : 'ok';
  return name === 'Object' ? 'ok' : name;
}

function codeOf(error: unknown): string {
  if (error instanceof InvalidInput) return 'BAD_USER_INPUT';
  if (error instanceof GraphQLError && typeof error.extensions.code === 'string')
    return error.extensions.code;
  return troubleOf(error).code;
}
