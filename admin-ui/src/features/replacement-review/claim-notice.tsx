import { Trans, useLingui } from '@lingui/react/macro';

import { useState } from 'react';

import { refusalOf } from '../../desk/allowed';
import { isOpen } from '../../desk/review-words';
import { useMay } from '../../desk/viewer';
import type { ReviewFieldsFragment } from '../../gql/graphql';
import { Button } from '../../ui/button';
import { useNow } from '../../ui/clock';
import { Notice } from '../../ui/notice';
import { Time } from '../../ui/time';
import { DecidedNotice } from './decided-notice';

interface ClaimNoticeProps {
  readonly request: ReviewFieldsFragment;
  readonly claiming: boolean;
  readonly onClaim: () => void;
  readonly onExtend: () => void;
  readonly onTakeOver: () => void;
  readonly onNext: () => void;
}

/** Whose case it is now. Presence is courtesy only: the server refuses in every case. */
export function ClaimNotice(props: ClaimNoticeProps) {
  const { t } = useLingui();
  const { request, claiming, onClaim, onExtend, onTakeOver, onNext } = props;
  const { claim, allowedActions } = request;
  if (claim?.mine) return <EndingSoon claim={claim} onExtend={onExtend} />;
  if (!isOpen(request)) return <DecidedNotice request={request} onNext={onNext} />;
  if (claim) return <HeldByOther claim={claim} allowedActions={allowedActions} onTakeOver={onTakeOver} />;
  const refusal = refusalOf(allowedActions, 'claimRequest');
  const take = (
    <Button kind="main" loading={claiming} refusal={refusal} onClick={onClaim}>
      <Trans>Ambil permohonan ini</Trans>
    </Button>
  );
  return <Notice tone="quiet" title={t`Hanya dapat dibaca`} actions={take} />;
}

type Claim = NonNullable<ReviewFieldsFragment['claim']>;

const SECOND_MS = 1000;
const SOON_MS = 120_000;

/** The heartbeat keeps a claim alive by itself; this shows when it could not, or may not any longer. */
function EndingSoon({ claim, onExtend }: { claim: Claim; onExtend: () => void }) {
  const { t } = useLingui();
  const at = useNow(SECOND_MS);
  const [since] = useState(at);
  // A page that was loaded again makes its claim whole first.
  const soon = at > since && Date.parse(claim.expiresAt) - at < SOON_MS;
  if (!soon) return null;
  const last = claim.latestEnd != null && claim.expiresAt >= claim.latestEnd;
  const extend = !last && (
    <Button onClick={onExtend}>
      <Trans>Perpanjang</Trans>
    </Button>
  );
  return (
    <Notice tone="warn" role="status" title={t`Klaim Anda segera berakhir`} actions={extend}>
      <Trans>
        Berakhir <Time at={claim.expiresAt} form="time" />. Catatan dan centang Anda tersimpan.
      </Trans>
    </Notice>
  );
}

interface HeldByOtherProps extends Pick<ReviewFieldsFragment, 'allowedActions'> {
  readonly claim: Claim;
  readonly onTakeOver: () => void;
}

function HeldByOther({ claim, allowedActions, onTakeOver }: HeldByOtherProps) {
  const { t } = useLingui();
  const supervises = useMay(['SUPERVISOR']);
  const holder = claim.agent.fullName;
  const takeOver = supervises && (
    <Button refusal={refusalOf(allowedActions, 'takeOverClaim')} onClick={onTakeOver}>
      <Trans>Ambil alih…</Trans>
    </Button>
  );
  return (
    <Notice tone="warn" role="status" title={t`Sedang diproses ${holder}`} actions={takeOver}>
      {claim.since && (
        <Trans>
          Sejak <Time at={claim.since} form="time" />.
        </Trans>
      )}{' '}
      <Trans>
        Hanya dapat dibaca. Klaim itu berakhir <Time at={claim.expiresAt} form="time" />.
      </Trans>
    </Notice>
  );
}
