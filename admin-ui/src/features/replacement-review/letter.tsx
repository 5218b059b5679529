import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import styles from '../../desk/review.module.css';
import { Button } from '../../ui/button';
import { usePreferences } from '../../ui/preferences';
import { useShortcut } from '../../ui/shortcuts';
import { TextArea } from '../../ui/text-fields';
import type { Draft } from './use-draft';

interface LetterProps {
  readonly letterId: string;
  readonly letterEn: string;
  readonly added: string;
  readonly onAdd: (changed: Partial<Draft>) => void;
}

/** What the applicant will read, in either language; only what stands below it is the agent's. */
export function Letter({ letterId, letterEn, added, onAdd }: LetterProps) {
  const { t } = useLingui();
  const { language } = usePreferences();
  const [shown, setShown] = useState(language);
  const other = shown === 'id' ? 'en' : 'id';
  const label = other === 'en' ? t`Bahasa Inggris` : t`Bahasa Indonesia`;
  const turn = () => setShown(other);
  useShortcut({ keys: 'l', label: t`Bahasa surat`, scope: t`Surat untuk pemohon`, run: turn });
  return (
    <>
      <section className={styles.letter} aria-label={t`Surat untuk pemohon`}>
        <p className={styles.letterHead}>
          <span className="dim">
            <Trans>Yang dibaca pemohon:</Trans>
          </span>
          <Button kind="quiet" shortcut="L" onClick={turn}>
            {label}
          </Button>
        </p>
        <p lang={shown}>{shown === 'en' ? letterEn : letterId}</p>
      </section>
      <TextArea
        label={t`Tambahan untuk pemohon`}
        value={added}
        onChange={(messageToApplicant) => onAdd({ messageToApplicant })}
        maxLength={500}
        rows={2}
      />
    </>
  );
}
