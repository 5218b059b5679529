import { useLingui } from '@lingui/react/macro';
import {
  Checkbox as MantineCheckbox,
  NativeSelect,
  PasswordInput,
  Radio,
  Switch,
  Textarea,
  TextInput,
} from '@mantine/core';
import type { ReactNode, Ref } from 'react';

import { useCalmRequired } from './calm-required';
import styles from './fields.module.css';

interface Common {
  readonly label: string;
  readonly hint?: ReactNode;
  readonly error?: ReactNode;
  readonly required?: boolean;
  readonly disabled?: boolean;
  /** The label stands before the field: where height is dear. */
  readonly inline?: boolean;
}

interface TextFieldProps extends Common {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly type?: 'text' | 'email';
  readonly autoComplete?: string;
  readonly inputMode?: 'numeric' | 'text';
  readonly maxLength?: number;
  readonly placeholder?: string;
  readonly hideLabel?: boolean;
  readonly ref?: Ref<HTMLInputElement>;
  readonly action?: ReactNode;
}

// The label already says what is asked; a star would only be read out.
const QUIET = { withAsterisk: false, size: 'sm', spellCheck: false } as const;

export function TextField({ hint, onChange, hideLabel, action, label, inline, ...rest }: TextFieldProps) {
  return (
    <TextInput
      {...QUIET}
      {...rest}
      {...useCalmRequired(rest)}
      label={hideLabel ? undefined : label}
      aria-label={hideLabel ? label : undefined}
      description={hint}
      rightSection={action}
      rightSectionWidth={action ? 'auto' : undefined}
      classNames={{ root: inline ? styles.inline : undefined, input: styles.input, label: styles.label }}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

export function PasswordField({ hint, onChange, ...rest }: TextFieldProps) {
  const { t } = useLingui();
  return (
    <PasswordInput
      {...QUIET}
      {...rest}
      {...useCalmRequired(rest, 'innerInput')}
      type={undefined}
      description={hint}
      classNames={{ input: styles.input, innerInput: styles.inner, label: styles.label }}
      visibilityToggleButtonProps={{ 'aria-label': t`Lihat kata sandi`, tabIndex: 0 }}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

interface TextAreaProps extends Common {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly rows?: number;
  readonly maxLength?: number;
  readonly ref?: Ref<HTMLTextAreaElement>;
}

export function TextArea({ hint, onChange, rows = 3, ...rest }: TextAreaProps) {
  return (
    <Textarea
      {...QUIET}
      {...rest}
      {...useCalmRequired(rest)}
      rows={rows}
      description={hint}
      classNames={{ input: styles.input, label: styles.label }}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

export interface Option<Value extends string> {
  readonly value: Value;
  readonly label: string;
}

interface ChoiceProps<Value extends string> extends Common {
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

interface TickProps extends Common {
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
