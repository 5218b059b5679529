import { Trans, useLingui } from '@lingui/react/macro';

import { DigitsHelp, digitsIn } from './digits-help.tsx';
import { TextField } from './text-field.tsx';

interface NpwpFieldProps {
  readonly name: string;
  readonly optional?: boolean;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** A place number (NITKU) begins with the NPWP and is often copied in its stead. */
const NITKU_DIGITS = 22;

export function NpwpField({ optional, ...props }: NpwpFieldProps) {
  const { t } = useLingui();
  const isPlace = digitsIn(props.value).length === NITKU_DIGITS;
  return (
    <TextField
      {...props}
      label={optional ? t`NPWP, bila ada` : t`NPWP (nomor pokok wajib pajak)`}
      hint={t`16 angka, atau 15 angka bentuk lama. Titik dan strip boleh.`}
      help={
        isPlace ? (
          <Trans>Ini nomor tempat usaha (NITKU). Pakai 16 angka pertamanya.</Trans>
        ) : (
          <DigitsHelp typed={props.value} wanted={[15, 16]} />
        )
      }
      inputMode="numeric"
      autoComplete="off"
      maxLength={40}
    />
  );
}
