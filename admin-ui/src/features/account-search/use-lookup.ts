import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';

import { useCommand } from '../../desk/use-command';
import {
  LookUpAccountDocument,
  type LookUpAccountInput,
  type LookUpAccountMutation,
} from '../../gql/graphql';
import { type IdentifierKind, kindOf } from './identifier-kind';

export interface Lookup {
  readonly loading: boolean;
  readonly outcome?: LookUpAccountMutation['lookUpAccount'];
  readonly error?: unknown;
  /** What the identifier of this outcome looked like. */
  readonly kind: IdentifierKind | null;
  readonly ask: (input: LookUpAccountInput) => void;
}

export function useLookup(): Lookup {
  const navigate = useNavigate();
  const [kind, setKind] = useState<IdentifierKind | null>(null);
  const { run, ...state } = useCommand(LookUpAccountDocument, (data) => data.lookUpAccount);

  const ask = async (input: LookUpAccountInput) => {
    setKind(kindOf(input.identifier));
    const found = await run({ input });
    const only = found?.__typename === 'AccountsLookedUp' && found.accounts.length === 1 && found.accounts[0];
    if (only) await navigate({ to: '/akun/$id', params: { id: only.id } });
  };
  return { ...state, kind, ask: (input) => void ask(input) };
}
