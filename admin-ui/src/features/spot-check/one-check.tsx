import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';

import { Block } from '../../desk/block';
import { Checklist } from '../../desk/checklist';
import { ComparisonTable } from '../../desk/comparison-table';
import { NoteField } from '../../desk/note-field';
import styles from '../../desk/review.module.css';
import type { SpotOutcomeFieldsFragment } from '../../gql/graphql';
import { Notice } from '../../ui/notice';
import { Failed } from '../../ui/states';
import { CheckBar, type CheckPanel } from './check-bar';
import { CheckEvidence } from './check-evidence';
import { CheckVerdict } from './check-verdict';
import { useRecord } from './use-record';
import type { Check } from './use-spot-check';

interface OneCheckProps {
  readonly check: Check;
  readonly onRefresh: () => void;
  readonly onRecorded: (made: SpotOutcomeFieldsFragment) => void;
}

/** The case as its first decider had it; what is said about it comes beside the evidence. */
export function OneCheck({ check, onRefresh, onRecorded }: OneCheckProps) {
  const { t } = useLingui();
  const { words, change, tick, record, recording, refusal, error } = useRecord(check, onRecorded);
  const { verdict } = words;
  const asked: CheckPanel | null = verdict === 'REJECT' || verdict === 'RETURN' ? verdict : null;
  const ask = (panel: CheckPanel | null) => change({ verdict: panel });
  const [whole, setWhole] = useState(false);
  return (
    <>
      {refusal && <Notice tone="warn" role="alert" title={refusal} />}
      {error !== undefined && <Failed error={error} />}
      <div className={styles.sides}>
        <div className={styles.side} data-whole={whole}>
          {!whole && <ComparisonTable comparison={check.comparison} />}
          <CheckEvidence
            documents={check.evidence}
            onRefresh={onRefresh}
            whole={whole}
            onWhole={() => setWhole(!whole)}
          />
        </div>
        <div className={styles.beside}>
          {asked && (
            <CheckVerdict
              key={asked}
              asked={asked}
              words={words}
              sending={recording}
              onChange={change}
              onSend={(verdict, reasonCode) => void record(verdict, reasonCode)}
              onCancel={() => ask(null)}
            />
          )}
          <div className={styles.blocks}>
            <Checklist items={check.checklist} ticked={words.ticked} onTick={tick} />
            <Block title={t`Alasan pemohon`}>
              <p>{check.reason || <Trans>Tidak ditulis.</Trans>}</p>
            </Block>
            {!asked && <NoteField value={words.note} onChange={(note) => change({ note })} />}
          </div>
        </div>
      </div>
      <CheckBar
        check={check}
        ticked={words.ticked}
        recording={recording}
        onApprove={() => void record('APPROVE', null)}
        onAsk={ask}
      />
    </>
  );
}
