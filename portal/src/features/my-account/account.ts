import { useEffect, useState } from 'react';

import { MyAccountDocument, type MyAccountQuery } from '../../gql/graphql.ts';
import { useCommand } from '../../platform/command.ts';
import { SignedOut } from '../../platform/failures.ts';
import { request } from '../../platform/request.ts';
import { noteSession } from '../../platform/session.ts';

export type Me = NonNullable<MyAccountQuery['me']>;

/** The account of the session, asked for when a page of it opens; `reload` after something of it has changed. */
export function useMyAccount() {
  const [me, setMe] = useState<Me>();
  const command = useCommand();
  const { run } = command;
  const load = async () => {
    const { me: found } = await request(MyAccountDocument);
    noteSession(found?.sessions.find(({ current }) => current)?.idleUntil ?? null);
    if (!found) throw new SignedOut();
    setMe(found);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the page opens.
  useEffect(() => void run(load), [run]);
  return { me, command, reload: load };
}
