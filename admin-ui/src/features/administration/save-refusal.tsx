import type { CreateAgentMutation } from '../../gql/graphql';
import { Notice } from '../../ui/notice';
import { Failed } from '../../ui/states';
import { unknownOutcome } from '../../ui/unknown-outcome';

type Outcome = CreateAgentMutation['createAgent'];

/** A change of role or office waits for a second admin; that is an answer, not a fault. */
export function SaveRefusal({ outcome, error }: { outcome?: Outcome; error?: unknown }) {
  if (error !== undefined) return <Failed error={error} />;
  if (!outcome || outcome.__typename === 'AgentSaved') return null;
  return <Notice tone="warn" role="alert" title={sentence(outcome)} />;
}

function sentence(outcome: Exclude<Outcome, { __typename: 'AgentSaved' }>): string {
  switch (outcome.__typename) {
    case 'AgentNotSaved':
    case 'FreshProofRequired':
      return outcome.message;
    default:
      return unknownOutcome(outcome);
  }
}
