import { t } from '@lingui/core/macro';

/** What the fields of an account are called; a field that is newer than this console is shown as the API calls it. */
export function fieldWord(field: string): string {
  const words: Readonly<Record<string, string>> = {
    nik: t`NIK`,
    passport: t`Paspor`,
    fullName: t`Nama`,
    birthDate: t`Tanggal lahir`,
    sex: t`Jenis kelamin`,
    npwp: t`NPWP`,
    nib: t`NIB`,
    entityName: t`Nama badan usaha`,
    status: t`Status`,
    by: t`Dicari dengan`,
    found: t`Ditemukan`,
    accounts: t({ message: 'Akun', context: 'satu' }),
    purpose: t`Keperluan`,
    role: t`Peran`,
    office: t`Kantor`,
    email: t`Email`,
    whatsapp: t`WhatsApp`,
    phone: t`WhatsApp`,
    street: t`Jalan`,
    address: t`Alamat`,
    region: t`Wilayah`,
    regionName: t`Wilayah`,
    position: t`Jabatan`,
    identifier: t`Username atau kontak lama`,
    registry: t`Dukcapil`,
    postalCode: t`Kode pos`,
    evidence: t`Dokumen`,
    kind: t`Jenis`,
    newEmail: t`Email baru`,
    tier: t`Risiko`,
    verdict: t`Hasil`,
  };
  return words[field] ?? field;
}
