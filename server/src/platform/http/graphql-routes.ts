import { type ApolloServer, HeaderMap } from '@apollo/server';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

import type { Context } from '../graphql/context.js';
import type { Urgency } from '../graphql/urgency.js';
import { BAD_BODY, POST_ONLY, Refused } from './failure.js';

export interface GraphqlAddress<SomeContext extends Context> {
  readonly path: string;
  readonly apollo: ApolloServer<SomeContext>;
  readonly contextOf: (request: FastifyRequest, reply: FastifyReply) => Promise<SomeContext>;
  /** Of the text of a document, for when there is too much to do. */
  readonly urgencyOf: (query: unknown) => Urgency;
}

/**
 * GraphQL over HTTP by POST and JSON alone: what a foreign page can send without asking first is refused, and no
 * identifier ever stands in an address (R67, R71).
 */
export function graphqlAt<SomeContext extends Context>(
  app: FastifyInstance,
  { path, apollo, contextOf, urgencyOf }: GraphqlAddress<SomeContext>,
): void {
  app.route({
    method: 'POST',
    url: path,
    config: { urgencyOf: ({ body }) => urgencyOf(isMap(body) ? body.query : undefined) },
    handler: async (request, reply) => {
      const body = requestIn(request.body);
      // Made here rather than by Apollo, which would put the error's own text into its answer.
      const contextValue = await contextOf(request, reply);
      const {
        status,
        headers,
        body: answer,
      } = await apollo.executeHTTPGraphQLRequest({
        httpGraphQLRequest: { method: 'POST', headers: headersOf(request), search: '', body },
        context: async () => contextValue,
      });
      for (const [name, value] of headers) reply.header(name, value);
      reply.code(status ?? 200);
      if (answer.kind !== 'complete') throw new Error('An answer in pieces was not asked for.');
      return reply.send(answer.string);
    },
  });
  app.route({
    method: ['GET', 'HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'],
    url: path,
    // Before the body is read: the method alone decides.
    onRequest: async (_request, reply) => {
      reply.header('allow', 'POST');
      throw new Refused(POST_ONLY);
    },
    handler: () => undefined,
  });
}

/** The parameters of GraphQL over HTTP in their right types, checked before any of it is run. */
function requestIn(body: unknown): object {
  if (!isMap(body)) throw new Refused(BAD_BODY); // an array of requests, too
  const { query, operationName, variables, extensions } = body;
  const fits =
    typeof query === 'string' &&
    (operationName == null || typeof operationName === 'string') &&
    (variables == null || isMap(variables)) &&
    (extensions == null || isMap(extensions));
  if (!fits) throw new Refused(BAD_BODY);
  return body;
}

const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Only what Apollo reads. Cookies and authorisation stay outside of it, and so does `Host`, which anybody may forge. */
function headersOf({ headers: { accept, 'content-type': contentType } }: FastifyRequest): HeaderMap {
  const headers = new HeaderMap();
  if (accept !== undefined) headers.set('accept', accept);
  if (contentType !== undefined) headers.set('content-type', contentType);
  return headers;
}
