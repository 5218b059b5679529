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
  const [everywhere, account] = [t`Di mana saja`, t`Halaman akun`];
  const rows: readonly KeyRow[] = [
    { where: everywhere, keys: '/', does: t`Cari akun` },
    { where: everywhere, keys: '?', does: t`Daftar pintasan` },
    { where: everywhere, keys: 'G K', does: t`Buka halaman Akun` },
    { where: everywhere, keys: 'Esc', does: t`Tutup atau sembunyikan` },
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
        { key: 'does', heading: t`Tindakan`, cell: ({ does }) => does },
        { key: 'where', heading: t`Tempat`, cell: ({ where }) => where },
      ]}
    />
  );
}
