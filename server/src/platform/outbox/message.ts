import type { Language } from '../words/language.js';

export type Channel = 'EMAIL' | 'WHATSAPP';

/** One message in one language, ready to be rendered for its channel. User-supplied parts are literal text everywhere. */
export interface Message {
  /** What it is about, for the trace and the log: `ACTIVATION_LINK`. Never a secret. */
  readonly kind: string;
  readonly channel: Channel;
  /** The stored address or E.164 number, exactly. */
  readonly to: string;
  readonly language: Language;
  readonly subject: string;
  readonly paragraphs: readonly string[];
  readonly code?: string;
  readonly button?: { readonly label: string; readonly url: string };
  /** Worth another channel when this one takes it and nobody says that it arrived. */
  readonly fallsBack?: boolean;
  /** Small print below the rest. */
  readonly closing?: readonly string[];
  /** WhatsApp sends approved templates only: an authentication template when `code` is set, else a utility one. */
  readonly template: {
    readonly name: string;
    readonly parameters: readonly string[];
    readonly buttonSuffix?: string;
  };
}

/** `id` is the outbox row's: the provider key, so that a repeated send can be recognised. */
export interface OutgoingMessage extends Message {
  readonly id: string;
  /** Of the request that caused it, for providers that let it go along. */
  readonly requestId?: string | null;
}

export interface Accepted {
  readonly providerId: string | null;
  /** Whether the provider will say later that it arrived. */
  readonly receipts?: boolean;
}

export type Send = (message: OutgoingMessage) => Promise<Accepted>;

/** The provider will never take this message. `reason` is a short code, fit for an agent's eyes. */
export class SendRefused extends Error {
  constructor(readonly reason: string) {
    super(`The provider refused the message: ${reason}`);
  }
}

/** Try again; not before `retryAt` when the provider named a time. */
export class SendPostponed extends Error {
  constructor(
    readonly reason: string,
    readonly retryAt?: Date,
  ) {
    super(`The provider could not take the message now: ${reason}`);
  }
}
