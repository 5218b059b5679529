import type { AuditEventName } from '../../platform/audit/audit-events.js';
import type { Words } from '../../platform/words/language.js';

/** The events an owner is shown, and how they read; what is not listed here stays with the auditors. */
export const OWNER_EVENTS: Partial<Record<AuditEventName, Words>> = {
  ACCOUNT_CREATED: { id: 'Akun dibuat.', en: 'The account was made.' },
  ACCOUNT_ACTIVATED: { id: 'Akun diaktifkan.', en: 'The account was activated.' },
  CONSENT_GIVEN: { id: 'Pernyataan disetujui.', en: 'The declaration was accepted.' },
  LOGIN_SUCCEEDED: { id: 'Masuk.', en: 'Logged in.' },
  LOGIN_FAILED: { id: 'Percobaan masuk ditolak.', en: 'A try to log in was refused.' },
  LOGIN_THROTTLED: {
    id: 'Percobaan masuk ditahan sementara.',
    en: 'Tries to log in were held back for a while.',
  },
  STEP_UP_FAILED: {
    id: 'Kata sandi yang salah dimasukkan saat mengubah akun.',
    en: 'A wrong password was entered to change the account.',
  },
  SESSION_ENDED: { id: 'Sesi diakhiri.', en: 'A session was ended.' },
  PASSWORD_CHANGED: { id: 'Kata sandi diganti.', en: 'The password was changed.' },
  RESET_REQUESTED: { id: 'Kata sandi baru diminta.', en: 'A new password was asked for.' },
  RESET_DONE: { id: 'Kata sandi diatur ulang.', en: 'The password was reset.' },
  ACCOUNT_LOOKED_UP: { id: 'Akun dicari dengan NIK Anda.', en: 'The account was looked up by your NIK.' },
  REPORTED_NOT_ME: {
    id: 'Dilaporkan: ini bukan saya. Akun diamankan.',
    en: 'Reported: this was not me. The account was made safe.',
  },
  CONTACT_VERIFIED: { id: 'Kontak dibuktikan.', en: 'A contact was proven.' },
  CONTACT_CHANGED: { id: 'Kontak diganti.', en: 'A contact was changed.' },
  CASE_APPLIED: { id: 'Email diganti sesuai permohonan.', en: 'The email was replaced as requested.' },
  CASE_UNDONE: { id: 'Penggantian email dibatalkan.', en: 'The replacement of the email was undone.' },
  PROFILE_CHANGED: { id: 'Profil diubah.', en: 'The profile was changed.' },
  ACCOUNT_BLOCKED: { id: 'Akun diblokir.', en: 'The account was blocked.' },
  ACCOUNT_UNBLOCKED: { id: 'Blokir akun dibuka.', en: 'The account was unblocked.' },
  AGENT_LOOKUP: { id: 'Petugas mencari akun Anda.', en: 'An officer looked your account up.' },
  RECORD_VIEWED: { id: 'Petugas melihat data akun.', en: 'An officer viewed the account.' },
  DATA_REVEALED: { id: 'Petugas melihat data pribadi Anda.', en: 'An officer viewed your personal data.' },
};
