import { buttonSuffixOf } from '../../account/button-suffix.js';
import type { Letter } from '../../account/correspondence.js';
import type { Occasion } from '../../account/occasion.js';
import type { Language } from '../../platform/words/language.js';

export function contactChangeCode(code: string, minutes: number, language: Language): Letter {
  const words = {
    id: {
      subject: `${code} adalah kode penggantian kontak Akun OSS`,
      paragraphs: [
        'Masukkan kode ini di halaman akun untuk memakai kontak ini.',
        `Kode berlaku ${minutes} menit.`,
      ],
      closing: [
        'Jangan berikan kode ini kepada siapa pun, termasuk petugas.',
        'Bila Anda tidak memintanya, abaikan pesan ini.',
      ],
    },
    en: {
      subject: `${code} is your code to change an Akun OSS contact`,
      paragraphs: [
        'Enter this code on the account page to use this contact.',
        `It is good for ${minutes} minutes.`,
      ],
      closing: [
        'Never give this code to anybody, officers included.',
        'If you did not ask for it, ignore this message.',
      ],
    },
  }[language];
  return {
    kind: 'CONTACT_CHANGE_CODE',
    ...words,
    code,
    template: { name: 'oss_kode_verifikasi', parameters: [code] },
  };
}

/** To every proven contact of the account after the change. */
export function contactChanged(mask: string, { at, device }: Occasion, language: Language): Letter {
  const words = {
    id: {
      subject: 'Kontak Akun OSS Anda diganti',
      paragraphs: [
        `Akun Anda sekarang memakai kontak ${mask}. Semua sesi lain sudah diakhiri.`,
        `Waktu: ${at}.`,
        `Perangkat: ${device}.`,
      ],
    },
    en: {
      subject: 'A contact of your Akun OSS account was changed',
      paragraphs: [
        `Your account now uses the contact ${mask}. All other sessions have ended.`,
        `Time: ${at}.`,
        `Device: ${device}.`,
      ],
    },
  }[language];
  const template = { name: 'oss_kontak_diganti', parameters: [mask, at, device] };
  return { kind: 'CONTACT_CHANGED', ...words, template };
}

/** To the contact that was replaced: its way back. */
export function contactReplaced(url: string, mask: string, days: number, language: Language): Letter {
  const words = {
    id: {
      subject: 'Kontak ini diganti di Akun OSS',
      paragraphs: [
        `Kontak ini tidak lagi dipakai untuk masuk; penggantinya ${mask}. Bila itu Anda, tidak perlu melakukan apa pun.`,
        `Bila bukan Anda, kembalikan kontak ini dalam ${days} hari. Semua sesi akan diakhiri.`,
      ],
      button: { label: 'Kembalikan kontak ini', url },
    },
    en: {
      subject: 'This contact was replaced at Akun OSS',
      paragraphs: [
        `This contact is no longer used to log in; ${mask} took its place. If it was you, there is nothing to do.`,
        `If it was not you, put this contact back within ${days} days. All sessions will end.`,
      ],
      button: { label: 'Put this contact back', url },
    },
  }[language];
  const template = {
    name: 'oss_kontak_digantikan',
    parameters: [mask, `${days}`],
    buttonSuffix: buttonSuffixOf(url),
  };
  return { kind: 'CONTACT_REPLACED', ...words, template };
}

export function contactRestored(language: Language): Letter {
  const words = {
    id: {
      subject: 'Kontak Akun OSS dikembalikan',
      paragraphs: [
        'Penggantian kontak dibatalkan dari kontak yang lama. Semua sesi sudah diakhiri; silakan masuk kembali dan ganti kata sandi.',
      ],
    },
    en: {
      subject: 'A contact of your Akun OSS account was put back',
      paragraphs: [
        'The change was undone from the former contact. All sessions have ended; log in again and change the password.',
      ],
    },
  }[language];
  return { kind: 'CONTACT_RESTORED', ...words, template: { name: 'oss_kontak_kembali', parameters: [] } };
}
