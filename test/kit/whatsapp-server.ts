import { createHmac, randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import { asSent, Payload, type SentTemplate } from './whatsapp-template.js';

/**
 * `error`: answers `failure`. `hang`: silence. `page`: a proxy's HTML instead of the API's JSON. `drop`: takes the message, then
 * ends the call unanswered. `half`: takes it, and stops in the middle of its answer for ever.
 */
export type CloudMode = 'ok' | 'error' | 'hang' | 'page' | 'redirect' | 'drop' | 'half';

/** A documented error: HTTP status, code of the error reference, `Retry-After` in seconds or as a date. */
export interface CloudFailure {
  readonly status: number;
  readonly code: number;
  readonly retryAfter?: string;
}

export const FAILURES = {
  down: { status: 500, code: 131000 },
  tooMany: { status: 429, code: 130429, retryAfter: '120' },
  invalidRecipient: { status: 400, code: 131026 },
  noSuchTemplate: { status: 404, code: 132001 },
  expiredToken: { status: 401, code: 190 },
} as const satisfies Record<string, CloudFailure>;

export interface StatusEvent {
  readonly id: string;
  readonly status: string;
  /** Seconds since 1970, as the API writes it. */
  readonly timestamp: number;
  readonly errorCode?: number;
}

export type WhatsAppServer = Awaited<ReturnType<typeof startWhatsAppServer>>;

/** An HTTP server that takes and refuses template messages as the Cloud API is documented to, and calls webhooks. */
export async function startWhatsAppServer({
  phoneNumberId = '1055',
  accessToken = 'token-of-the-test',
  appSecret = 'app-secret-of-the-test',
} = {}) {
  const sent: SentTemplate[] = [];
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await bodyOf(request);
    if (cloud.mode === 'hang') return;
    if (cloud.mode === 'page')
      return void response.writeHead(502, { 'content-type': 'text/html' }).end('<h1>Bad gateway</h1>');
    if (cloud.mode === 'redirect') return redirect(request, response);
    if (cloud.mode === 'error') return refuse(response, cloud.failure);
    if (request.headers.authorization !== `Bearer ${accessToken}`)
      return refuse(response, FAILURES.expiredToken);
    const path = new RegExp(`^/v\\d+\\.0/${phoneNumberId}/messages$`);
    if (request.method !== 'POST' || !path.test(request.url ?? ''))
      return refuse(response, { status: 400, code: 100 });
    const payload = Payload.safeParse(body);
    if (!payload.success) return refuse(response, { status: 400, code: 131009 });
    const id = `wamid.${randomBytes(24).toString('base64')}`;
    sent.push(asSent(id, payload.data));
    const to = payload.data.to;
    const accepted = {
      messaging_product: 'whatsapp',
      contacts: [{ input: to, wa_id: to.replace('+', '') }],
      messages: [{ id, message_status: 'accepted' }],
    };
    if (cloud.mode === 'drop') return void request.socket.destroy();
    const told = JSON.stringify(accepted);
    response.writeHead(200, { 'content-type': 'application/json' });
    if (cloud.mode === 'half') response.write(told.slice(0, 20));
    else response.end(told);
  }

  const cloud = {
    /** For `WHATSAPP_API_URL`. */
    apiUrl: `http://127.0.0.1:${port}/v26.0`,
    phoneNumberId,
    accessToken,
    appSecret,
    sent,
    mode: 'ok' as CloudMode,
    failure: FAILURES.down as CloudFailure,
    /** Posts a signed callback, as Meta does; answers the HTTP status. */
    async postStatus(url: string, ...events: StatusEvent[]): Promise<number> {
      const body = callbackOf(events);
      const headers = {
        'content-type': 'application/json',
        'x-hub-signature-256': signatureOf(body, appSecret),
      };
      return (await fetch(url, { method: 'POST', headers, body })).status;
    },
    stop: () => {
      server.closeAllConnections();
      return new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
  return cloud;
}

export const signatureOf = (body: string, secret: string) =>
  `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;

/** The body of a status callback. */
export function callbackOf(events: readonly StatusEvent[]): string {
  const statuses = events.map(({ id, status, timestamp, errorCode }) => ({
    id,
    status,
    timestamp: `${timestamp}`,
    recipient_id: '6286012345678',
    ...(errorCode ? { errors: [{ code: errorCode, title: 'Failed', message: 'Failed' }] } : {}),
  }));
  const metadata = { display_phone_number: '620000000000', phone_number_id: '1055' };
  const value = { messaging_product: 'whatsapp', metadata, statuses };
  return JSON.stringify({
    object: 'whatsapp_business_account',
    entry: [{ id: '1', changes: [{ field: 'messages', value }] }],
  });
}

/** To an address that takes anything, as one somebody else has set up would. */
function redirect({ url }: IncomingMessage, response: ServerResponse): void {
  if (url === '/elsewhere') response.writeHead(200).end('{"messages":[{"id":"wamid.elsewhere"}]}');
  else response.writeHead(307, { location: '/elsewhere' }).end();
}

function refuse(response: ServerResponse, { status, code, retryAfter }: CloudFailure): void {
  const error = { message: `(#${code}) Refused`, type: 'OAuthException', code, fbtrace_id: 'AbCdEf' };
  const headers = {
    'content-type': 'application/json',
    ...(retryAfter ? { 'retry-after': retryAfter } : {}),
  };
  response.writeHead(status, headers).end(JSON.stringify({ error }));
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'));
  } catch {
    return undefined;
  }
}
