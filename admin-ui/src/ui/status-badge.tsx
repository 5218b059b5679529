import type { ReactNode } from 'react';

import styles from './status-badge.module.css';

export type Tone = 'good' | 'wait' | 'warn' | 'bad' | 'quiet';

/** A shape and a word, so that the colour only repeats what they say. */
export function StatusBadge({ tone, children }: { tone: Tone; children: ReactNode }) {
  return (
    <span className={styles.badge} data-tone={tone}>
      <svg className={styles.shape} viewBox="0 0 10 10" aria-hidden="true" focusable="false">
        <path d={SHAPE[tone]} />
      </svg>
      {children}
    </span>
  );
}

const SHAPE: Readonly<Record<Tone, string>> = {
  good: 'M5 0a5 5 0 1 1 0 10A5 5 0 0 1 5 0Z',
  wait: 'M5 0a5 5 0 1 1 0 10A5 5 0 0 1 5 0Zm0 1.6v6.8a3.4 3.4 0 0 0 0-6.8Z',
  warn: 'M5 .4 10 9.6H0Z',
  bad: 'M3 0h4l3 3v4l-3 3H3L0 7V3Z',
  quiet: 'M0 4h10v2H0Z',
};
