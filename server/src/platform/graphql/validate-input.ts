import { type ValidationError, validate } from 'class-validator';

import { type Fault, fault, faultByCode } from '../words/fault.js';
import { type FieldFault, InvalidInput } from './invalid-input.js';

const FIELD_INVALID = fault('FIELD_INVALID', {
  id: 'Isian ini belum sesuai. Periksa lalu isi kembali.',
  en: 'This entry does not fit. Check it and enter it again.',
});

/**
 * type-graphql's check of one argument. Throws `InvalidInput` with every fault found, nested inputs included;
 * a plain `Error` for an input class without rules, which is a mistake in the program.
 */
export async function validateInput(value: unknown): Promise<void> {
  const inputs = (Array.isArray(value) ? value : [value]).filter(isInput);
  const faults: FieldFault[] = [];
  for (const input of inputs) faults.push(...(await faultsIn(input)));
  if (faults.length > 0) throw new InvalidInput(faults);
}

const isInput = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !(value instanceof Date);

async function faultsIn(input: object): Promise<FieldFault[]> {
  const errors = await validate(input, {
    // A missing optional field is for GraphQL's own types to judge.
    skipMissingProperties: true,
    forbidUnknownValues: true,
    // The value would travel inside the error: passwords, identity numbers.
    validationError: { target: false, value: false },
  });
  return flatten(errors);
}

function flatten(errors: readonly ValidationError[], prefix = ''): FieldFault[] {
  return errors.flatMap(({ property, constraints = {}, children = [] }) => {
    if ('unknownValue' in constraints) throw new Error('An input class without a single rule was validated.');
    return [
      ...Object.values(constraints).map((code) => ({ field: `${prefix}${property}`, fault: named(code) })),
      ...flatten(children, `${prefix}${property}.`),
    ];
  });
}

/** The message of our own rules is a fault's code; that of a stock rule is English prose nobody should see. */
const named = (message: string): Fault => faultByCode(message) ?? FIELD_INVALID;
