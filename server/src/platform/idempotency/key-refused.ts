import type { Words } from '../words/language.js';

const REASONS = {
  IN_PROGRESS: {
    id: 'Perintah yang sama masih dikerjakan. Tunggu sebentar, lalu kirim lagi.',
    en: 'The same command is still being carried out. Wait a moment, then send it again.',
  },
  OTHER_INPUT: {
    id: 'Kunci perintah ini sudah dipakai untuk isian lain. Tidak ada yang diubah; muat ulang halaman, lalu kirim lagi.',
    en: 'The key of this command was used for other input. Nothing was changed; reload the page and send it again.',
  },
};

/** A key that gives no answer now. The caller says so with a member of its own union. */
export class KeyRefused {
  readonly words: Words;

  constructor(readonly reason: keyof typeof REASONS) {
    this.words = REASONS[reason];
  }
}
