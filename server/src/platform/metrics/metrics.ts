import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** A number that is read when somebody asks: the length of a queue, the age of its oldest row, what was counted so far. */
export interface Figure {
  /** Without the prefix: `outbox_waiting`. A unit stands last: `_seconds`, `_bytes`; `_total` is a count, which only grows while the process lives. */
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
const COUNT = '_total';
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
    const collect = async () => {
      shown.reset(); // a state that nothing is in any longer must not keep its last number
      const readings = await Promise.resolve(read()).catch(() => []);
      for (const { labels: which = {}, value } of readings) shown.inc(which, value);
    };
    const registers = [this.#registry];
    const described = { name: `${PREFIX}${name}`, help, labelNames: [...labels], registers, collect };
    // `rate()` is right over a counter only: it takes each fall for a process that began anew.
    const shown: Counter | Gauge = name.endsWith(COUNT) ? new Counter(described) : new Gauge(described);
  }

  get contentType(): string {
    return this.#registry.contentType;
  }

  text(): Promise<string> {
    return this.#registry.metrics();
  }
}
