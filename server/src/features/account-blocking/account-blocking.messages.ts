import type { Letter } from '../../account/correspondence.js';
import type { Language } from '../../platform/words/language.js';

interface Decided {
  readonly decisionNumber: string;
  readonly office: string;
}

export function accountBlocked({ decisionNumber, office }: Decided, language: Language): Letter {
  const words = {
    id: {
      subject: 'Akun OSS Anda diblokir',
      paragraphs: [
        `Akun Anda diblokir berdasarkan keputusan nomor ${decisionNumber} dari ${office}. Semua sesi sudah diakhiri.`,
        'Untuk penjelasan atau keberatan, hubungi kantor itu dan sebutkan nomor keputusannya.',
      ],
    },
    en: {
      subject: 'Your Akun OSS account was blocked',
      paragraphs: [
        `Your account was blocked by decision number ${decisionNumber} of ${office}. All sessions have ended.`,
        'For an explanation or an objection ask that office and quote the number.',
      ],
    },
  }[language];
  const template = { name: 'oss_akun_diblokir', parameters: [decisionNumber, office] };
  return { kind: 'ACCOUNT_BLOCKED', ...words, template };
}

export function accountUnblocked({ decisionNumber, office }: Decided, language: Language): Letter {
  const words = {
    id: {
      subject: 'Blokir Akun OSS Anda dibuka',
      paragraphs: [
        `Blokir akun Anda dibuka berdasarkan keputusan nomor ${decisionNumber} dari ${office}.`,
        'Silakan masuk kembali. Bila Anda ragu kata sandi Anda masih rahasia, atur ulang lebih dahulu.',
      ],
    },
    en: {
      subject: 'Your Akun OSS account was unblocked',
      paragraphs: [
        `Your account was unblocked by decision number ${decisionNumber} of ${office}.`,
        'You can log in again. If you doubt that your password is still secret, reset it first.',
      ],
    },
  }[language];
  const template = { name: 'oss_blokir_dibuka', parameters: [decisionNumber, office] };
  return { kind: 'ACCOUNT_UNBLOCKED', ...words, template };
}
