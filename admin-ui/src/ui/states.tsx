import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useContext, useEffect, useState } from 'react';

import { Button } from './button';
import { LineContext } from './line';
import { Notice } from './notice';
import styles from './states.module.css';
import { troubleOf } from './trouble';

const QUICK_MS = 300;
const SLOW_MS = 10_000;

function useAfter(ms: number): boolean {
  const [passed, setPassed] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setPassed(true), ms);
    return () => clearTimeout(timer);
  }, [ms]);
  return passed;
}

/** Holds the height of what is coming from the first moment; shows bars only when it takes a while, and a way out when it takes long. */
export function Loading({ rows = 5 }: { rows?: number }) {
  const { cancel } = useContext(LineContext);
  const shown = useAfter(QUICK_MS);
  const slow = useAfter(SLOW_MS);
  return (
    <div className={styles.loading} aria-busy="true" data-shown={shown}>
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the bars are all alike and never move.
        <div key={row} className={styles.bar} />
      ))}
      <p role="status" className={slow ? styles.slow : 'unseen'}>
        {shown && (slow ? <Trans>Masih memuat…</Trans> : <Trans>Memuat…</Trans>)}
        {slow && cancel && (
          <Button kind="quiet" onClick={cancel}>
            <Trans>Batalkan</Trans>
          </Button>
        )}
      </p>
    </div>
  );
}

interface EmptyProps {
  /** Why there is nothing. */
  readonly title: ReactNode;
  /** What to do next. */
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
}

export function Empty({ title, children, actions }: EmptyProps) {
  return (
    <div className={styles.empty}>
      <p className={styles.emptyTitle}>{title}</p>
      {children && <p className={styles.dim}>{children}</p>}
      {actions && <div className={styles.actions}>{actions}</div>}
    </div>
  );
}

/** What – why – what next, with the reference that the log knows. Whatever was shown before stays where it is. */
export function Failed({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const { text, reference } = troubleOf(error);
  const retry = onRetry && (
    <Button onClick={onRetry}>
      <Trans>Coba lagi</Trans>
    </Button>
  );
  return (
    <Notice tone="bad" role="alert" actions={retry} title={<Trans>Data belum dapat ditampilkan</Trans>}>
      {text}
      {reference && (
        <p>
          <Trans>
            Rujukan: <code>{reference}</code>
          </Trans>
        </p>
      )}
    </Notice>
  );
}

/** A missing object and one of another office look the same. */
export function NotFound({ actions }: { actions?: ReactNode }) {
  return (
    <Empty title={<Trans>Tidak ditemukan</Trans>} actions={actions}>
      <Trans>Alamat ini tidak menunjuk apa pun yang dapat Anda buka. Periksa nomornya.</Trans>
    </Empty>
  );
}

export function Forbidden({ roles }: { roles: readonly string[] }) {
  const held = roles.join(', ');
  return (
    <Empty title={<Trans>Halaman ini bukan untuk peran Anda</Trans>}>
      <Trans>
        Yang dapat membukanya: {held}. Minta bantuan rekan dengan peran itu, atau pilih menu lain.
      </Trans>
    </Empty>
  );
}

export const Partial = () => (
  <Notice tone="warn" role="status" title={<Trans>Data sebagian tidak tersedia</Trans>}>
    <Trans>Yang tidak dapat dimuat ditandai “Tidak tersedia”. Sisanya benar.</Trans>
  </Notice>
);

/** In the cell of something that could not be had; an empty cell would say that there is nothing. */
export const Unavailable = () => (
  <span className={styles.dim}>
    <Trans>Tidak tersedia</Trans>
  </span>
);

/** New data wait behind this, because rows must not move under the pointer. */
export function Stale({ count, onShow }: { count: number; onShow: () => void }) {
  const { t } = useLingui();
  return count > 0 ? (
    <div className={styles.stale} role="status">
      <Button onClick={onShow}>{t`Data berubah (${count} baru) – tampilkan`}</Button>
    </div>
  ) : null;
}
