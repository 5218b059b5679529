import { useLingui } from '@lingui/react/macro';
import { PasswordInput, Textarea, TextInput } from '@mantine/core';
import type { ReactNode, Ref } from 'react';

import { useCalmRequired } from './calm-required';
import { type FieldProps, QUIET } from './field-props';
import styles from './fields.module.css';

interface TextFieldProps extends FieldProps {
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

interface TextAreaProps extends FieldProps {
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
