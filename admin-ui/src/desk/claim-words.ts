import { t } from '@lingui/core/macro';

import type { ClaimOutcomeFragment } from '../gql/graphql';
import { unknownOutcome } from '../ui/unknown-outcome';

/** Null when it is this agent's now; else why it is not, and what to do instead. */
export function claimRefusal(outcome: ClaimOutcomeFragment): string | null {
  switch (outcome.__typename) {
    case 'RequestClaimed':
      return null;
    case 'ClaimHeldByOther':
      return t`Baru saja diambil ${outcome.heldBy.fullName}. Ambil berikutnya?`;
    case 'NothingToClaim':
    case 'NotFound':
      return outcome.message;
    default:
      return unknownOutcome(outcome);
  }
}
