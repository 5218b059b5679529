import type { RecordSpotCheckMutation, SettleSpotCheckMutation } from '../../gql/graphql';
import { unknownOutcome } from '../../ui/unknown-outcome';

type Outcome = RecordSpotCheckMutation['recordSpotCheck'] | SettleSpotCheckMutation['settleSpotCheck'];

/** Null when it is on record; else what stands against it and what to do next. */
export function spotRefusal(outcome: Outcome): string | null {
  switch (outcome.__typename) {
    case 'SpotCheckRecorded':
    case 'SpotCheckSettled':
      return null;
    case 'DecisionRefused':
      return outcome.reasons.length > 0 ? outcome.reasons.join(' ') : outcome.message;
    case 'FreshProofRequired':
    case 'NotFound':
      return outcome.message;
    default:
      return unknownOutcome(outcome);
  }
}
