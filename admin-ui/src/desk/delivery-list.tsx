import { Trans } from '@lingui/react/macro';
import { useState } from 'react';

import type { DeliveryFieldsFragment } from '../gql/graphql';
import { Empty, Failed, Loading } from '../ui/states';
import { DeliveryDetail } from './delivery-detail';
import { DeliveryTable } from './delivery-table';
import { Older } from './older';

interface Page {
  readonly items: readonly DeliveryFieldsFragment[];
  readonly endCursor?: string | null;
  readonly hasNextPage: boolean;
}

interface DeliveryListProps {
  /** Undefined until the first answer; the last good one stays while the next is awaited or fails. */
  readonly page: Page | undefined;
  readonly loading: boolean;
  readonly error: Error | undefined;
  readonly onRetry: () => void;
  readonly onMore: (after: string) => void;
}

/** What was sent to one account, newest first, and one of them in full. */
export function DeliveryList({ page, loading, error, onRetry, onMore }: DeliveryListProps) {
  const deliveries = page?.items;
  const [openId, setOpenId] = useState<string | null>(null);
  const open = deliveries?.find(({ id }) => id === openId);
  return (
    <>
      {error && <Failed error={error} onRetry={onRetry} />}
      {!deliveries && loading && <Loading rows={6} />}
      {open && <DeliveryDetail delivery={open} onClose={() => setOpenId(null)} />}
      {deliveries?.length === 0 && (
        <Empty title={<Trans>Belum ada pesan untuk akun ini</Trans>}>
          <Trans>Pesan muncul di sini begitu masuk antrean.</Trans>
        </Empty>
      )}
      {deliveries && deliveries.length > 0 && (
        <DeliveryTable
          deliveries={deliveries}
          outdated={error !== undefined}
          selected={open?.id}
          onOpen={({ id }) => setOpenId(id === openId ? null : id)}
        />
      )}
      <Older page={page} onMore={onMore} />
    </>
  );
}
