import { Trans, useLingui } from '@lingui/react/macro';
import { Block } from '../../desk/block';
import styles from '../../desk/review.module.css';
import type { ReviewFieldsFragment } from '../../gql/graphql';

/** The tier in sentences, never as a score. */
export function Signals({ signals }: Pick<ReviewFieldsFragment, 'signals'>) {
  const { t } = useLingui();
  const count = signals.length;
  return (
    <Block title={t`Sinyal (${count})`}>
      {count === 0 && (
        <p className="dim">
          <Trans>Tidak ada yang perlu perhatian khusus.</Trans>
        </p>
      )}
      <ul className={styles.plain}>
        {signals.map(({ code, text }) => (
          <li key={code}>
            <span aria-hidden="true">▲ </span>
            {text}
          </li>
        ))}
      </ul>
    </Block>
  );
}
