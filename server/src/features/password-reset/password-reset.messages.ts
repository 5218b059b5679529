import { buttonSuffixOf } from '../../account/button-suffix.js';
import type { Letter } from '../../account/correspondence.js';
import type { Occasion } from '../../account/occasion.js';
import type { Language } from '../../platform/words/language.js';

export function passwordResetLink(url: string, minutes: number, language: Language): Letter {
  const words = {
    id: {
      subject: 'Buat kata sandi baru untuk Akun OSS Anda',
      paragraphs: [
        'Seseorang, mungkin Anda, meminta kata sandi baru untuk akun Anda.',
        `Buka tautan ini lalu isi kata sandi baru. Tautan berlaku ${minutes} menit, hanya untuk satu kali pakai, dan hanya yang terbaru.`,
      ],
      button: { label: 'Buat kata sandi baru', url },
      closing: [
        'Bila bukan Anda, abaikan pesan ini: kata sandi Anda tidak berubah.',
        'Jangan teruskan pesan ini kepada siapa pun, termasuk petugas.',
      ],
    },
    en: {
      subject: 'Set a new password for your Akun OSS account',
      paragraphs: [
        'Somebody, perhaps you, asked for a new password for your account.',
        `Open this link and enter a new password. It is good for ${minutes} minutes and for one use, and only the newest one works.`,
      ],
      button: { label: 'Set a new password', url },
      closing: [
        'If it was not you, ignore this message: your password has not changed.',
        'Never pass this message on to anybody, officers included.',
      ],
    },
  }[language];
  const template = {
    name: 'oss_kata_sandi_baru',
    parameters: [`${minutes}`],
    buttonSuffix: buttonSuffixOf(url),
  };
  return { kind: 'PASSWORD_RESET_LINK', ...words, fallsBack: true, template };
}

/** To somebody who forgot the password before the account was ever used. */
export function activateFirst(publicBaseUrl: string, language: Language): Letter {
  const words = {
    id: {
      subject: 'Akun OSS Anda belum aktif',
      paragraphs: [
        'Seseorang, mungkin Anda, meminta kata sandi baru, tetapi akun ini belum diaktifkan.',
        `Buka pesan aktivasi yang terbaru, atau minta kirim ulang aktivasi di ${publicBaseUrl}. Setelah akun aktif, kata sandi baru dapat diminta.`,
      ],
      closing: ['Bila bukan Anda, abaikan pesan ini.'],
    },
    en: {
      subject: 'Your Akun OSS account is not active yet',
      paragraphs: [
        'Somebody, perhaps you, asked for a new password, but this account has not been activated.',
        `Open the newest activation message, or ask for another at ${publicBaseUrl}. Once the account is active, a new password can be asked for.`,
      ],
      closing: ['If it was not you, ignore this message.'],
    },
  }[language];
  return {
    kind: 'ACTIVATE_FIRST',
    ...words,
    template: { name: 'oss_belum_aktif', parameters: [publicBaseUrl] },
  };
}

/** To every proven contact after the reset. */
export function passwordReset({ at, device }: Occasion, language: Language): Letter {
  const words = {
    id: {
      subject: 'Kata sandi Akun OSS Anda diatur ulang',
      paragraphs: [
        'Kata sandi akun Anda baru saja dibuat baru dengan tautan yang kami kirim. Semua sesi dan semua tautan lain sudah diakhiri.',
        `Waktu: ${at}.`,
        `Perangkat: ${device}.`,
        'Bila itu Anda, silakan masuk dengan kata sandi baru.',
      ],
    },
    en: {
      subject: 'Your Akun OSS password was reset',
      paragraphs: [
        'A new password was just set for your account with a link that we had sent. All sessions and all other links have ended.',
        `Time: ${at}.`,
        `Device: ${device}.`,
        'If it was you, log in with the new password.',
      ],
    },
  }[language];
  return {
    kind: 'PASSWORD_RESET',
    ...words,
    template: { name: 'oss_kata_sandi_diatur_ulang', parameters: [at, device] },
  };
}
