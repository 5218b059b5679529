import { useLingui } from '@lingui/react/macro';

import { DigitsHelp } from './digits-help.tsx';
import { TextField } from './text-field.tsx';

interface NibFieldProps {
  readonly name: string;
  readonly optional?: boolean;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

export function NibField({ optional, ...props }: NibFieldProps) {
  const { t } = useLingui();
  return (
    <TextField
      {...props}
      label={optional ? t`NIB (nomor induk berusaha), bila sudah ada` : t`NIB (nomor induk berusaha)`}
      hint={t`13 angka`}
      help={<DigitsHelp typed={props.value} wanted={[13]} />}
      inputMode="numeric"
      autoComplete="off"
      maxLength={30}
    />
  );
}
