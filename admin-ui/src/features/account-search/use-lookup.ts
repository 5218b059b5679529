import { useNavigate } from '@tanstack/react-router';

import { useCommand } from '../../desk/use-command';
import {
  LookUpAccountDocument,
  type LookUpAccountInput,
  type LookUpAccountMutation,
} from '../../gql/graphql';

export interface Lookup {
  readonly loading: boolean;
  readonly outcome?: LookUpAccountMutation['lookUpAccount'];
  readonly error?: unknown;
  readonly ask: (input: LookUpAccountInput) => void;
}

export function useLookup(): Lookup {
  const navigate = useNavigate();
  const { run, ...state } = useCommand(LookUpAccountDocument, (data) => data.lookUpAccount);

  const ask = async (input: LookUpAccountInput) => {
    const found = await run({ input });
    const only = found?.__typename === 'AccountsLookedUp' && found.accounts.length === 1 && found.accounts[0];
    if (only) await navigate({ to: '/akun/$id', params: { id: only.id } });
  };
  return { ...state, ask: (input) => void ask(input) };
}
