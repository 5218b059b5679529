import '@mantine/core/styles/CloseButton.css';
import '@mantine/core/styles/Combobox.css';

import { useLingui } from '@lingui/react/macro';
import { Select } from '@mantine/core';

import type { Option } from './choice-fields';
import styles from './fields.module.css';

interface ComboFieldProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly Option<string>[];
  /** Empty when the choice was taken back. */
  readonly onChange: (value: string) => void;
  readonly inline?: boolean;
  readonly onOpen?: () => void;
  /** Said where no option is; otherwise that none matches what was typed. */
  readonly nothing?: string;
}

/** A list too long to scroll through: type a part of the word. Chosen again, a choice is taken back; the cross is for the pointer. */
export function ComboField({ label, value, options, onChange, inline, onOpen, nothing }: ComboFieldProps) {
  const { t } = useLingui();
  return (
    <Select
      size="sm"
      classNames={{ root: inline ? styles.inline : undefined, label: styles.label, input: styles.input }}
      label={label}
      value={value || null}
      data={options.map((option) => ({ ...option }))}
      rightSectionProps={{ 'aria-hidden': true }}
      searchable
      clearable
      withScrollArea={false}
      withAlignedLabels
      maxDropdownHeight={280}
      placeholder={t`Semua`}
      nothingFoundMessage={nothing ?? t`Tidak ada yang cocok`}
      // Otherwise all its options are made, and a place for them measured, while the page opens.
      comboboxProps={{ shadow: 'md', keepMounted: false }}
      onDropdownOpen={onOpen}
      styles={{ dropdown: { overflowY: 'auto' } }}
      onChange={(chosen) => onChange(chosen ?? '')}
    />
  );
}
