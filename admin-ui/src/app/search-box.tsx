import { useLingui } from '@lingui/react/macro';
import { IconSearch } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';

import { intend } from '../desk/lookup-intent';
import { Key } from '../ui/key';
import { useShortcut } from '../ui/shortcuts';
import styles from './top-bar.module.css';

const ACCOUNT_ID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;
const TICKET = /^EML-\d{4}-\d{5}$/i;

/** The lookup of `/akun` from everywhere. Ids and request numbers may stand in an address; whatever else was typed never does. */
export function SearchBox() {
  const { t } = useLingui();
  const navigate = useNavigate();
  const [typed, setTyped] = useState('');
  const field = useRef<HTMLInputElement>(null);
  useShortcut({ keys: '/', label: t`Cari akun`, scope: t`Di mana saja`, run: () => field.current?.focus() });

  const search = () => {
    const asked = typed.trim();
    if (!asked) return;
    setTyped('');
    if (ACCOUNT_ID.test(asked))
      return void navigate({ to: '/akun/$id', params: { id: asked.toLowerCase() } });
    if (TICKET.test(asked))
      return void navigate({ to: '/permohonan/$nomor', params: { nomor: asked.toUpperCase() } });
    intend(asked);
    void navigate({ to: '/akun' });
  };

  return (
    <search className={styles.search}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          search();
        }}
      >
        <IconSearch size={16} aria-hidden="true" />
        <input
          ref={field}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          aria-label={t`Cari akun: NIK, NIB, email, telepon, username, atau nomor permohonan`}
          aria-keyshortcuts="/"
          placeholder={t`Cari akun…`}
          autoComplete="off"
          spellCheck={false}
        />
        <span className={styles.searchKey}>
          <Key>/</Key>
        </span>
      </form>
    </search>
  );
}
