import { after, MINUTE_MS, type Now } from '../../platform/clock.js';
import type { Seal } from '../../platform/crypto/seal.js';

interface Sealed {
  readonly accountId: string;
  /** Milliseconds; of one length for centuries, so that ids show nothing by theirs. */
  readonly until: number;
}

const CONTEXT = 'forgotten-account:lookup';

/** Names one account to whoever was shown it, for some minutes: nobody can read, guess or make one, and none is kept. */
export class LookupIds {
  constructor(
    private readonly seal: Seal,
    private readonly now: Now,
    /** LOOKUP_TTL_MIN. */
    private readonly ttlMin: number,
  ) {}

  issue(accountId: string): string {
    const until = after(this.now(), this.ttlMin * MINUTE_MS).getTime();
    return this.seal.close(JSON.stringify({ accountId, until } satisfies Sealed), CONTEXT);
  }

  /** The account it stood for at that time; null for anything that is not, or no longer, such an id. */
  accountAt(lookupId: string, at: Date): string | null {
    const sealed = this.#open(lookupId);
    return sealed && sealed.until > at.getTime() ? sealed.accountId : null;
  }

  #open(lookupId: string): Sealed | null {
    try {
      return JSON.parse(this.seal.open(lookupId, CONTEXT));
    } catch {
      return null;
    }
  }
}
