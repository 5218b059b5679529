import { useApolloClient } from '@apollo/client/react';
import { useLingui } from '@lingui/react/macro';
import {
  IconChevronDown,
  IconHelp,
  IconKeyboard,
  IconLogout,
  IconMoon,
  IconRowInsertBottom,
  IconSettings,
} from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';

import { useSignOut } from '../desk/use-sign-out';
import { useViewer } from '../desk/viewer';
import { roleWord } from '../desk/words';
import { Menu } from '../ui/menu';
import { prefer, usePreferences } from '../ui/preferences';
import styles from './user-menu.module.css';

const ICON = 16;

export function UserMenu() {
  const { t } = useLingui();
  const { fullName, role, office } = useViewer();
  const { scheme, density, shortcuts } = usePreferences();
  const navigate = useNavigate();
  const signOut = useSignOut(useApolloClient());
  const dark = scheme === 'dark';
  return (
    <Menu
      label={t`Menu`}
      trigger={
        <>
          <span className="unseen">{t`Menu`} </span>
          <span className={styles.name}>
            {fullName}
            <span className={styles.office}>
              {roleWord(role)} · {office.name}
            </span>
          </span>
          <IconChevronDown size={ICON} aria-hidden="true" />
        </>
      }
      items={[
        {
          label: dark ? t`Tema terang` : t`Tema gelap`,
          icon: <IconMoon size={ICON} />,
          onSelect: () => prefer({ scheme: dark ? 'light' : 'dark' }),
        },
        {
          label: density === 'lega' ? t`Baris rapat` : t`Baris lega`,
          icon: <IconRowInsertBottom size={ICON} />,
          onSelect: () => prefer({ density: density === 'lega' ? 'rapat' : 'lega' }),
        },
        {
          label: shortcuts ? t`Matikan pintasan` : t`Nyalakan pintasan`,
          icon: <IconKeyboard size={ICON} />,
          onSelect: () => prefer({ shortcuts: !shortcuts }),
        },
        {
          label: t`Pengaturan`,
          icon: <IconSettings size={ICON} />,
          onSelect: () => void navigate({ to: '/pengaturan' }),
        },
        {
          label: t`Bantuan`,
          icon: <IconHelp size={ICON} />,
          onSelect: () => void navigate({ to: '/bantuan' }),
        },
        { label: t`Keluar`, icon: <IconLogout size={ICON} />, danger: true, onSelect: () => void signOut() },
      ]}
    />
  );
}
