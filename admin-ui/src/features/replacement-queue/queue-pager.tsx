import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';

import { useConnection } from '../../desk/connection';
import { Row } from '../../ui/page';
import { Time } from '../../ui/time';

export const PAGE = 25;

interface QueuePagerProps {
  readonly total: number;
  readonly page: number;
  readonly shown: number;
  readonly children: ReactNode;
}

/** Never a hidden cap: which of how many, and counted when. */
export function QueuePager({ total, page, shown, children }: QueuePagerProps) {
  const { i18n } = useLingui();
  const { lastAnswerAt } = useConnection();
  const [first, last] = [page * PAGE + 1, page * PAGE + shown];
  const all = i18n.number(total);
  return (
    <Row>
      <span className="dim">
        <Trans>
          {first}–{last} dari {all}
        </Trans>{' '}
        {lastAnswerAt && (
          <Trans>
            (dihitung <Time at={new Date(lastAnswerAt).toISOString()} form="time" />)
          </Trans>
        )}
      </span>
      {children}
    </Row>
  );
}
