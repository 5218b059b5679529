import { useApolloClient, useQuery } from '@apollo/client/react';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';

import { deliveryStatusWord } from '../../desk/delivery-words';
import { IN_BACKGROUND } from '../../desk/session-times';
import { useCommand } from '../../desk/use-command';
import {
  AccountDeliveriesDocument,
  type Channel,
  ResendActivationDocument,
  type ResendActivationMutation,
} from '../../gql/graphql';
import { useAnnouncements } from '../../ui/announce';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { Notice } from '../../ui/notice';
import { Failed } from '../../ui/states';
import { Time } from '../../ui/time';
import { unknownOutcome } from '../../ui/unknown-outcome';
import type { OneAccount } from './act';
import { ChannelField } from './channel-field';

/** `S` opens it, Enter sends. The server keeps the budget that the person's own resends share. */
export function ResendDialog({ account, onDone }: { account: OneAccount; onDone: () => void }) {
  const { t } = useLingui();
  const { show } = useAnnouncements();
  const client = useApolloClient();
  const [channel, setChannel] = useState<Channel>(account.email ? 'EMAIL' : 'WHATSAPP');
  const { run, loading, outcome, error } = useCommand(
    ResendActivationDocument,
    (data) => data.resendActivation,
  );

  const send = async () => {
    const answer = await run({ input: { accountId: account.id, channel } });
    if (answer?.__typename !== 'ActivationResent') return;
    const { status, destination } = answer.delivery;
    show({ text: t`Aktivasi ke ${destination}: ${deliveryStatusWord(status)}.` });
    onDone();
    // The row is there at once, on whichever part of the page shows it.
    void client.refetchQueries({ include: 'active' });
  };

  return (
    <Dialog
      title={t`Kirim ulang aktivasi`}
      onClose={onDone}
      actions={
        <>
          <Button onClick={onDone}>
            <Trans>Batal</Trans>
          </Button>
          <Button kind="main" loading={loading} first onClick={() => void send()}>
            <Trans>Kirim ulang</Trans>
          </Button>
        </>
      }
    >
      <ChannelField account={account} value={channel} onChange={setChannel} />
      <CurrentLink id={account.id} />
      <p>
        <Trans>
          Bacakan: “Saya kirim sekarang. Buka pesan yang terbaru, periksa juga Spam dan Promosi, lalu tekan
          Aktifkan akun saya. Jangan sebutkan kodenya kepada siapa pun, termasuk saya.”
        </Trans>
      </p>
      {error !== undefined && <Failed error={error} />}
      {outcome && outcome.__typename !== 'ActivationResent' && <Refusal outcome={outcome} />}
    </Dialog>
  );
}

/** Whether the message that the person has still works. */
function CurrentLink({ id }: { id: string }) {
  const { data } = useQuery(AccountDeliveriesDocument, { variables: { id }, context: IN_BACKGROUND });
  const until = data?.account?.activationValidUntil;
  return (
    <p className="dim">
      {until ? (
        <Trans>
          Tautan atau kode yang sekarang berlaku sampai <Time at={until} />. Pesan baru membatalkannya.
        </Trans>
      ) : (
        <Trans>Tidak ada tautan atau kode yang masih berlaku. Pesan baru membatalkan yang lama.</Trans>
      )}
    </p>
  );
}

type Refused = Exclude<ResendActivationMutation['resendActivation'], { __typename: 'ActivationResent' }>;

function Refusal({ outcome }: { outcome: Refused }) {
  switch (outcome.__typename) {
    case 'ResendRefused':
      return (
        <Notice tone="warn" role="alert" title={outcome.message}>
          {outcome.retryAt && (
            <Trans>
              Bisa lagi <Time at={outcome.retryAt} form="time" />.
            </Trans>
          )}
        </Notice>
      );
    case 'NotFound':
      return <Notice tone="warn" role="alert" title={outcome.message} />;
    default:
      return <Notice tone="warn" role="alert" title={unknownOutcome(outcome)} />;
  }
}
