import { useQuery } from '@apollo/client/react';

import { DecisionReasonsDocument } from '../gql/graphql';
import { byWords, type Question, type Reason, reasonsFor } from './verdict-rules';

/** Asked for with the page, before anybody needs them: after `R` the next key is a digit already. */
export function useReasonsAtHand(): void {
  useQuery(DecisionReasonsDocument);
}

interface Reasons {
  /** What the question can be answered with: nothing where words alone answer it, undefined until it is known. */
  readonly reasons: readonly Reason[] | undefined;
  /** Why they could not be had. */
  readonly error?: unknown;
  readonly again: () => void;
}

/** The reasons one outcome takes, in the order of their digits. */
export function useReasons(question: Question): Reasons {
  const { data, error, refetch } = useQuery(DecisionReasonsDocument);
  const known = byWords(question) ? [] : data?.decisionReasons;
  return { reasons: known && reasonsFor(question, known), error, again: () => void refetch() };
}
