import { useLingui } from '@lingui/react/macro';

import { lookupWord } from '../../desk/lookup-words';
import type { LookupKind } from '../../gql/graphql';
import styles from './account-search.module.css';
import { KINDS, kindOf } from './identifier-kind';

interface KindChipProps {
  readonly typed: string;
  /** By the agent, instead of what it looks like. */
  readonly chosen: LookupKind | null;
  readonly onChoose: (kind: LookupKind) => void;
}

/** What the typed thing is taken for. Thirteen digits may be a NIB or a phone number: the agent knows which was said. */
export function KindChip({ typed, chosen, onChoose }: KindChipProps) {
  const { t } = useLingui();
  const kind = chosen ?? kindOf(typed);
  if (!kind) return null;
  return (
    <>
      <select
        className={styles.kind}
        aria-label={t`Dicari sebagai`}
        value={kind}
        onChange={(event) => onChoose(event.currentTarget.value as LookupKind)}
      >
        {KINDS.map((one) => (
          <option key={one} value={one}>
            {lookupWord(one)}
          </option>
        ))}
      </select>
      <span className="unseen" aria-live="polite">
        {lookupWord(kind)}
      </span>
    </>
  );
}
