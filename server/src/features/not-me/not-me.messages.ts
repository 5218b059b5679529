import { buttonSuffixOf } from '../../account/button-suffix.js';
import type { Letter } from '../../account/correspondence.js';
import type { Occasion } from '../../account/occasion.js';
import type { Language } from '../../platform/words/language.js';

/** To every proven contact, and to the one that reported. */
export function accountSecured({ at, device }: Occasion, publicBaseUrl: string, language: Language): Letter {
  const url = `${publicBaseUrl}/lupa-kata-sandi`; // holds no secret: the proven channel gets that afterwards
  const words = {
    id: {
      subject: 'Akun OSS Anda diamankan',
      paragraphs: [
        'Seseorang melaporkan "ini bukan saya" dari salah satu pemberitahuan kami. Semua sesi dan tautan lain sudah diakhiri, dan kata sandi yang lama tidak berlaku lagi.',
        `Waktu: ${at}.`,
        `Perangkat: ${device}.`,
        'Untuk masuk kembali, minta kata sandi baru. Pakai yang belum pernah dipakai, lalu periksa email dan nomor pada akun Anda.',
      ],
      button: { label: 'Minta kata sandi baru', url },
      closing: ['Bila email atau nomor Anda tidak lagi ada pada akun, hubungi DPMPTSP setempat.'],
    },
    en: {
      subject: 'Your Akun OSS account was made safe',
      paragraphs: [
        'Somebody said "this was not me" from one of our notices. All sessions and other links have ended, and the former password no longer works.',
        `Time: ${at}.`,
        `Device: ${device}.`,
        'To log in again, ask for a new password. Choose one that was never used before, then look at the email and number of your account.',
      ],
      button: { label: 'Ask for a new password', url },
      closing: [
        'If your email or number is no longer part of the account, ask the local licensing office (DPMPTSP).',
      ],
    },
  }[language];
  return {
    kind: 'ACCOUNT_SECURED',
    ...words,
    template: { name: 'oss_akun_diamankan', parameters: [at, device], buttonSuffix: buttonSuffixOf(url) },
  };
}
