import { t } from '@lingui/core/macro';
import {
  IconChartBar,
  IconChecks,
  IconEyeCheck,
  IconHistory,
  IconInbox,
  IconSend,
  IconUserSearch,
  IconUsers,
  IconUsersGroup,
} from '@tabler/icons-react';

import type { AgentRole } from '../gql/graphql';

/** Who may open what (console.md 3). The server decides; the console only does not show doors that are locked. */
export const ROLES = {
  queue: ['AGENT', 'APPROVER', 'SUPERVISOR', 'AUDITOR'],
  second: ['APPROVER', 'SUPERVISOR'],
  deciding: ['AGENT', 'APPROVER', 'SUPERVISOR'],
  spotChecks: ['SUPERVISOR', 'AUDITOR'],
  account: ['AGENT', 'APPROVER', 'SUPERVISOR'],
  deliveries: ['AGENT', 'APPROVER', 'SUPERVISOR', 'AUDITOR'],
  audit: ['SUPERVISOR', 'ADMIN', 'AUDITOR'],
  agents: ['ADMIN'],
} as const satisfies Record<string, readonly AgentRole[]>;

/** In the order of the rail. `letter` follows `G`. */
export const menu = () =>
  [
    { to: '/antrean', label: t`Antrean`, icon: IconInbox, roles: ROLES.queue, letter: 'a', counted: 'ready' },
    {
      to: '/persetujuan',
      label: t`Persetujuan`,
      icon: IconUsers,
      roles: ROLES.second,
      letter: 'p',
      counted: 'awaitingSecond',
    },
    {
      to: '/periksa-ulang',
      label: t`Periksa ulang`,
      icon: IconEyeCheck,
      roles: ROLES.deciding,
      letter: 'u',
    },
    {
      to: '/hasil-periksa-ulang',
      label: t`Hasil periksa ulang`,
      icon: IconChecks,
      roles: ROLES.spotChecks,
    },
    { to: '/akun', label: t`Akun`, icon: IconUserSearch, roles: ROLES.account, letter: 'k' },
    { to: '/pengiriman', label: t`Pengiriman`, icon: IconSend, roles: ROLES.deliveries },
    { to: '/dasbor', label: t`Dasbor`, icon: IconChartBar, roles: ROLES.queue, letter: 'd' },
    { to: '/audit', label: t`Audit`, icon: IconHistory, roles: ROLES.audit },
    { to: '/admin/petugas', label: t`Petugas`, icon: IconUsersGroup, roles: ROLES.agents },
  ] as const;

/** Where a role begins its day. */
export function homeOf(role: AgentRole): '/antrean' | '/dasbor' | '/admin/petugas' | '/audit' {
  if (role === 'ADMIN') return '/admin/petugas';
  if (role === 'AUDITOR') return '/audit';
  return role === 'SUPERVISOR' ? '/dasbor' : '/antrean';
}
