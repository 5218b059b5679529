import { Trans, useLingui } from '@lingui/react/macro';

import type { ProgressFragment } from '../../gql/graphql.ts';
import { Link } from '../../platform/router.tsx';
import { dayAndTime } from '../../platform/times.ts';
import { Page } from '../../ui/page.tsx';
import { evidenceName } from './evidence-words.ts';
import { statusWords } from './status-words.ts';
import { follow, ticket } from './ticket.ts';
import { TicketNumber } from './ticket-number.tsx';

interface ProgressProps {
  readonly progress: ProgressFragment;
  readonly onAgain: () => void;
}

export function Progress({ progress, onAgain }: ProgressProps) {
  const { t } = useLingui();
  const { name, next } = statusWords(progress.status);
  const at = dayAndTime(progress.updatedAt);
  return (
    <Page key="progress" title={t`Status: ${name}`}>
      <TicketNumber ticket={progress.ticket} />
      <p>{next}</p>
      {progress.effectiveAt && <Until at={dayAndTime(progress.effectiveAt)} />}
      {progress.messageToApplicant && (
        <div className="note">
          <h2>
            <Trans>Pesan petugas</Trans>
          </h2>
          <p>{progress.messageToApplicant}</p>
        </div>
      )}
      <Wanted progress={progress} />
      <p className="quiet">
        <Trans>Terakhir berubah {at}.</Trans>
      </p>
      <button type="button" onClick={onAgain}>
        <Trans>Lihat permohonan lain</Trans>
      </button>
    </Page>
  );
}

function Until({ at }: { at: string }) {
  return (
    <p>
      <Trans>Berlaku paling cepat {at}.</Trans>
    </p>
  );
}

/** What the agent still asks for, and the way to it: in this tab, or by the link in the message. */
function Wanted({ progress }: { progress: ProgressFragment }) {
  const { missingEvidence, status } = progress;
  const here = ticket.now?.ticket === progress.ticket;
  return (
    <>
      {missingEvidence.length > 0 && (
        <>
          <h2>
            <Trans>Dokumen yang masih diminta</Trans>
          </h2>
          <ul>
            {missingEvidence.map((kind) => (
              <li key={kind}>{evidenceName(kind)}</li>
            ))}
          </ul>
        </>
      )}
      {status === 'RETURNED' &&
        (here ? (
          <Link to="/email-tidak-aktif/bukti" className="button main" onClick={() => follow(progress)}>
            <Trans>Lengkapi permohonan</Trans>
          </Link>
        ) : (
          <p>
            <Trans>
              Buka tautan pada pesan kami di email baru Anda untuk melengkapinya, di perangkat mana pun.
            </Trans>
          </p>
        ))}
    </>
  );
}
