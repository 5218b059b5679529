import { useLingui } from '@lingui/react/macro';

import { Tabs } from '../../ui/tabs';
import type { OneAccount } from './act';
import { PARTS, type Part } from './parts';

export function AccountTabs({ account, current }: { account: OneAccount; current: Part }) {
  const { t } = useLingui();
  const words: Record<Part, string> = {
    ringkasan: t`Ringkasan`,
    permohonan: t`Permohonan`,
    pengiriman: t`Pengiriman`,
    riwayat: t`Riwayat`,
  };
  const keys: Partial<Record<Part, string>> = { pengiriman: 'V', riwayat: 'H' };
  return (
    <Tabs
      label={t`Bagian akun`}
      tabs={PARTS.map((part) => ({
        to: {
          to: '/akun/$id',
          params: { id: account.id },
          search: part === 'ringkasan' ? {} : { bagian: part },
        },
        label: words[part],
        current: part === current,
        count: part === 'permohonan' && account.pendingReplacement ? 1 : undefined,
        shortcut: keys[part],
      }))}
    />
  );
}
