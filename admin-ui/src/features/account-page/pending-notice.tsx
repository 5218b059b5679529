import { Trans, useLingui } from '@lingui/react/macro';

import { replacementStatusWord } from '../../desk/replacement-words';
import { Notice } from '../../ui/notice';
import { Partial } from '../../ui/states';
import { Time } from '../../ui/time';
import { usePending } from './use-pending';

/** A case that waits for a second person must be seen here, or somebody tells the caller that it is done. */
export function PendingNotice({ id }: { id: string }) {
  const { t } = useLingui();
  const { pending, unknown } = usePending(id);
  if (unknown) return <Partial />;
  if (!pending) return null;
  const status = replacementStatusWord(pending.status);
  return (
    <Notice tone="warn" title={t`Ganti email: ${status}`}>
      <span className="number">{pending.ticket}</span>
      {pending.effectiveAt && (
        <>
          {' · '}
          <Trans>
            berlaku <Time at={pending.effectiveAt} />
          </Trans>
        </>
      )}
    </Notice>
  );
}
