import { Trans } from '@lingui/react/macro';
import { type ReactNode, useEffect, useRef } from 'react';

import { Button } from './button';
import styles from './confirm-panel.module.css';
import { useShortcut } from './shortcuts';

interface ConfirmPanelProps {
  readonly title: string;
  readonly children: ReactNode;
  readonly confirm: string;
  readonly danger?: boolean;
  readonly loading?: boolean;
  readonly refusal?: string | null;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
}

/** A decision asked for beside what it is about, never over it. `Ctrl+Enter` confirms, `Esc` leaves everything as it was. */
export function ConfirmPanel(props: ConfirmPanelProps) {
  const { title, children, confirm, danger, loading, refusal, onConfirm, onCancel } = props;
  const panel = useRef<HTMLFormElement>(null);
  useEffect(() => {
    panel.current?.querySelector<HTMLElement>('input, select, textarea, button')?.focus();
  }, []);
  useShortcut({ keys: 'ctrl+enter', label: confirm, scope: title, run: onConfirm, refusal, inDialog: true });
  return (
    <form
      ref={panel}
      className={styles.panel}
      aria-label={title}
      onKeyDown={(event) => event.key === 'Escape' && onCancel()}
      onSubmit={(event) => {
        event.preventDefault();
        if (!refusal) onConfirm();
      }}
    >
      <h2>{title}</h2>
      {children}
      <div className={styles.actions}>
        <Button onClick={onCancel}>
          <Trans>Batal</Trans>
        </Button>
        <Button type="submit" kind={danger ? 'danger' : 'main'} loading={loading} refusal={refusal}>
          {confirm}
        </Button>
      </div>
    </form>
  );
}
