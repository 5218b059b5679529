import type { WorkingDays } from '../../office/working-days.js';

/** Working minutes from hand-in to decision, the middle of them; null where nobody decided. */
export function medianMinutes(
  workingDays: WorkingDays,
  zone: string,
  decisions: readonly { readonly submittedAt: Date; readonly at: Date; readonly takenBack: boolean }[],
): number | null {
  const minutes = decisions
    .filter(({ takenBack }) => !takenBack)
    .map(({ submittedAt, at }) => workingDays.minutesBetween(submittedAt, at, zone))
    .sort((a, b) => a - b);
  const middle = Math.floor(minutes.length / 2);
  const upper = minutes[middle];
  if (upper === undefined) return null;
  return minutes.length % 2 ? upper : ((minutes[middle - 1] ?? upper) + upper) / 2;
}
