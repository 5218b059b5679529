import type { Letter } from '../../account/correspondence.js';
import type { Language } from '../../platform/words/language.js';

/** To the account that already holds this NIK: somebody with a proven contact tried to register it again. */
export function identityRegisteredAgain(language: Language): Letter {
  const words = {
    id: {
      subject: 'Percobaan pendaftaran dengan identitas Anda',
      paragraphs: [
        'Seseorang mencoba mendaftarkan akun baru dengan NIK Anda. Pendaftaran itu tidak dilanjutkan dan akun Anda tidak berubah.',
        'Bila itu Anda, cukup masuk dengan akun yang sudah ada.',
      ],
      closing: ['Bila bukan Anda, segera hubungi DPMPTSP setempat.'],
    },
    en: {
      subject: 'Somebody tried to register with your identity',
      paragraphs: [
        'Somebody tried to open another account with your NIK. It was not opened and your account has not changed.',
        'If it was you, just log in with the account you have.',
      ],
      closing: ['If it was not you, tell the local licensing office (DPMPTSP) soon.'],
    },
  }[language];
  return {
    kind: 'IDENTITY_REGISTERED_AGAIN',
    ...words,
    template: { name: 'oss_identitas_didaftarkan', parameters: [] },
  };
}

/** The registries answered at last, and named something to mend. */
export function registrationNeedsMending(publicBaseUrl: string, language: Language): Letter {
  const words = {
    id: {
      subject: 'Pendaftaran Akun OSS perlu diperbaiki',
      paragraphs: [
        'Data pendaftaran Anda tidak cocok dengan catatan instansi. Periksa nama, tanggal lahir dan nomor Anda, lalu lanjutkan pendaftaran.',
        `Buka kembali halaman pendaftaran di ${publicBaseUrl}.`,
      ],
    },
    en: {
      subject: 'Your Akun OSS registration needs mending',
      paragraphs: [
        'What you entered does not match the official record. Check your name, birth date and numbers, then go on with the registration.',
        `Open the registration page again at ${publicBaseUrl}.`,
      ],
    },
  }[language];
  return {
    kind: 'REGISTRATION_NEEDS_MENDING',
    ...words,
    template: { name: 'oss_pendaftaran_selesai_diperiksa', parameters: [publicBaseUrl] },
  };
}

/** To a person who waited for the registry and then turned out to have an account already. */
export function identityTaken(publicBaseUrl: string, language: Language): Letter {
  const words = {
    id: {
      subject: 'Identitas Anda sudah memiliki Akun OSS',
      paragraphs: [
        'Pendaftaran Anda tidak dilanjutkan karena identitas ini sudah memiliki akun. Silakan masuk, atau gunakan Lupa Akun.',
      ],
    },
    en: {
      subject: 'Your identity already has an Akun OSS account',
      paragraphs: [
        'Your registration was not continued because this identity has an account. Log in, or use the forgotten-account page.',
      ],
    },
  }[language];
  return {
    kind: 'IDENTITY_TAKEN',
    ...words,
    template: { name: 'oss_sudah_terdaftar', parameters: [publicBaseUrl] },
  };
}
