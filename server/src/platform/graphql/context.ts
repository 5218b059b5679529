import type { Language } from '../words/language.js';

/** What every resolver may know about a request. */
export interface Context {
  readonly language: Language;
  /** Where the request came from, as budgets count it: an IPv4 address or an IPv6 /64. */
  readonly source: string;
  /** The client's user agent, shortened; a label for people, never proof of anything. */
  readonly device: string;
}
