import { useLingui } from '@lingui/react/macro';

import type { DeliveryFieldsFragment } from '../gql/graphql';
import { useNow } from '../ui/clock';
import { type Column, DataTable } from '../ui/data-table';
import { StatusBadge } from '../ui/status-badge';
import { Time } from '../ui/time';
import { deliveryKindWord, deliveryStatusWord, deliveryTone, nextStepOf } from './delivery-words';
import { channelWord } from './words';

interface DeliveryTableProps {
  readonly deliveries: readonly DeliveryFieldsFragment[];
  readonly outdated?: boolean;
  readonly selected?: string;
  readonly onOpen: (delivery: DeliveryFieldsFragment) => void;
}

const EVERY_MS = 15_000;

export function DeliveryTable({ deliveries, outdated, selected, onOpen }: DeliveryTableProps) {
  const { t } = useLingui();
  const now = useNow(EVERY_MS);
  const columns: Column<DeliveryFieldsFragment>[] = [
    {
      key: 'at',
      heading: t`Waktu`,
      names: true,
      cell: (one) => (
        <button
          type="button"
          className="link"
          aria-expanded={selected === one.id}
          onClick={() => onOpen(one)}
        >
          <Time at={one.queuedAt} form="exact" />
        </button>
      ),
    },
    { key: 'kind', heading: t`Jenis`, cell: ({ kind }) => deliveryKindWord(kind) },
    { key: 'channel', heading: t`Kanal`, cell: ({ channel }) => channelWord(channel) },
    {
      key: 'to',
      heading: t`Tujuan`,
      cell: ({ destination }) => <span className="number">{destination}</span>,
    },
    {
      key: 'status',
      heading: t`Status`,
      cell: ({ status, statusReason }) => (
        <>
          <StatusBadge tone={deliveryTone(status)}>{deliveryStatusWord(status)}</StatusBadge>{' '}
          <span className="dim">{statusReason}</span>
        </>
      ),
    },
    {
      key: 'tries',
      heading: t`Percobaan`,
      align: 'end',
      minor: true,
      cell: ({ attempts }) => attempts.length,
    },
    { key: 'next', heading: t`Langkah berikut`, wraps: true, cell: (one) => nextStepOf(one, now) },
  ];
  return (
    <DataTable
      caption={t`Pengiriman`}
      columns={columns}
      rows={deliveries}
      keyOf={({ id }) => id}
      outdated={outdated}
      selected={selected}
    />
  );
}
