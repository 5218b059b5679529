import Fastify, { type FastifyInstance } from 'fastify';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { whatsAppWebhook } from '../../server/src/platform/delivery/whatsapp-webhook.route.js';
import type { Receipt } from '../../server/src/platform/outbox/receipts.js';
import { callbackOf, type StatusEvent, signatureOf, startWhatsAppServer } from '../kit/whatsapp-server.js';

const appSecret = 'app-secret-of-the-test';
const verifyToken = 'verify-token-of-the-test';
const SENT_AT = 1795424400; // 2026-11-23T09:00:00Z

let http: FastifyInstance;
let receipts: Receipt[];
let turnedAway: string[];
let failing: boolean;

beforeEach(async () => {
  receipts = [];
  turnedAway = [];
  failing = false;
  http = Fastify();
  await http.register(whatsAppWebhook, {
    appSecret,
    verifyToken,
    refused: (why) => turnedAway.push(why),
    record: async (receipt) => {
      if (failing) throw new Error('The database is away.');
      receipts.push(receipt);
    },
  });
  http.post('/echo', async ({ body }) => body);
});
afterEach(() => http.close());

async function post(
  payload: string,
  headers: Record<string, string> = { 'x-hub-signature-256': signatureOf(payload, appSecret) },
) {
  const reply = await http.inject({
    method: 'POST',
    url: '/webhooks/whatsapp',
    payload,
    headers: { 'content-type': 'application/json', ...headers },
  });
  return reply.statusCode;
}

const event = (status: string, more: Partial<StatusEvent> = {}): StatusEvent => ({
  id: 'wamid.A',
  status,
  timestamp: SENT_AT,
  ...more,
});

describe('a status callback', () => {
  it('hands on every status it reports', async () => {
    const events = [event('sent'), event('delivered'), event('read'), event('failed', { errorCode: 131026 })];
    expect(await post(callbackOf(events))).toBe(200);
    expect(receipts.map(({ status, reason }) => [status, reason])).toEqual([
      ['SENT', null],
      ['DELIVERED', null],
      ['READ', null],
      ['FAILED', 'NOT_ON_WHATSAPP'],
    ]);
    expect(receipts[0]).toMatchObject({ providerId: 'wamid.A', at: new Date('2026-11-23T09:00:00Z') });
  });

  it('has the same id when it comes again, and another for another message, status or time', async () => {
    await post(callbackOf([event('sent')]));
    await post(callbackOf([event('sent')]));
    await post(
      callbackOf([
        event('read'),
        event('sent', { id: 'wamid.B' }),
        event('sent', { timestamp: SENT_AT + 1 }),
      ]),
    );
    const ids = receipts.map(({ eventId }) => eventId);
    expect(ids[0]).toBe(ids[1]);
    expect(new Set(ids).size).toBe(4);
  });

  it('comes over the network as the Cloud API sends it', async () => {
    const cloud = await startWhatsAppServer({ appSecret });
    const address = await http.listen({ host: '127.0.0.1', port: 0 });
    expect(await cloud.postStatus(`${address}/webhooks/whatsapp`, event('delivered'))).toBe(200);
    expect(receipts.map(({ status }) => status)).toEqual(['DELIVERED']);
    await cloud.stop();
  });

  it('that could not be kept is not acknowledged, so that Meta sends it again', async () => {
    failing = true;
    expect(await post(callbackOf([event('sent')]))).toBe(500);
  });

  it.each([
    [
      'a message from a person',
      '{"entry":[{"changes":[{"value":{"messages":[{"from":"6286012345678","text":{"body":"halo"}}]}}]}]}',
    ],
    ['a status not known here', callbackOf([event('warned')])],
    ['a status without a time', callbackOf([event('sent', { timestamp: Number.NaN })])],
    ['an id too long to be ours', callbackOf([event('sent', { id: 'w'.repeat(191) })])],
    ['another shape', '{"entry":{"changes":1}}'],
    ['nulls', '{"entry":[null,{"changes":[null,{"value":null},{"value":{"statuses":[null,7]}}]}]}'],
    ['an array', '[]'],
  ])('with %s is acknowledged and changes nothing', async (_, body) => {
    expect(await post(body)).toBe(200);
    expect(receipts).toEqual([]);
  });
});

describe('a callback that Meta did not sign', () => {
  const body = callbackOf([event('read')]);

  it.each([
    ['no signature', {}],
    ['an empty one', { 'x-hub-signature-256': '' }],
    ['that of another secret', { 'x-hub-signature-256': signatureOf(body, 'another') }],
    ['that of another body', { 'x-hub-signature-256': signatureOf(`${body} `, appSecret) }],
    ['the bare digest', { 'x-hub-signature-256': signatureOf(body, appSecret).slice(7) }],
    ['the older SHA-1 header', { 'x-hub-signature': signatureOf(body, appSecret) }],
  ])('(%s) is turned away', async (_, headers) => {
    expect(await post(body, headers as Record<string, string>)).toBe(401);
    expect([receipts, turnedAway]).toEqual([[], ['SIGNATURE']]);
  });

  it('is not even parsed: broken JSON is told from unsigned JSON only by a signature', async () => {
    expect(await post('{', { 'x-hub-signature-256': 'sha256=0' })).toBe(401);
    expect(await post('{')).toBe(400);
    expect(await post('null')).toBe(400);
  });

  it('is measured over the bytes as sent, whatever the type it claims', async () => {
    const spaced = `  ${callbackOf([event('read')]).replace('wamid.A', 'wamid.\\u0041')}\n`;
    const headers = { 'x-hub-signature-256': signatureOf(spaced, appSecret), 'content-type': 'text/plain' };
    expect(await post(spaced, headers)).toBe(200);
    expect(receipts).toMatchObject([{ providerId: 'wamid.A' }]);
  });

  it('may not be larger than Meta ever sends', async () => {
    expect(await post(' '.repeat(3 * 1024 * 1024 + 1))).toBe(413);
  });
});

describe('the verification of the address', () => {
  const verify = (query: Record<string, string>) => http.inject({ url: '/webhooks/whatsapp', query });
  const good = { 'hub.mode': 'subscribe', 'hub.verify_token': verifyToken, 'hub.challenge': '1158201444' };

  it('answers the challenge as plain text', async () => {
    const reply = await verify(good);
    expect([reply.statusCode, reply.body]).toEqual([200, '1158201444']);
    expect(reply.headers['content-type']).toContain('text/plain');
  });

  it.each([
    ['a wrong token', { ...good, 'hub.verify_token': 'guess' }],
    ['no token', { 'hub.mode': 'subscribe', 'hub.challenge': '1' }],
    ['another mode', { ...good, 'hub.mode': 'unsubscribe' }],
    ['nothing', {}],
  ])('with %s is refused', async (_, query) => {
    expect((await verify(query as Record<string, string>)).statusCode).toBe(403);
    expect(turnedAway).toEqual(['VERIFY_TOKEN']);
  });
});

it('the webhook leaves the bodies of other routes alone', async () => {
  const reply = await http.inject({ method: 'POST', url: '/echo', payload: { a: 1 } });
  expect(reply.json()).toEqual({ a: 1 });
});
