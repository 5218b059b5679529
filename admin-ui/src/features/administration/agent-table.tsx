import { useLingui } from '@lingui/react/macro';

import { roleWord } from '../../desk/words';
import type { AgentRowFragment } from '../../gql/graphql';
import { DataTable } from '../../ui/data-table';
import { StatusBadge } from '../../ui/status-badge';
import { Time } from '../../ui/time';

interface AgentTableProps {
  readonly agents: readonly AgentRowFragment[];
  readonly outdated: boolean;
  readonly onOpen: (id: string) => void;
}

export function AgentTable({ agents, outdated, onOpen }: AgentTableProps) {
  const { t } = useLingui();
  return (
    <DataTable
      caption={t`Petugas`}
      rows={agents}
      outdated={outdated}
      keyOf={({ id }) => id}
      columns={[
        {
          key: 'name',
          heading: t`Nama`,
          names: true,
          cell: ({ id, fullName }) => (
            <button type="button" className="link" onClick={() => onOpen(id)}>
              {fullName}
            </button>
          ),
        },
        { key: 'username', heading: t`Nama pengguna`, cell: ({ username }) => username },
        { key: 'role', heading: t`Peran`, cell: ({ role }) => roleWord(role) },
        { key: 'office', heading: t`Kantor`, cell: ({ office }) => office.name },
        {
          key: 'totp',
          heading: t`TOTP`,
          minor: true,
          cell: ({ totpEnrolled }) => (totpEnrolled ? t`Terpasang` : t`Belum`),
        },
        {
          key: 'seen',
          heading: t`Aktif terakhir`,
          minor: true,
          cell: ({ lastSeenAt }) => (lastSeenAt ? <Time at={lastSeenAt} /> : t`Belum pernah`),
        },
        {
          key: 'state',
          heading: t`Status`,
          cell: ({ active, pendingChange }) => (
            <>
              <StatusBadge tone={active ? 'good' : 'quiet'}>{active ? t`Aktif` : t`Nonaktif`}</StatusBadge>{' '}
              {pendingChange && <StatusBadge tone="warn">{t`Menunggu admin kedua`}</StatusBadge>}
            </>
          ),
        },
      ]}
    />
  );
}
