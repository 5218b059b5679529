import { Checkbox as MantineCheckbox, NativeSelect, Radio, Switch } from '@mantine/core';
import type { ReactNode } from 'react';

import { useCalmRequired } from './calm-required';
import { type FieldProps, QUIET } from './field-props';
import styles from './fields.module.css';

export interface Option<Value extends string> {
  readonly value: Value;
  readonly label: string;
}

interface ChoiceProps<Value extends string> extends FieldProps {
  readonly value: Value;
  readonly options: readonly Option<Value>[];
  readonly onChange: (value: Value) => void;
}

/** The browser's own list: it works with every reader, on every phone, and with the first letter typed. */
export function SelectField<Value extends string>({
  hint,
  options,
  onChange,
  inline,
  ...rest
}: ChoiceProps<Value>) {
  return (
    <NativeSelect
      {...QUIET}
      {...rest}
      {...useCalmRequired(rest)}
      rightSectionProps={{ 'aria-hidden': true }}
      data={options.map((option) => ({ ...option }))}
      description={hint}
      classNames={{ root: inline ? styles.inline : undefined, input: styles.input, label: styles.label }}
      onChange={(event) => onChange(event.currentTarget.value as Value)}
    />
  );
}

interface RadioOption<Value extends string> {
  readonly value: Value;
  readonly label: ReactNode;
  readonly note?: ReactNode;
  readonly disabled?: boolean;
}

interface RadioFieldProps<Value extends string> extends Omit<ChoiceProps<Value>, 'options' | 'value'> {
  readonly value: Value | null;
  readonly options: readonly RadioOption<Value>[];
}

export function RadioField<Value extends string>({
  hint,
  options,
  onChange,
  ...rest
}: RadioFieldProps<Value>) {
  return (
    <Radio.Group
      {...rest}
      withAsterisk={false}
      description={hint}
      classNames={{ label: styles.label }}
      onChange={(value) => onChange(value as Value)}
    >
      <div className={styles.radios}>
        {options.map(({ value, label, note, disabled }) => (
          <Radio
            key={value}
            value={value}
            label={label}
            description={note}
            disabled={disabled}
            classNames={{
              root: styles.radio,
              radio: styles.mark,
              body: styles.radioBody,
              labelWrapper: styles.radioLabel,
            }}
          />
        ))}
      </div>
    </Radio.Group>
  );
}

interface TickProps extends FieldProps {
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

export function Tick({ hint, onChange, ...rest }: TickProps) {
  return (
    <MantineCheckbox
      {...rest}
      description={hint}
      classNames={{ input: styles.mark, body: styles.radioBody }}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
  );
}

export function SwitchField({ hint, onChange, ...rest }: TickProps) {
  return (
    <Switch
      {...rest}
      description={hint}
      classNames={{ body: styles.radioBody }}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
  );
}
