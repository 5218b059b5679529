import { t } from '@lingui/core/macro';

import type { AccountStatus } from '../../gql/graphql.ts';

export function accountStatus(status: AccountStatus): string {
  switch (status) {
    case 'AWAITING_ACTIVATION':
      return t`Belum aktif`;
    case 'ACTIVE':
      return t`Aktif`;
    case 'BLOCKED':
      return t`Diblokir`;
    case 'CLOSED':
      return t`Ditutup`;
  }
}
