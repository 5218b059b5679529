import { Trans } from '@lingui/react/macro';

import { useConnection } from '../../desk/connection';
import { useNow } from '../../ui/clock';
import { Time } from '../../ui/time';

const EVERY_MS = 5000;

export function Updated() {
  useNow(EVERY_MS);
  const { lastAnswerAt } = useConnection();
  return lastAnswerAt ? (
    <span className="dim">
      <Trans>
        diperbarui <Time at={new Date(lastAnswerAt).toISOString()} form="exact" />
      </Trans>
    </span>
  ) : null;
}
