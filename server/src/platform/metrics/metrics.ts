import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** A number that is read when somebody asks: the length of a queue, the age of its oldest row. */
export interface Figure {
  /** Without the prefix: `outbox_waiting`. A unit stands last: `_seconds`, `_bytes`. */
  readonly name: string;
  readonly help: string;
  readonly labels?: readonly string[];
  readonly read: () => Promise<readonly Reading[]> | readonly Reading[];
}

export interface Reading {
  readonly labels?: Readonly<Record<string, string>>;
  readonly value: number;
}

const PREFIX = 'akun_';
/** Seconds; the bars of design.md 6 and the overload rule of security.md 6.5 lie between them. */
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];
const OPERATION = ['schema', 'operation'] as const;

/**
 * What operators watch. Labels hold names of the program (operations, outcomes, channels, states) and nothing a person
 * sent: no identifier, address or office (security.md 7).
 */
export class Metrics {
  readonly #registry = new Registry();
  readonly #outcomes: Counter<'schema' | 'operation' | 'outcome'>;
  readonly #seconds: Histogram<(typeof OPERATION)[number]>;

  constructor() {
    const registers = [this.#registry];
    this.#outcomes = new Counter({
      name: `${PREFIX}operations_total`,
      help: 'Root fields answered, by outcome: a type of the schema, "ok", or the code of an error.',
      labelNames: [...OPERATION, 'outcome'],
      registers,
    });
    this.#seconds = new Histogram({
      name: `${PREFIX}operation_seconds`,
      help: 'How long root fields took.',
      labelNames: OPERATION,
      buckets: BUCKETS,
      registers,
    });
    collectDefaultMetrics({ register: this.#registry, prefix: PREFIX });
  }

  answered(schema: string, operation: string, outcome: string, seconds: number): void {
    this.#outcomes.inc({ schema, operation, outcome });
    this.#seconds.observe({ schema, operation }, seconds);
  }

  /** Read at each scrape; one that fails is left out of that scrape and the others still answer. */
  watch({ name, help, labels = [], read }: Figure): void {
    const gauge: Gauge = new Gauge({
      name: `${PREFIX}${name}`,
      help,
      labelNames: [...labels],
      registers: [this.#registry],
      async collect() {
        gauge.reset(); // a state that nothing is in any longer must not keep its last number
        const readings = await Promise.resolve(read()).catch(() => []);
        for (const { labels: which = {}, value } of readings) gauge.set(which, value);
      },
    });
  }

  get contentType(): string {
    return this.#registry.contentType;
  }

  text(): Promise<string> {
    return this.#registry.metrics();
  }
}
