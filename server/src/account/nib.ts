import { fault, type Parsed, parsed } from '../platform/words/fault.js';
import { GROUPING, readTyped } from '../platform/words/typed-text.js';

const NIB_SHAPE = fault('NIB_SHAPE', {
  id: 'NIB terdiri dari 13 angka. Salin NIB dari dokumen NIB Anda, tanpa huruf.',
  en: 'An NIB has 13 digits. Copy it from your NIB document, without letters.',
});
const NIB_LOOKS_LIKE_PHONE = fault('NIB_LOOKS_LIKE_PHONE', {
  id: 'Nomor ini tampak seperti nomor telepon. Periksa apakah ini benar NIB.',
  en: 'This number looks like a phone number. Check that it is the NIB.',
});

/** 13 digits. Public, on websites and invoices: never a proof of anything. */
export function readNib(raw: string): Parsed<string> {
  const text = readTyped(raw);
  if ('fault' in text) return text;
  const nib = text.value.replace(GROUPING, '');
  if (!/^\d{13}$/.test(nib) || /^(\d)\1+$/.test(nib)) return { fault: NIB_SHAPE };
  return parsed(nib, nib.startsWith('628') ? [NIB_LOOKS_LIKE_PHONE] : []);
}
