import { t } from '@lingui/core/macro';

import type { EvidenceKind, RequesterKind } from '../../gql/graphql.ts';

/** What will be asked, for information; the service says it bindingly when the request begins. */
export function evidenceFor(entity: boolean, requester: RequesterKind): EvidenceKind[] {
  const own: EvidenceKind[] = entity ? ['ID_CARD', 'DEED', 'REQUEST_LETTER'] : ['ID_CARD', 'SELFIE_WITH_ID'];
  return requester === 'OWNER' ? own : [...own, 'POWER_OF_ATTORNEY', 'PROXY_ID', 'OTHER'];
}

export function evidenceName(kind: EvidenceKind): string {
  switch (kind) {
    case 'ID_CARD':
      return t`Foto KTP atau paspor`;
    case 'SELFIE_WITH_ID':
      return t`Foto diri memegang KTP`;
    case 'REQUEST_LETTER':
      return t`Surat permohonan berkop badan usaha`;
    case 'POWER_OF_ATTORNEY':
      return t`Surat kuasa bermeterai`;
    case 'DEED':
      return t`Akta terbaru atau pengesahan AHU`;
    case 'PROXY_ID':
      return t`Foto KTP penerima kuasa`;
    case 'OTHER':
      return t`Surat tugas, penunjukan, atau surat kantor penerima kuasa`;
  }
}

/** Why it is asked, and how a good one looks. */
export function evidenceReason(kind: EvidenceKind): string {
  switch (kind) {
    case 'ID_CARD':
      return t`Petugas membandingkan nama dan fotonya. Letakkan di tempat terang; keempat sudut terlihat, tanpa pantulan.`;
    case 'SELFIE_WITH_ID':
      return t`Agar orang lain yang memegang foto KTP Anda tidak dapat mengambil akun Anda. Wajah dan tulisan KTP terbaca.`;
    case 'REQUEST_LETTER':
      return t`Menunjukkan bahwa badan usaha menghendakinya. Ditandatangani direktur atau pengurus.`;
    case 'POWER_OF_ATTORNEY':
      return t`Menunjukkan bahwa Anda boleh bertindak. Nama pemberi dan penerima kuasa terbaca.`;
    case 'DEED':
      return t`Menunjukkan siapa pengurusnya sekarang. Cukup halaman yang memuat nama direktur.`;
    case 'PROXY_ID':
      return t`Petugas mencocokkannya dengan surat kuasa.`;
    case 'OTHER':
      return t`Menunjukkan kedudukan penerima kuasa: pegawai, notaris, atau konsultan.`;
  }
}
