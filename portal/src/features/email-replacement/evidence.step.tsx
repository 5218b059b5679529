import { Trans, useLingui } from '@lingui/react/macro';

import type { EvidenceKind } from '../../gql/graphql.ts';
import { Link } from '../../platform/router.tsx';
import { useTabMemory } from '../../platform/tab-memory.ts';
import { Page } from '../../ui/page.tsx';
import { evidenceName, evidenceReason } from './evidence-words.ts';
import { OneDocument } from './one-document.tsx';
import { ReturnedDocuments } from './returned-documents.tsx';
import { usePlace } from './steps.ts';
import { type Ticket, ticket } from './ticket.ts';
import { TicketNumber } from './ticket-number.tsx';

/** One required document at a time, and then a look at what was handed in. */
export function EvidenceStep() {
  const open = useTabMemory(ticket);
  if (!open) return null;
  const [kind] = open.missing;
  if (kind) return <Wanted open={open} kind={kind} />;
  return open.returned ? <ReturnedDocuments open={open} /> : <AllThere ticketNumber={open.ticket} />;
}

function Wanted({ open, kind }: { open: Ticket; kind: EvidenceKind }) {
  const { step } = usePlace();
  const count = open.required.length;
  const at = count - open.missing.length + 1;
  return (
    <Page key={kind} title={evidenceName(kind)} step={step}>
      <TicketNumber ticket={open.ticket} />
      <p>
        <Trans>
          Dokumen {at} dari {count}. JPEG, PNG, atau PDF.
        </Trans>
      </p>
      <Why kind={kind} />
      <OneDocument key={kind} kind={kind} token={open.token} onStored={() => tick(kind)} />
      {open.returned ? (
        <button type="button" onClick={() => ticket.keep({ ...open, missing: [] })}>
          <Trans>Kembali ke daftar dokumen</Trans>
        </button>
      ) : (
        <p className="quiet">
          <Trans>Boleh berhenti dan melanjutkan nanti di tab ini, paling lama 7 hari.</Trans>
        </p>
      )}
    </Page>
  );
}

function Why({ kind }: { kind: EvidenceKind }) {
  const { t } = useLingui();
  return (
    <details open>
      <summary>{t`Mengapa diminta, dan bagaimana yang baik`}</summary>
      <p>{evidenceReason(kind)}</p>
    </details>
  );
}

function tick(kind: EvidenceKind): void {
  const open = ticket.now;
  if (!open) return;
  const [missing, renewed] = [open.missing, open.renewed].map((all) => all.filter((one) => one !== kind));
  ticket.keep({ ...open, missing: missing ?? [], renewed: [...(renewed ?? []), kind] });
}

function AllThere({ ticketNumber }: { ticketNumber: string }) {
  const { t } = useLingui();
  const { step } = usePlace();
  return (
    <Page key="all" title={t`Semua dokumen sudah diunggah`} step={step}>
      <TicketNumber ticket={ticketNumber} />
      <Link to="/email-tidak-aktif/periksa" className="button main">
        <Trans>Lanjutkan</Trans>
      </Link>
    </Page>
  );
}
