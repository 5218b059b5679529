import { t } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';

import type { FieldFault } from '../platform/failures.ts';
import { DigitsHelp } from './digits-help.tsx';
import { TextField } from './text-field.tsx';

const NIK_DIGITS = 16;

/** What no service can read as an NIK: none, or another number of digits. The rest is judged there. */
export function nikFaults(typed: string, field: string): FieldFault[] {
  const count = typed.normalize('NFKC').replace(/\D/g, '').length;
  if (!typed.trim()) return [{ field, message: t`Isi NIK. Ada pada KTP, 16 angka.` }];
  if (count === NIK_DIGITS) return [];
  return [{ field, message: t`NIK terdiri dari 16 angka. Anda mengisi ${count}. Periksa kembali di KTP.` }];
}

interface NumberFieldProps {
  readonly name: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

export function NikField(props: NumberFieldProps) {
  const { t } = useLingui();
  return (
    <TextField
      {...props}
      label={t`NIK (nomor induk kependudukan)`}
      hint={t`16 angka pada KTP, bukan nomor kartu keluarga. Spasi boleh.`}
      help={<DigitsHelp typed={props.value} wanted={[NIK_DIGITS]} />}
      // Text: as a number it would lose its last digit.
      inputMode="numeric"
      autoComplete="off"
      maxLength={40}
    />
  );
}
