import { Trans, useLingui } from '@lingui/react/macro';

import { refusalOf } from '../../desk/allowed';
import type { ReviewFieldsFragment } from '../../gql/graphql';
import { Button } from '../../ui/button';
import { useNow } from '../../ui/clock';
import { Notice } from '../../ui/notice';
import { minutesLeft, Time } from '../../ui/time';

interface ClaimNoticeProps {
  readonly request: ReviewFieldsFragment;
  readonly claiming: boolean;
  readonly onClaim: () => void;
}

const SECOND_MS = 1000;

/** Whose case it is now. Presence is courtesy only: the server refuses in every case. */
export function ClaimNotice({ request: { claim, allowedActions }, claiming, onClaim }: ClaimNoticeProps) {
  const { t } = useLingui();
  const now = useNow(SECOND_MS);
  if (claim?.mine) {
    const left = minutesLeft(Date.parse(claim.expiresAt) - now);
    return <p className="dim">{t`Diklaim Anda; lepas sendiri dalam ${left} menit bila halaman ditutup.`}</p>;
  }
  if (claim) {
    const holder = claim.agent.fullName;
    return (
      <Notice tone="warn" role="status" title={t`Sedang diproses ${holder}`}>
        <Trans>
          Hanya dapat dibaca. Klaim itu berakhir <Time at={claim.expiresAt} form="time" />.
        </Trans>
      </Notice>
    );
  }
  const refusal = refusalOf(allowedActions, 'claimRequest');
  const take = (
    <Button kind="main" loading={claiming} refusal={refusal} onClick={onClaim}>
      <Trans>Ambil permohonan ini</Trans>
    </Button>
  );
  return <Notice tone="quiet" title={t`Hanya dapat dibaca`} actions={take} />;
}
