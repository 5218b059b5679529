import { Trans } from '@lingui/react/macro';

/** To quote at the counter; on every page from the moment there is one. */
export function TicketNumber({ ticket }: { ticket: string }) {
  return (
    <p>
      <Trans>
        Nomor permohonan: <strong className="whole">{ticket}</strong>
      </Trans>
    </p>
  );
}
