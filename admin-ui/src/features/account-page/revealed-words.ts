import { t } from '@lingui/core/macro';

export function revealedFieldWord(field: string): string {
  const words: Readonly<Record<string, string>> = {
    nik: t`NIK`,
    passport: t`Paspor`,
    fullName: t`Nama`,
    birthDate: t`Tanggal lahir`,
    sex: t`Jenis kelamin`,
    npwp: t`NPWP`,
    nib: t`NIB`,
    email: t`Email`,
    whatsapp: t`WhatsApp`,
    phone: t`WhatsApp`,
    street: t`Jalan`,
    address: t`Alamat`,
    region: t`Wilayah`,
    regionName: t`Wilayah`,
    postalCode: t`Kode pos`,
  };
  return words[field] ?? field;
}
