import { useLingui } from '@lingui/react/macro';
import { IconX } from '@tabler/icons-react';

import { Button, IconButton } from './button';
import styles from './toasts.module.css';

export interface Toast {
  readonly id: number;
  readonly text: string;
  readonly tone?: 'plain' | 'bad';
  readonly forMs?: number;
  /** Taking something back, for example. Whatever can be done here can be done somewhere that stays, too. */
  readonly action?: { readonly label: string; readonly run: () => void };
}

export function Toasts({ toasts, drop }: { toasts: readonly Toast[]; drop: (id: number) => void }) {
  const { t } = useLingui();
  return (
    <div className={styles.stack} role="status" aria-label={t`Pemberitahuan`}>
      {toasts.map(({ id, text, tone = 'plain', action }) => (
        <div key={id} className={styles.toast} data-tone={tone}>
          <span>{text}</span>
          {action && (
            <Button
              kind="quiet"
              onClick={() => {
                action.run();
                drop(id);
              }}
            >
              {action.label}
            </Button>
          )}
          <IconButton label={t`Tutup pemberitahuan`} onClick={() => drop(id)}>
            <IconX size={16} />
          </IconButton>
        </div>
      ))}
    </div>
  );
}
