import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';

import { accountTone } from '../../desk/account-tone';
import { Due } from '../../desk/due';
import { replacementStatusWord, replacementTone } from '../../desk/replacement-words';
import { TierBadge } from '../../desk/tier-badge';
import { useMay } from '../../desk/viewer';
import { accountStatusWord, actorWord } from '../../desk/words';
import type { ReviewFieldsFragment } from '../../gql/graphql';
import { StatusBadge } from '../../ui/status-badge';
import { Time } from '../../ui/time';
import styles from './review.module.css';
import { requesterWord } from './review-words';

/** Who and how urgent; stays while the rest of the page is scrolled. */
export function IdentityBar({ request }: { request: ReviewFieldsFragment }) {
  const { t } = useLingui();
  const { applicant, account, status, tier, actor, requester, effectiveAt } = request;
  return (
    <section className={styles.identity} aria-label={t`Pemohon dan keadaan`}>
      <strong>
        {applicant}
        {account?.entityName && ` · ${account.entityName}`}
      </strong>
      {account && (
        <StatusBadge tone={accountTone(account.status)}>{accountStatusWord(account.status)}</StatusBadge>
      )}
      <StatusBadge tone={replacementTone(status)}>{replacementStatusWord(status)}</StatusBadge>
      <span>
        <Trans>Risiko:</Trans> <TierBadge tier={tier} />
      </span>
      <span>
        <Trans>Batas SLA:</Trans> <Due {...request} />
      </span>
      {effectiveAt && (
        <span>
          <Trans>
            Berlaku pada <Time at={effectiveAt} />
          </Trans>
        </span>
      )}
      <span className="dim">
        {actorWord(actor)} · {requesterWord(requester)}
      </span>
      <AccountLink id={account?.id} username={account?.username} />
    </section>
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
