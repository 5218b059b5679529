import { Trans } from '@lingui/react/macro';

import { Time } from '../../ui/time';
import type { OneAccount } from './act';

/** Masked, and since when it is proven: an old proof is worth more than a new one. */
export function ContactLine({ contact }: { contact: OneAccount['email'] }) {
  if (!contact) return <>–</>;
  return (
    <>
      <span className="number">{contact.value}</span>{' '}
      <span className="dim">
        {contact.verifiedAt ? (
          <Trans>
            terbukti <Time at={contact.verifiedAt} form="day" />
          </Trans>
        ) : (
          <Trans>belum terbukti</Trans>
        )}
      </span>
    </>
  );
}
