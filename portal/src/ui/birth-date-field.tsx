import { t } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';

import type { FieldFault } from '../platform/failures.ts';
import { idOf, useFault } from './faults.ts';

export interface TypedDate {
  readonly day: string;
  readonly month: string;
  readonly year: string;
}

/** `YYYY-MM-DD` of three typed numbers, or nothing when one of them is missing; the service says whether there is such a day. */
export function isoDate({ day, month, year }: TypedDate): string {
  if (!day.trim() || !month.trim() || !year.trim()) return '';
  return `${year.trim().padStart(4, '0')}-${month.trim().padStart(2, '0')}-${day.trim().padStart(2, '0')}`;
}

/** What no calendar has: a year of two digits, a 31 February. Nothing where a part is missing. */
export function dateFaults(typed: TypedDate, field: string): FieldFault[] {
  const iso = isoDate(typed);
  if (!iso) return [];
  if (!/^\s*\d{4}\s*$/.test(typed.year))
    return [{ field, message: t`Tulis tahun dengan 4 angka, misalnya 1984.` }];
  const day = new Date(`${iso}T00:00:00Z`);
  const exists = !Number.isNaN(day.getTime()) && day.toISOString().startsWith(iso);
  return exists
    ? []
    : [{ field, message: t`Tanggal itu tidak ada di kalender. Periksa tanggal, bulan, dan tahunnya.` }];
}

interface BirthDateFieldProps {
  readonly name: string;
  readonly optional?: boolean;
  readonly value: TypedDate;
  readonly onChange: (value: TypedDate) => void;
}

/** Three short fields: nobody wants to page a calendar back to 1984. */
export function BirthDateField({ name, optional, value, onChange }: BirthDateFieldProps) {
  const { t } = useLingui();
  const id = idOf(name);
  const fault = useFault(name);
  const parts = [
    ['day', t`Tanggal`, 2, 'bday-day'],
    ['month', t`Bulan`, 2, 'bday-month'],
    ['year', t`Tahun`, 4, 'bday-year'],
  ] as const;
  return (
    <fieldset className={fault ? 'field at-fault' : 'field'} aria-describedby={`${id}-hint ${id}-fault`}>
      <legend>{optional ? t`Tanggal lahir, bila ada di KTP` : t`Tanggal lahir`}</legend>
      <span className="hint" id={`${id}-hint`}>
        {t`Misalnya 27 3 1984`}
      </span>
      <span className="fault" id={`${id}-fault`}>
        {fault}
      </span>
      <div className="row">
        {parts.map(([part, label, length, autoComplete], index) => (
          <label key={part}>
            {label}
            <input
              id={index === 0 ? id : `${id}-${part}`}
              value={value[part]}
              onChange={(event) => onChange({ ...value, [part]: event.currentTarget.value })}
              inputMode="numeric"
              maxLength={length}
              autoComplete={autoComplete}
              aria-invalid={fault ? true : undefined}
            />
          </label>
        ))}
      </div>
    </fieldset>
  );
}
