import type { GraphQLSchema } from 'graphql';
import { buildSchema, type NonEmptyArray } from 'type-graphql';

import { validateInput } from './validate-input.js';

type ResolverClass = new (...needs: never[]) => object;

/** One schema from one list of ready-made resolvers. Whatever the list does not reach stays out of it. */
export function schemaOf(resolvers: readonly object[]): Promise<GraphQLSchema> {
  const byClass = new Map(resolvers.map((resolver) => [resolver.constructor, resolver]));
  return buildSchema({
    resolvers: [...byClass.keys()] as unknown as NonEmptyArray<ResolverClass>,
    // Without it every decorated class of the other schema would come along.
    orphanedTypes: [],
    container: { get: (someClass) => byClass.get(someClass) },
    validateFn: validateInput,
  });
}
