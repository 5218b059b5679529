import { Trans } from '@lingui/react/macro';

import { Time } from '../ui/time';

interface DueProps {
  /** Null while the clock of the office stands still: the applicant has to do something. */
  readonly dueAt?: string | null;
  readonly overdue: boolean;
}

/** The moment the office's working time runs out. How much of it is left only the server can say: it knows the holidays. */
export function Due({ dueAt, overdue }: DueProps) {
  if (!dueAt) return <span className="dim">–</span>;
  return overdue ? (
    <strong>
      <Trans>
        Lewat sejak <Time at={dueAt} />
      </Trans>
    </strong>
  ) : (
    <Time at={dueAt} />
  );
}
