import { t } from '@lingui/core/macro';

import type { AccountStatus, ReplacementStatus } from '../gql/graphql';
import { lookupWord } from './lookup-words';
import { replacementStatusWord, verdictWord } from './replacement-words';
import { tierWord } from './tier-badge';
import { accountStatusWord, channelWord, roleWord } from './words';

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
    channel: t`Kanal`,
    message: t`Pesan`,
    contact: t`Kontak`,
    ended: t`Sesi diakhiri`,
    decisionNumber: t`Nomor keputusan`,
  };
  return words[field] ?? field;
}

/** Random ids: their end tells them from others, all of them tells nobody more. */
const ID = /[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{8}([\da-f]{4})/g;

/** What stands in a field, in the words of the console where it is one of its terms. */
export function changeWord(field: string, value: string): string {
  const words: Readonly<Record<string, (value: never) => string>> = {
    ...{ channel: channelWord, role: roleWord, verdict: verdictWord, tier: tierWord, status: statusWord },
    by: lookupWord,
  };
  return words[field]?.(value as never) ?? value.replace(ID, '…$2');
}

const statusWord = (status: string): string => {
  const request = replacementStatusWord(status as ReplacementStatus);
  return request === status ? accountStatusWord(status as AccountStatus) : request;
};
