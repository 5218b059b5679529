import { setTimeout as pause } from 'node:timers/promises';

import { z } from 'zod';

import { type Breaker, BreakerOpen } from '../http-client/breaker.js';
import { PostFailed, postForJson } from '../http-client/post-json.js';
import type { RegistryField, Verdict } from './registry.js';

export interface LineOptions {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly timeoutMs: number;
  readonly retryPauseMs: number;
  readonly inFlight: number;
  readonly report: (trouble: string) => void;
}

/** The request's own names for its fields, with what we call them. */
export type FieldNames = Readonly<Record<string, RegistryField>>;

const MAX_ANSWER_BYTES = 16 * 1024;

// Strict: an answer that carries anything beside the verdict, such as the name on record, is not read at all.
const spoken = z.discriminatedUnion('answer', [
  z.strictObject({ answer: z.literal('MATCH') }),
  z.strictObject({ answer: z.literal('MISMATCH'), fields: z.array(z.string()).min(1).max(8) }),
  z.strictObject({ answer: z.literal('NOT_FOUND') }),
  z.strictObject({ answer: z.literal('UNAVAILABLE') }),
]);

class NoVerdict extends Error {
  constructor(
    readonly trouble: string,
    readonly worthARetry: boolean,
  ) {
    super(`The registry gave no verdict: ${trouble}`);
  }
}

/** The way to one registry: bounded in time, size and number, with one retry and a breaker. Never throws. */
export class RegistryLine {
  #underWay = 0;

  constructor(
    private readonly breaker: Breaker,
    private readonly options: LineOptions,
  ) {}

  async ask(query: object, names: FieldNames): Promise<Verdict> {
    if (this.#underWay >= this.options.inFlight) return this.#unavailable('TOO_MANY_UNDER_WAY');
    this.#underWay += 1;
    try {
      return await this.breaker.run(() => this.#askTwice(JSON.stringify(query), names));
    } catch (error) {
      return this.#unavailable(troubleOf(error));
    } finally {
      this.#underWay -= 1;
    }
  }

  async #askTwice(body: string, names: FieldNames): Promise<Verdict> {
    try {
      return await this.#askOnce(body, names);
    } catch (error) {
      if (!worthARetry(error)) throw error;
      await pause(this.options.retryPauseMs * (0.5 + Math.random()));
      return this.#askOnce(body, names);
    }
  }

  async #askOnce(body: string, names: FieldNames): Promise<Verdict> {
    const { url, headers, timeoutMs } = this.options;
    const limits = { timeoutMs, maxBytes: MAX_ANSWER_BYTES };
    const answer = await postForJson({ url, type: 'application/json', body, headers, ...limits });
    if (answer.status >= 500) throw new NoVerdict(`HTTP_${answer.status}`, true);
    if (answer.status === 429) throw new NoVerdict('HTTP_429', false);
    // It lives but refuses this question: no failure of the line, or one odd question could close it to everybody.
    if (answer.status !== 200) return this.#unavailable(`HTTP_${answer.status}`);
    return verdictIn(answer.body, names);
  }

  #unavailable(trouble: string): Verdict {
    this.options.report(trouble);
    return { answer: 'UNAVAILABLE' };
  }
}

function verdictIn(body: unknown, names: FieldNames): Verdict {
  const { success, data } = spoken.safeParse(body);
  if (!success) throw new NoVerdict('UNREADABLE', false);
  if (data.answer !== 'MISMATCH') return data;
  const fields = data.fields.map((field) => (Object.hasOwn(names, field) ? names[field] : undefined));
  if (!fields.every((field) => field !== undefined)) throw new NoVerdict('UNREADABLE', false);
  return { answer: 'MISMATCH', fields };
}

function worthARetry(error: unknown): boolean {
  if (error instanceof PostFailed) return error.trouble === 'UNREACHABLE';
  return error instanceof NoVerdict && error.worthARetry;
}

function troubleOf(error: unknown): string {
  if (error instanceof PostFailed || error instanceof NoVerdict) return error.trouble;
  return error instanceof BreakerOpen ? 'BREAKER_OPEN' : 'UNFORESEEN';
}
