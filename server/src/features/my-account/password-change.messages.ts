import type { Letter } from '../../account/correspondence.js';
import type { Language } from '../../platform/words/language.js';

export function passwordChanged(language: Language): Letter {
  const words = {
    id: {
      subject: 'Kata sandi Akun OSS Anda diganti',
      paragraphs: [
        'Kata sandi akun Anda baru saja diganti. Semua sesi lain sudah diakhiri.',
        'Bila itu Anda, tidak perlu melakukan apa pun.',
      ],
    },
    en: {
      subject: 'Your Akun OSS password was changed',
      paragraphs: [
        'The password of your account was just changed. All other sessions have ended.',
        'If it was you, there is nothing to do.',
      ],
    },
  }[language];
  return { kind: 'PASSWORD_CHANGED', ...words, template: { name: 'oss_kata_sandi_diganti', parameters: [] } };
}
