import { isUtf8 } from 'node:buffer';

import type { FastifyInstance, FastifyRequest } from 'fastify';

import { BAD_BODY, JSON_ONLY, Refused } from './failure.js';

/**
 * `application/json` in UTF-8 is the only body there is; a route that needs another adds its own parser in its own
 * scope. Bodies are refused when a name stands twice or would reach an object's prototype (R77): two readers of the
 * same body must not see two different requests.
 */
export function acceptJsonOnly(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(
    'application/json',
    { parseAs: 'buffer' },
    async (request: FastifyRequest, body: Buffer) => {
      const charset = /;\s*charset\s*=\s*"?([^";\s]+)/i.exec(request.headers['content-type'] ?? '')?.[1];
      if (charset !== undefined && !/^utf-?8$/i.test(charset)) throw new Refused(JSON_ONLY);
      return parseStrictly(body);
    },
  );
}

/** Throws `Refused` for anything but well-formed JSON in which every object names each of its members once. */
export function parseStrictly(body: Buffer): unknown {
  if (!isUtf8(body)) throw new Refused(BAD_BODY);
  const text = body.toString('utf8');
  const value = parse(text);
  if (namesWritten(text) !== namesKept(value)) throw new Refused(BAD_BODY);
  return value;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new Refused(BAD_BODY);
  }
}

/** In well-formed JSON a text followed by a colon is a name, and nothing else is. */
function namesWritten(text: string): number {
  let names = 0;
  for (const [, colon] of text.matchAll(/"[^"\\]*(?:\\.[^"\\]*)*"\s*(:?)/g)) if (colon) names += 1;
  return names;
}

const TO_PROTOTYPE = new Set(['__proto__', 'constructor', 'prototype']);

/** Walks with a list of its own: the body may be nested deeper than the stack. */
function namesKept(value: unknown): number {
  let names = 0;
  const waiting = [value];
  while (waiting.length > 0) {
    const one = waiting.pop();
    if (typeof one !== 'object' || one === null) continue;
    for (const [name, member] of Object.entries(one)) {
      if (TO_PROTOTYPE.has(name)) throw new Refused(BAD_BODY);
      if (!Array.isArray(one)) names += 1;
      waiting.push(member);
    }
  }
  return names;
}
