import { useLingui } from '@lingui/react/macro';
import { useNavigate } from '@tanstack/react-router';

import type { QueueCounts } from '../../desk/use-queue-counts';
import { useShortcut } from '../../ui/shortcuts';
import { Tabs } from '../../ui/tabs';
import { type QueueSearch, VIEW_NAMES, type ViewName } from './queue-search';

interface QueueTabsProps {
  readonly search: QueueSearch;
  readonly counts: QueueCounts | null;
}

/** The views, each with what waits in it; filters go along from one to the next. */
export function QueueTabs({ search, counts }: QueueTabsProps) {
  const { t } = useLingui();
  const words: Record<ViewName, readonly [string, number | undefined]> = {
    siap: [t`Siap`, counts?.ready],
    milik: [t`Milik saya`, counts?.mine],
    kedua: [t`Menunggu ke-2`, counts?.awaitingSecond],
    dikembalikan: [t`Dikembalikan`, counts?.returned],
    tunggu: [t`Masa tunggu`, counts?.waitingPeriod],
    selesai: [t({ message: 'Selesai', context: 'permohonan' }), undefined],
  };
  const tabs = VIEW_NAMES.map((name, index) => ({
    to: { to: '/antrean', search: { ...search, tampilan: name === 'siap' ? undefined : name } } as const,
    label: words[name][0],
    count: words[name][1],
    shortcut: `${index + 1}`,
  }));
  return (
    <>
      <Tabs label={t`Tampilan antrean`} tabs={tabs} />
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
