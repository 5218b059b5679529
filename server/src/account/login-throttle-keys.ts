import type { BlindIndex } from '../platform/crypto/blind-index.js';

/** The rows that one attempt to log in is counted in. */
export interface ThrottleKeys {
  readonly account: string;
  readonly both: string;
  readonly source: string;
}

/** `holder`: the account's id, or the typed identifier where there is none. */
export const throttleKeys = (index: BlindIndex, holder: string, source: string): ThrottleKeys => ({
  account: index.of('login-account', holder),
  both: index.of('login-both', `${holder} ${source}`),
  source: index.of('login-source', source),
});
