import type { Words } from './language.js';

/** One way in which a value someone typed can be wrong: a stable code for programs, a sentence for people. */
export interface Fault {
  readonly code: string;
  readonly words: Words;
}

const known = new Map<string, Fault>();

/** Names a fault once; a second one under the same code is a mistake in the program. */
export function fault(code: string, words: Words): Fault {
  if (known.has(code)) throw new Error(`The fault ${code} is named twice.`);
  const named = { code, words };
  known.set(code, named);
  return named;
}

export const faultByCode = (code: string): Fault | undefined => known.get(code);

/** What reading a typed value gives: the canonical value with its soft warnings, or the reason why there is none. */
export type Parsed<T> =
  | { readonly value: T; readonly warnings: readonly Fault[] }
  | { readonly fault: Fault };

export const parsed = <T>(value: T, warnings: readonly Fault[] = []): Parsed<T> => ({ value, warnings });

/** For callers behind the input check, where the value is known to be well formed. */
export function valueIn<T>(reading: Parsed<T>): T {
  if ('fault' in reading) throw new Error(`Unchecked input: ${reading.fault.code}`);
  return reading.value;
}
