import styles from './key.module.css';
import { usePreferences } from './preferences';

/** The cap of a key. Hidden with the shortcuts, because then it would promise something untrue. */
export function Key({ children }: { children: string }) {
  return usePreferences().shortcuts ? (
    <span className={styles.key} aria-hidden="true">
      {children}
    </span>
  ) : null;
}
