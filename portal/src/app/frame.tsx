import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';

import { Link } from '../platform/router.tsx';
import { LanguageSwitch } from './language-switch.tsx';
import { SessionWarning } from './session-warning.tsx';

/** Around every page: who we are, the language, and help in the same place everywhere. */
export function Frame({ children }: { children: ReactNode }) {
  return (
    <>
      <button
        type="button"
        className="skip"
        onClick={() => document.querySelector<HTMLElement>('main')?.focus()}
      >
        <Trans>Langsung ke isi</Trans>
      </button>
      <header className="frame">
        <Link to="/" className="home">
          Akun OSS
        </Link>
        <LanguageSwitch />
      </header>
      <SessionWarning />
      <main className="frame" id="isi" tabIndex={-1}>
        {children}
      </main>
      <footer className="frame">
        <Link to="/bantuan">
          <Trans>Bantuan</Trans>
        </Link>
        <Link to="/privasi">
          <Trans>Privasi</Trans>
        </Link>
        <Link to="/aksesibilitas">
          <Trans>Aksesibilitas</Trans>
        </Link>
      </footer>
    </>
  );
}
