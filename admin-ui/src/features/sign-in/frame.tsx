import { useLingui } from '@lingui/react/macro';
import { type ReactNode, useEffect, useRef } from 'react';

import { prefer, usePreferences } from '../../ui/preferences';
import styles from './sign-in.module.css';

/** The pages outside the sign-in: one card, one question. */
export function Frame({ title, step, children }: { title: string; step?: string; children: ReactNode }) {
  const { t } = useLingui();
  const { language } = usePreferences();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = t`${title} – Konsol`;
  }, [title, t]);
  useEffect(() => heading.current?.focus(), []);
  const other = language === 'id' ? 'en' : 'id';
  return (
    <div className={styles.frame}>
      <header className={styles.head}>
        <p className={styles.product}>
          Akun OSS <span className={styles.console}>{t`Konsol petugas`}</span>
        </p>
        <button
          type="button"
          className={styles.language}
          lang={other}
          onClick={() => prefer({ language: other })}
        >
          {other === 'en' ? 'English' : 'Bahasa Indonesia'}
        </button>
      </header>
      <main className={styles.card}>
        {step && <p className={styles.step}>{step}</p>}
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {children}
      </main>
    </div>
  );
}
