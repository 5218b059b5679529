import { Trans, useLingui } from '@lingui/react/macro';
import { useContext } from 'react';

import { Button } from '../../ui/button';
import { now } from '../../ui/clock';
import { DateField, dayOf } from '../../ui/date-field';
import { ZoneContext } from '../../ui/time';
import type { CaseFilters } from './queue-search';

const DAY_MS = 86_400_000;
const WEEK = 7;

interface DayFilterProps {
  readonly search: CaseFilters;
  readonly onChange: (changed: CaseFilters) => void;
}

/** When it was handed in: two typed days of the office's zone, and what is asked for most by one press. */
export function DayFilter({ search: { dari = '', sampai = '' }, onChange }: DayFilterProps) {
  const { t } = useLingui();
  const zone = useContext(ZoneContext);
  const last = (days: number) => () =>
    onChange({ dari: dayOf(now() - (days - 1) * DAY_MS, zone), sampai: dayOf(now(), zone) });
  return (
    <>
      <DateField
        inline
        label={t`Masuk dari`}
        value={dari}
        onChange={(day) => onChange({ dari: day || undefined })}
      />
      <DateField
        inline
        label={t({ message: 'sampai', context: 'tanggal' })}
        value={sampai}
        onChange={(day) => onChange({ sampai: day || undefined })}
      />
      <Button kind="quiet" onClick={last(1)}>
        <Trans>Hari ini</Trans>
      </Button>
      <Button kind="quiet" onClick={last(WEEK)}>
        <Trans>7 hari</Trans>
      </Button>
    </>
  );
}
