import { useQuery } from '@apollo/client/react';
import { Trans, useLingui } from '@lingui/react/macro';

import { deliveryKindWord, deliveryStatusWord } from '../../desk/delivery-words';
import { IN_BACKGROUND } from '../../desk/session-times';
import { channelWord } from '../../desk/words';
import { AccountDeliveriesDocument } from '../../gql/graphql';
import { useTimeWords } from '../../ui/time';

/** What was sent last to activate this account, and what became of it: the first thing that a caller is asked about. */
export function LastActivation({ id }: { id: string }) {
  const { t } = useLingui();
  const written = useTimeWords();
  const { data } = useQuery(AccountDeliveriesDocument, { variables: { id }, context: IN_BACKGROUND });
  const deliveries = data?.account?.deliveries;
  if (!deliveries) return null;
  const last = deliveries.items.find(({ kind }) => kind.startsWith('ACTIVATION_'));
  if (!last)
    return deliveries.hasNextPage ? null : (
      <p>
        <Trans>Belum ada pesan aktivasi yang dikirim.</Trans>
      </p>
    );
  const { kind, channel, status, statusReason, updatedAt } = last;
  const result = `${deliveryStatusWord(status)}${statusReason ? ` (${statusReason})` : ''}`;
  return (
    <p>{t`Terakhir: ${deliveryKindWord(kind)} lewat ${channelWord(channel)} – ${result}, ${written(updatedAt)}`}</p>
  );
}
