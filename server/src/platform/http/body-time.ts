import type { FastifyInstance, FastifyRequest } from 'fastify';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Longer than other bodies may take to arrive: for files from slow networks. */
    readonly bodyTimeMs?: number;
  }
}

/**
 * Node knows one time for the arrival of all requests; here each route may have its own. Whoever is late is answered as
 * Node answers: 408 on the socket, and the end of the connection.
 */
export function limitBodyTime(app: FastifyInstance, usualMs: number): void {
  app.addHook('onRequest', (request, _reply, done) => {
    if (hasBody(request)) watch(app, request, request.routeOptions.config?.bodyTimeMs ?? usualMs);
    done();
  });
}

const hasBody = ({ headers }: FastifyRequest): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;

function watch(app: FastifyInstance, { raw }: FastifyRequest, ms: number): void {
  const late = setTimeout(() => {
    if (!raw.socket.writable) return; // answered and gone, its body unread
    app.server.emit('clientError', Object.assign(new Error('late'), { code: LATE }), raw.socket);
  }, ms);
  late.unref();
  const arrived = () => clearTimeout(late);
  raw.once('end', arrived).once('close', arrived);
}

const LATE = 'ERR_HTTP_REQUEST_TIMEOUT';
