import type { ApolloClient } from '@apollo/client';
import { createRouter } from '@tanstack/react-router';

import type { AgentRole } from '../gql/graphql';
import { MissingPage } from './desk-layout';
import { deskRoutes } from './desk-routes';
import { outsideRoutes } from './outside-routes';
import { root } from './root-route';

const tree = root.addChildren([...outsideRoutes, deskRoutes]);

export const router = (client: ApolloClient) =>
  createRouter({
    routeTree: tree,
    basepath: '/helpdesk',
    context: { client },
    defaultNotFoundComponent: MissingPage,
  });

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof router>;
  }
  interface StaticDataRouteOption {
    /** Who may open it; absent: everybody who is signed in. */
    readonly roles?: readonly AgentRole[];
  }
}
