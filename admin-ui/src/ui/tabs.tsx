import { Link, type LinkProps } from '@tanstack/react-router';

import { Key } from './key';
import styles from './tabs.module.css';

export interface TabLink {
  readonly to: LinkProps;
  readonly label: string;
  readonly count?: number;
  readonly shortcut?: string;
}

// Otherwise every tab would be current whose address begins as the page's does.
const EXACTLY = { exact: true, includeSearch: true } as const;

/** Views of one thing, each with an address of its own: it opens in a new browser tab and survives a reload. */
export function Tabs({ label, tabs }: { label: string; tabs: readonly TabLink[] }) {
  return (
    <nav className={styles.tabs} aria-label={label}>
      {tabs.map(({ to, label: name, count, shortcut }) => (
        <Link key={name} {...to} className={styles.tab} activeOptions={EXACTLY} replace>
          {name}
          {count !== undefined && <span className={styles.count}>{count}</span>}
          {shortcut && <Key>{shortcut}</Key>}
        </Link>
      ))}
    </nav>
  );
}
