import { ApolloProvider } from '@apollo/client/react';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';

import { apolloClient } from './app/apollo-client';
import { router } from './app/routes';
import { adoptTheme } from './ui/adopt-theme';
import { speak } from './ui/language';
import { preferences } from './ui/preferences';
import { UiProvider } from './ui/provider';

adoptTheme();
const client = apolloClient();
// Nothing is drawn in a language that nobody chose.
await speak(preferences().language);

createRoot(document.getElementById('root') as HTMLElement).render(
  <StrictMode>
    <ApolloProvider client={client}>
      <UiProvider>
        <RouterProvider router={router(client)} />
      </UiProvider>
    </ApolloProvider>
  </StrictMode>,
);
