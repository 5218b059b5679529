import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { AuditEvent } from '../../server/src/platform/audit/audit-event.entity.js';
import { OutboxMessage } from '../../server/src/platform/outbox/outbox-message.entity.js';
import { LOGIN, START } from '../kit/account-operations.js';
import { type App, startApp } from '../kit/app.js';
import { startOtlpReceiver } from '../kit/otlp-receiver.js';
import { active, newPerson, startInput } from '../kit/people.js';
import { askReset } from '../kit/recovery.js';
import { startWhatsAppServer, type WhatsAppServer } from '../kit/whatsapp-server.js';

type Collector = Awaited<ReturnType<typeof startOtlpReceiver>>;

let collector: Collector;
let cloud: WhatsAppServer;
let app: App;
let webhook: string;

beforeAll(async () => {
  [collector, cloud] = await Promise.all([startOtlpReceiver(), startWhatsAppServer()]);
  app = await startApp({
    OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
    WHATSAPP_TOKEN: cloud.accessToken,
    WHATSAPP_PHONE_ID: cloud.phoneNumberId,
    WHATSAPP_API_URL: cloud.apiUrl,
    WHATSAPP_APP_SECRET: cloud.appSecret,
    WHATSAPP_VERIFY_TOKEN: 'verify-token-of-the-test',
  });
  webhook = `${await app.listen()}/webhooks/whatsapp`;
});
afterAll(async () => {
  await app.stop();
  await Promise.all([collector.stop(), cloud.stop()]);
});

/** Asks over HTTP, and answers with the id that the answer carries. */
async function requestIdOf(query: string, variables: object): Promise<string> {
  const payload = { query, variables };
  const { headers } = await app.http.inject({ method: 'POST', url: '/graphql', payload });
  return `${headers['x-request-id']}`;
}

describe('the id of a request', () => {
  it('is in its answer, its trail and its message', async () => {
    const person = newPerson();
    const requestId = await requestIdOf(START, { input: await startInput(app, person) });
    await app.work();
    const event = await app.db.rows.findOneBy(AuditEvent, { event: 'REGISTRATION_STARTED', requestId });
    const message = await app.db.rows.findOneBy(OutboxMessage, { kind: 'REGISTRATION_CODE', requestId });
    expect([event?.result, message?.status]).toEqual(['ok', 'ACCEPTED']);
  });

  it('goes along with what the worker looks up later', async () => {
    const known = await active(app);
    await askReset(app, known.email, 'EMAIL');
    await app.work();
    const [message] = await app.db.rows.findBy(OutboxMessage, { kind: 'PASSWORD_RESET_LINK' });
    const asked = await app.db.rows.findOneBy(AuditEvent, { event: 'RESET_REQUESTED' });
    expect(message?.requestId).toMatch(/^[0-9a-f-]{36}$/);
    expect(asked?.requestId).toBe(message?.requestId);
  });

  it('is the reference that somebody quotes who was told that something went wrong', async () => {
    const reply = await app.http.inject({ url: '/graphql' });
    expect(reply.json().errors[0].extensions.reference).toBe(reply.headers['x-request-id']);
    const broken = await app.http.inject({ method: 'POST', url: '/graphql', payload: { query: '{' } });
    expect(broken.json().errors[0].extensions.reference).toBe(broken.headers['x-request-id']);
  });

  it('is in the log line about it', async () => {
    const reply = await app.http.inject({ url: '/nothing/here.txt' });
    const lines = app.lines.filter((line) => line.includes(`${reply.headers['x-request-id']}`));
    expect(lines.length).toBeGreaterThan(0);
  });
});

describe('traces', () => {
  it('lead from a mutation over the message to its receipt', async () => {
    const person = newPerson();
    const input = await startInput(app, person, 'WHATSAPP');
    const requestId = await requestIdOf(START, { input });
    await app.work();
    const sent = cloud.sent.at(-1);
    const at = Math.floor(app.now().getTime() / 1000);
    await cloud.postStatus(webhook, { id: sent?.id ?? '', status: 'delivered', timestamp: at });
    await expect
      .poll(() => collector.spans.some(({ name }) => name === 'receipt'), { timeout: 15_000 })
      .toBe(true);
    const first = collector.spans.find(
      ({ name, attributes }) => name === 'startRegistration' && attributes['akun.request_id'] === requestId,
    );
    const trace = collector.spans.filter(({ traceId }) => traceId === first?.traceId);
    const [send, receipt] = ['send WHATSAPP', 'receipt'].map((name) =>
      trace.find((span) => span.name === name),
    );
    expect(first?.attributes).toMatchObject({
      'akun.schema': 'public',
      'akun.outcome': 'RegistrationStarted',
    });
    expect([send?.parentSpanId, receipt?.parentSpanId]).toEqual([first?.spanId, first?.spanId]);
    expect(send?.attributes).toMatchObject({ 'akun.request_id': requestId, 'akun.outcome': 'ACCEPTED' });
    expect(receipt?.attributes['akun.receipt']).toBe('DELIVERED');
  });

  it('hold nothing that a person sent', async () => {
    const known = await active(app);
    await app.ask(LOGIN, { input: { identifier: known.username, password: 'salah-sekali-1!' } });
    await app.house.tracing.close();
    for (const value of [known.email, known.nik, known.username, known.e164, 'salah-sekali-1!'])
      expect(collector.text()).not.toContain(value);
    expect(collector.spans.some(({ attributes }) => attributes['akun.outcome'] === 'LoginRejected')).toBe(
      true,
    );
  });
});
