import { Trans, useLingui } from '@lingui/react/macro';

import type { EvidenceKind } from '../../gql/graphql.ts';
import { useAnswers } from '../../platform/kept-answers.ts';
import { Link } from '../../platform/router.tsx';
import { Page } from '../../ui/page.tsx';
import { evidenceName } from './evidence-words.ts';
import { usePlace } from './steps.ts';
import { fromAgent, type Ticket, ticket } from './ticket.ts';
import { TicketNumber } from './ticket-number.tsx';

/** The agent asks for something more. Which document that is stands in their message; any of them can be replaced. */
export function ReturnedDocuments({ open }: { open: Ticket }) {
  const { t } = useLingui();
  const { step } = usePlace();
  const [{ message }] = useAnswers(fromAgent);
  return (
    <Page key="returned" title={t`Apa yang perlu diperbaiki?`} step={step}>
      <TicketNumber ticket={open.ticket} />
      {message && (
        <div className="note">
          <h2>
            <Trans>Pesan petugas</Trans>
          </h2>
          <p>{message}</p>
        </div>
      )}
      <p>
        <Trans>
          Alasannya ada pada pesan kami ke email baru Anda. Pilih dokumen yang dimaksud dan unggah lagi; yang
          lain tetap tersimpan.
        </Trans>
      </p>
      {open.required.map((kind) => (
        <Replaceable key={kind} open={open} kind={kind} />
      ))}
      {open.renewed.length > 0 && (
        <Link to="/email-tidak-aktif/periksa" className="button main">
          <Trans>Lanjutkan</Trans>
        </Link>
      )}
    </Page>
  );
}

function Replaceable({ open, kind }: { open: Ticket; kind: EvidenceKind }) {
  const name = evidenceName(kind);
  return (
    <button type="button" onClick={() => ticket.keep({ ...open, missing: [kind] })}>
      {open.renewed.includes(kind) ? (
        <Trans>✓ {name}: sudah diunggah lagi</Trans>
      ) : (
        <Trans>Ganti: {name}</Trans>
      )}
    </button>
  );
}
