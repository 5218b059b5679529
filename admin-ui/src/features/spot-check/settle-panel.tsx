import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';

import { verdictWord } from '../../desk/replacement-words';
import { LEAST_WORDS } from '../../desk/short-reason';
import { useCommand } from '../../desk/use-command';
import { SettleSpotCheckDocument, type SpotOutcomeFieldsFragment } from '../../gql/graphql';
import { useAnnouncements } from '../../ui/announce';
import { ConfirmPanel } from '../../ui/confirm-panel';
import { Notice } from '../../ui/notice';
import { Failed } from '../../ui/states';
import { TextArea } from '../../ui/text-fields';
import { spotRefusal } from './spot-refusal';

interface SettlePanelProps {
  readonly outcome: SpotOutcomeFieldsFragment;
  readonly onSettled: () => void;
  readonly onCancel: () => void;
}

/** A supervisor's word on a difference. Whatever has to happen to the account happens on its own page. */
export function SettlePanel({ outcome, onSettled, onCancel }: SettlePanelProps) {
  const { t } = useLingui();
  const { show } = useAnnouncements();
  const [note, setNote] = useState('');
  const {
    run,
    loading,
    outcome: answered,
    error,
  } = useCommand(SettleSpotCheckDocument, (data) => data.settleSpotCheck);
  const { id, ticket, firstVerdict, secondVerdict } = outcome;
  const [first, second] = [verdictWord(firstVerdict), verdictWord(secondVerdict)];
  const refused = answered && spotRefusal(answered);
  const settle = async () => {
    const answer = await run({ input: { checkId: id, note: note.trim() } });
    if (answer?.__typename !== 'SpotCheckSettled') return;
    show({ text: t`Perbedaan pada ${ticket} ditindaklanjuti.` });
    onSettled();
  };
  return (
    <ConfirmPanel
      title={t`Tindak lanjuti ${ticket}`}
      confirm={t`Catat tindak lanjut`}
      loading={loading}
      refusal={note.trim().length < LEAST_WORDS ? t`Catatan paling sedikit ${LEAST_WORDS} karakter.` : null}
      dirty={note !== ''}
      onConfirm={() => void settle()}
      onCancel={onCancel}
    >
      <p>
        <Trans>
          Pertama: {first}. Kedua: {second}.
        </Trans>
      </p>
      {outcome.note && <p className="dim">{outcome.note}</p>}
      <TextArea
        label={t`Yang ditemukan dan dilakukan`}
        value={note}
        onChange={setNote}
        maxLength={1000}
        rows={2}
      />
      {refused && <Notice tone="warn" role="alert" title={refused} />}
      {error !== undefined && <Failed error={error} />}
    </ConfirmPanel>
  );
}
