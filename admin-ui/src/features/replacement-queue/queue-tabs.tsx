import { useLingui } from '@lingui/react/macro';
import { useNavigate } from '@tanstack/react-router';

import type { QueueCounts } from '../../desk/use-queue-counts';
import { useShortcut } from '../../ui/shortcuts';
import { Tabs } from '../../ui/tabs';
import {
  type FigureViewName,
  isFigureView,
  type QueueSearch,
  sharedFilters,
  VIEW_NAMES,
  type ViewName,
} from './queue-search';

interface QueueTabsProps {
  readonly search: QueueSearch;
  readonly counts: QueueCounts | null;
}

/** What a view is called. */
export function useViewWords(): Record<ViewName | FigureViewName, string> {
  const { t } = useLingui();
  return {
    siap: t`Siap`,
    milik: t`Milik saya`,
    kedua: t`Menunggu ke-2`,
    dikembalikan: t`Dikembalikan`,
    tunggu: t`Masa tunggu`,
    selesai: t({ message: 'Selesai', context: 'permohonan' }),
    terbuka: t`Terbuka`,
    masuk: t({ message: 'Masuk', context: 'permohonan' }),
    diputus: t`Diputus`,
  };
}

/** The views, each with what waits in it; filters go along from one to the next. One from the dashboard joins while it is shown. */
export function QueueTabs({ search, counts }: QueueTabsProps) {
  const { t } = useLingui();
  const words = useViewWords();
  const waiting: Partial<Record<ViewName, number>> = {
    ...{ siap: counts?.ready, milik: counts?.mine, kedua: counts?.awaitingSecond },
    ...{ dikembalikan: counts?.returned, tunggu: counts?.waitingPeriod },
  };
  const { tampilan } = search;
  const shared = sharedFilters(search);
  const tabs = VIEW_NAMES.map((name, index) => ({
    to: { to: '/antrean', search: { ...shared, tampilan: name === 'siap' ? undefined : name } } as const,
    label: words[name],
    count: waiting[name],
    shortcut: `${index + 1}`,
  }));
  const figure =
    tampilan && isFigureView(tampilan)
      ? [{ to: { to: '/antrean', search } as const, label: words[tampilan] }]
      : [];
  return (
    <>
      <Tabs label={t`Tampilan antrean`} tabs={[...tabs, ...figure]} />
      {tabs.map((tab) => (
        <TabKey key={tab.shortcut} {...tab} />
      ))}
    </>
  );
}

interface TabKeyProps {
  readonly to: { readonly to: '/antrean'; readonly search: QueueSearch };
  readonly label: string;
  readonly shortcut: string;
}

function TabKey({ to, label, shortcut }: TabKeyProps) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const run = () => void navigate({ ...to, replace: true });
  useShortcut({ keys: shortcut, label, scope: t`Antrean`, run });
  return null;
}
