import { createContext, useContext } from 'react';

import type { AgentRole, ViewerQuery } from '../gql/graphql';

export type Viewer = NonNullable<ViewerQuery['viewer']>;

export const ViewerContext = createContext<Viewer | null>(null);

/** The agent who is signed in. Only pages behind the sign-in may ask. */
export function useViewer(): Viewer {
  const viewer = useContext(ViewerContext);
  if (!viewer) throw new Error('Nobody is signed in here.');
  return viewer;
}

export const useMay = (roles: readonly AgentRole[]): boolean => roles.includes(useViewer().role);
