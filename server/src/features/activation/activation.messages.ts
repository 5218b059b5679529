import type { Letter } from '../../account/correspondence.js';
import type { Language } from '../../platform/words/language.js';

export function accountActivated(username: string, publicBaseUrl: string, language: Language): Letter {
  const words = {
    id: {
      subject: 'Akun OSS Anda sudah aktif',
      paragraphs: [
        `Silakan masuk di ${publicBaseUrl} dengan username ${username}, atau dengan email atau nomor WhatsApp Anda.`,
      ],
      closing: ['Kami tidak pernah meminta kata sandi Anda, juga tidak melalui petugas.'],
    },
    en: {
      subject: 'Your Akun OSS account is active',
      paragraphs: [
        `Log in at ${publicBaseUrl} with the username ${username}, or with your email or WhatsApp number.`,
      ],
      closing: ['We never ask for your password, not through officers either.'],
    },
  }[language];
  return {
    kind: 'ACCOUNT_ACTIVATED',
    ...words,
    template: { name: 'oss_akun_aktif', parameters: [username] },
  };
}

/** To somebody who asks for an activation they no longer need. */
export function alreadyActive(username: string, publicBaseUrl: string, language: Language): Letter {
  const words = {
    id: {
      subject: 'Akun OSS Anda sudah aktif sebelumnya',
      paragraphs: [
        `Anda tidak perlu mengaktifkan akun lagi. Silakan masuk di ${publicBaseUrl} dengan username ${username}.`,
      ],
      closing: ['Bila Anda tidak memintanya, abaikan pesan ini.'],
    },
    en: {
      subject: 'Your Akun OSS account was active already',
      paragraphs: [
        `There is no need to activate it again. Log in at ${publicBaseUrl} with the username ${username}.`,
      ],
      closing: ['If you did not ask for this, ignore it.'],
    },
  }[language];
  return { kind: 'ALREADY_ACTIVE', ...words, template: { name: 'oss_akun_aktif', parameters: [username] } };
}
