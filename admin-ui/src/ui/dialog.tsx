import { useLingui } from '@lingui/react/macro';
import { Modal } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { type ReactNode, useEffect } from 'react';

import { IconButton } from './button';
import styles from './dialog.module.css';

interface DialogProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** The buttons, main one last. */
  readonly actions?: ReactNode;
}

/** A question over the page. The focus stays inside and returns to where it was; `Esc` closes. Mounted means open. */
export function Dialog({ title, onClose, children, actions }: DialogProps) {
  const { t } = useLingui();
  useEffect(() => {
    document.documentElement.classList.add('covered');
    return () => document.documentElement.classList.remove('covered');
  }, []);
  return (
    // Its lock of the scroll bar is an inline style, which the policy of our pages refuses; the class above does the same.
    <Modal.Root
      opened
      onClose={onClose}
      lockScroll={false}
      size="lg"
      centered
      classNames={{ content: styles.content }}
    >
      <Modal.Overlay backgroundOpacity={0.5} />
      <Modal.Content>
        {/* Mantine's own title bar is a <header>, a landmark inside a dialog. */}
        <div className={styles.bar}>
          <Modal.Title className={styles.title} component="h2">
            {title}
          </Modal.Title>
          <IconButton label={t`Tutup`} onClick={onClose}>
            <IconX size={18} />
          </IconButton>
        </div>
        <Modal.Body className={styles.body}>{children}</Modal.Body>
        {actions && <div className={styles.actions}>{actions}</div>}
      </Modal.Content>
    </Modal.Root>
  );
}
