import { fault, type Parsed, parsed } from './fault.js';

const CONTROL_CHARACTER = fault('CONTROL_CHARACTER', {
  id: 'Isian ini memuat ganti baris atau karakter tersembunyi. Ketik ulang dalam satu baris.',
  en: 'This entry holds a line break or a hidden character. Type it again on one line.',
});

// Soft hyphen, zero-width and direction marks: chat apps and PDF files paste them along, nobody sees them.
const INVISIBLE = /\p{Cf}/gu;
const CONTROL = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/u;

/** Spaces, dots and hyphens of any width, with which people group long numbers. */
export const GROUPING = /[\s.\-\u2010-\u2015\u2212]/g;

/** What every identifier goes through before its own rule is asked: one text, however it was typed or pasted. */
export function readTyped(raw: string): Parsed<string> {
  const text = raw.replace(INVISIBLE, '').normalize('NFKC').trim();
  return CONTROL.test(text) ? { fault: CONTROL_CHARACTER } : parsed(text);
}
