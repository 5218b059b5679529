import { useLingui } from '@lingui/react/macro';

import { DigitsHelp } from './digits-help.tsx';
import { TextField } from './text-field.tsx';

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
      help={<DigitsHelp typed={props.value} wanted={[16]} />}
      // Text: as a number it would lose its last digit.
      inputMode="numeric"
      autoComplete="off"
      maxLength={40}
    />
  );
}
