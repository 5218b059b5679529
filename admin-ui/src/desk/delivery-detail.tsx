import { Trans, useLingui } from '@lingui/react/macro';

import type { DeliveryFieldsFragment } from '../gql/graphql';
import { Button } from '../ui/button';
import { Card, Facts } from '../ui/page';
import { StatusBadge } from '../ui/status-badge';
import { Time } from '../ui/time';
import styles from './delivery-detail.module.css';
import { deliveryKindWord, deliveryStatusWord, deliveryTone } from './delivery-words';
import { channelWord } from './words';

/** One message: what became of it, attempt by attempt. Never what it said. */
export function DeliveryDetail({
  delivery,
  onClose,
}: {
  delivery: DeliveryFieldsFragment;
  onClose: () => void;
}) {
  const { t } = useLingui();
  const { kind, channel, destination, status, statusReason, queuedAt, updatedAt, attempts, id } = delivery;
  const close = (
    <Button kind="quiet" onClick={onClose}>
      <Trans>Tutup rincian</Trans>
    </Button>
  );
  return (
    <Card title={t`Rincian pengiriman`} actions={close}>
      <Facts
        facts={[
          [t`Jenis`, deliveryKindWord(kind)],
          [t`Kanal`, channelWord(channel)],
          [t`Tujuan`, destination],
          [
            t`Status`,
            <StatusBadge key="status" tone={deliveryTone(status)}>
              {deliveryStatusWord(status)}
            </StatusBadge>,
          ],
          [t`Alasan`, statusReason ?? '–'],
          [t`Masuk antrean`, <Time key="queued" at={queuedAt} form="exact" />],
          [t`Diperbarui`, <Time key="updated" at={updatedAt} form="exact" />],
          [t`Rujukan`, <code key="id">{id}</code>],
        ]}
      />
      <h3 className={styles.heading}>
        <Trans>Percobaan</Trans>
      </h3>
      {attempts.length === 0 && (
        <p className="dim">
          <Trans>Belum ada percobaan.</Trans>
        </p>
      )}
      <ol className={styles.attempts}>
        {attempts.map(({ at, outcome, detail }) => (
          <li key={at}>
            <Time at={at} form="exact" /> · {outcome}
            {detail && <span className="dim"> · {detail}</span>}
          </li>
        ))}
      </ol>
    </Card>
  );
}
