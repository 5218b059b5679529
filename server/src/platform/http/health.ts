import type { FastifyInstance } from 'fastify';

export interface Health {
  /** Names of the checks that fail; empty when requests may come. Each check keeps its own time limit. */
  readonly ready: () => Promise<readonly string[]>;
}

const ALWAYS = { config: { alwaysAnswered: true } };

/** `/livez`: the process answers. `/readyz`: it should get requests. Neither names a version, a host or a reason. */
export function healthRoutes(app: FastifyInstance, { ready }: Health): void {
  app.get('/livez', ALWAYS, async () => ({ status: 'ok' }));

  // Anybody may ask, and the answer takes a write to the database: those who ask together get the same one.
  let asking: Promise<readonly string[]> | undefined;
  const failing = () => {
    asking ??= ready().finally(() => {
      asking = undefined;
    });
    return asking;
  };
  app.get('/readyz', ALWAYS, async (request, reply) => {
    const names = await failing().catch((error: unknown) => {
      request.log.error({ err: error }, 'a readiness check broke');
      return ['checks'];
    });
    if (names.length === 0) return { status: 'ok' };
    return reply.code(503).send({ status: 'unavailable', failing: names });
  });
}
