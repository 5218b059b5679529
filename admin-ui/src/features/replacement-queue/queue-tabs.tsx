import { useLingui } from '@lingui/react/macro';

import { useQueueCounts } from '../../desk/use-queue-counts';
import { Tabs } from '../../ui/tabs';
import { type QueueSearch, VIEW_NAMES, type ViewName } from './queue-search';

/** The views, each with what waits in it; filters go along from one to the next. */
export function QueueTabs({ search }: { search: QueueSearch }) {
  const { t } = useLingui();
  const counts = useQueueCounts();
  const words: Record<ViewName, readonly [string, number | undefined]> = {
    siap: [t`Siap`, counts?.ready],
    milik: [t`Milik saya`, counts?.mine],
    kedua: [t`Menunggu ke-2`, counts?.awaitingSecond],
    dikembalikan: [t`Dikembalikan`, counts?.returned],
    tunggu: [t`Masa tunggu`, counts?.waitingPeriod],
    selesai: [t({ message: 'Selesai', context: 'permohonan' }), undefined],
  };
  return (
    <Tabs
      label={t`Tampilan antrean`}
      tabs={VIEW_NAMES.map((name) => ({
        to: { to: '/antrean', search: { ...search, tampilan: name === 'siap' ? undefined : name } },
        label: words[name][0],
        count: words[name][1],
      }))}
    />
  );
}
