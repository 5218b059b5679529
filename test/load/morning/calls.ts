import { Agent, request } from 'node:http';

export interface Reply {
  readonly status: number;
  /** The one root field's answer; undefined when there was none. */
  // biome-ignore lint/suspicious/noExplicitAny: an answer has the fields its document asked for.
  readonly data: any;
  readonly cookie?: string;
}

/** `ok`: answered, an expected refusal among it. `shed`: 503 with Retry-After. `failed`: anything else. */
export type Outcome = 'ok' | 'shed' | 'failed';

export interface Call {
  readonly operation: string;
  /** Milliseconds since the morning began. */
  readonly at: number;
  readonly ms: number;
  readonly outcome: Outcome;
  /** Of the database, where they were counted. */
  readonly statements?: number;
}

export interface Asked {
  readonly operation: string;
  readonly query: string;
  readonly variables?: object;
  readonly headers?: Readonly<Record<string, string>>;
  readonly path?: '/graphql' | '/helpdesk/graphql';
}

/** Thrown at whoever was turned away or got no answer: the journey ends there, as people give up. */
export class GaveUp extends Error {}

const PATIENCE_MS = 20_000;

/** Asks, keeps time, and remembers every call. All traffic goes to 127.0.0.1. */
export class Calls {
  readonly all: Call[] = [];
  readonly faults = new Map<string, number>();
  /** Reads the database's own count. Set while one call is asked at a time: what it grows by is that call's. */
  count?: () => Promise<number>;
  readonly #began = performance.now();
  readonly #agent = new Agent({ keepAlive: true });

  constructor(private readonly base: string) {
    if (new URL(base).hostname !== '127.0.0.1') throw new Error('Load is for this machine only.');
  }

  now(): number {
    return performance.now() - this.#began;
  }

  async ask(asked: Asked): Promise<Reply> {
    const before = await this.count?.();
    const at = this.now();
    const { status, text, retryAfter, cookie } = await this.#post(asked);
    const ms = this.now() - at;
    const after = await this.count?.();
    const { data, errors } = parsed(text);
    const shed = status === 503 && retryAfter !== undefined;
    const outcome = shed ? 'shed' : status === 200 && !errors ? 'ok' : 'failed';
    const counted = before !== undefined && after !== undefined ? { statements: after - before } : {};
    this.all.push({ operation: asked.operation, at, ms, outcome, ...counted });
    if (outcome === 'ok') return { status, data: Object.values(data ?? {})[0], cookie };
    if (outcome === 'failed') this.remember(`${asked.operation}: ${status} ${text.slice(0, 160)}`);
    throw new GaveUp(outcome);
  }

  close(): void {
    this.#agent.destroy();
  }

  /** For what went otherwise than anybody meant; told at the end. */
  remember(fault: string): void {
    const known = fault.replace(/[0-9a-f]{8}-[0-9a-f-]{27}|[\w.]+@/g, '…');
    this.faults.set(known, (this.faults.get(known) ?? 0) + 1);
  }

  #post({ query, variables, headers, path = '/graphql' }: Asked): Promise<Posted> {
    const body = JSON.stringify({ query, variables });
    const all = {
      'content-type': 'application/json',
      'content-length': `${Buffer.byteLength(body)}`,
      ...headers,
    };
    return new Promise((resolve) => {
      const options = { method: 'POST', agent: this.#agent, headers: all, timeout: PATIENCE_MS };
      const sent = request(`${this.base}${path}`, options, (answer) => {
        let text = '';
        answer.setEncoding('utf8').on('data', (part: string) => {
          text += part;
        });
        const { 'retry-after': retryAfter, 'set-cookie': cookies } = answer.headers;
        const cookie = cookies?.[0]?.split(';')[0];
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text, retryAfter, cookie }));
      });
      sent.on('timeout', () => sent.destroy(new Error('no answer in time')));
      sent.on('error', ({ message }) => resolve({ status: 0, text: message }));
      sent.end(body);
    });
  }
}

interface Posted {
  readonly status: number;
  readonly text: string;
  readonly retryAfter?: string;
  readonly cookie?: string;
}

function parsed(text: string): { data?: object; errors?: unknown } {
  try {
    return JSON.parse(text) as object;
  } catch {
    return { errors: text };
  }
}
