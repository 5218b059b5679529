import { Plural, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';

import { accountTone } from '../../desk/account-tone';
import { accountStatusWord, actorWord } from '../../desk/words';
import type { LookUpAccountMutation } from '../../gql/graphql';
import { DataTable } from '../../ui/data-table';
import { StatusBadge } from '../../ui/status-badge';

type Found = Extract<LookUpAccountMutation['lookUpAccount'], { __typename: 'AccountsLookedUp' }>['accounts'];

/** Several accounts for one NIK or one telephone number are normal: a person, and the companies it answers for. */
export function FoundAccounts({ accounts }: { accounts: Found }) {
  const { t } = useLingui();
  return (
    <>
      <p role="status">
        <Plural value={accounts.length} one="# akun cocok" other="# akun cocok" />
      </p>
      <DataTable
        caption={t`Akun yang cocok`}
        rows={accounts}
        keyOf={({ id }) => id}
        columns={[
          {
            key: 'name',
            heading: t`Nama`,
            names: true,
            cell: ({ id, entityName, fullName }) => (
              <Link to="/akun/$id" params={{ id }}>
                {entityName ?? fullName}
              </Link>
            ),
          },
          { key: 'username', heading: t`Username`, cell: ({ username }) => username },
          { key: 'actor', heading: t`Pelaku usaha`, cell: ({ actor }) => actorWord(actor) },
          { key: 'region', heading: t`Wilayah`, cell: ({ regionName }) => regionName ?? '–' },
          {
            key: 'status',
            heading: t`Status`,
            cell: ({ status }) => (
              <StatusBadge tone={accountTone(status)}>{accountStatusWord(status)}</StatusBadge>
            ),
          },
        ]}
      />
    </>
  );
}
