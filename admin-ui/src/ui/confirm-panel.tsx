import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useContext, useRef } from 'react';

import { Button } from './button';
import styles from './confirm-panel.module.css';
import { LineContext } from './line';
import { useShortcut } from './shortcuts';
import { useUnsaved } from './unsaved';
import { useFocusIn } from './use-focus-in';

interface ConfirmPanelProps {
  readonly title: string;
  readonly children: ReactNode;
  readonly confirm: string;
  readonly danger?: boolean;
  readonly loading?: boolean;
  readonly refusal?: string | null;
  /** Something was filled in: cancelling asks first. */
  readonly dirty?: boolean;
  /** Its fields are still to come. */
  readonly waiting?: boolean;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
}

/** A decision asked for beside what it is about, never over it. `Ctrl+Enter` confirms, `Esc` leaves everything as it was. */
export function ConfirmPanel(props: ConfirmPanelProps) {
  const { title, children, confirm, danger, loading, dirty = false, onConfirm, onCancel } = props;
  const { t } = useLingui();
  const { silence } = useContext(LineContext);
  const { leave, question } = useUnsaved(dirty, onCancel);
  const refusal = props.refusal || silence;
  const panel = useRef<HTMLFormElement>(null);
  useFocusIn(panel, props.waiting === true);
  useShortcut({ keys: 'ctrl+enter', label: confirm, scope: title, run: onConfirm, refusal, inDialog: true });
  useShortcut({ keys: 'escape', label: t`Batal`, scope: title, run: leave });
  return (
    <>
      {question}
      <form
        ref={panel}
        className={styles.panel}
        aria-label={title}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.preventDefault();
          leave();
        }}
        onSubmit={(event) => {
          event.preventDefault();
          if (!refusal) onConfirm();
        }}
      >
        <h2>{title}</h2>
        {children}
        <div className={styles.actions}>
          <Button onClick={leave}>
            <Trans>Batal</Trans>
          </Button>
          <Button
            type="submit"
            kind={danger ? 'danger' : 'main'}
            shortcut="Ctrl+Enter"
            loading={loading}
            refusal={refusal}
          >
            {confirm}
          </Button>
        </div>
      </form>
    </>
  );
}
