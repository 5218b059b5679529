import { useQuery } from '@apollo/client/react';
import { useEffect } from 'react';

import { SessionTimesDocument } from '../gql/graphql';
import { setByServer } from '../ui/clock';
import { noteSessionOver } from './ending';
import { IN_BACKGROUND, type SessionTimes } from './session-times';

const EVERY_MS = 30_000;

/** Null until the server has said it once. */
export function useSessionTimes(): SessionTimes | null {
  const { data } = useQuery(SessionTimesDocument, { pollInterval: EVERY_MS, context: IN_BACKGROUND });
  const at = data?.agentSession?.now;
  useEffect(() => {
    if (at) setByServer(at);
  }, [at]);
  const over = data !== undefined && data.agentSession === null;
  useEffect(() => {
    if (over) noteSessionOver(true);
  }, [over]);
  return data?.agentSession ?? null;
}
