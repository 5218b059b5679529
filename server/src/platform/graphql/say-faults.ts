import type { Language, Words } from '../words/language.js';
import type { FieldFault } from './invalid-input.js';

/** One line of `extensions.fields`: the stable code is for programs, the sentence for people. Never the value. */
export interface SpokenFault {
  readonly field: string;
  readonly code: string;
  readonly message: string;
}

export interface SpokenFaults {
  readonly message: string;
  readonly fields: readonly SpokenFault[];
}

const MEND: Words = {
  id: 'Beberapa isian perlu diperbaiki.',
  en: 'Some entries need mending.',
};
const MOST = 20;

export function sayFaults(faults: readonly FieldFault[], language: Language): SpokenFaults {
  const fields = faults.slice(0, MOST).map(({ field, fault: { code, words } }) => ({
    field,
    code,
    message: words[language],
  }));
  return { message: MEND[language], fields };
}
