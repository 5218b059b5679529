import { learnServerTime } from './clock.ts';
import { FieldsRefused, Offline, SignedOut, Trouble } from './failures.ts';
import { languageNow } from './language.tsx';

/** A document that codegen typed: text that knows what it answers and what it asks for. */
interface Typed<Data, Variables> {
  toString(): string;
  __apiType?: (variables: Variables) => Data;
}

interface Answer<Data> {
  readonly data?: Data | null;
  readonly errors?: readonly { message: string; extensions?: Extensions }[];
}

interface Extensions {
  readonly code?: string;
  readonly reference?: string;
  readonly fields?: readonly { field: string; code: string; message: string }[];
}

let tellSignedOut = (): void => undefined;

/** Whoever keeps the session is told by any answer that it is over. */
export function onSignedOut(tell: () => void): void {
  tellSignedOut = tell;
}

/** Long enough for a weak network, short enough to be told about it. */
const LONGEST_WAIT_MS = 25_000;

/**
 * Sends one operation and answers its data. Throws `FieldsRefused` for what was typed, `SignedOut`, `Offline` when nobody can
 * say what became of it, and `Trouble` when the service is at fault; each with words fit to show.
 */
export async function request<Data, Variables>(
  document: Typed<Data, Variables>,
  ...[variables]: Variables extends Record<string, never> ? [] : [Variables]
): Promise<Data> {
  const reply = await post({ query: document.toString(), variables });
  learnServerTime(reply.headers.get('date'));
  const { data, errors } = answerIn<Data>(await textOf(reply));
  const [error] = errors ?? [];
  if (data && !error) return data;
  const { code, fields, reference } = error?.extensions ?? {};
  if (code === 'BAD_USER_INPUT' && fields) throw new FieldsRefused(fields);
  if (code === 'UNAUTHENTICATED') {
    tellSignedOut();
    throw new SignedOut();
  }
  throw new Trouble(error?.message, reference, secondsIn(reply.headers.get('retry-after')));
}

/** Absent, and where it is a date: nobody waits by that. */
const secondsIn = (retryAfter: string | null): number | undefined => Number(retryAfter) || undefined;

/** A network may break off in the middle of an answer, too. */
const textOf = (reply: Response): Promise<string> =>
  reply.text().catch(() => {
    throw new Offline();
  });

/** Not of the service: the page of some machine between it and here. */
function answerIn<Data>(text: string): Answer<Data> {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}

async function post(body: object): Promise<Response> {
  try {
    return await fetch('/graphql', {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/json',
        'accept-language': languageNow(),
        // The session is in a cookie that scripts do not see; a foreign page may not send this header.
        'x-session': 'cookie',
      },
      credentials: 'same-origin',
      body: JSON.stringify(body),
      // Not in every browser inside an app.
      signal: AbortSignal.timeout?.(LONGEST_WAIT_MS),
    });
  } catch {
    throw new Offline();
  }
}
