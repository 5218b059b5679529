import { Menu as MantineMenu } from '@mantine/core';
import type { ReactNode } from 'react';

import styles from './menu.module.css';

export interface MenuItem {
  readonly label: string;
  readonly onSelect: () => void;
  readonly icon?: ReactNode;
  readonly danger?: boolean;
  readonly refusal?: string | null;
}

interface MenuProps {
  readonly label: string;
  readonly trigger: ReactNode;
  readonly items: readonly MenuItem[];
}

export function Menu({ label, trigger, items }: MenuProps) {
  return (
    <MantineMenu position="bottom-end" withInitialFocusPlaceholder={false} shadow="md" width={260}>
      <MantineMenu.Target>
        <button type="button" className={styles.trigger}>
          {trigger}
        </button>
      </MantineMenu.Target>
      <MantineMenu.Dropdown aria-label={label}>
        {items.map(({ label: name, onSelect, icon, danger, refusal }) => (
          <MantineMenu.Item
            key={name}
            leftSection={icon}
            disabled={Boolean(refusal)}
            className={danger ? styles.danger : undefined}
            onClick={onSelect}
          >
            {name}
            {refusal && <span className={styles.refusal}>{refusal}</span>}
          </MantineMenu.Item>
        ))}
      </MantineMenu.Dropdown>
    </MantineMenu>
  );
}
