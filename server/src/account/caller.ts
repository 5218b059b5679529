import type { Language } from '../platform/words/language.js';
import type { Carrier } from './carrier.js';

/** Who is asking, as far as the network tells: for budgets, the trail and the session list. */
export interface Caller {
  readonly language: Language;
  /** Client address through trusted proxies; IPv6 as its /64. */
  readonly source: string;
  /** Short label of the program that asks, or null. */
  readonly device: string | null;
  /** How this client keeps a session that begins now. */
  readonly carrier: Carrier;
}
