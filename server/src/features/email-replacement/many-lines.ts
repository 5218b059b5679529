import { fault, type Parsed, parsed } from '../../platform/words/fault.js';

const NOTE_LENGTH = fault('NOTE_LENGTH', {
  id: 'Catatan ini terlalu panjang. Ringkaskan.',
  en: 'This note is too long. Make it shorter.',
});
const NOTE_CONTROL = fault('NOTE_CONTROL', {
  id: 'Catatan ini memuat karakter yang tidak terlihat. Ketik ulang tanpa menyalin.',
  en: 'This note holds invisible characters. Type it again instead of pasting.',
});

/** Notes and messages may have several lines, and nothing that turns or hides a line. */
export function manyLines(max: number): (raw: string) => Parsed<string> {
  return (raw) => {
    const value = raw.normalize('NFC').replaceAll('\r\n', '\n').trim();
    if ([...value].length > max) return { fault: NOTE_LENGTH };
    return /[^\P{Cc}\n]|[\u202a-\u202e\u2066-\u2069]/u.test(value) ? { fault: NOTE_CONTROL } : parsed(value);
  };
}
