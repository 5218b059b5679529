import { existsSync } from 'node:fs';

import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyPluginAsync } from 'fastify';

import { NOT_FOUND, Refused } from './failure.js';

export interface Screen {
  /** Begins and ends with a slash: `/graphiql/`; a slash alone for the screen of everything that is nobody else's. */
  readonly at: string;
  /** An absolute path; a folder that is not there serves nothing. */
  readonly root: string;
  /** Instead of the policy of all pages; see `contentPolicy`. */
  readonly contentPolicy?: string;
  /** The first parts of the addresses that are pages, where not every one below `at` is. */
  readonly known?: readonly string[];
}

const KEPT = 'public, max-age=31536000, immutable';
const ASKED_AGAIN = 'no-cache';

/** Built pages. What has a hash in its name, under `assets/`, is kept for a year; every other address is the page. */
export async function screens(app: FastifyInstance, all: readonly Screen[]): Promise<void> {
  // Each in a scope of its own, or the second could not register.
  for (const screen of all) if (existsSync(screen.root)) await app.register(serve, screen);
}

const serve: FastifyPluginAsync<Screen> = async (scope, { at, root, contentPolicy, known }) => {
  scope.addHook('onRequest', (request, reply, done) => {
    reply.header('cache-control', request.url.startsWith(`${at}assets/`) ? KEPT : ASKED_AGAIN);
    if (contentPolicy) reply.header('content-security-policy', contentPolicy);
    done();
  });
  // Without `wildcard` the addresses that have no file are left to the page.
  await scope.register(fastifyStatic, {
    root,
    prefix: at,
    wildcard: false,
    index: false,
    cacheControl: false,
    preCompressed: true,
  });
  if (at !== '/') scope.get(at.slice(0, -1), (_request, reply) => reply.redirect(at, 308));
  scope.get(`${at}*`, (request, reply) => {
    const asked = (request.params as { '*': string })['*'];
    if (/\.\w+$/.test(asked)) throw new Refused(NOT_FOUND);
    const isPage = known?.includes(asked.split('/')[0] ?? '') ?? true;
    // Whoever mistyped an address in a browser is told so by a page, programs by their own kind of answer.
    if (!isPage && !request.headers.accept?.includes('text/html')) throw new Refused(NOT_FOUND);
    return reply.code(isPage ? 200 : 404).sendFile('index.html');
  });
};
