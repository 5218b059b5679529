import type { ApolloClient } from '@apollo/client';
import { createRootRouteWithContext } from '@tanstack/react-router';

export const root = createRootRouteWithContext<{ client: ApolloClient }>()();
