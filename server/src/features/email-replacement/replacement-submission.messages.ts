import type { Letter } from '../../account/correspondence.js';
import type { Language } from '../../platform/words/language.js';

export interface Received {
  readonly ticket: string;
  readonly office: string;
  /** In the office's own time, written out. */
  readonly promised: string;
}

/** To the new email once its request is in the queue. */
export function replacementReceived({ ticket, office, promised }: Received, language: Language): Letter {
  const words = {
    id: {
      subject: `Permohonan ${ticket} diterima`,
      paragraphs: [
        `Permohonan penggantian email Anda diterima ${office} dan akan diputuskan paling lambat ${promised}.`,
        'Ikuti dengan nomor ini dan NIK di menu status permohonan. Bila ada yang kurang, kami menulis ke alamat ini.',
      ],
      closing: ['Petugas tidak pernah meminta kode, tautan atau kata sandi.'],
    },
    en: {
      subject: `Request ${ticket} was received`,
      paragraphs: [
        `${office} received your request to replace an email and will decide by ${promised}.`,
        'Follow it with this number and the NIK on the status page. If something is missing, we write to this address.',
      ],
      closing: ['Officers never ask for a code, a link or a password.'],
    },
  }[language];
  const template = { name: 'oss_ganti_email_diterima', parameters: [ticket, office, promised] };
  return { kind: 'REPLACEMENT_RECEIVED', ...words, template };
}
