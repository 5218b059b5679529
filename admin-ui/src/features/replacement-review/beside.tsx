import { Trans, useLingui } from '@lingui/react/macro';
import { Block } from '../../desk/block';
import { Checklist } from '../../desk/checklist';
import { NoteField } from '../../desk/note-field';
import styles from '../../desk/review.module.css';
import { isAsked } from '../../desk/verdict-rules';
import type { ReviewFieldsFragment, Verdict } from '../../gql/graphql';
import { FirstDecision } from './first-decision';
import { Signals } from './signals';
import type { Draft, Drafting } from './use-draft';
import { VerdictPanel } from './verdict-panel';

interface BesideProps extends Drafting {
  readonly request: ReviewFieldsFragment;
  readonly mine: boolean;
  /** Something else takes the place of a panel for now; what stood in it stays in the draft. */
  readonly taken: boolean;
  readonly sending: boolean;
  readonly onSend: (verdict: Verdict, words: Draft) => void;
}

/** What is thought about the evidence, beside it: signals, checklist, note; the panel of an outcome comes on top. */
export function Beside({ request, mine, taken, draft, change, tick, sending, onSend }: BesideProps) {
  const { t } = useLingui();
  const { signals, checklist, reason, status } = request;
  const asked = mine && !taken && isAsked(draft.verdict) ? draft.verdict : null;
  return (
    <>
      {asked && (
        <VerdictPanel
          key={asked}
          asked={asked}
          second={status === 'AWAITING_SECOND_DECISION'}
          draft={draft}
          sending={sending}
          onChange={change}
          onSend={onSend}
          onCancel={() => change({ verdict: null })}
        />
      )}
      <div className={styles.blocks}>
        <Signals signals={signals} />
        {mine && <Checklist items={checklist} ticked={draft.checklist} onTick={tick} />}
        <FirstDecision request={request} ticked={draft.checklist} />
        <Block title={t`Alasan pemohon`}>
          <p>{reason || <Trans>Tidak ditulis.</Trans>}</p>
        </Block>
        {mine && !asked && <NoteField value={draft.note} onChange={(note) => change({ note })} />}
      </div>
    </>
  );
}
