import { useLingui } from '@lingui/react/macro';

import { DataTable } from '../../ui/data-table';

interface KeyRow {
  readonly where: string;
  readonly keys: string;
  readonly does: string;
}

/** All keys of the console, also of pages that are not open: `?` lists those of the page at hand. */
export function KeyTable() {
  const { t } = useLingui();
  const [everywhere, queue, review] = [t`Di mana saja`, t`Antrean`, t`Halaman permohonan`];
  const [account, panel, again] = [t`Halaman akun`, t`Panel keputusan`, t`Periksa ulang`];
  const rows: readonly KeyRow[] = [
    { where: everywhere, keys: '/', does: t`Cari akun` },
    { where: everywhere, keys: '?', does: t`Daftar pintasan` },
    { where: everywhere, keys: 'G A', does: t`Buka antrean` },
    { where: everywhere, keys: 'G P', does: t`Buka persetujuan kedua` },
    { where: everywhere, keys: 'G U', does: t`Buka periksa ulang` },
    { where: everywhere, keys: 'G K', does: t`Buka halaman Akun` },
    { where: everywhere, keys: 'G D', does: t`Buka dasbor` },
    { where: everywhere, keys: 'Esc', does: t`Tutup atau sembunyikan` },
    { where: everywhere, keys: 'Ctrl+Z', does: t`Batalkan keputusan terakhir` },
    { where: queue, keys: 'N', does: t`Ambil berikutnya` },
    { where: queue, keys: 'J K', does: t`Baris berikutnya dan sebelumnya, Enter membuka` },
    { where: queue, keys: 'F', does: t`Filter pertama` },
    { where: queue, keys: '1–6', does: t`Tampilan antrean` },
    { where: review, keys: '1–4', does: t`Daftar periksa` },
    { where: review, keys: '[ ]', does: t`Dokumen sebelum dan sesudahnya` },
    { where: review, keys: '+ − 0', does: t`Perbesar, perkecil, ukuran awal` },
    { where: review, keys: 'A', does: t`Setujui` },
    { where: review, keys: 'R', does: t`Tolak…` },
    { where: review, keys: 'B', does: t`Kembalikan` },
    { where: review, keys: 'E', does: t`Eskalasi` },
    { where: review, keys: 'S', does: t`Lewati` },
    { where: review, keys: 'T', does: t`Riwayat` },
    { where: review, keys: 'M', does: t`Catatan internal` },
    { where: review, keys: 'U', does: t`Lihat data` },
    { where: review, keys: 'Z', does: t`Dokumen setinggi halaman` },
    { where: review, keys: 'J K', does: t`Permohonan berikutnya dan sebelumnya` },
    { where: review, keys: 'N', does: t`Ambil berikutnya` },
    { where: again, keys: 'N', does: t`Ambil berikutnya` },
    { where: again, keys: '1–9 [ ] + − 0 Z A R B M', does: t`Seperti pada halaman permohonan` },
    { where: panel, keys: '1–9', does: t`Pilih alasan` },
    { where: panel, keys: 'L', does: t`Bahasa surat` },
    { where: panel, keys: 'Ctrl+Enter', does: t`Kirim` },
    { where: panel, keys: 'Esc', does: t`Batal` },
    { where: account, keys: 'S', does: t`Kirim ulang aktivasi, Enter mengirim` },
    { where: account, keys: 'U', does: t`Lihat data` },
    { where: account, keys: 'V', does: t`Pengiriman akun ini` },
    { where: account, keys: 'H', does: t`Riwayat akun ini` },
  ];
  return (
    <DataTable
      caption={t`Daftar pintasan`}
      rows={rows}
      keyOf={({ where, keys }) => where + keys}
      columns={[
        { key: 'keys', heading: t`Tombol`, names: true, cell: ({ keys }) => keys },
        { key: 'does', heading: t`Tindakan`, wraps: true, cell: ({ does }) => does },
        { key: 'where', heading: t`Tempat`, cell: ({ where }) => where },
      ]}
    />
  );
}
