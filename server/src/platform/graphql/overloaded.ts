/** Shed before the expensive work began: nothing was done, and the caller may come back after `retryAfterS` seconds. */
export class Overloaded extends Error {
  constructor(readonly retryAfterS = 2) {
    super('Too much work is waiting.');
  }
}
