import { Trans, useLingui } from '@lingui/react/macro';

import { replacementStatusWord, replacementTone, verdictWord } from '../../desk/replacement-words';
import { useMay } from '../../desk/viewer';
import type { ReviewFieldsFragment } from '../../gql/graphql';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import { Time } from '../../ui/time';

interface DecidedNoticeProps {
  readonly request: ReviewFieldsFragment;
  readonly onNext: () => void;
}

/** Nothing is left to decide here: what became of it, by whom, and how to go on. */
export function DecidedNotice({ request, onNext }: DecidedNoticeProps) {
  const { t } = useLingui();
  const { status, effectiveAt, decisions } = request;
  const decides = useMay(['AGENT', 'APPROVER', 'SUPERVISOR']);
  const last = decisions.findLast(({ voidedAt }) => !voidedAt);
  const state = replacementStatusWord(status);
  const next = decides && (
    <Button kind="main" shortcut="N" onClick={onNext}>
      <Trans>Ambil berikutnya</Trans>
    </Button>
  );
  return (
    <Notice tone={replacementTone(status)} role="status" title={t`Sudah ditangani: ${state}`} actions={next}>
      {last && (
        <>
          {verdictWord(last.verdict)} · {last.agent.fullName} · <Time at={last.at} />{' '}
        </>
      )}
      {status === 'WAITING_PERIOD' && effectiveAt && (
        <Trans>
          Berlaku pada <Time at={effectiveAt} />
        </Trans>
      )}
    </Notice>
  );
}
