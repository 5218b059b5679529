export interface FieldFault {
  /** The path in the operation's input: `identity.nik`. */
  readonly field: string;
  readonly message: string;
}

/** What was typed cannot be used; every field at fault at once. */
export class FieldsRefused extends Error {
  constructor(
    readonly faults: readonly FieldFault[],
    /** Not what was typed, but how often. */
    readonly tooOften = false,
  ) {
    super('fields');
  }
}

/** No answer came: perhaps it was done, perhaps not. */
export class Offline extends Error {}

export class SignedOut extends Error {}

/** The service could not work on it. `reference` is what the helpdesk finds it by. */
export class Trouble extends Error {
  constructor(
    message: string | undefined,
    readonly reference?: string,
    /** Seconds after which the service may have room again, where it said so. */
    readonly retryAfterS?: number,
  ) {
    super(message ?? '');
  }
}

/** The proof of not being a machine does not get on: on this device or in this network, not for what was typed. */
export class CaptchaStuck extends Error {}
