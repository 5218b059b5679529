import type { Parsed } from '../../server/src/platform/words/fault.js';

/** A reading in one line of a table: the fault's code, or the value with the codes of its warnings behind it. */
export function told(reading: Parsed<unknown>): string {
  if ('fault' in reading) return reading.fault.code;
  return [reading.value, ...reading.warnings.map(({ code }) => code)].join(' ');
}

export const codesOf = (faults: readonly { code: string }[]): string[] => faults.map(({ code }) => code);
