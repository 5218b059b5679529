import type { Words } from '../../platform/words/language.js';
import { Verdict } from './verdict.js';

export interface DecisionReason {
  readonly code: string;
  readonly verdict: Verdict;
  /** For the agent's list. */
  readonly words: Words;
  /** What the applicant reads; what the agent adds stands below it. */
  readonly letter: Words;
}

const { REJECT, REJECT_AS_FRAUD, RETURN } = Verdict;

/** Why a case is rejected or returned. Codes are stored: add, never rename or reuse. */
export const DECISION_REASONS: readonly DecisionReason[] = [
  {
    code: 'NO_MATCHING_ACCOUNT',
    verdict: REJECT,
    words: { id: 'Akun tidak ditemukan', en: 'No such account' },
    letter: {
      id: 'Tidak ada akun yang cocok dengan data yang Anda ajukan.',
      en: 'No account matches what you stated.',
    },
  },
  {
    code: 'IDENTITY_NOT_PROVEN',
    verdict: REJECT,
    words: { id: 'Identitas tidak terbukti', en: 'Identity not proven' },
    letter: {
      id: 'Dokumen yang diajukan tidak membuktikan bahwa Anda pemilik akun.',
      en: 'The documents do not show that you are the owner of the account.',
    },
  },
  {
    code: 'NOT_AUTHORISED',
    verdict: REJECT,
    words: { id: 'Pemohon tidak berwenang', en: 'Not authorised' },
    letter: {
      id: 'Dokumen yang diajukan tidak menunjukkan wewenang Anda atas akun badan usaha ini.',
      en: 'The documents do not show that you may act for this entity.',
    },
  },
  {
    code: 'EMAIL_IN_USE',
    verdict: REJECT,
    words: { id: 'Email baru sudah dipakai', en: 'New email in use' },
    letter: {
      id: 'Alamat email yang diajukan tidak dapat dipakai untuk akun ini. Ajukan permohonan baru dengan alamat lain.',
      en: 'The email you asked for cannot be used for this account. Make a new request with another address.',
    },
  },
  {
    code: 'NOT_NEEDED',
    verdict: REJECT,
    words: { id: 'Tidak diperlukan lagi', en: 'No longer needed' },
    letter: {
      id: 'Penggantian email tidak diperlukan lagi.',
      en: 'The email does not need to be replaced any more.',
    },
  },
  {
    code: 'SUSPECTED_FRAUD',
    verdict: REJECT_AS_FRAUD,
    words: { id: 'Indikasi penipuan', en: 'Suspected fraud' },
    letter: {
      id: 'Permohonan ini tidak dapat disetujui. Bila Anda pemilik akun, datang ke kantor DPMPTSP dengan KTP.',
      en: 'This request cannot be approved. If you own the account, come to the licensing office with your identity card.',
    },
  },
  {
    code: 'UNREADABLE',
    verdict: RETURN,
    words: { id: 'Dokumen tidak terbaca', en: 'Illegible document' },
    letter: {
      id: 'Dokumen yang diunggah tidak terbaca. Foto ulang di tempat terang, lalu unggah kembali.',
      en: 'A document is not legible. Take the picture again in good light and upload it.',
    },
  },
  {
    code: 'DOCUMENT_MISSING',
    verdict: RETURN,
    words: { id: 'Dokumen kurang', en: 'Document missing' },
    letter: {
      id: 'Dokumen belum lengkap. Unggah dokumen yang disebut di bawah ini.',
      en: 'A document is missing. Upload the one named below.',
    },
  },
  {
    code: 'WRONG_DOCUMENT',
    verdict: RETURN,
    words: { id: 'Dokumen keliru', en: 'Wrong document' },
    letter: {
      id: 'Dokumen yang diunggah bukan dokumen yang diminta. Unggah dokumen yang sesuai.',
      en: 'The uploaded document is not the one that was asked for. Upload the right one.',
    },
  },
];

/** Null where the code is not one of this verdict. */
export const reasonFor = (verdict: Verdict, code: string | null | undefined): DecisionReason | null =>
  DECISION_REASONS.find((one) => one.verdict === verdict && one.code === code) ?? null;
