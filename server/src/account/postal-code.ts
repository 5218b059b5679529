import { fault, type Parsed, parsed } from '../platform/words/fault.js';
import { readTyped } from '../platform/words/typed-text.js';

const POSTAL_CODE_SHAPE = fault('POSTAL_CODE_SHAPE', {
  id: 'Kode pos terdiri dari 5 angka dan tidak diawali 0. Periksa kembali, atau kosongkan bila tidak tahu.',
  en: 'A postal code has 5 digits and does not begin with 0. Check it, or leave it empty if you do not know it.',
});

/** Five digits, never compared with the region: 125 codes cross regencies. */
export function readPostalCode(raw: string): Parsed<string> {
  const text = readTyped(raw);
  if ('fault' in text) return text;
  const code = text.value.replace(/\s/g, '');
  return /^[1-9]\d{4}$/.test(code) ? parsed(code) : { fault: POSTAL_CODE_SHAPE };
}
