/** Between the password and the code. Kept by the page alone: it is half a sign-in, so it goes with a reload. */
export interface Challenge {
  readonly challenge: string;
  /** At the first sign-in, and after a lost phone: the key that the authenticator has to learn. */
  readonly otpauthUri?: string;
}

let pending: Challenge | null = null;
let refused: string | undefined;

export const pendingChallenge = (): Challenge | null => pending;

/** `why` is said on the first step, to which a challenge that died leads back. */
export function keepChallenge(challenge: Challenge | null, why?: string): void {
  pending = challenge;
  refused = why;
}

export const lastRefusal = (): string | undefined => refused;
