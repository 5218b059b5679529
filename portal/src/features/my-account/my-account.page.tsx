import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect } from 'react';

import { SignedOut } from '../../platform/failures.ts';
import { navigate, usePath } from '../../platform/router.tsx';
import { useSession, wantedPage } from '../../platform/session.ts';
import { FailureSummary } from '../../ui/failure-summary.tsx';
import { Page } from '../../ui/page.tsx';
import { useMyAccount } from './account.ts';
import { ContactsPage } from './contacts.page.tsx';
import { HistoryPage } from './history.page.tsx';
import { OverviewPage } from './overview.page.tsx';
import { ProfilePage } from './profile.page.tsx';
import { SecurityPage } from './security.page.tsx';

const PAGES = {
  '/akun': OverviewPage,
  '/akun/ubah': ProfilePage,
  '/akun/kontak': ContactsPage,
  '/akun/keamanan': SecurityPage,
  '/akun/riwayat': HistoryPage,
};

/** All pages below `/akun`. Without a session they lead to the sign-in. */
export function MyAccountPages() {
  const { t } = useLingui();
  const path = usePath();
  const { me, command, reload } = useMyAccount();
  const { idleUntil } = useSession();
  // Also when another tab has logged out: what stands here goes at once.
  const signedOut = command.failure instanceof SignedOut || (me !== undefined && idleUntil === null);
  useEffect(() => {
    if (!signedOut) return;
    wantedPage.set({ path });
    navigate('/masuk', { replace: true });
  }, [signedOut, path]);
  const Shown = PAGES[path as keyof typeof PAGES] ?? OverviewPage;
  if (me && !signedOut) return <Shown key={path} me={me} reload={reload} />;
  if (signedOut) return null;
  return (
    <Page title={t`Akun saya`}>
      <FailureSummary command={command} />
      <p role="status">{command.working && <Trans>Memuat…</Trans>}</p>
    </Page>
  );
}
