import { Agent, request } from 'node:http';

export interface Load {
  readonly url: string;
  /** Bodies sent in turn. */
  readonly bodies: readonly string[];
  readonly token?: string;
  /** As a browser sends it, for the helpdesk. */
  readonly cookie?: string;
  readonly connections: number;
  readonly seconds: number;
}

export interface Measured {
  readonly perSecond: number;
  /** Answers in all, those of the warm-up too. */
  readonly answered: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p95: number;
  readonly errors: number;
  /** What the last of them answered. */
  readonly lastError?: string;
}

/** Keeps `connections` requests under way for `seconds`, after a warm-up of a quarter of it that is not counted. */
export async function hammer(load: Load): Promise<Measured> {
  const agent = new Agent({ keepAlive: true, maxSockets: load.connections });
  const [begin, times] = [performance.now(), [] as number[]];
  const countFrom = begin + load.seconds * 250;
  const end = countFrom + load.seconds * 1000;
  let [turn, errors, lastError] = [0, 0, undefined as string | undefined];
  const client = async () => {
    while (performance.now() < end) {
      const started = performance.now();
      const body = load.bodies[turn++ % load.bodies.length] ?? '';
      const wrong = await post(agent, load, body);
      if (wrong !== null) [errors, lastError] = [errors + 1, wrong];
      else if (started >= countFrom) times.push(performance.now() - started);
    }
  };
  await Promise.all(Array.from({ length: load.connections }, client));
  agent.destroy();
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.floor(times.length * share)] ?? Number.NaN;
  return {
    perSecond: times.length / load.seconds,
    answered: turn - errors,
    p50: at(0.5),
    p95: at(0.95),
    errors,
    lastError,
  };
}

/** Null for an answer without errors and refusals, else the answer. */
function post(agent: Agent, { url, token, cookie }: Load, body: string): Promise<string | null> {
  return new Promise((resolve) => {
    const headers = {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...(cookie ? { cookie } : {}),
    };
    const sent = request(url, { method: 'POST', agent, headers }, (answer) => {
      let text = '';
      answer.setEncoding('utf8');
      answer.on('data', (part: string) => {
        text += part;
      });
      answer.on('end', () =>
        resolve(answer.statusCode === 200 && !/"errors"|Rejected|Required|TooMany/.test(text) ? null : text),
      );
    });
    sent.on('error', (error) => resolve(error.message));
    sent.end(body);
  });
}
