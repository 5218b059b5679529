import { ApolloProvider } from '@apollo/client/react';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode, startTransition } from 'react';
import { createRoot } from 'react-dom/client';

import { apolloClient } from './app/apollo-client';
import { router } from './app/routes';
import { adoptTheme } from './ui/adopt-theme';
import { speak } from './ui/language';
import { preferences } from './ui/preferences';
import { UiProvider } from './ui/provider';

const client = apolloClient();
const pages = router(client);
// Side by side: the page's own code, which the router would fetch once it knows who sits here; who that is; and the words.
const [matchedRoutes] = pages.getMatchedRoutes(pages.latestLocation.pathname);
for (const route of matchedRoutes) void pages.loadRouteChunk(route);
const ready = Promise.all([pages.load(), speak(preferences().language)]);
adoptTheme();
// Nothing is drawn in a language that nobody chose.
await ready;

const root = createRoot(document.getElementById('root') as HTMLElement);
// In slices: a slow computer would not hear a key or a click while a whole page is made in one go.
startTransition(() =>
  root.render(
    <StrictMode>
      <ApolloProvider client={client}>
        <UiProvider>
          <RouterProvider router={pages} />
        </UiProvider>
      </ApolloProvider>
    </StrictMode>,
  ),
);
