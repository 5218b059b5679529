import type { Words } from '../../platform/words/language.js';

/** Why an agent may not do something with a case now, and what to do about it. */
export const REFUSALS = {
  ROLE_FIRST: {
    id: 'Keputusan pertama diambil petugas atau pemeriksa. Pengawas dapat mengambil alih atau mengalihkan kantor.',
    en: 'The first decision is made by an agent or approver. A supervisor may take over or transfer.',
  },
  ROLE_SECOND: {
    id: 'Keputusan kedua diambil pemeriksa atau pengawas; untuk risiko tinggi hanya pengawas.',
    en: 'The second decision is made by an approver or supervisor; of high risk by a supervisor only.',
  },
  ROLE_SUPERVISOR: {
    id: 'Hanya pengawas yang dapat melakukan ini.',
    en: 'Only a supervisor may do this.',
  },
  NOT_HELD: {
    id: 'Permohonan ini tidak sedang dipegang petugas lain.',
    en: 'No colleague holds this request.',
  },
  SAME_PERSON: {
    id: 'Anda pemutus pertama. Keputusan kedua diambil orang lain.',
    en: 'You decided first. Somebody else decides second.',
  },
  CONFLICT: {
    id: 'Akun ini terkait dengan Anda, atau datanya Anda buka di luar permohonan. Serahkan kepada rekan.',
    en: 'The account is connected with you, or you revealed its data outside a case. Leave it to a colleague.',
  },
  CLAIM_NEEDED: {
    id: 'Ambil permohonan ini lebih dahulu.',
    en: 'Claim this request first.',
  },
  CLAIM_LOST: {
    id: 'Klaim Anda sudah berakhir. Ambil kembali permohonan ini, lalu putuskan lagi.',
    en: 'Your claim has ended. Claim the request again, then decide.',
  },
  CLAIMED_BY_OTHER: {
    id: 'Sedang diproses petugas lain.',
    en: 'A colleague is working on it.',
  },
  NOT_OPEN: {
    id: 'Permohonan ini tidak sedang menunggu keputusan.',
    en: 'This request does not wait for a decision.',
  },
  EVIDENCE_UNSEEN: {
    id: 'Buka semua dokumen sebelum menyetujui.',
    en: 'Open every document before you approve.',
  },
  EVIDENCE_HELD: {
    id: 'Ada dokumen yang belum selesai dipindai. Tunggu, atau kembalikan kepada pemohon.',
    en: 'A document has not been scanned yet. Wait, or return it to the applicant.',
  },
  EVIDENCE_MISSING: {
    id: 'Dokumen wajib belum lengkap. Kembalikan kepada pemohon.',
    en: 'A required document is missing. Return it to the applicant.',
  },
  CHECKLIST: {
    id: 'Selesaikan daftar periksa.',
    en: 'Finish the checklist.',
  },
  NO_ACCOUNT: {
    id: 'Tidak ada satu akun yang cocok. Tolak permohonan dengan alasannya.',
    en: 'No single account matches. Reject the request with its reason.',
  },
  ACCOUNT_NOT_ACTIVE: {
    id: 'Akun ini tidak aktif, sehingga emailnya tidak dapat diganti.',
    en: 'The account is not active, so its email cannot be replaced.',
  },
  OTHER_CASE: {
    id: 'Permohonan lain untuk akun ini masih berjalan. Selesaikan yang itu lebih dahulu.',
    en: 'Another request about this account is open. Finish that one first.',
  },
  ADDRESS_TAKEN: {
    id: 'Email baru sudah dipakai akun lain. Kembalikan atau tolak.',
    en: 'The new email belongs to another account. Return or reject it.',
  },
  REASON_NEEDED: {
    id: 'Pilih alasan yang sesuai dengan keputusan ini.',
    en: 'Choose a reason that fits this decision.',
  },
  NOTE_NEEDED: {
    id: 'Tulis catatan internal, paling sedikit 10 huruf.',
    en: 'Write an internal note of at least 10 characters.',
  },
  CHECK_LOST: {
    id: 'Uji petik ini tidak lagi Anda pegang. Ambil uji petik berikutnya.',
    en: 'This spot check is no longer yours. Take the next one.',
  },
  NOT_BLIND: {
    id: 'Anda sudah membuka permohonan ini, sehingga uji petiknya dikerjakan rekan. Lepaskan uji petik ini.',
    en: 'You have opened this request, so a colleague has to check it. Release this spot check.',
  },
  OWN_CHECK: {
    id: 'Perbedaan ini menyangkut keputusan atau pemeriksaan Anda. Serahkan kepada pengawas lain.',
    en: 'This difference is about your own decision or check. Leave it to another supervisor.',
  },
  UNDO_OVER: {
    id: 'Waktu untuk membatalkan sudah lewat, atau permohonan sudah berjalan terus.',
    en: 'The time to take it back is over, or the request has moved on.',
  },
} as const satisfies Record<string, Words>;

export type Refusal = keyof typeof REFUSALS;
