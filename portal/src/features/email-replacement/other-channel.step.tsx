import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';

import { ConfirmOtherChannelDocument, SendOtherChannelCodeDocument } from '../../gql/graphql.ts';
import { useCommand } from '../../platform/command.ts';
import { request } from '../../platform/request.ts';
import { navigate } from '../../platform/router.tsx';
import { refusal } from '../../platform/sentences.ts';
import { useTabMemory } from '../../platform/tab-memory.ts';
import { Form } from '../../ui/form.tsx';
import { Page } from '../../ui/page.tsx';
import { OldChannelCode } from './old-channel-code.tsx';
import { usePlace } from './steps.ts';
import { follow, type Ticket, ticket } from './ticket.ts';
import { TicketNumber } from './ticket-number.tsx';

/** An old channel that still works makes the way shorter; whoever has lost it goes the longer one. */
export function OtherChannelStep() {
  const { t } = useLingui();
  const { step } = usePlace();
  const open = useTabMemory(ticket);
  const command = useCommand();
  const [sent, setSent] = useState(false);
  const [resendAvailableAt, setAvailable] = useState<string>();
  if (!open?.otherChannel) return null;
  const { value } = open.otherChannel;
  const send = async () => {
    setAvailable(await sendTo(open));
    setSent(true);
  };
  return (
    <Page title={t`Masih memakai ${value}?`} step={step}>
      <TicketNumber ticket={open.ticket} />
      {sent ? (
        <OldChannelCode
          {...{ command, resendAvailableAt }}
          onCode={(code) => prove(open, code)}
          onResend={send}
        />
      ) : (
        <Form command={command} onSubmit={send} button={<Trans>Ya, kirim kode ke sana</Trans>}>
          <p>
            <Trans>Dengan kode dari sana pemeriksaan lebih singkat.</Trans>
          </p>
          <button type="button" className="plain" onClick={() => setSent(true)}>
            <Trans>Saya sudah punya kodenya</Trans>
          </button>
        </Form>
      )}
      <button type="button" onClick={() => giveUp(open)}>
        <Trans>Tidak lagi</Trans>
      </button>
      <p className="quiet">
        <Trans>Bila tidak: pemeriksaan lebih lama, oleh dua petugas, dengan masa tunggu 24 jam.</Trans>
      </p>
    </Page>
  );
}

function giveUp(open: Ticket): void {
  ticket.keep({ ...open, otherChannel: null, otherGivenUp: true });
  navigate('/email-tidak-aktif/bukti', { replace: true });
}

async function sendTo({ token }: Ticket): Promise<string | undefined> {
  const { sendOtherChannelCode: outcome } = await request(SendOtherChannelCodeDocument, {
    input: { ticketToken: token },
  });
  if (outcome.__typename !== 'EmailReplacementProgress') throw refusal(outcome, '', 'MESSAGE');
  return outcome.resendAvailableAt ?? undefined;
}

async function prove({ token }: Ticket, code: string): Promise<void> {
  const { confirmOtherChannel: outcome } = await request(ConfirmOtherChannelDocument, {
    input: { ticketToken: token, code },
  });
  if (outcome.__typename !== 'EmailReplacementProgress') throw refusal(outcome, 'code');
  follow(outcome);
  navigate('/email-tidak-aktif/bukti', { replace: true });
}
