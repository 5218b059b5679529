import { useQuery } from '@apollo/client/react';
import { useLingui } from '@lingui/react/macro';

import { deliveryStatusWord } from '../../desk/delivery-words';
import { IN_BACKGROUND } from '../../desk/session-times';
import { channelWord } from '../../desk/words';
import { AccountDeliveriesDocument, type Channel } from '../../gql/graphql';
import { RadioField } from '../../ui/choice-fields';
import { useTimeWords } from '../../ui/time';
import type { OneAccount } from './act';

interface ChannelFieldProps {
  readonly account: OneAccount;
  readonly value: Channel;
  readonly onChange: (channel: Channel) => void;
}

/** The two ways, each with what became of the last message on it. */
export function ChannelField({ account, value, onChange }: ChannelFieldProps) {
  const { t } = useLingui();
  const written = useTimeWords();
  const { data } = useQuery(AccountDeliveriesDocument, {
    variables: { id: account.id },
    context: IN_BACKGROUND,
  });
  const contacts = [account.email, account.whatsapp].filter((contact) => contact != null);
  const lastOn = (channel: Channel) => {
    const last = data?.account?.deliveries.items.find((one) => one.channel === channel);
    if (!last) return t`Belum pernah dikirimi pesan.`;
    const { status, statusReason, updatedAt } = last;
    const reason = statusReason ? ` (${statusReason})` : '';
    return t`Terakhir: ${deliveryStatusWord(status)}${reason}, ${written(updatedAt)}`;
  };
  return (
    <RadioField<Channel>
      label={t`Kirim lewat`}
      value={value}
      options={contacts.map(({ channel, value: masked }) => ({
        value: channel,
        label: `${channelWord(channel)} · ${masked}`,
        note: lastOn(channel),
      }))}
      onChange={onChange}
    />
  );
}
