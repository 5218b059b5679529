import { Trans, useLingui } from '@lingui/react/macro';
import { IconChevronRight } from '@tabler/icons-react';

import { useConnection } from '../desk/connection';
import { useViewer } from '../desk/viewer';
import type { Crumb } from '../ui/page';
import { prefer, usePreferences } from '../ui/preferences';
import { ProofChip } from './proof-chip';
import { RehearsalSign } from './rehearsal-sign';
import { SearchBox } from './search-box';
import styles from './top-bar.module.css';
import { UserMenu } from './user-menu';

export function TopBar({ crumb }: { crumb: Crumb | null }) {
  const { role } = useViewer();
  const searches = role !== 'ADMIN' && role !== 'AUDITOR';
  return (
    <header className={styles.bar}>
      <p className={styles.crumb}>
        <span className={styles.product}>Akun OSS</span>
        <RehearsalSign />
        {crumb && <CrumbWords {...crumb} />}
      </p>
      {searches && <SearchBox />}
      <div className={styles.side}>
        <ProofChip />
        <ConnectionSign />
        <LanguageSwitch />
        <UserMenu />
      </div>
    </header>
  );
}

function CrumbWords({ section, title }: Crumb) {
  return (
    <span className={styles.where} aria-hidden="true">
      <IconChevronRight size={14} />
      {section}
      {title !== section && (
        <>
          <IconChevronRight size={14} />
          <span className={styles.title}>{title}</span>
        </>
      )}
    </span>
  );
}

function ConnectionSign() {
  const { reachable } = useConnection();
  return (
    <span className={styles.connection} data-reachable={reachable}>
      <span className={styles.dot} aria-hidden="true" />
      <span className={styles.connectionWord}>
        {reachable ? <Trans>Terhubung</Trans> : <Trans>Terputus</Trans>}
      </span>
    </span>
  );
}

function LanguageSwitch() {
  const { t } = useLingui();
  const { language } = usePreferences();
  return (
    <fieldset className={styles.languages} aria-label={t`Bahasa`}>
      {(['id', 'en'] as const).map((one) => (
        <button
          key={one}
          type="button"
          lang={one}
          aria-pressed={language === one}
          onClick={() => prefer({ language: one })}
        >
          {one.toUpperCase()}
          <span className="unseen"> – {NAMES[one]}</span>
        </button>
      ))}
    </fieldset>
  );
}

/** Languages are called what their speakers call them. */
const NAMES = { id: 'Bahasa Indonesia', en: 'English' } as const;
