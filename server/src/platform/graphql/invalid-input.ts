import type { Fault } from '../words/fault.js';

export interface FieldFault {
  /** Path below `input`, for example `identity.nik`. */
  readonly field: string;
  readonly fault: Fault;
}

/** Malformed or contradictory input. Becomes `BAD_USER_INPUT` in the language of the request; nothing has been done. */
export class InvalidInput extends Error {
  constructor(readonly fields: readonly FieldFault[]) {
    super(fields.map(({ field, fault }) => `${field}: ${fault.code}`).join(', '));
  }
}
