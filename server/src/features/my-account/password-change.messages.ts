import type { Letter } from '../../account/correspondence.js';
import type { Occasion } from '../../account/occasion.js';
import type { Language } from '../../platform/words/language.js';

/** To every proven contact after the change. */
export function passwordChanged({ at, device }: Occasion, language: Language): Letter {
  const words = {
    id: {
      subject: 'Kata sandi Akun OSS Anda diganti',
      paragraphs: [
        'Kata sandi akun Anda baru saja diganti. Semua sesi lain sudah diakhiri.',
        `Waktu: ${at}.`,
        `Perangkat: ${device}.`,
        'Bila itu Anda, tidak perlu melakukan apa pun.',
      ],
    },
    en: {
      subject: 'Your Akun OSS password was changed',
      paragraphs: [
        'The password of your account was just changed. All other sessions have ended.',
        `Time: ${at}.`,
        `Device: ${device}.`,
        'If it was you, there is nothing to do.',
      ],
    },
  }[language];
  const template = { name: 'oss_kata_sandi_diganti', parameters: [at, device] };
  return { kind: 'PASSWORD_CHANGED', ...words, template };
}
