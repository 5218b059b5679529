import type { Letter } from '../../account/correspondence.js';
import type { Language } from '../../platform/words/language.js';

/** To the address that is to become the account's email. */
export function newEmailCode(code: string, minutes: number, language: Language): Letter {
  const words = {
    id: {
      subject: `${code} adalah kode penggantian email Akun OSS`,
      paragraphs: [
        'Masukkan kode ini di halaman permohonan untuk membuktikan bahwa alamat email ini milik Anda.',
        `Kode berlaku ${minutes} menit dan hanya untuk satu kali pakai.`,
      ],
      closing: [
        'Jangan berikan kode ini kepada siapa pun, termasuk petugas.',
        'Bila Anda tidak mengajukan penggantian email, abaikan pesan ini.',
      ],
    },
    en: {
      subject: `${code} is your code to replace the email of Akun OSS`,
      paragraphs: [
        'Enter this code on the page of your request to show that this address is yours.',
        `It is good for ${minutes} minutes and for one use.`,
      ],
      closing: [
        'Never give this code to anybody, officers included.',
        'If you did not ask to replace an email, ignore this message.',
      ],
    },
  }[language];
  return {
    kind: 'REPLACEMENT_EMAIL_CODE',
    ...words,
    code,
    template: { name: 'oss_kode_verifikasi', parameters: [code] },
  };
}

/** To a channel that the account still has. Whoever did not ask learns here that somebody did. */
export function otherChannelCode(code: string, minutes: number, language: Language): Letter {
  const words = {
    id: {
      subject: `${code} adalah kode penggantian email Akun OSS`,
      paragraphs: [
        'Seseorang mengajukan penggantian email akun Anda. Bila itu Anda, masukkan kode ini di halaman permohonan.',
        `Kode berlaku ${minutes} menit dan hanya untuk satu kali pakai.`,
      ],
      closing: [
        'Jangan berikan kode ini kepada siapa pun, termasuk petugas.',
        'Bila bukan Anda, jangan bagikan kode ini dan hubungi DPMPTSP setempat.',
      ],
    },
    en: {
      subject: `${code} is your code to replace the email of Akun OSS`,
      paragraphs: [
        'Somebody asked to replace the email of your account. If it was you, enter this code on the page of the request.',
        `It is good for ${minutes} minutes and for one use.`,
      ],
      closing: [
        'Never give this code to anybody, officers included.',
        'If it was not you, keep the code to yourself and tell the local licensing office (DPMPTSP).',
      ],
    },
  }[language];
  return {
    kind: 'REPLACEMENT_CHANNEL_CODE',
    ...words,
    code,
    template: { name: 'oss_kode_verifikasi', parameters: [code] },
  };
}
