import { t } from '@lingui/core/macro';

export type IdentifierKind = 'NIK' | 'NIB' | 'EMAIL' | 'PHONE' | 'TICKET' | 'ACCOUNT_ID' | 'USERNAME';

const SHAPES: readonly (readonly [IdentifierKind, RegExp])[] = [
  ['EMAIL', /@/],
  ['TICKET', /^EML-/i],
  ['ACCOUNT_ID', /^[\da-f]{8}-[\da-f]{4}-/i],
  ['PHONE', /^(\+?62|0)8\d{7,11}$/],
  ['NIB', /^\d{13}$/],
  ['NIK', /^\d{14,18}$/],
  ['USERNAME', /./],
];

/** What it looks like, shown beside the field while it is typed. The server decides for itself. */
export function kindOf(typed: string): IdentifierKind | null {
  const plain = typed.trim().replace(/[\s.]/g, (mark) => (typed.includes('@') ? mark : ''));
  return SHAPES.find(([, shape]) => shape.test(plain))?.[0] ?? null;
}

export function kindWord(kind: IdentifierKind): string {
  const words: Record<IdentifierKind, string> = {
    NIK: t`NIK`,
    NIB: t`NIB`,
    EMAIL: t`Email`,
    PHONE: t`Telepon`,
    TICKET: t`Nomor permohonan`,
    ACCOUNT_ID: t`ID akun`,
    USERNAME: t`Username`,
  };
  return words[kind];
}

/** What to check first when nothing was found. */
export function missHint(kind: IdentifierKind): string {
  const hints: Record<IdentifierKind, string> = {
    NIK: t`Periksa angkanya; NIK terdiri dari 16 angka.`,
    NIB: t`Periksa angkanya; NIB terdiri dari 13 angka.`,
    EMAIL: t`Periksa ejaannya, terutama bagian setelah @.`,
    PHONE: t`Periksa angkanya; nomor seluler diawali 08 atau +62 8.`,
    TICKET: t`Periksa nomornya; contoh EML-2611-00421.`,
    ACCOUNT_ID: t`Periksa ID akun itu.`,
    USERNAME: t`Periksa ejaannya; username tidak membedakan huruf besar.`,
  };
  return hints[kind];
}
