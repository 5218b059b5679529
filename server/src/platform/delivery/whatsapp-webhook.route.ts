import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';

import type { Receipt } from '../outbox/receipts.js';
import { type Callback, receiptsIn } from './whatsapp-statuses.js';

export interface WebhookOptions {
  /** Of the Meta app: signs every callback. */
  readonly appSecret: string;
  /** Chosen by the operator, typed in once at Meta. */
  readonly verifyToken: string;
  /** Called once per status, also for messages that are not ours; what it throws makes Meta call again. */
  readonly record: (receipt: Receipt) => Promise<unknown>;
  /** Told of every callback that was turned away. */
  readonly refused?: (why: 'SIGNATURE' | 'VERIFY_TOKEN') => void;
}

// Meta sends up to 3 MB in one callback.
const BODY_LIMIT = 3 * 1024 * 1024;

/** `/webhooks/whatsapp`. To be registered as a plugin of its own: the body parser must not leak to other routes. */
export const whatsAppWebhook: FastifyPluginAsync<WebhookOptions> = async (http, options) => {
  // The signature is over the bytes as sent, so nothing may parse them first.
  http.removeAllContentTypeParsers();
  http.addContentTypeParser(
    '*',
    { parseAs: 'buffer', bodyLimit: BODY_LIMIT },
    async (_: unknown, body: Buffer) => body,
  );
  http.get('/webhooks/whatsapp', async (request, reply) => answerChallenge(request, reply, options));
  http.post('/webhooks/whatsapp', { bodyLimit: BODY_LIMIT }, async (request, reply) => {
    const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
    if (!isSigned(body, request.headers['x-hub-signature-256'], options.appSecret)) {
      options.refused?.('SIGNATURE');
      return reply.code(401).send();
    }
    const callback = parsed(body);
    if (!callback) return reply.code(400).send();
    for (const receipt of receiptsIn(callback)) await options.record(receipt);
    return reply.code(200).send();
  });
};

function answerChallenge(
  request: FastifyRequest,
  reply: FastifyReply,
  options: WebhookOptions,
): FastifyReply {
  const query = request.query as Record<string, unknown>;
  const challenge = query['hub.challenge'];
  const known = query['hub.mode'] === 'subscribe' && isSame(query['hub.verify_token'], options.verifyToken);
  if (known && typeof challenge === 'string') return reply.type('text/plain; charset=utf-8').send(challenge);
  options.refused?.('VERIFY_TOKEN');
  return reply.code(403).send();
}

function isSigned(body: Buffer, header: string | string[] | undefined, secret: string): boolean {
  const expected = `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;
  return isSame(typeof header === 'string' ? header.toLowerCase() : undefined, expected);
}

/** In the same time wherever the two differ; digests first, because lengths may differ too. */
function isSame(given: unknown, expected: string): boolean {
  const digest = (value: string) => createHash('sha256').update(value).digest();
  return typeof given === 'string' && timingSafeEqual(digest(given), digest(expected));
}

function parsed(body: Buffer): Callback | undefined {
  try {
    const callback: unknown = JSON.parse(body.toString('utf8'));
    return typeof callback === 'object' && callback !== null ? callback : undefined;
  } catch {
    return undefined;
  }
}
