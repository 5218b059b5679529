import { t } from '@lingui/core/macro';

import { outcomeWord } from '../../desk/outcome-words';

/** Ages in working time; outcomes. */
export function labelWord(label: string): string {
  const words: Readonly<Record<string, string>> = {
    '<4h': t`< 4 jam`,
    '4-8h': t`4–8 jam`,
    '1-2d': t`1–2 hk`,
    '>2d': t`> 2 hk`,
  };
  return words[label] ?? outcomeWord(label);
}
