import { defaultFieldResolver, GraphQLError, type GraphQLField, type GraphQLSchema } from 'graphql';

import { InvalidInput } from '../graphql/invalid-input.js';
import { troubleOf } from '../graphql/trouble.js';
import type { Metrics } from './metrics.js';

/** Counts and times every root field of a schema. Names come from the schema and the program, never from a request. */
export function measured(schema: GraphQLSchema, name: string, metrics: Metrics): GraphQLSchema {
  for (const root of [schema.getQueryType(), schema.getMutationType()]) {
    for (const field of Object.values(root?.getFields() ?? {})) measure(field, name, metrics);
  }
  return schema;
}

function measure(field: GraphQLField<unknown, unknown>, schema: string, metrics: Metrics): void {
  const resolve = field.resolve ?? defaultFieldResolver;
  field.resolve = async (source, args, context, info) => {
    const began = performance.now();
    const answered = (outcome: string) =>
      metrics.answered(schema, field.name, outcome, (performance.now() - began) / 1000);
    try {
      const answer: unknown = await resolve(source, args, context, info);
      answered(outcomeOf(answer));
      return answer;
    } catch (error) {
      answered(codeOf(error));
      throw error;
    }
  };
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
