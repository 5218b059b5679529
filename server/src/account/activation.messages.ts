import type { Language } from '../platform/words/language.js';
import type { Letter } from './correspondence.js';

export function activationLink(url: string, username: string, hours: number, language: Language): Letter {
  const words = {
    id: {
      subject: 'Aktifkan Akun OSS Anda',
      paragraphs: [
        `Pendaftaran Anda sudah lengkap. Username Anda: ${username}.`,
        `Buka tautan ini lalu tekan tombol Aktifkan. Tautan berlaku ${hours} jam dan hanya untuk satu kali pakai.`,
      ],
      button: { label: 'Buka halaman aktivasi', url },
      closing: ['Bila Anda tidak mendaftar di Akun OSS, jangan buka tautan ini.'],
    },
    en: {
      subject: 'Activate your Akun OSS account',
      paragraphs: [
        `Your registration is complete. Your username: ${username}.`,
        `Open this link and press the button to activate. It is good for ${hours} hours and for one use.`,
      ],
      button: { label: 'Open the activation page', url },
      closing: ['If you did not register at Akun OSS, do not open this link.'],
    },
  }[language];
  return {
    kind: 'ACTIVATION_LINK',
    ...words,
    template: { name: 'oss_tautan_aktivasi', parameters: [username] },
  };
}

export function activationCode(code: string, minutes: number, language: Language): Letter {
  const words = {
    id: {
      subject: `${code} adalah kode aktivasi Akun OSS Anda`,
      paragraphs: [`Masukkan kode ini di halaman aktivasi. Kode berlaku ${minutes} menit.`],
      closing: ['Jangan berikan kode ini kepada siapa pun, termasuk petugas.'],
    },
    en: {
      subject: `${code} is your Akun OSS activation code`,
      paragraphs: [`Enter this code on the activation page. It is good for ${minutes} minutes.`],
      closing: ['Never give this code to anybody, officers included.'],
    },
  }[language];
  return {
    kind: 'ACTIVATION_CODE',
    ...words,
    code,
    fallsBack: true,
    template: { name: 'oss_kode_verifikasi', parameters: [code] },
  };
}
