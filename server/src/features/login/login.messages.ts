import type { Letter } from '../../account/correspondence.js';
import type { Occasion } from '../../account/occasion.js';
import type { Language } from '../../platform/words/language.js';

export function loggedInFromNewDevice({ device, at }: Occasion, language: Language): Letter {
  const words = {
    id: {
      subject: 'Akun OSS Anda baru saja dibuka dari perangkat lain',
      paragraphs: [`Waktu: ${at}.`, `Perangkat: ${device}.`, 'Bila itu Anda, tidak perlu melakukan apa pun.'],
    },
    en: {
      subject: 'Your Akun OSS account was opened from another device',
      paragraphs: [`Time: ${at}.`, `Device: ${device}.`, 'If it was you, there is nothing to do.'],
    },
  }[language];
  return {
    kind: 'LOGIN_FROM_NEW_DEVICE',
    ...words,
    template: { name: 'oss_login_baru', parameters: [device, at] },
  };
}
