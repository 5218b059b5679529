import { createTransport, type NodemailerError } from 'nodemailer';
import addressparser from 'nodemailer/lib/addressparser';

import { SECOND_MS } from '../clock.js';
import { type OutgoingMessage, type Send, SendPostponed, SendRefused } from '../outbox/message.js';
import { renderMail } from './render-mail.js';

interface SmtpOptions {
  /** `smtp://user:password@host:587?requireTLS=true` or `smtps://…:465`. */
  readonly url: string;
  /** `Akun OSS <no-reply@oss.example.test>`: the name also heads the message, the host ends the Message-ID. */
  readonly from: string;
  /** For one message, from the wait for a connection to the server's last answer. */
  readonly timeoutMs?: number;
}

export interface Smtp {
  readonly send: Send;
  close(): void;
}

/** The provider id is the Message-ID, made of the row id: a message sent twice carries the same one. */
export function openSmtp({ url, from, timeoutMs = 10 * SECOND_MS }: SmtpOptions): Smtp {
  const sender = mailbox(from);
  const transport = createTransport({
    url,
    pool: true,
    // Trying again is the outbox's work, with pauses that grow and a trace of each try.
    maxRequeues: 0,
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const send: Send = async (message) => {
    refuseOddAddress(message.to);
    try {
      // The three time-outs above each start anew, and a server that trickles its answers meets none of them.
      const signal = AbortSignal.timeout(timeoutMs);
      const { messageId } = await transport.sendMail({ ...mailOf(message, sender), signal });
      return { providerId: messageId };
    } catch (error) {
      throw verdictOn(error as NodemailerError);
    }
  };
  return { send, close: () => transport.close({ force: true }) };
}

interface Mailbox {
  readonly name: string;
  readonly address: string;
}

function mailbox(from: string): Mailbox {
  const [only, ...more] = addressparser(from, { flatten: true });
  if (!only?.address?.includes('@') || more.length > 0)
    throw new Error('The sender is not one mail address.');
  return { name: only.name, address: only.address };
}

function mailOf(message: OutgoingMessage, sender: Mailbox) {
  const host = sender.address.slice(sender.address.lastIndexOf('@') + 1);
  return {
    ...renderMail(message, sender.name || host),
    from: sender,
    to: { name: '', address: message.to },
    envelope: { from: sender.address, to: [message.to] },
    messageId: `<${message.id}@${host}>`,
    headers: {
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      'Content-Language': message.language,
      ...(message.requestId && { 'X-Correlation-ID': message.requestId }),
    },
  };
}

/** One plain address and nothing else: a comma, bracket or line break could add a recipient or a header. */
function refuseOddAddress(to: string): void {
  if (!/^[^\s\p{Cc},;:<>()[\]"\\@]+@[^\s\p{Cc},;:<>()[\]"\\@]+$/u.test(to))
    throw new SendRefused('NO_SUCH_ADDRESS');
}

/** The server's own words never leave here: they often repeat the address. */
function verdictOn(error: NodemailerError): SendRefused | SendPostponed {
  const { code, permanent, responseCode } = error;
  // A 5xx to the greeting or the login is about us, and passes once somebody has mended the settings.
  const aboutMessage = code === 'EENVELOPE' || code === 'EMESSAGE';
  if (aboutMessage && permanent) return new SendRefused(refusalReason(error));
  if (code === 'EENVELOPE' && responseCode === undefined) return new SendRefused('NO_SUCH_ADDRESS');
  if (code === 'EAUTH' || code === 'ENOAUTH' || code === 'EOAUTH2')
    return new SendPostponed('PROVIDER_ACCOUNT');
  if (code === 'EABORT' || code === 'ETIMEDOUT') return new SendPostponed('TIMEOUT');
  return new SendPostponed(responseCode ? 'PROVIDER_BUSY' : 'CONNECTION');
}

/** By the enhanced status code (RFC 3463) where the server gives one. */
function refusalReason({ response = '', responseCode = 0, command }: NodemailerError): string {
  const detail = /^\d{3}[ -]5\.(\d{1,3})\.\d{1,3}/.exec(response)?.[1];
  if (detail === '1' || (!detail && command === 'RCPT TO' && responseCode < 552)) return 'NO_SUCH_ADDRESS';
  if (detail === '2') return 'MAILBOX_UNAVAILABLE';
  return detail === '7' ? 'BLOCKED' : 'REFUSED';
}
