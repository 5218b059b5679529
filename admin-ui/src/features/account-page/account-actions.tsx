import { Trans, useLingui } from '@lingui/react/macro';
import { IconChevronDown, IconEye } from '@tabler/icons-react';

import { refusalOf } from '../../desk/allowed';
import { useMay } from '../../desk/viewer';
import { Button } from '../../ui/button';
import { Menu, type MenuItem } from '../../ui/menu';
import { useShortcut } from '../../ui/shortcuts';
import type { Act, OneAccount } from './act';

export function AccountActions({ account, onAct }: { account: OneAccount; onAct: (act: Act) => void }) {
  const { t } = useLingui();
  const supervises = useMay(['SUPERVISOR']);
  const refusal = refusalOf(account.allowedActions, 'REVEAL');
  useShortcut({
    keys: 'u',
    label: t`Lihat data`,
    scope: t`Halaman akun`,
    run: () => onAct('REVEAL'),
    refusal,
  });
  return (
    <>
      <Button shortcut="U" icon={<IconEye size={16} />} refusal={refusal} onClick={() => onAct('REVEAL')}>
        <Trans>Lihat data</Trans>
      </Button>
      {supervises && <More account={account} onAct={onAct} />}
    </>
  );
}

function More({
  account: { status, allowedActions },
  onAct,
}: {
  account: OneAccount;
  onAct: (act: Act) => void;
}) {
  const { t } = useLingui();
  const items: MenuItem[] = [
    {
      label: t`Akhiri semua sesi…`,
      refusal: refusalOf(allowedActions, 'END_SESSIONS'),
      onSelect: () => onAct('END_SESSIONS'),
    },
    status === 'BLOCKED'
      ? {
          label: t`Buka blokir…`,
          refusal: refusalOf(allowedActions, 'UNBLOCK'),
          onSelect: () => onAct('UNBLOCK'),
        }
      : {
          label: t`Blokir…`,
          danger: true,
          refusal: refusalOf(allowedActions, 'BLOCK'),
          onSelect: () => onAct('BLOCK'),
        },
  ];
  return (
    <Menu
      label={t`Tindakan lain`}
      items={items}
      trigger={
        <>
          <Trans>Lainnya</Trans>
          <IconChevronDown size={16} aria-hidden="true" />
        </>
      }
    />
  );
}
