import type { Letter } from '../../account/correspondence.js';
import type { Language } from '../../platform/words/language.js';

export function registrationCode(code: string, minutes: number, language: Language): Letter {
  const words = {
    id: {
      subject: `${code} adalah kode pendaftaran Akun OSS Anda`,
      paragraphs: [
        'Masukkan kode ini di halaman pendaftaran untuk membuktikan bahwa kontak ini milik Anda.',
        `Kode berlaku ${minutes} menit dan hanya untuk satu kali pakai.`,
      ],
      closing: [
        'Jangan berikan kode ini kepada siapa pun, termasuk petugas.',
        'Bila Anda tidak sedang mendaftar, abaikan pesan ini.',
      ],
    },
    en: {
      subject: `${code} is your Akun OSS registration code`,
      paragraphs: [
        'Enter this code on the registration page to show that this contact is yours.',
        `It is good for ${minutes} minutes and for one use.`,
      ],
      closing: [
        'Never give this code to anybody, officers included.',
        'If you are not registering, ignore this message.',
      ],
    },
  }[language];
  return {
    kind: 'REGISTRATION_CODE',
    ...words,
    code,
    template: { name: 'oss_kode_verifikasi', parameters: [code] },
  };
}
