import { buttonSuffixOf } from '../../account/button-suffix.js';
import type { Letter } from '../../account/correspondence.js';
import type { Language } from '../../platform/words/language.js';

interface Case {
  readonly ticket: string;
  /** Of the new email. */
  readonly mask: string;
}

/** To every old channel once a case is handed in. */
export function replacementAsked(url: string, { ticket, mask }: Case, language: Language): Letter {
  const words = {
    id: {
      subject: 'Ada permohonan penggantian email Akun OSS Anda',
      paragraphs: [
        `Permohonan ${ticket} meminta email akun Anda diganti menjadi ${mask}. Petugas akan memeriksanya; belum ada yang berubah.`,
        'Bila itu Anda, tidak perlu melakukan apa pun. Bila bukan Anda, hentikan permohonan ini sekarang.',
      ],
      button: { label: 'Hentikan permohonan ini', url },
    },
    en: {
      subject: 'Somebody asked to replace the email of your Akun OSS account',
      paragraphs: [
        `Request ${ticket} asks to replace the email of your account by ${mask}. An officer will look at it; nothing has changed yet.`,
        'If it was you, there is nothing to do. If it was not you, stop the request now.',
      ],
      button: { label: 'Stop this request', url },
    },
  }[language];
  const template = {
    name: 'oss_email_diminta_ganti',
    parameters: [ticket, mask],
    buttonSuffix: buttonSuffixOf(url),
  };
  return { kind: 'REPLACEMENT_ASKED', ...words, template };
}

/** To every proven contact after a stop. */
export function replacementStopped(ticket: string, language: Language): Letter {
  const words = {
    id: {
      subject: 'Permohonan penggantian email dihentikan',
      paragraphs: [
        `Permohonan ${ticket} dihentikan. Email akun Anda tidak berubah.`,
        'Seseorang mungkin memegang data Anda: ganti kata sandi, dan laporkan kepada DPMPTSP setempat bila bukan Anda yang mengajukan.',
      ],
    },
    en: {
      subject: 'The request to replace an email was stopped',
      paragraphs: [
        `Request ${ticket} was stopped. The email of your account has not changed.`,
        'Somebody may have your data: change the password, and tell the local licensing office (DPMPTSP) if you had not asked.',
      ],
    },
  }[language];
  const template = { name: 'oss_ganti_email_dihentikan', parameters: [ticket] };
  return { kind: 'REPLACEMENT_STOPPED', ...words, template };
}

/** To the old channels when the applicant takes the request back. */
export function replacementWithdrawn(ticket: string, language: Language): Letter {
  const words = {
    id: {
      subject: 'Permohonan penggantian email dibatalkan pemohon',
      paragraphs: [`Permohonan ${ticket} dibatalkan oleh pemohonnya. Email akun Anda tidak berubah.`],
    },
    en: {
      subject: 'The request to replace an email was taken back',
      paragraphs: [
        `Request ${ticket} was taken back by its applicant. The email of your account has not changed.`,
      ],
    },
  }[language];
  const template = { name: 'oss_ganti_email_dibatalkan', parameters: [ticket] };
  return { kind: 'REPLACEMENT_WITHDRAWN', ...words, template };
}

/** To the new email: its request came to an end that no decision explains. */
export function replacementEnded(ticket: string, why: 'STOPPED' | 'EXPIRED', language: Language): Letter {
  const reasons = {
    STOPPED: {
      id: 'dihentikan dari kontak yang terdaftar pada akun. Bila akun itu milik Anda, datanglah ke DPMPTSP setempat dengan KTP asli.',
      en: 'was stopped from a contact of the account. If the account is yours, go to the local licensing office (DPMPTSP) with your identity card.',
    },
    EXPIRED: {
      id: 'berakhir karena tidak dilengkapi tepat waktu. Anda dapat mengajukan permohonan baru.',
      en: 'ended because it was not completed in time. You can make a new one.',
    },
  }[why];
  const words = {
    id: { subject: `Permohonan ${ticket} berakhir`, paragraphs: [`Permohonan ${ticket} ${reasons.id}`] },
    en: { subject: `Request ${ticket} has ended`, paragraphs: [`Request ${ticket} ${reasons.en}`] },
  }[language];
  const template = { name: 'oss_ganti_email_berakhir', parameters: [ticket] };
  return { kind: `REPLACEMENT_${why}_APPLICANT`, ...words, template };
}
