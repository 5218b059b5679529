import { useLingui } from '@lingui/react/macro';

import { Tabs } from '../../ui/tabs';
import { PARTS, type Part } from './parts';
import { usePending } from './use-pending';

export function AccountTabs({ id }: { id: string }) {
  const { t } = useLingui();
  const { pending } = usePending(id);
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
          params: { id },
          search: { bagian: part === 'ringkasan' ? undefined : part },
        },
        label: words[part],
        count: part === 'permohonan' && pending ? 1 : undefined,
        shortcut: keys[part],
      }))}
    />
  );
}
