import type { FirstQuestionQuery } from '../gql/graphql';
import { storedPreferences } from '../ui/stored-preferences';
import QUESTION from './first-question.graphql?raw';

/** Who sits here and until when, and the moment the answer came (of `performance.now`). */
export interface FirstAnswer extends FirstQuestionQuery {
  readonly cameAt: number;
}

const ANSWER_WITHIN_MS = 20_000;
/** Nobody has to be known there. */
const OUTSIDE = /^\/(masuk|undangan|keluar)(\/|$)/;

/**
 * Asked as plain text, before the client for such questions has arrived. Null where nobody has to be known, or where no good
 * answer came: then the client asks once more, and knows what to say of a refusal.
 */
export async function firstAnswer(pathname: string): Promise<FirstAnswer | null> {
  const base = import.meta.env.BASE_URL;
  if (OUTSIDE.test(pathname.slice(base.length - 1))) return null;
  try {
    const reply = await fetch(`${base}graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'accept-language': storedPreferences().language },
      body: JSON.stringify({ operationName: 'FirstQuestion', query: QUESTION }),
      signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
    });
    const { data, errors } = await reply.json();
    return data && !errors ? { ...data, cameAt: performance.now() } : null;
  } catch {
    return null;
  }
}
