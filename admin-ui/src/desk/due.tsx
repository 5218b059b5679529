import { useLingui } from '@lingui/react/macro';

import { useTimeWords } from '../ui/time';

interface DueProps {
  /** Null while the clock of the office stands still: the applicant has to do something. */
  readonly dueAt?: string | null;
  /** In the hours of the office, as the server counts them: it knows the holidays. Below zero: so late it is. */
  readonly workMinutesLeft?: number | null;
  readonly overdue: boolean;
}

const HOUR_MIN = 60;

/** How much of the office's working time is left, and under a resting pointer until when. */
export function Due({ dueAt, workMinutesLeft, overdue }: DueProps) {
  const { t } = useLingui();
  const words = useTimeWords();
  if (!dueAt || workMinutesLeft == null) return <span className="dim">–</span>;
  const minutes = Math.abs(workMinutesLeft);
  const [hours, rest] = [Math.floor(minutes / HOUR_MIN), minutes % HOUR_MIN];
  const left = hours > 0 ? t`${hours}j ${rest}m` : t`${rest}m`;
  const at = words(dueAt);
  return (
    <span className="number" title={t`Batas: ${at}`}>
      {overdue ? <strong>{t`Lewat ${left}`}</strong> : t`Sisa ${left}`}
    </span>
  );
}
