import { useLingui } from '@lingui/react/macro';
import { createContext, type ReactNode, useContext, useEffect, useRef } from 'react';

import styles from './page.module.css';

/** What the shell shows above a page; the page itself says it. */
export interface Crumb {
  readonly section: string;
  readonly title: string;
}

export const CrumbContext = createContext<(crumb: Crumb) => void>(() => undefined);

interface PageProps {
  readonly title: string;
  /** The menu entry that this page belongs to. */
  readonly section: string;
  /** What the bar above calls it, where that is shorter than the heading. */
  readonly place?: string;
  /** Beside the heading: states of the thing. */
  readonly aside?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
  /** A page about one thing reads better when its lines end somewhere. */
  readonly narrow?: boolean;
  /** All of it on one screen where that is large enough: its parts scroll, the page does not. */
  readonly fits?: boolean;
}

/** One heading a page. It takes the focus when the page opens, so that a reader begins there and not in the menu. */
export function Page({ title, section, place = title, aside, actions, children, narrow, fits }: PageProps) {
  const { t } = useLingui();
  const heading = useRef<HTMLHeadingElement>(null);
  const showCrumb = useContext(CrumbContext);
  useEffect(() => {
    document.title = title === section ? t`${title} – Konsol` : t`${title} – ${section} – Konsol`;
    showCrumb({ section, title: place });
  }, [title, section, place, showCrumb, t]);
  useEffect(() => {
    const before = document.activeElement;
    // A moment later: either has the whole page laid out, and this moment is long enough without it.
    const later = setTimeout(() => {
      // Unless somebody was quicker and is in a field already, or a question stands over the page.
      const elsewhere = document.activeElement !== before || before?.closest('[role="dialog"]');
      if (!elsewhere) heading.current?.focus({ preventScroll: true });
      window.scrollTo(0, 0);
    });
    return () => clearTimeout(later);
  }, []);
  return (
    <div className={styles.page} data-narrow={narrow} data-fits={fits}>
      <div className={styles.head}>
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {aside}
        {actions && <div className={styles.actions}>{actions}</div>}
      </div>
      {children}
    </div>
  );
}

/** A box for one matter. */
export function Card({
  title,
  children,
  actions,
}: {
  title?: string;
  children: ReactNode;
  actions?: ReactNode;
}) {
  return (
    <section className={styles.card} aria-label={title}>
      {(title || actions) && (
        <div className={styles.cardHead}>
          {title && <h2>{title}</h2>}
          {actions && <div className={styles.actions}>{actions}</div>}
        </div>
      )}
      {children}
    </section>
  );
}

/** Names and values under each other; beside each other where there is room. */
export function Facts({ facts }: { facts: readonly (readonly [string, ReactNode])[] }) {
  return (
    <dl className={styles.facts}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Beside each other; fields end on one line, whatever the height of their labels, unless they begin on one. */
export const Row = ({ children, from }: { children: ReactNode; from?: 'top' | 'middle' }) => (
  <div className={styles.row} data-from={from}>
    {children}
  </div>
);
export const Stack = ({ children }: { children: ReactNode }) => (
  <div className={styles.stack}>{children}</div>
);
