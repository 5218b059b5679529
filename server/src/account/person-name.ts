import { type Fault, fault, type Parsed, parsed } from '../platform/words/fault.js';

const NAME_LENGTH = fault('NAME_LENGTH', {
  id: 'Isi nama, paling banyak 100 huruf (150 untuk badan usaha).',
  en: 'Enter the name, at most 100 characters (150 for an entity).',
});
const NAME_LETTER = fault('NAME_LETTER', {
  id: 'Nama harus memuat huruf. Isi nama seperti tertulis pada dokumen resminya.',
  en: 'A name holds letters. Enter it as it stands on its official document.',
});
const NAME_CONTROL = fault('NAME_CONTROL', {
  id: 'Nama memuat ganti baris atau karakter tersembunyi. Ketik ulang dalam satu baris.',
  en: 'The name holds a line break or a hidden character. Type it again on one line.',
});
const NAME_LONG = fault('NAME_LONG', {
  id: 'Nama ini lebih dari 60 huruf. Periksa apakah sama dengan KTP; bila sudah benar, lanjutkan.',
  en: 'This name is longer than 60 characters. Check that it is as on the identity card; if it is, go on.',
});
const NAME_UNUSUAL = fault('NAME_UNUSUAL', {
  id: 'Nama ini memuat angka atau tanda yang tidak biasa. Periksa apakah sama dengan KTP; bila sudah benar, lanjutkan.',
  en: 'This name holds digits or unusual signs. Check that it is as on the identity card; if it is, go on.',
});

/** One field, kept as it is written; one word is a whole name. */
export function readPersonName(raw: string): Parsed<string> {
  return readName(raw, { max: 100, needs: /\p{L}/u }, (name) => {
    const warnings: Fault[] = [];
    if ([...name].length > 60) warnings.push(NAME_LONG);
    if (!/^[\p{L}\p{M} '.,\-/()]*$/u.test(name)) warnings.push(NAME_UNUSUAL);
    return warnings;
  });
}

export function readEntityName(raw: string): Parsed<string> {
  return readName(raw, { max: 150, needs: /[\p{L}\p{Nd}]/u }, () => []);
}

/** What two spellings of a name have to do with each other: the same but for case and stops, two letters apart, or neither. */
export function similarity(a: string, b: string): 'SAME' | 'SIMILAR' | 'DIFFERENT' {
  const [left, right] = [comparable(a), comparable(b)];
  if (left === right) return 'SAME';
  return distance([...left], [...right]) <= 2 ? 'SIMILAR' : 'DIFFERENT';
}

/** `BUDI S••••`; a single word shows three letters, or one if it has no more than three. */
export function maskName(name: string): string {
  const words = name.split(' ');
  const [first = ''] = words;
  const letters = [...first];
  if (words.length > 1) return `${first} ${[...(words.at(-1) ?? '')].slice(0, 1).join('')}••••`;
  return `${letters.slice(0, letters.length > 3 ? 3 : 1).join('')}••••`;
}

// Control and line marks, halves of characters, and marks that turn the direction: they could forge a line in a message or list.
const FORGING = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

function readName(
  raw: string,
  { max, needs }: { max: number; needs: RegExp },
  warningsOf: (name: string) => Fault[],
): Parsed<string> {
  const text = raw.trim();
  if (FORGING.test(text)) return { fault: NAME_CONTROL };
  const name = straight(text.replace(/\p{Cf}/gu, '').normalize('NFC'))
    .replace(/\s+/g, ' ')
    .trim();
  const length = [...name].length;
  if (length < 1 || length > max) return { fault: NAME_LENGTH };
  return needs.test(name) ? parsed(name, warningsOf(name)) : { fault: NAME_LETTER };
}

const straight = (text: string): string => text.replace(/[’‘ʼ]/g, "'");

const comparable = (name: string): string =>
  straight(name).normalize('NFKC').toUpperCase().replace(/[.,]/g, '').replace(/\s+/g, ' ').trim();

/** Levenshtein: letters to insert, drop or change. */
function distance(a: readonly string[], b: readonly string[]): number {
  let row = b.map((_, column) => column + 1);
  a.forEach((letter, line) => {
    let diagonal = line;
    let left = line + 1;
    row = row.map((above, column) => {
      const best = Math.min(above + 1, left + 1, diagonal + (letter === b[column] ? 0 : 1));
      diagonal = above;
      left = best;
      return best;
    });
  });
  return row.at(-1) ?? a.length;
}
