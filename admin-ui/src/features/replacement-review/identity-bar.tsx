import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';

import { accountTone } from '../../desk/account-tone';
import { Due } from '../../desk/due';
import { replacementStatusWord, replacementTone } from '../../desk/replacement-words';
import styles from '../../desk/review.module.css';
import { requesterWord } from '../../desk/review-words';
import { TierBadge } from '../../desk/tier-badge';
import { useMay } from '../../desk/viewer';
import { accountStatusWord, actorWord } from '../../desk/words';
import type { ReviewFieldsFragment } from '../../gql/graphql';
import { useNow } from '../../ui/clock';
import { StatusBadge } from '../../ui/status-badge';
import { minutesLeft, Time } from '../../ui/time';

/** Who and how urgent; stays whatever is open below. */
export function IdentityBar({ request }: { request: ReviewFieldsFragment }) {
  const { t } = useLingui();
  const { applicant, account, status, tier, actor, requester, effectiveAt, claim } = request;
  return (
    <section className={styles.identity} aria-label={t`Pemohon dan keadaan`}>
      <p>
        <strong>
          {applicant}
          {account?.entityName && ` · ${account.entityName}`}
        </strong>
        {account && (
          <StatusBadge tone={accountTone(account.status)}>{accountStatusWord(account.status)}</StatusBadge>
        )}
        <StatusBadge tone={replacementTone(status)}>{replacementStatusWord(status)}</StatusBadge>
        {claim?.mine && <OwnClaim until={claim.expiresAt} />}
        <span>
          <span className="dim">{t`Risiko:`}</span> <TierBadge tier={tier} />
        </span>
      </p>
      <p className="dim">
        <span>{actorWord(actor)}</span>
        <span>{requesterWord(requester)}</span>
        <AccountLink id={account?.id} username={account?.username} />
        <Due {...request} />
        {effectiveAt && (
          <span>
            <Trans>
              Berlaku pada <Time at={effectiveAt} />
            </Trans>
          </span>
        )}
      </p>
    </section>
  );
}

const SECOND_MS = 1000;

function OwnClaim({ until }: { until: string }) {
  const { t } = useLingui();
  const left = minutesLeft(Date.parse(until) - useNow(SECOND_MS));
  return (
    <span title={t`Lepas sendiri bila halaman ditutup.`}>
      <StatusBadge tone="quiet">{t`Diklaim Anda ${left}`}</StatusBadge>
    </span>
  );
}

function AccountLink({ id, username }: { id?: string; username?: string }) {
  const opens = useMay(['AGENT', 'APPROVER', 'SUPERVISOR']);
  if (!id) return null;
  return opens ? (
    <Link to="/akun/$id" params={{ id }}>
      {username}
    </Link>
  ) : (
    <span>{username}</span>
  );
}
