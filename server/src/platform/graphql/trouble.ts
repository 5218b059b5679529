import type { Words } from '../words/language.js';
import { Overloaded } from './overloaded.js';
import { isUnavailable } from './unavailable.js';

/** A failure that is nobody's input's fault: what the caller is told about it, and how the HTTP answer says so. */
export interface Trouble {
  readonly code: 'OVERLOADED' | 'UNAVAILABLE' | 'INTERNAL_SERVER_ERROR';
  readonly status: 500 | 503;
  readonly words: Words;
  readonly retryAfterS?: number;
}

const BUSY: Words = {
  id: 'Layanan sedang sangat sibuk. Coba lagi sebentar lagi.',
  en: 'The service is very busy. Try again in a moment.',
};
// A write whose COMMIT was lost may have happened: no promise either way.
const AWAY: Words = {
  id: 'Layanan sedang terganggu. Coba lagi beberapa saat lagi.',
  en: 'The service is disrupted. Try again in a while.',
};
const BROKEN: Words = {
  id: 'Terjadi kesalahan pada layanan. Sebutkan nomor rujukan bila menghubungi helpdesk.',
  en: 'Something went wrong on our side. Quote the reference when you contact the helpdesk.',
};
const AWAY_RETRY_S = 5;

export function troubleOf(cause: unknown): Trouble {
  if (cause instanceof Overloaded) {
    return { code: 'OVERLOADED', status: 503, words: BUSY, retryAfterS: cause.retryAfterS };
  }
  if (isUnavailable(cause)) {
    return { code: 'UNAVAILABLE', status: 503, words: AWAY, retryAfterS: AWAY_RETRY_S };
  }
  return { code: 'INTERNAL_SERVER_ERROR', status: 500, words: BROKEN };
}
