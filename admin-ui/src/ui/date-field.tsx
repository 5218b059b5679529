import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';

import { TextField } from './text-fields';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

interface DateFieldProps {
  readonly label: string;
  /** `2026-11-23`, or empty. */
  readonly value: string;
  /** Called with a day that exists, or with nothing when the field was emptied. */
  readonly onChange: (day: string) => void;
  readonly inline?: boolean;
}

/** Typed, dd/mm/yyyy. A calendar needs twelve presses for what the fingers know. */
export function DateField({ label, value, onChange, inline }: DateFieldProps) {
  const { t } = useLingui();
  const [typed, setTyped] = useState(written(value));
  const [from, setFrom] = useState(value);
  if (from !== value) {
    // Set from outside: a preset, or all filters cleared.
    setFrom(value);
    if (readDay(typed) !== value) setTyped(written(value));
  }
  const wrong = typed !== '' && typed.length >= 10 && readDay(typed) === null;
  return (
    <TextField
      label={label}
      inline={inline}
      value={typed}
      inputMode="numeric"
      maxLength={10}
      placeholder={t`hh/bb/tttt`}
      error={wrong ? t`Tanggal ini tidak ada. Tulis seperti 23/11/2026.` : undefined}
      onChange={(text) => {
        setTyped(text);
        const day = readDay(text);
        if (text === '' || day) onChange(day ?? '');
      }}
    />
  );
}

/** `23/11/2026`, also without the zeros or with dots and dashes; null while it is no day of the calendar. */
export function readDay(text: string): string | null {
  const [, day = '', month = '', year = ''] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text.trim()) ?? [];
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const at = Date.parse(`${written}T00:00:00Z`);
  return Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== written ? null : written;
}

const written = (day: string): string => day.split('-').reverse().join('/');

/** Indonesia has three zones, and no summer time. */
const HOURS_AHEAD: Readonly<Record<string, number>> = {
  'Asia/Jakarta': 7,
  'Asia/Pontianak': 7,
  'Asia/Makassar': 8,
  'Asia/Jayapura': 9,
};
const aheadMs = (zone: string): number => (HOURS_AHEAD[zone] ?? 7) * HOUR_MS;

/** The calendar day of a moment in this zone: `2026-11-23`. Counted, for every row of a list asks. */
export const dayOf = (at: string | number, zone: string): string =>
  new Date(new Date(at).getTime() + aheadMs(zone)).toISOString().slice(0, 10);

/** The moment a day begins in this zone, or `days` later; what filters by time send. */
export function startOf(day: string, zone: string, days = 0): string | undefined {
  if (!day) return undefined;
  return new Date(Date.parse(`${day}T00:00:00Z`) - aheadMs(zone) + days * DAY_MS).toISOString();
}
