import type { Letter } from '../../account/correspondence.js';
import type { Occasion } from '../../account/occasion.js';
import type { Language } from '../../platform/words/language.js';

/** To the owner: what they forgot. */
export function accountReminder(username: string, publicBaseUrl: string, language: Language): Letter {
  const words = {
    id: {
      subject: 'Username Akun OSS Anda',
      paragraphs: [
        `Username Anda: ${username}.`,
        `Silakan masuk di ${publicBaseUrl}. Bila lupa kata sandi juga, minta kata sandi baru di sana.`,
      ],
      closing: ['Bila Anda tidak memintanya, abaikan pesan ini: akun Anda tidak berubah.'],
    },
    en: {
      subject: 'Your Akun OSS username',
      paragraphs: [
        `Your username: ${username}.`,
        `Log in at ${publicBaseUrl}. If you forgot the password too, ask for a new one there.`,
      ],
      closing: ['If you did not ask for this, ignore it: your account has not changed.'],
    },
  }[language];
  return {
    kind: 'ACCOUNT_REMINDER',
    ...words,
    fallsBack: true,
    template: { name: 'oss_username_anda', parameters: [username, publicBaseUrl] },
  };
}

/** To every proven contact of an account that somebody was shown, masked. */
export function accountLookedUp({ at, device }: Occasion, language: Language): Letter {
  const words = {
    id: {
      subject: 'Akun OSS Anda dicari dengan NIK Anda',
      paragraphs: [
        `Waktu: ${at}.`,
        `Perangkat: ${device}.`,
        'Yang ditampilkan hanya samaran username, email dan nomor Anda. Akun Anda tidak berubah.',
      ],
      closing: ['Bila bukan Anda, abaikan saja; bila terus berulang, beri tahu DPMPTSP setempat.'],
    },
    en: {
      subject: 'Your Akun OSS account was looked up by your NIK',
      paragraphs: [
        `Time: ${at}.`,
        `Device: ${device}.`,
        'Only masks of your username, email and number were shown. Your account has not changed.',
      ],
      closing: ['If it was not you, ignore this; if it goes on, tell the local licensing office (DPMPTSP).'],
    },
  }[language];
  return {
    kind: 'ACCOUNT_LOOKED_UP',
    ...words,
    template: { name: 'oss_akun_dicari', parameters: [at, device] },
  };
}
