import { useLingui } from '@lingui/react/macro';
import { Fragment, useState } from 'react';
import { SwitchField } from './choice-fields';
import { Dialog } from './dialog';
import { prefer, usePreferences } from './preferences';
import styles from './shortcut-sheet.module.css';
import { type Shortcut, useListening, useShortcut } from './shortcuts';

/** The keys of this very page, behind `?`. */
export function ShortcutSheet() {
  const { t } = useLingui();
  const [open, setOpen] = useState(false);
  useShortcut({ keys: '?', label: t`Daftar pintasan`, scope: t`Di mana saja`, run: () => setOpen(true) });
  return open ? <Sheet onClose={() => setOpen(false)} /> : null;
}

function Sheet({ onClose }: { onClose: () => void }) {
  const { t } = useLingui();
  const { shortcuts } = usePreferences();
  const listening = useListening();
  const scopes = [...new Set(listening.map(({ scope }) => scope))];
  return (
    <Dialog title={t`Pintasan papan tik`} onClose={onClose}>
      <SwitchField
        label={t`Pintasan aktif`}
        hint={t`Tidak pernah aktif saat mengetik. Semua tindakan juga punya tombol.`}
        checked={shortcuts}
        onChange={(chosen) => prefer({ shortcuts: chosen })}
      />
      {scopes.map((scope) => (
        <section key={scope} aria-label={scope}>
          <h3 className={styles.scope}>{scope}</h3>
          <dl className={styles.keys}>{listening.filter((one) => one.scope === scope).map(entry)}</dl>
        </section>
      ))}
    </Dialog>
  );
}

const entry = ({ keys, label }: Shortcut) => (
  <Fragment key={keys}>
    <dt>
      {keys.split(/[ +]/).map((key) => (
        <kbd key={key}>{key.length > 1 ? NAMES[key] : key.toUpperCase()}</kbd>
      ))}
    </dt>
    <dd>{label}</dd>
  </Fragment>
);

const NAMES: Readonly<Record<string, string>> = { ctrl: 'Ctrl', enter: 'Enter', escape: 'Esc' };
