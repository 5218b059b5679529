import { troubleOf } from '../graphql/trouble.js';
import type { Words } from '../words/language.js';

/** Why a request got no further than HTTP. `code` is stable; the words say nothing of what was sent. */
export interface Failure {
  readonly status: number;
  readonly code: string;
  readonly words: Words;
  readonly retryAfterS?: number;
}

/** Thrown by hooks and routes to answer with this failure. */
export class Refused extends Error {
  constructor(readonly failure: Failure) {
    super(failure.code);
  }
}

export const NOT_FOUND: Failure = {
  status: 404,
  code: 'NOT_FOUND',
  words: { id: 'Alamat ini tidak ada.', en: 'There is nothing at this address.' },
};
export const POST_ONLY: Failure = {
  status: 405,
  code: 'METHOD_NOT_ALLOWED',
  words: { id: 'Alamat ini hanya menerima POST.', en: 'This address takes POST only.' },
};
export const JSON_ONLY: Failure = {
  status: 415,
  code: 'UNSUPPORTED_MEDIA_TYPE',
  words: {
    id: 'Kirim sebagai application/json dalam UTF-8.',
    en: 'Send this as application/json in UTF-8.',
  },
};
export const BAD_BODY: Failure = {
  status: 400,
  code: 'BAD_BODY',
  words: { id: 'Isi permintaan bukan JSON yang benar.', en: 'The body of the request is not proper JSON.' },
};
export const BAD_REQUEST: Failure = {
  status: 400,
  code: 'BAD_REQUEST',
  words: { id: 'Permintaan tidak dapat dibaca.', en: 'The request cannot be read.' },
};
export const TOO_LARGE: Failure = {
  status: 413,
  code: 'BODY_TOO_LARGE',
  words: { id: 'Isi permintaan terlalu besar.', en: 'The body of the request is too large.' },
};
const TOO_LONG: Failure = {
  status: 431,
  code: 'HEADERS_TOO_LARGE',
  words: { id: 'Kepala permintaan terlalu besar.', en: 'The headers of the request are too large.' },
};
const TOO_SLOW: Failure = {
  status: 408,
  code: 'REQUEST_TIMEOUT',
  words: { id: 'Permintaan terlalu lama dikirim.', en: 'The request took too long to arrive.' },
};

const BY_CODE: Readonly<Record<string, Failure>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: TOO_LARGE,
  FST_ERR_CTP_INVALID_MEDIA_TYPE: JSON_ONLY,
  FST_ERR_CTP_EMPTY_JSON_BODY: BAD_BODY,
  FST_ERR_CTP_INVALID_JSON_BODY: BAD_BODY,
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: BAD_BODY,
  FST_ERR_NOT_FOUND: NOT_FOUND,
  HPE_HEADER_OVERFLOW: TOO_LONG,
  ERR_HTTP_REQUEST_TIMEOUT: TOO_SLOW,
};

export function failureOf(error: unknown): Failure {
  if (error instanceof Refused) return error.failure;
  const { code, statusCode = 500 } = (error ?? {}) as { code?: unknown; statusCode?: number };
  const known = typeof code === 'string' ? BY_CODE[code] : undefined;
  if (known) return known;
  return statusCode >= 400 && statusCode < 500 ? BAD_REQUEST : troubleOf(error);
}
