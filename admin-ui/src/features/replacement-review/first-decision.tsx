import { Trans, useLingui } from '@lingui/react/macro';
import { Block } from '../../desk/block';
import { verdictWord } from '../../desk/replacement-words';
import styles from '../../desk/review.module.css';
import type { ReviewFieldsFragment } from '../../gql/graphql';
import { Time } from '../../ui/time';

interface FirstDecisionProps {
  readonly request: ReviewFieldsFragment;
  readonly ticked: readonly string[];
}

/** Closed until the own checklist is complete: a second pair of eyes that has read the first opinion is none. */
export function FirstDecision({ request: { decisions, checklist, status }, ticked }: FirstDecisionProps) {
  const { t } = useLingui();
  const counted = decisions.filter(({ voidedAt }) => !voidedAt);
  if (counted.length === 0) return null;
  const own = checklist.filter(({ automatic }) => !automatic);
  const waits = status === 'AWAITING_SECOND_DECISION' && own.some(({ code }) => !ticked.includes(code));
  return (
    <Block title={t`Keputusan sebelumnya`}>
      {waits && (
        <p className="dim">
          <Trans>Terbuka setelah daftar periksa Anda lengkap.</Trans>
        </p>
      )}
      {!waits && (
        <ul className={styles.plain}>
          {counted.map(({ at, agent, verdict, note }) => (
            <li key={at}>
              <Time at={at} /> · {agent.fullName} · <strong>{verdictWord(verdict)}</strong>
              {note && <p>{note}</p>}
            </li>
          ))}
        </ul>
      )}
    </Block>
  );
}
