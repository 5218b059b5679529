import { type Origin, originNow } from './origin.js';

export type SpanKind = 'SERVER' | 'CONSUMER' | 'CLIENT';
/** Names of the program, ids of its own and counts; nothing that a person sent (security.md 7). */
export type Attributes = Readonly<Record<string, string | number>>;

export interface SpanStart {
  readonly name: string;
  readonly kind: SpanKind;
  readonly attributes: Attributes;
  /** Where it follows from; the current origin unless given. */
  readonly from?: Origin;
}

export interface Span {
  note(attributes: Attributes): void;
}

/** Follows a request from its mutation to the receipt of the message it caused. */
export interface Tracing {
  /** Runs `work` inside a span: what it begins is that span's child, also from a row read later. */
  span<T>(start: SpanStart, work: (span: Span) => Promise<T>): Promise<T>;
  /** Sends what has not been sent. */
  close(): Promise<void>;
}

const IGNORED: Span = { note: () => undefined };

/** Off: nothing is loaded, measured or kept. */
export const notTracing: Tracing = {
  span: (_start, work) => work(IGNORED),
  close: async () => undefined,
};

export const originOf = ({ from }: SpanStart): Origin => from ?? originNow();
