import { Trans, useLingui } from '@lingui/react/macro';

import styles from '../../desk/review.module.css';
import { requesterWord } from '../../desk/review-words';
import { actorWord } from '../../desk/words';
import { Time } from '../../ui/time';
import type { Check } from './use-spot-check';

/** Who asked; neither number nor state, which would tell how it ended. */
export function CheckIdentity({ check }: { check: Check }) {
  const { t } = useLingui();
  const { applicant, actor, requester, office, newEmail, takenUntil } = check;
  return (
    <section className={styles.identity} aria-label={t`Pemohon`}>
      <p>
        <strong>{applicant}</strong>
        <span className="number">{newEmail}</span>
        <span className="dim">
          <Trans>
            Anda pegang sampai <Time at={takenUntil} form="time" />
          </Trans>
        </span>
      </p>
      <p className="dim">
        <span>{actorWord(actor)}</span>
        <span>{requesterWord(requester)}</span>
        <span>{office.name}</span>
      </p>
    </section>
  );
}
