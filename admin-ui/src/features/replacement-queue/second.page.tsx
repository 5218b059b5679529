import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';

import { Page } from '../../ui/page';
import { SecondRows } from './second-rows';
import { TakeNext } from './take-next';

/** What one person has decided and a second has to judge. */
export function SecondPage() {
  const { t } = useLingui();
  return (
    <Page
      title={t`Persetujuan kedua`}
      section={t`Persetujuan`}
      aside={
        <Link to="/keputusan-saya">
          <Trans>Lihat keputusan saya</Trans>
        </Link>
      }
      actions={<TakeNext view="AWAITING_SECOND" />}
    >
      <SecondRows />
    </Page>
  );
}
