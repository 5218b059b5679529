export interface FieldFault {
  /** The path in the operation's input: `identity.nik`. */
  readonly field: string;
  readonly message: string;
}

/** What was typed cannot be used; every field at fault at once. */
export class FieldsRefused extends Error {
  constructor(readonly faults: readonly FieldFault[]) {
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
  ) {
    super(message ?? '');
  }
}
