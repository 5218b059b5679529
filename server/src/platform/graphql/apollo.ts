import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { GraphQLSchema, OperationDefinitionNode } from 'graphql';
import type { Logger } from 'pino';

import { answerErrors } from './answer-errors.js';
import type { Context } from './context.js';
import { BoundedDocuments } from './document-store.js';
import { sensitiveFields } from './once-per-request.js';
import { checkCost } from './query-cost.js';
import { MOST_ERRORS, type QueryLimits, structureRule } from './query-limits.js';

export interface ApolloOptions {
  /** Off in production: the schema is public, but nobody need make it easy (R74). */
  readonly introspection: boolean;
  readonly limits: QueryLimits;
  readonly log: Logger;
}

/** A started server for one schema; `graphqlAt` gives it an address. */
export async function apolloFor(
  schema: GraphQLSchema,
  options: ApolloOptions,
): Promise<ApolloServer<Context>> {
  const { introspection, limits, log } = options;
  const apollo = new ApolloServer<Context>({
    schema,
    introspection,
    hideSchemaDetailsFromClientErrors: !introspection,
    includeStacktraceInErrorResponses: false,
    nodeEnv: 'production', // otherwise read from the environment, and other defaults with it
    allowBatchedHttpRequests: false,
    csrfPrevention: true,
    persistedQueries: false,
    stopOnTerminationSignals: false,
    documentStore: new BoundedDocuments(),
    parseOptions: { maxTokens: limits.tokens },
    validationOptions: { maxErrors: MOST_ERRORS },
    validationRules: [structureRule(limits, sensitiveFields(schema))],
    logger: quietly(log),
    // What fails outside of a request's own answer; all else is written by `answerErrors`.
    formatError: ({ extensions }) => ({
      message: 'The request was refused.',
      extensions: { code: extensions?.code },
    }),
    plugins: [answerErrors(schema, limits, log), costLimit(schema, limits), ...withoutExtras()],
  });
  await apollo.start();
  return apollo;
}

function costLimit(schema: GraphQLSchema, limits: QueryLimits): ApolloServerPlugin<Context> {
  const known = new WeakSet<OperationDefinitionNode>();
  const listener = {
    async didResolveOperation({ document, operation, request }: Resolved) {
      if (!operation || known.has(operation)) return;
      const fixed = checkCost({ schema, document, operation, variables: request.variables ?? {} }, limits);
      if (fixed) known.add(operation);
    },
  };
  return { requestDidStart: async () => listener };
}

type Listener = Exclude<
  Awaited<ReturnType<NonNullable<ApolloServerPlugin<Context>['requestDidStart']>>>,
  void
>;
type Resolved = Parameters<NonNullable<Listener['didResolveOperation']>>[0];

/** Caching hints alone wrap every field of every answer. */
const withoutExtras = (): ApolloServerPlugin<Context>[] => [
  ApolloServerPluginCacheControlDisabled(),
  ApolloServerPluginInlineTraceDisabled(),
  ApolloServerPluginLandingPageDisabled(),
  ApolloServerPluginSchemaReportingDisabled(),
  ApolloServerPluginUsageReportingDisabled(),
];

/** Apollo puts error texts into its sentences, which may hold what was sent. */
function quietly(log: Logger) {
  const nothing = () => undefined;
  return {
    debug: nothing,
    info: nothing,
    warn: () => log.warn('the GraphQL server warned'),
    error: () => log.error('the GraphQL server failed outside of a request'),
  };
}
