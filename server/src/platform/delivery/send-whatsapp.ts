import { after, type Now, SECOND_MS } from '../clock.js';
import { type OutgoingMessage, type Send, SendPostponed, SendRefused } from '../outbox/message.js';
import { oneLine } from './one-line.js';
import { verdictOn } from './whatsapp-errors.js';

export interface CloudApiOptions {
  readonly phoneNumberId: string;
  readonly accessToken: string;
  readonly now: Now;
  /** With the Graph API's version; Meta retires each about two years after the next one. */
  readonly apiUrl?: string;
  readonly timeoutMs?: number;
  /** Whether the webhook is set up, so that receipts come. */
  readonly receipts?: boolean;
}

/** Sends by the WhatsApp Cloud API. The row id goes along and comes back in every status callback. */
export function cloudApi(options: CloudApiOptions): Send {
  const { phoneNumberId, apiUrl = 'https://graph.facebook.com/v26.0' } = options;
  const address = new URL(`${apiUrl.replace(/\/$/, '')}/${phoneNumberId}/messages`);
  return async (message) => {
    const { response, answer } = await post(address, payloadOf(message), options);
    if (response.ok) return { providerId: answer?.messages?.[0]?.id ?? null, receipts: options.receipts };
    const { reason, again } = verdictOn(answer?.error?.code, response.status);
    if (!again) throw new SendRefused(reason);
    throw new SendPostponed(reason, retryAt(response.headers.get('retry-after'), options.now()));
  };
}

interface Answer {
  readonly messages?: readonly { readonly id?: string }[];
  readonly error?: { readonly code?: number };
}

async function post(
  address: URL,
  payload: object,
  { accessToken, timeoutMs = 10 * SECOND_MS }: CloudApiOptions,
) {
  try {
    const response = await fetch(address, {
      method: 'POST',
      headers: { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json' },
      body: JSON.stringify(payload),
      redirect: 'error', // the token belongs to this one host
      signal: AbortSignal.timeout(timeoutMs),
    });
    // Proxies answer in HTML; the status then says enough.
    const answer = parsed(await response.text());
    return { response, answer };
  } catch (error) {
    // Only the kind of fault: the cause may quote the request.
    throw new SendPostponed((error as Error).name === 'TimeoutError' ? 'TIMEOUT' : 'CONNECTION');
  }
}

function parsed(body: string): Answer | undefined {
  try {
    return JSON.parse(body) ?? undefined;
  } catch {
    return undefined;
  }
}

function payloadOf({ id, to, language, code, template }: OutgoingMessage): object {
  const { name, parameters, buttonSuffix } = template;
  const components = code
    ? [body([code]), urlButton(code)] // an authentication template takes the code twice: to read and to copy
    : [
        ...(parameters.length > 0 ? [body(parameters)] : []),
        ...(buttonSuffix === undefined ? [] : [urlButton(buttonSuffix)]),
      ];
  return {
    messaging_product: 'whatsapp',
    recipient_type: 'individual',
    to,
    type: 'template',
    template: { name, language: { code: language }, ...(components.length > 0 ? { components } : {}) },
    biz_opaque_callback_data: id,
  };
}

// Line breaks, tabs and runs of spaces are refused by the API, and so is an empty text.
const text = (value: string) => ({ type: 'text', text: oneLine(value) || '-' });

const body = (values: readonly string[]) => ({ type: 'body', parameters: values.map(text) });

const urlButton = (value: string) => ({
  type: 'button',
  sub_type: 'url',
  index: '0',
  parameters: [text(value)],
});

/** `Retry-After` holds seconds or a date (RFC 9110). */
function retryAt(header: string | null, now: Date): Date | undefined {
  if (!header) return undefined;
  const at = /^\d{1,6}$/.test(header) ? after(now, Number(header) * SECOND_MS) : new Date(header);
  return Number.isNaN(at.getTime()) ? undefined : at;
}
