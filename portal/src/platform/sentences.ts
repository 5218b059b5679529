import { t } from '@lingui/core/macro';

import { serverNow } from './clock.ts';
import { FieldsRefused } from './failures.ts';
import { clockTime } from './times.ts';

interface Unhappy {
  readonly message: string;
  readonly retryAt?: string;
}

/** What the service refused, in its own words, and when it is worth coming back. */
export function sentenceOf({ message, retryAt }: Unhappy): string {
  if (!retryAt) return message;
  const at = clockTime(retryAt, serverNow());
  return `${message} ${t`Coba lagi pukul ${at}.`}`;
}

/** Thrown to end a command with that sentence, shown where faults are shown; `field`: the one it belongs to. */
export const refusal = (outcome: Unhappy, field = ''): FieldsRefused =>
  new FieldsRefused([{ field, message: sentenceOf(outcome) }]);
