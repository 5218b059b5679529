import type { OperationVariables, TypedDocumentNode } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { useCallback, useRef, useState } from 'react';

import { useProof } from './proof';

interface Outcome {
  readonly __typename: string;
  readonly message?: string;
}

interface State<Answer> {
  readonly loading: boolean;
  readonly outcome?: Answer;
  /** No answer at all: whether it happened is unknown, and sending the same again is safe. */
  readonly error?: unknown;
}

interface Command<Variables, Answer> extends State<Answer> {
  readonly run: (variables: Variables) => Promise<Answer | undefined>;
  readonly forget: () => void;
}

/**
 * Sends a command of an agent. Where the server wants a fresh TOTP code first, that is asked for beside the page, and the very
 * same command goes out again; what was typed stays (console.md 4).
 */
export function useCommand<Data, Variables extends OperationVariables, Answer extends Outcome>(
  mutation: TypedDocumentNode<Data, Variables>,
  answerIn: (data: Data) => Answer,
): Command<Variables, Answer> {
  const client = useApolloClient();
  const { ask } = useProof();
  const [state, setState] = useState<State<Answer>>({ loading: false });
  const answer = useRef(answerIn);
  answer.current = answerIn;

  const run = useCallback(
    async (variables: Variables) => {
      const send = async () => {
        // Answers go to whoever asked and into no cache: some hold what may be seen for a minute only.
        const { data } = await client.mutate({
          mutation,
          variables: variables as never,
          fetchPolicy: 'no-cache',
        });
        return answer.current(data as Data);
      };
      setState({ loading: true });
      try {
        const first = await send();
        const proven = first.__typename === 'FreshProofRequired' && (await ask(first.message ?? ''));
        const outcome = proven ? await send() : first;
        setState({ loading: false, outcome });
        return outcome;
      } catch (error) {
        setState({ loading: false, error });
        return undefined;
      }
    },
    [client, mutation, ask],
  );
  const forget = useCallback(() => setState({ loading: false }), []);
  return { ...state, run, forget };
}
