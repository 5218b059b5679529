import { Trans, useLingui } from '@lingui/react/macro';

import { UndoEmailReplacementDocument } from '../../gql/graphql.ts';
import { request } from '../../platform/request.ts';
import { endSession } from '../../platform/session.ts';
import { LinkPage, type OpenedLink, type Spent } from '../../ui/link-page.tsx';
import { Page } from '../../ui/page.tsx';
import { AfterTheLink, IncompleteLink } from './after-the-link.tsx';
import { TicketNumber } from './ticket-number.tsx';

/** Opened by the notice to the former address, for some days after the change took effect. */
export function UndoPage() {
  const { t } = useLingui();
  return (
    <LinkPage
      title={t`Kembalikan email lama?`}
      explained={
        <>
          <p>
            <Trans>
              Email akun Anda sudah diganti. Bila bukan Anda yang memintanya, tekan tombol ini: email lama
              dipakai lagi, semua perangkat dikeluarkan, dan kata sandi harus dibuat baru.
            </Trans>
          </p>
          <p className="quiet">
            <Trans>Anda sendiri yang memintanya? Tutup halaman ini; tidak ada yang berubah.</Trans>
          </p>
        </>
      }
      button={<Trans>Kembalikan email lama</Trans>}
      spend={undo}
      otherwise={<AfterTheLink />}
      withoutToken={{ title: t`Tautannya tidak lengkap`, body: <IncompleteLink /> }}
    />
  );
}

async function undo(input: OpenedLink): Promise<Spent> {
  const { undoEmailReplacement: outcome } = await request(UndoEmailReplacementDocument, { input });
  if (outcome.__typename !== 'EmailReplacementUndone') return outcome;
  endSession(); // this browser's too, if it had one
  return { done: <Undone ticket={outcome.ticket} /> };
}

function Undone({ ticket }: { ticket: string }) {
  const { t } = useLingui();
  return (
    <Page key="done" title={t`Email lama sudah dikembalikan`}>
      <div className="good">
        <TicketNumber ticket={ticket} />
        <p>
          <Trans>Semua perangkat sudah dikeluarkan.</Trans>
        </p>
      </div>
      <AfterTheLink />
    </Page>
  );
}
