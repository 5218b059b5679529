export interface Post {
  readonly url: string;
  readonly type: 'application/json' | 'application/x-www-form-urlencoded';
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** From the first byte sent to the last one read. */
  readonly timeoutMs: number;
  /** Of the answer, unpacked. */
  readonly maxBytes: number;
}

/** `body` is the parsed JSON of a 200; undefined for every other status, whose text nobody needs. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

export type Trouble = 'UNREACHABLE' | 'TIMED_OUT' | 'TOO_LARGE' | 'NOT_JSON';

/** Carries no cause, address or body: what was asked may be somebody's identity, and errors end up in logs (R84). */
export class PostFailed extends Error {
  constructor(readonly trouble: Trouble) {
    super(`The other side gave no usable answer: ${trouble}`);
  }
}

/** One bounded POST whose answer is JSON. Redirects are not followed, so a secret goes to the configured address only. */
export async function postForJson(request: Post): Promise<Answer> {
  const { url, type, body, headers, timeoutMs, maxBytes } = request;
  const signal = AbortSignal.timeout(timeoutMs);
  try {
    const response = await fetch(url, {
      method: 'POST',
      body,
      headers: { 'content-type': type, accept: 'application/json', ...headers },
      redirect: 'manual',
      signal,
    });
    if (response.status === 200) return { status: 200, body: parsed(await readUpTo(response, maxBytes)) };
    await response.body?.cancel();
    return { status: response.status, body: undefined };
  } catch (error) {
    if (error instanceof PostFailed) throw error;
    throw new PostFailed(signal.aborted ? 'TIMED_OUT' : 'UNREACHABLE');
  }
}

async function readUpTo(response: Response, maxBytes: number): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength;
    if (size > maxBytes) throw new PostFailed('TOO_LARGE'); // leaving the loop cancels the rest
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new PostFailed('NOT_JSON');
  }
}
