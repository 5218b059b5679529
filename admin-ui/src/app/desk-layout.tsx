import { Trans, useLingui } from '@lingui/react/macro';
import { Link, Outlet, useMatches, useRouteContext, useRouter } from '@tanstack/react-router';
import { Suspense, useDeferredValue } from 'react';

import { roleWord } from '../desk/words';
import { Page } from '../ui/page';
import { Failed, Forbidden, Loading, NotFound } from '../ui/states';
import { Shell } from './shell';

export function DeskLayout() {
  const { t } = useLingui();
  const { viewer } = useRouteContext({ from: '/desk' });
  // The shell first: a page in the same go would keep a slow computer from hearing a key for too long.
  const standing = useDeferredValue(true, false);
  const matches = useMatches();
  const roles = matches.findLast(({ staticData }) => staticData.roles)?.staticData.roles;
  const allowed = !roles || roles.includes(viewer.role);
  return (
    <Shell viewer={viewer}>
      {allowed ? (
        <Suspense fallback={<Loading />}>{standing && <Outlet />}</Suspense>
      ) : (
        <Page title={t`Tidak tersedia`} section={t`Tidak tersedia`}>
          <Forbidden roles={roles.map(roleWord)} />
        </Page>
      )}
    </Shell>
  );
}

export function MissingPage() {
  const { t } = useLingui();
  return (
    <Page title={t`Tidak ditemukan`} section={t`Tidak ditemukan`}>
      <NotFound
        actions={
          <Link to="/">
            <Trans>Ke halaman awal</Trans>
          </Link>
        }
      />
    </Page>
  );
}

/** A page that cannot even say who is signed in, or whose own code broke. */
export function BrokenPage({ error }: { error: unknown }) {
  const { t } = useLingui();
  const router = useRouter();
  return (
    <main>
      <Page title={t`Konsol belum dapat dibuka`} section={t`Konsol`}>
        <Failed error={error} onRetry={() => void router.invalidate()} />
      </Page>
    </main>
  );
}
