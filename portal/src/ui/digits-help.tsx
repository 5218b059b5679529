import { Trans } from '@lingui/react/macro';

/** Digits as the service counts them: wide ones as plain ones, without spaces, points, hyphens and strokes. */
export const digitsIn = (typed: string): string => typed.normalize('NFKC').replace(/[\s./-]/g, '');

/** How many digits are there already. It helps to count and stops nobody: what is right, the service says. */
export function DigitsHelp({ typed, wanted }: { typed: string; wanted: readonly number[] }) {
  const digits = digitsIn(typed);
  if (digits === '' || !/^\d+$/.test(digits)) return null;
  const count = digits.length;
  const goal = wanted.join(' / ');
  return wanted.includes(count) ? (
    <Trans>✓ {count} angka</Trans>
  ) : (
    <Trans>
      {count} dari {goal} angka
    </Trans>
  );
}
