import type { ReactNode } from 'react';

import styles from './review.module.css';

/** One matter among those beside the evidence: they share a box, since frames around each would cost three lines of it. */
export function Block({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={styles.block} aria-label={title}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}
