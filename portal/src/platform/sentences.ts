import { t } from '@lingui/core/macro';

import { serverNow } from './clock.ts';
import { FieldsRefused } from './failures.ts';
import { clockTime } from './times.ts';

interface Unhappy {
  readonly message: string;
  readonly retryAt?: string;
}

/** What was asked for too often; the service says until when alone. */
export type Haste = 'MESSAGE' | 'LOGIN' | 'ANYTHING';

/** What the service refused, in its own words, and when it is worth coming back. */
export function sentenceOf({ message, retryAt }: Unhappy, haste: Haste = 'ANYTHING'): string {
  if (!retryAt) return message;
  const at = clockTime(retryAt, serverNow());
  switch (haste) {
    case 'MESSAGE':
      return t`Belum bisa mengirim. Batas pesan untuk tujuan ini tercapai. Coba pukul ${at}, atau pakai kanal lain.`;
    case 'LOGIN':
      return t`Terlalu banyak percobaan. Demi keamanan ada jeda. Tunggu sampai ${at}, atau atur ulang kata sandi.`;
    case 'ANYTHING':
      return t`Terlalu sering dalam waktu singkat. Demi keamanan ada jeda. Coba lagi pukul ${at}.`;
  }
}

/** Thrown to end a command with that sentence, shown where faults are shown; `field`: the one it belongs to. */
export const refusal = (outcome: Unhappy, field = '', haste?: Haste): FieldsRefused =>
  new FieldsRefused([{ field, message: sentenceOf(outcome, haste) }], outcome.retryAt !== undefined);
