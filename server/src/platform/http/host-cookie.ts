import { fastifyCookie } from '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** No script reads it, no other site's page sends it, and `__Host-` keeps sibling hosts from planting one (R64). */
const ATTRIBUTES = { path: '/', secure: true, httpOnly: true, sameSite: 'strict' } as const;

/**
 * A cookie of this host alone that ends with the browser, if the server does not end what it stands for before.
 * `Secure` also on plain http: Chromium and Firefox take it from localhost and 127.0.0.1, Safari and other hosts need https.
 */
export class HostCookie {
  readonly #name: string;

  constructor(name: string) {
    this.#name = `__Host-${name}`;
  }

  read({ headers }: FastifyRequest): string | undefined {
    return headers.cookie === undefined ? undefined : fastifyCookie.parse(headers.cookie)[this.#name];
  }

  write(reply: FastifyReply, value: string): void {
    reply.header('set-cookie', fastifyCookie.serialize(this.#name, value, ATTRIBUTES));
  }

  clear(reply: FastifyReply): void {
    reply.header('set-cookie', fastifyCookie.serialize(this.#name, '', { ...ATTRIBUTES, maxAge: 0 }));
  }
}
