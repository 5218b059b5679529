import { Trans, useLingui } from '@lingui/react/macro';

import { CancelEmailReplacementDocument } from '../../gql/graphql.ts';
import { request } from '../../platform/request.ts';
import { LinkPage, type OpenedLink, type Spent } from '../../ui/link-page.tsx';
import { Page } from '../../ui/page.tsx';
import { AfterTheLink, IncompleteLink } from './after-the-link.tsx';
import { TicketNumber } from './ticket-number.tsx';

/** Opened by the notice to every old channel, before the change takes effect. */
export function StopPage() {
  const { t } = useLingui();
  return (
    <LinkPage
      title={t`Hentikan penggantian email?`}
      explained={
        <>
          <p>
            <Trans>
              Seseorang meminta email akun Anda diganti. Bila bukan Anda, tekan tombol ini: permohonan itu
              berakhir dan email Anda tetap.
            </Trans>
          </p>
          <p className="quiet">
            <Trans>Anda sendiri yang memintanya? Tutup halaman ini; tidak ada yang berubah.</Trans>
          </p>
        </>
      }
      button={<Trans>Hentikan penggantian</Trans>}
      spend={stop}
      otherwise={<AfterTheLink />}
      withoutToken={{ title: t`Tautannya tidak lengkap`, body: <IncompleteLink /> }}
    />
  );
}

async function stop(input: OpenedLink): Promise<Spent> {
  const { cancelEmailReplacement: outcome } = await request(CancelEmailReplacementDocument, { input });
  switch (outcome.__typename) {
    case 'EmailReplacementCancelled':
      return { done: <Stopped ticket={outcome.ticket} /> };
    case 'EmailReplacementObjected':
      return { done: <Objected ticket={outcome.ticket} message={outcome.message} /> };
    default:
      return outcome;
  }
}

function Stopped({ ticket }: { ticket: string }) {
  const { t } = useLingui();
  return (
    <Page key="done" title={t`Penggantian email dihentikan`}>
      <div className="good">
        <TicketNumber ticket={ticket} />
        <p>
          <Trans>Email Anda tetap seperti semula.</Trans>
        </p>
      </div>
      <AfterTheLink />
    </Page>
  );
}

/** The applicant was seen face to face: the request goes on, and both deciders read the objection. */
function Objected({ ticket, message }: { ticket: string; message: string }) {
  const { t } = useLingui();
  return (
    <Page key="objected" title={t`Keberatan Anda dicatat`}>
      <TicketNumber ticket={ticket} />
      <p>{message}</p>
    </Page>
  );
}
