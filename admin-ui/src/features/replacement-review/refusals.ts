import { t } from '@lingui/core/macro';

import { refusalOf } from '../../desk/allowed';
import type { ReviewFieldsFragment } from '../../gql/graphql';

/**
 * Why `A` does nothing now, in the hands of whoever holds the case. What the page knows better than the last answer, it
 * judges itself: ticks are saved a moment after they are made. The server decides in every case.
 */
export function againstApproval(request: ReviewFieldsFragment, ticked: readonly string[]): string | null {
  const { evidence, checklist, allowedActions, draft } = request;
  if (evidence.some(({ seenByMe }) => !seenByMe)) return t`Buka dahulu semua dokumen.`;
  const missing = checklist.some(({ code, automatic }) => !automatic && !ticked.includes(code));
  if (missing) return t`Lengkapi daftar periksa.`;
  const known = draft?.checklist ?? [];
  const current = known.length === ticked.length && known.every((code) => ticked.includes(code));
  return current ? refusalOf(allowedActions, 'APPROVE') : null;
}
