import type { ApolloServerPlugin, GraphQLRequestContextWillSendResponse } from '@apollo/server';
import type { GraphQLError, GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';

import type { Context } from './context.js';
import { type FormattedError, formatError } from './format-error.js';
import { together, worthSaying } from './gather-errors.js';
import type { QueryLimits } from './query-limits.js';
import { withoutEcho } from './without-echo.js';

type Answering = GraphQLRequestContextWillSendResponse<Context>;

const JSON_TYPE = 'application/json; charset=utf-8';
const RESPONSE_TYPE = 'application/graphql-response+json; charset=utf-8';

/** Writes every error of a request in its language: at the end and once, so that a request without errors pays nothing. */
export function answerErrors(
  schema: GraphQLSchema,
  limits: QueryLimits,
  log: Logger,
): ApolloServerPlugin<Context> {
  const quiet = withoutEcho(schema);
  const format = (error: GraphQLError, { contextValue, document, request }: Answering) =>
    formatError(error, {
      language: contextValue.language,
      withoutEcho: quiet,
      ...(document ? { asked: { schema, document, variables: request.variables ?? {} } } : {}),
    });
  const listener = {
    async willSendResponse(answering: Answering) {
      setContentType(answering);
      if (!answering.errors?.length) return;
      const errors = together(worthSaying(answering.errors, limits).map((error) => format(error, answering)));
      for (const { trouble } of errors) if (trouble) report(log, answering, trouble);
      answer(answering, errors);
    },
  };
  return {
    requestDidStart: async () => listener,
    unexpectedErrorProcessingRequest: async ({ error }) => log.error({ err: error }, 'request failed'),
  };
}

/** Whoever accepts neither type gets JSON all the same: Apollo would answer 406 after the mutation has been run. */
function setContentType({ request, response }: Answering): void {
  const accept = request.http?.headers.get('accept') ?? '';
  const type = accept.includes('application/graphql-response+json') ? RESPONSE_TYPE : JSON_TYPE;
  response.http.headers.set('content-type', type);
}

function report(
  log: Logger,
  { operation }: Answering,
  trouble: NonNullable<FormattedError['trouble']>,
): void {
  const { reference, cause, code } = trouble;
  // The field's name in the schema; operation names and aliases are the client's words.
  const first = operation?.selectionSet.selections[0];
  const fields = {
    reference,
    reasonCode: code,
    operation: first && 'name' in first ? first.name.value : '?',
  };
  if (code === 'OVERLOADED') log.warn(fields, 'turned away');
  else log.error({ ...fields, err: cause }, 'request failed');
}

function answer({ response }: Answering, errors: readonly FormattedError[]): void {
  if (response.body.kind !== 'single') return;
  const { data } = response.body.singleResult;
  const shown = errors.map((error) => error.shown);
  const passing = errors.find(({ trouble }) => trouble?.status === 503)?.trouble;
  const nothing = !data || Object.values(data).every((value) => value === null);
  if (passing && nothing) {
    response.http.status = passing.status;
    response.http.headers.set('retry-after', `${passing.retryAfterS ?? 1}`);
    response.body.singleResult = { errors: shown };
    return;
  }
  if (data === null && errors.some(({ trouble }) => trouble)) response.http.status = 500;
  response.body.singleResult = { ...response.body.singleResult, errors: shown };
}
