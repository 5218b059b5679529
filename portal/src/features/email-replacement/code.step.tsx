import { Trans, useLingui } from '@lingui/react/macro';

import { ConfirmNewEmailDocument } from '../../gql/graphql.ts';
import { useCommand } from '../../platform/command.ts';
import { request } from '../../platform/request.ts';
import { Link, navigate } from '../../platform/router.tsx';
import { refusal } from '../../platform/sentences.ts';
import { useTabMemory } from '../../platform/tab-memory.ts';
import { CodeForm } from '../../ui/code-page.tsx';
import { Page } from '../../ui/page.tsx';
import { resend } from './ask.ts';
import { usePlace } from './steps.ts';
import { follow, type Ticket, ticket } from './ticket.ts';
import { TicketNumber } from './ticket-number.tsx';

export function CodeStep() {
  const { t } = useLingui();
  const { back, step } = usePlace();
  const open = useTabMemory(ticket);
  const command = useCommand();
  if (!open?.sent) return null;
  return (
    <Page title={t`Masukkan kode 6 angka`} back={back} step={step}>
      <TicketNumber ticket={open.ticket} />
      <CodeForm
        command={command}
        sent={open.sent}
        onCode={(code) => prove(open, code)}
        onResend={() => resend(open)}
      >
        <ul className="more">
          <li>
            <Link to="/email-tidak-aktif/email-baru">
              <Trans>Ubah alamat email</Trans>
            </Link>
          </li>
        </ul>
      </CodeForm>
    </Page>
  );
}

async function prove(open: Ticket, code: string): Promise<void> {
  const input = { ticketToken: open.token, code };
  const { confirmNewEmail: outcome } = await request(ConfirmNewEmailDocument, { input });
  if (outcome.__typename !== 'EmailReplacementProgress') throw refusal(outcome, 'code');
  follow(outcome);
  const next = ticket.now?.otherChannel ? 'kanal-lama' : 'bukti';
  navigate(`/email-tidak-aktif/${next}`, { replace: true });
}
