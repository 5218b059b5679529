import { t } from '@lingui/core/macro';

/** Working time, as the office counts it. */
export function minutesWords(minutes?: number | null): string {
  if (minutes == null) return '–';
  const [hours, rest] = [Math.floor(minutes / 60), Math.round(minutes % 60)];
  return hours > 0 ? t`${hours} j ${rest} mnt` : t`${rest} mnt`;
}
