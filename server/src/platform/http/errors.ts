import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';

import type { Language } from '../words/language.js';
import { languageOf } from './client.js';
import { BAD_REQUEST, type Failure, failureOf, NOT_FOUND } from './failure.js';
import type { Headers } from './headers.js';

/** One shape for everything that goes wrong, the GraphQL way; what was sent is never repeated (R75). */
export function answerFailures(app: FastifyInstance, log: Logger): void {
  app.setNotFoundHandler((request, reply) => answer(request, reply, { failure: NOT_FOUND, log }));
  app.setErrorHandler((error, request, reply) =>
    answer(request, reply, { failure: failureOf(error), log, error }),
  );
}

/** For addresses that cannot even be routed: no hook runs for them, so they get their headers here. */
export function answerUnroutable(headers: Headers, log: Logger) {
  return (_error: unknown, request: FastifyRequest, reply: FastifyReply): void => {
    answer(request, reply.headers(headers), { failure: BAD_REQUEST, log });
  };
}

/** For what is not HTTP, comes too slowly or has headers too large: there is no request yet, only a socket. */
export function answerBrokenClient(headers: Headers, log: Logger) {
  return (error: NodeJS.ErrnoException, socket: Socket): void => {
    if (error.code === 'ECONNRESET' || !socket.writable) {
      socket.destroy();
      return;
    }
    const known = failureOf(error);
    const failure = known.status === 500 ? BAD_REQUEST : known;
    const reference = randomUUID();
    log.info({ reference, reasonCode: failure.code, status: failure.status }, 'request refused');
    const body = bodyOf(failure, 'id', reference);
    const lines = Object.entries({
      ...headers,
      'content-type': 'application/json; charset=utf-8',
      'content-length': `${Buffer.byteLength(body)}`,
      connection: 'close',
    }).map(([name, value]) => `${name}: ${value}\r\n`);
    socket.end(`HTTP/1.1 ${failure.status} ${STATUS_CODES[failure.status]}\r\n${lines.join('')}\r\n${body}`);
  };
}

interface Failed {
  readonly failure: Failure;
  readonly log: Logger;
  readonly error?: unknown;
}

function answer(request: FastifyRequest, reply: FastifyReply, { failure, log, error }: Failed): FastifyReply {
  const { status, code, retryAfterS } = failure;
  const reference = request.id;
  const fields = { reference, reasonCode: code, status, method: request.method, route: routeOf(request) };
  // Whoever runs this has something to mend; the others are told what to mend themselves.
  if (status === 500 || code === 'UNAVAILABLE') log.error({ ...fields, err: error }, 'request failed');
  else log.info(fields, 'request refused');
  if (retryAfterS !== undefined) reply.header('retry-after', `${retryAfterS}`);
  const language = languageOf(request.headers['accept-language']);
  return reply
    .code(status)
    .header('cache-control', 'no-store') // also for a file that is not there
    .type('application/json; charset=utf-8')
    .send(bodyOf(failure, language, reference));
}

/** The pattern, never the address: that may hold anything. */
const routeOf = (request: FastifyRequest): string => request.routeOptions?.url ?? 'unknown';

function bodyOf({ code, words }: Failure, language: Language, reference: string): string {
  return JSON.stringify({ errors: [{ message: words[language], extensions: { code, reference } }] });
}
