import { randomUUID } from 'node:crypto';

import fastifyCors, { type FastifyCorsOptions } from '@fastify/cors';
import Fastify, { type FastifyInstance, LogController } from 'fastify';
import type { Logger } from 'pino';
import type { Now } from '../clock.js';
import { within } from '../trace/origin.js';
import { limitBodyTime } from './body-time.js';
import { answerBrokenClient, answerFailures, answerUnroutable } from './errors.js';
import { securityHeaders } from './headers.js';
import { limitInFlight } from './in-flight.js';
import { acceptJsonOnly } from './json-body.js';

export interface HttpOptions {
  readonly log: Logger;
  readonly now: Now;
  /** Whether people reach us by https; decides about HSTS. From `PUBLIC_BASE_URL`, never from a request. */
  readonly https: boolean;
  /** Addresses and networks whose forwarding headers are believed; with none, nobody's are (R36). */
  readonly trustedProxies: readonly string[];
  /** Origins of client apps in browsers, besides our own. */
  readonly allowedOrigins: readonly string[];
  readonly bodyBytes: number;
  readonly headerTimeoutMs: number;
  readonly requestTimeoutMs: number;
  /** The longest `bodyTimeMs` of any route, where one has its own. */
  readonly longestBodyMs?: number;
  readonly inFlight: number;
}

const CHECK_TIMEOUTS_MS = 1000;
/** Beyond the time a request may take to arrive: for an answer that its client does not read. */
const SILENCE_MS = 15_000;
const SWEEP_MS = 100;

/** A server without routes, but with everything that holds for every route. Not yet listening. */
export async function httpServer(options: HttpOptions): Promise<FastifyInstance> {
  const { log, https, trustedProxies, allowedOrigins } = options;
  const headers = securityHeaders(https);
  const longestMs = Math.max(options.requestTimeoutMs, options.longestBodyMs ?? 0);
  const app = Fastify({
    loggerInstance: log,
    // It would write addresses as they came.
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    trustProxy: trustedProxies.length > 0 ? [...trustedProxies] : false,
    bodyLimit: options.bodyBytes,
    requestTimeout: longestMs,
    connectionTimeout: longestMs + SILENCE_MS,
    http: { headersTimeout: options.headerTimeoutMs, connectionsCheckingInterval: CHECK_TIMEOUTS_MS },
    forceCloseConnections: 'idle',
    // While stopping, whoever still has a connection is served on it; refusing is the drain time's business.
    return503OnClosing: false,
    frameworkErrors: answerUnroutable(headers, log) as never,
    clientErrorHandler: answerBrokenClient(headers, log),
  }) as unknown as FastifyInstance;

  app.addHook('onRequest', (request, reply, done) => {
    // What screens count down to is our clock's, and many a phone is hours off: so our clock tells the time, too.
    reply.headers(headers).header('date', options.now().toUTCString()).header('x-request-id', request.id);
    done();
  });
  // Not earlier: what runs once a body has arrived would come from elsewhere again.
  app.addHook('preHandler', ({ id }, _reply, done) => within({ requestId: id, traceparent: null }, done));
  sweepWhileClosing(app);
  answerFailures(app, log);
  acceptJsonOnly(app);
  limitBodyTime(app, options.requestTimeoutMs);
  limitInFlight(app, options.inFlight);
  if (allowedOrigins.length > 0) await app.register(fastifyCors, corsFor(allowedOrigins));
  return app;
}

/** Connections kept for a next request count as open: whoever was answered while closing would keep the server alive. */
function sweepWhileClosing(app: FastifyInstance): void {
  app.addHook('preClose', (done) => {
    const sweep = setInterval(() => app.server.closeIdleConnections(), SWEEP_MS);
    app.server.once('close', () => clearInterval(sweep));
    sweep.unref();
    done();
  });
}

/** Sessions travel in a header that scripts set, so no origin ever needs credentials. */
const corsFor = (origins: readonly string[]): FastifyCorsOptions => ({
  // Answered with `false` to all others, so that their OPTIONS is a method like any other.
  origin: (origin, done) => done(null, origin !== undefined && origins.includes(origin) ? origin : false),
  methods: ['POST', 'PUT'], // PUT: evidence, to a one-time address
  allowedHeaders: ['content-type', 'authorization', 'accept-language'],
  exposedHeaders: ['x-request-id', 'retry-after'],
  credentials: false,
  maxAge: 600,
  // Otherwise it answers a preflight that lacks something in plain text.
  strictPreflight: false,
});
