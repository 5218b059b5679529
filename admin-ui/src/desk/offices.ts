import type { ApolloClient } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { startTransition, useCallback, useEffect, useState } from 'react';

import { OfficesInReachDocument, type OfficesInReachQuery } from '../gql/graphql';
import { useViewer } from './viewer';

type Office = OfficesInReachQuery['offices'][number];
type Offices = readonly Office[];

/** All of them for an auditor, the own office and those below it for a supervisor; nobody else has a choice. */
export function useReach() {
  const { role, office } = useViewer();
  const all = role === 'AUDITOR' || (role === 'SUPERVISOR' && office.level === 'CENTRAL');
  const below = ({ regionCode }: Office) => all || regionCode?.startsWith(office.regionCode ?? '') === true;
  return { chooses: all || (role === 'SUPERVISOR' && office.level === 'PROVINCE'), below };
}

/** Those that somebody may look at. Asked for by `ask`, or at once where one of them has to be named: five hundred are a third of a page. */
export function useOfficesInReach(atOnce: boolean) {
  const client = useApolloClient();
  const { chooses, below } = useReach();
  const [known, setKnown] = useState<Offices | 'FAILED' | null>(null);
  const ask = useCallback(() => {
    const keep = (answer: Offices | 'FAILED') => startTransition(() => setKnown(answer));
    if (chooses) officesOf(client).then(keep, () => keep('FAILED'));
  }, [client, chooses]);
  useEffect(() => {
    if (atOnce) ask();
  }, [atOnce, ask]);
  const offices = known && known !== 'FAILED' ? known.filter((one) => one.active && below(one)) : [];
  return { offices, failed: known === 'FAILED', asked: known !== null, ask };
}

/** Once a document, and beside the cache, which would take each office apart and put it together again. */
const answers = new WeakMap<ApolloClient, Promise<Offices>>();

function officesOf(client: ApolloClient): Promise<Offices> {
  const answer =
    answers.get(client) ??
    client
      .query({ query: OfficesInReachDocument, fetchPolicy: 'no-cache' })
      .then(({ data }) => data?.offices ?? []);
  answers.set(client, answer);
  answer.catch(() => answers.delete(client));
  return answer;
}
