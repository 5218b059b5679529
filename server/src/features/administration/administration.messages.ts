import type { DeskLetter } from '../../office/desk-letters.js';

export const invitation = (fullName: string, username: string, link: string, hours: number): DeskLetter => ({
  kind: 'AGENT_INVITATION',
  subject: { id: 'Undangan ke konsol helpdesk OSS', en: 'Invitation to the OSS helpdesk console' },
  paragraphs: {
    id: [
      `${fullName}, Anda diundang bekerja di konsol helpdesk OSS dengan nama pengguna ${username}.`,
      `Buka tautan ini, buat kata sandi Anda sendiri, lalu hubungkan aplikasi autentikator. Tautan berlaku ${hours} jam dan hanya untuk satu kali pakai.`,
    ],
    en: [
      `${fullName}, you are invited to work at the OSS helpdesk console as ${username}.`,
      `Open this link, set your own password and connect an authenticator app. It is good for ${hours} hours and for one use.`,
    ],
  },
  button: { label: { id: 'Terima undangan', en: 'Accept the invitation' }, url: link },
});

/** To the agent: whoever did not ask for it has to hear of it. */
export const totpReset = (by: string): DeskLetter => ({
  kind: 'AGENT_TOTP_RESET',
  subject: { id: 'Autentikator Anda diatur ulang', en: 'Your authenticator was reset' },
  paragraphs: {
    id: [
      `${by} mengatur ulang autentikator Anda untuk konsol helpdesk OSS. Semua sesi Anda sudah berakhir; hubungkan aplikasi autentikator lagi saat masuk.`,
      'Bila Anda tidak memintanya, segera beri tahu admin lain.',
    ],
    en: [
      `${by} reset your authenticator for the OSS helpdesk console. All your sessions have ended; connect an authenticator app again when you sign in.`,
      'If you did not ask for it, tell another admin at once.',
    ],
  },
});

/** To the other admins (R24). */
export const totpResetTold = (by: string, fullName: string): DeskLetter => ({
  kind: 'AGENT_TOTP_RESET_TOLD',
  subject: { id: 'Autentikator seorang petugas diatur ulang', en: 'An agent’s authenticator was reset' },
  paragraphs: {
    id: [
      `${by} mengatur ulang autentikator ${fullName}. Bila itu tidak wajar, nonaktifkan petugas itu dan periksa jejak audit.`,
    ],
    en: [
      `${by} reset the authenticator of ${fullName}. If that is odd, disable the agent and look at the audit trail.`,
    ],
  },
});

/** To the other admins: one alone may invite, and nobody should be able to do so unseen. */
export const adminInvited = (by: string, fullName: string): DeskLetter => ({
  kind: 'ADMIN_INVITED',
  subject: { id: 'Admin baru diundang', en: 'A new admin was invited' },
  paragraphs: {
    id: [
      `${by} mengundang ${fullName} sebagai admin. Bila itu tidak wajar, nonaktifkan admin itu dan periksa jejak audit.`,
    ],
    en: [
      `${by} invited ${fullName} as an admin. If that is odd, disable that admin and look at the audit trail.`,
    ],
  },
});
