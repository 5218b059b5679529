import type { Words } from '../../platform/words/language.js';

/** Why a document is not taken. Stored with the file, answered to its uploader. */
export type EvidenceFault = keyof typeof FAULTS;

const FAULTS = {
  TYPE_NOT_ALLOWED: {
    id: 'Jenis berkas ini tidak diterima. Unggah foto JPEG atau PNG, atau dokumen PDF.',
    en: 'This kind of file is not taken. Upload a JPEG or PNG picture, or a PDF document.',
  },
  EMPTY: {
    id: 'Berkas ini kosong. Pilih berkas lain.',
    en: 'This file is empty. Choose another one.',
  },
  TOO_LARGE: {
    id: 'Berkas ini terlalu besar. Perkecil foto atau pindai ulang dengan resolusi lebih rendah.',
    en: 'This file is too large. Make the picture smaller or scan again at a lower resolution.',
  },
  TOO_MANY_FILES: {
    id: 'Jumlah berkas permohonan ini sudah penuh. Gabungkan beberapa halaman menjadi satu PDF.',
    en: 'This request has as many files as it may have. Put several pages into one PDF.',
  },
  NOT_AS_DECLARED: {
    id: 'Isi berkas tidak sesuai dengan jenisnya. Simpan ulang sebagai JPEG, PNG atau PDF.',
    en: 'The file is not what its type says. Save it again as JPEG, PNG or PDF.',
  },
  BROKEN: {
    id: 'Berkas ini rusak atau tidak lengkap. Buat ulang lalu unggah kembali.',
    en: 'This file is damaged or incomplete. Make it again and upload it.',
  },
  TOO_MANY_PIXELS: {
    id: 'Ukuran foto terlalu besar untuk dibuka. Perkecil lalu unggah kembali.',
    en: 'The picture is too large to open. Make it smaller and upload it again.',
  },
  SOMETHING_ELSE_TOO: {
    id: 'PDF ini memuat data lain di luar dokumen. Cetak ulang ke PDF lalu unggah kembali.',
    en: 'This PDF holds something besides the document. Print it to PDF again and upload that.',
  },
  ENCRYPTED: {
    id: 'PDF ini dikunci dengan kata sandi. Simpan tanpa kata sandi lalu unggah kembali.',
    en: 'This PDF is locked with a password. Save it without one and upload it again.',
  },
  ACTIVE: {
    id: 'PDF ini memuat skrip atau lampiran. Cetak ulang ke PDF lalu unggah kembali.',
    en: 'This PDF holds scripts or attachments. Print it to PDF again and upload that.',
  },
  TOO_MANY_PAGES: {
    id: 'PDF ini terlalu banyak halaman. Unggah halaman yang diperlukan saja.',
    en: 'This PDF has too many pages. Upload only those that are needed.',
  },
  UNPACKS_TOO_LARGE: {
    id: 'Isi PDF ini terlalu besar setelah dibuka. Pindai ulang dengan resolusi lebih rendah.',
    en: 'This PDF is too large once it is unpacked. Scan it again at a lower resolution.',
  },
  INFECTED: {
    id: 'Pemindai menemukan program berbahaya dalam berkas ini. Buat ulang di perangkat lain.',
    en: 'The scanner found something harmful in this file. Make it again on another device.',
  },
} as const satisfies Record<string, Words>;

export const wordsOfFault = (fault: EvidenceFault): Words => FAULTS[fault];

const MB = 1024 * 1024;

/** Of a file that is refused before it is sent; with both sizes somebody knows how much is too much. */
export function wordsOfSize(bytes: number, maxBytes: number): Words {
  const [size, limit] = [Math.ceil(bytes / MB), Math.floor(maxBytes / MB)];
  return {
    id: `Berkas terlalu besar (${size} MB). Batasnya ${limit} MB. Ambil foto ulang, pindai lagi dengan resolusi lebih rendah, atau pilih berkas lain.`,
    en: `The file is too large (${size} MB). The limit is ${limit} MB. Take the picture again, scan it at a lower resolution, or choose another file.`,
  };
}
