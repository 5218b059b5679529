import { Trans, useLingui } from '@lingui/react/macro';
import { IconX } from '@tabler/icons-react';

import { Button } from './button';
import styles from './filter-chips.module.css';

export interface Chip {
  readonly label: string;
  readonly onRemove: () => void;
}

/** Which filters hold now, each with its own way out. Nothing at all when none does. */
export function FilterChips({ chips, onClear }: { chips: readonly Chip[]; onClear: () => void }) {
  const { t } = useLingui();
  if (chips.length === 0) return null;
  return (
    <ul className={styles.chips} aria-label={t`Filter yang berlaku`}>
      {chips.map(({ label, onRemove }) => (
        <li key={label}>
          <button
            type="button"
            className={styles.chip}
            aria-label={t`Hapus filter ${label}`}
            onClick={onRemove}
          >
            <IconX size={14} aria-hidden="true" />
            {label}
          </button>
        </li>
      ))}
      <li>
        <Button kind="quiet" onClick={onClear}>
          <Trans>Hapus semua</Trans>
        </Button>
      </li>
    </ul>
  );
}
