import { buttonSuffixOf } from '../../account/button-suffix.js';
import type { Letter } from '../../account/correspondence.js';
import type { Language } from '../../platform/words/language.js';

interface Applied {
  readonly ticket: string;
  /** Of the new email. */
  readonly mask: string;
}

/** To every proven contact after the change, the new email among them. */
export function emailReplaced({ ticket, mask }: Applied, language: Language): Letter {
  const words = {
    id: {
      subject: 'Email Akun OSS Anda sudah diganti',
      paragraphs: [
        `Sesuai permohonan ${ticket}, email akun Anda sekarang ${mask}. Semua sesi sudah diakhiri.`,
        'Masuk dengan kata sandi Anda, atau buat kata sandi baru melalui menu lupa kata sandi.',
      ],
    },
    en: {
      subject: 'The email of your Akun OSS account was replaced',
      paragraphs: [
        `As request ${ticket} asked, the email of your account is now ${mask}. All sessions have ended.`,
        'Log in with your password, or set a new one by the forgotten-password menu.',
      ],
    },
  }[language];
  const template = { name: 'oss_email_sudah_diganti', parameters: [ticket, mask] };
  return { kind: 'REPLACEMENT_APPLIED', ...words, template };
}

/** To the email that was replaced: its way back. */
export function formerEmail(
  url: string,
  { ticket, mask }: Applied,
  days: number,
  language: Language,
): Letter {
  const words = {
    id: {
      subject: 'Email ini diganti di Akun OSS',
      paragraphs: [
        `Permohonan ${ticket} disetujui: email ini tidak lagi dipakai di Akun OSS; penggantinya ${mask}. Bila itu Anda, tidak perlu melakukan apa pun.`,
        `Bila bukan Anda, kembalikan email ini dalam ${days} hari. Semua orang akan dikeluarkan dari akun.`,
      ],
      button: { label: 'Kembalikan email lama', url },
    },
    en: {
      subject: 'This email was replaced at Akun OSS',
      paragraphs: [
        `Request ${ticket} was approved: this email is no longer used at Akun OSS; ${mask} took its place. If it was you, there is nothing to do.`,
        `If it was not you, put this email back within ${days} days. Everybody will be logged out of the account.`,
      ],
      button: { label: 'Put the old email back', url },
    },
  }[language];
  const template = {
    name: 'oss_email_digantikan',
    parameters: [ticket, mask, `${days}`],
    buttonSuffix: buttonSuffixOf(url),
  };
  return { kind: 'REPLACEMENT_FORMER_EMAIL', ...words, template };
}

/** To both sides after the old address took the account back. */
export function replacementUndone(ticket: string, language: Language): Letter {
  const words = {
    id: {
      subject: 'Penggantian email Akun OSS dibatalkan',
      paragraphs: [
        `Penggantian menurut permohonan ${ticket} dibatalkan dari email lama. Semua orang sudah dikeluarkan dari akun.`,
        'Selama satu hari akun ini tidak dapat dipulihkan atau diubah kontaknya. Setelah itu buat kata sandi baru, dan laporkan kepada DPMPTSP setempat.',
      ],
    },
    en: {
      subject: 'The replacement of an Akun OSS email was undone',
      paragraphs: [
        `What request ${ticket} had changed was undone from the old email. Everybody has been logged out of the account.`,
        'For a day the account cannot be recovered nor its contacts changed. After that set a new password, and tell the local licensing office (DPMPTSP).',
      ],
    },
  }[language];
  const template = { name: 'oss_ganti_email_dipulihkan', parameters: [ticket] };
  return { kind: 'REPLACEMENT_UNDONE', ...words, template };
}
