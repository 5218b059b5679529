import type { Letter } from '../../account/correspondence.js';
import type { Language, Words } from '../../platform/words/language.js';

/** What an agent adds in their own words stands below ours, as text. */
const added = (message: string | null): string[] => (message ? [message] : []);

/** To the new email: approved, and when it takes effect. */
export function replacementApproved(ticket: string, when: string, language: Language): Letter {
  const words = {
    id: {
      subject: `Permohonan ${ticket} disetujui`,
      paragraphs: [
        `Penggantian email Akun OSS Anda disetujui dan berlaku paling cepat ${when}.`,
        'Kami memberi tahu Anda setelah alamat ini menjadi email akun. Sampai saat itu tidak ada yang perlu Anda lakukan.',
      ],
    },
    en: {
      subject: `Request ${ticket} was approved`,
      paragraphs: [
        `Your request to replace the email of Akun OSS was approved. It takes effect at ${when} at the earliest.`,
        'We tell you once this address is the email of the account. Until then there is nothing for you to do.',
      ],
    },
  }[language];
  return {
    kind: 'REPLACEMENT_APPROVED',
    ...words,
    template: { name: 'oss_permohonan_disetujui', parameters: [ticket, when] },
  };
}

/** To every channel the account has: the last word before the change, with the way to stop it. */
export function replacementAhead(when: string, url: string, language: Language): Letter {
  const words = {
    id: {
      subject: 'Email Akun OSS Anda akan diganti',
      paragraphs: [
        `Permohonan untuk mengganti email akun Anda disetujui. Email diganti paling cepat ${when}.`,
        'Bila bukan Anda yang mengajukan, hentikan sekarang dengan tombol di bawah ini.',
      ],
      button: { label: 'Hentikan penggantian', url },
      closing: ['Bila Anda yang mengajukan, abaikan pesan ini.'],
    },
    en: {
      subject: 'The email of your Akun OSS is about to be replaced',
      paragraphs: [
        `A request to replace the email of your account was approved. The email changes at ${when} at the earliest.`,
        'If it was not you who asked, stop it now with the button below.',
      ],
      button: { label: 'Stop the replacement', url },
      closing: ['If you asked for it, ignore this message.'],
    },
  }[language];
  const [, buttonSuffix = ''] = /^https?:\/\/[^/]+\/(.*)$/.exec(url) ?? [];
  return {
    kind: 'REPLACEMENT_AHEAD',
    ...words,
    template: { name: 'oss_email_akan_diganti', parameters: [when], buttonSuffix },
  };
}

/** To the new email: rejected, why, and what next. */
export function replacementRejected(
  ticket: string,
  reason: Words,
  message: string | null,
  language: Language,
): Letter {
  const words = {
    id: {
      subject: `Permohonan ${ticket} ditolak`,
      paragraphs: ['Permohonan penggantian email Akun OSS tidak disetujui.', reason.id, ...added(message)],
      closing: [
        'Email akun tidak berubah. Anda dapat mengajukan permohonan baru atau datang ke DPMPTSP setempat.',
      ],
    },
    en: {
      subject: `Request ${ticket} was rejected`,
      paragraphs: [
        'The request to replace the email of Akun OSS was not approved.',
        reason.en,
        ...added(message),
      ],
      closing: [
        'The email of the account has not changed. You may make a new request or visit the local licensing office.',
      ],
    },
  }[language];
  return {
    kind: 'REPLACEMENT_REJECTED',
    ...words,
    template: { name: 'oss_permohonan_ditolak', parameters: [ticket] },
  };
}

/** To every channel the account has: somebody asked, and nothing came of it. */
export function replacementDeclined(ticket: string, language: Language): Letter {
  const words = {
    id: {
      subject: 'Email Akun OSS Anda tidak diganti',
      paragraphs: [
        `Permohonan ${ticket} untuk mengganti email akun Anda ditolak. Email akun Anda tetap sama.`,
        'Bila bukan Anda yang mengajukan, ganti kata sandi Anda dan hubungi DPMPTSP setempat.',
      ],
    },
    en: {
      subject: 'The email of your Akun OSS was not replaced',
      paragraphs: [
        `Request ${ticket} to replace the email of your account was rejected. Your email stays as it is.`,
        'If it was not you who asked, change your password and tell the local licensing office.',
      ],
    },
  }[language];
  return {
    kind: 'REPLACEMENT_DECLINED',
    ...words,
    template: { name: 'oss_email_tidak_diganti', parameters: [ticket] },
  };
}

/** To the new email: what is missing, until when to bring it, and the way there on any device. */
export function replacementReturned(
  { ticket, until, url }: { ticket: string; until: string; url: string },
  reason: Words,
  message: string | null,
  language: Language,
): Letter {
  const words = {
    id: {
      subject: `Permohonan ${ticket} perlu dilengkapi`,
      paragraphs: [reason.id, ...added(message), `Lengkapi permohonan paling lambat ${until}.`],
      button: { label: 'Lengkapi permohonan', url },
      closing: [
        'Tautan ini hanya untuk Anda. Siapa pun yang memegangnya dapat menambah dokumen pada permohonan.',
      ],
    },
    en: {
      subject: `Request ${ticket} needs something more`,
      paragraphs: [reason.en, ...added(message), `Complete the request by ${until}.`],
      button: { label: 'Complete the request', url },
      closing: ['This link is for you alone. Whoever has it can add documents to the request.'],
    },
  }[language];
  return {
    kind: 'REPLACEMENT_RETURNED',
    ...words,
    template: { name: 'oss_permohonan_dilengkapi', parameters: [ticket, until] },
  };
}

/** `25 November 2026 14.05 WIB`, in the time of the office that decided. */
export function officeTime(at: Date, zone: string, language: Language): string {
  const parts = { dateStyle: 'long', timeStyle: 'short', timeZone: zone } as const;
  const written = new Intl.DateTimeFormat(language === 'id' ? 'id-ID' : 'en-GB', parts).format(at);
  return `${written} ${ZONES[zone] ?? ''}`.trim();
}

const ZONES: Readonly<Record<string, string>> = {
  'Asia/Jakarta': 'WIB',
  'Asia/Makassar': 'WITA',
  'Asia/Jayapura': 'WIT',
};
