import { useLingui } from '@lingui/react/macro';
import { IconLayoutSidebarLeftCollapse, IconLayoutSidebarLeftExpand } from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import { usePolledQueueCounts } from '../desk/use-queue-counts';
import { useViewer } from '../desk/viewer';
import type { AgentRole } from '../gql/graphql';
import { prefer, usePreferences } from '../ui/preferences';
import { useShortcut } from '../ui/shortcuts';
import { menu, ROLES } from './menu';
import styles from './rail.module.css';

export function Rail() {
  const { t } = useLingui();
  const { role } = useViewer();
  const { railPinned } = usePreferences();
  const open = menu().filter(({ roles }) => (roles as readonly AgentRole[]).includes(role));
  const counts = usePolledQueueCounts((ROLES.queue as readonly AgentRole[]).includes(role));
  const Pin = railPinned ? IconLayoutSidebarLeftCollapse : IconLayoutSidebarLeftExpand;
  return (
    <nav className={styles.rail} data-pinned={railPinned} aria-label={t`Menu utama`}>
      <ul className={styles.list}>
        {open.map((entry) => (
          <Entry
            key={entry.to}
            entry={entry}
            pinned={railPinned}
            count={'counted' in entry ? counts?.[entry.counted] : undefined}
          />
        ))}
      </ul>
      <button
        type="button"
        className={styles.pin}
        aria-pressed={railPinned}
        aria-label={t`Tampilkan nama menu`}
        title={t`Tampilkan nama menu`}
        onClick={() => prefer({ railPinned: !railPinned })}
      >
        <Pin size={20} aria-hidden="true" />
      </button>
    </nav>
  );
}

interface EntryProps {
  readonly entry: ReturnType<typeof menu>[number];
  readonly pinned: boolean;
  /** How much waits there. */
  readonly count?: number;
}

function Entry({ entry, pinned, count }: EntryProps) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const { to, label, icon: Icon } = entry;
  const letter = 'letter' in entry ? entry.letter : undefined;
  useShortcut(
    letter
      ? { keys: `g ${letter}`, label, scope: t`Di mana saja`, run: () => void navigate({ to }) }
      : undefined,
  );
  return (
    <li>
      <Link
        to={to}
        className={styles.link}
        title={pinned ? undefined : label}
        activeProps={{ 'aria-current': 'page' }}
      >
        <Icon size={20} stroke={1.75} aria-hidden="true" />
        <span className={pinned ? undefined : 'unseen'}>{label}</span>
        {count !== undefined && count > 0 && (
          <span className={styles.badge}>{count > 99 ? '99+' : count}</span>
        )}
      </Link>
    </li>
  );
}
