import type { Language } from '../platform/words/language.js';
import type { Letter } from './correspondence.js';

/** Instead of a code, to a contact that has an account: the asker learns nothing, the owner everything. */
export function contactHasAccount(publicBaseUrl: string, language: Language): Letter {
  const words = {
    id: {
      subject: 'Kontak ini sudah terdaftar di Akun OSS',
      paragraphs: [
        'Seseorang baru saja mencoba mendaftar dengan kontak ini, tetapi kontak ini sudah memiliki akun.',
        'Bila itu Anda, silakan masuk. Bila lupa kata sandi, gunakan menu Butuh Bantuan. Bila akun belum aktif, minta kirim ulang aktivasi.',
      ],
      closing: ['Bila bukan Anda, tidak perlu melakukan apa pun: akun Anda tidak berubah.'],
    },
    en: {
      subject: 'This contact already has an Akun OSS account',
      paragraphs: [
        'Somebody just tried to register with this contact, but it has an account already.',
        'If it was you, please log in. If you forgot the password, use the help menu. If the account is not active yet, ask for the activation again.',
      ],
      closing: ['If it was not you, there is nothing to do: your account has not changed.'],
    },
  }[language];
  return {
    kind: 'CONTACT_TAKEN',
    ...words,
    template: { name: 'oss_sudah_terdaftar', parameters: [publicBaseUrl] },
  };
}
