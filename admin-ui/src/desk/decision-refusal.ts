import { t } from '@lingui/core/macro';

import type { DecideOutcomeFragment } from '../gql/graphql';
import { unknownOutcome } from '../ui/unknown-outcome';
import { replacementStatusWord } from './replacement-words';

/** Null when it is recorded; else what stands against it and what to do next. */
export function decisionRefusal(outcome: DecideOutcomeFragment): string | null {
  switch (outcome.__typename) {
    case 'DecisionRecorded':
      return null;
    case 'AlreadyDecided': {
      const who = outcome.decidedBy?.fullName ?? t`petugas lain`;
      const status = replacementStatusWord(outcome.status);
      return t`Sudah diputuskan oleh ${who}: ${status}. Ambil permohonan berikutnya.`;
    }
    case 'DecisionRefused':
      return [outcome.message, ...outcome.reasons.filter((reason) => reason !== outcome.message)].join(' ');
    case 'RequestChanged':
      return t`${outcome.message} Bandingkan lagi sebelum memutus.`;
    case 'FreshProofRequired':
    case 'NotFound':
      return outcome.message;
    default:
      return unknownOutcome(outcome);
  }
}
