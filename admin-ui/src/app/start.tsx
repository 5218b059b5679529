import type { ApolloClient } from '@apollo/client';
import { ApolloProvider } from '@apollo/client/react';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode, startTransition } from 'react';
import { createRoot } from 'react-dom/client';

import { SessionTimesDocument, ViewerDocument } from '../gql/graphql';
import { adoptTheme } from '../ui/adopt-theme';
import { setByServer } from '../ui/clock';
import { speak } from '../ui/language';
import { preferences } from '../ui/preferences';
import { UiProvider } from '../ui/provider';
import { apolloClient } from './apollo-client';
import type { FirstAnswer } from './first-question';
import { router } from './routes';

/** Draws the console. `known` is what the first script has found out already; null: the pages ask for themselves. */
export async function start(known: FirstAnswer | null): Promise<void> {
  adoptTheme();
  const client = apolloClient();
  if (known) remember(client, known);
  await breath();
  const pages = router(client);
  await breath();
  // Nothing is drawn in a language that nobody chose.
  await Promise.all([pages.load(), speak(preferences().language)]);

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
}

/** Between two steps that would hold a slow computer for too long in one. */
const breath = () => new Promise((go) => setTimeout(go));

/** As if the client had asked for it. Of nobody's session nothing is kept: whoever signs in next has one of their own. */
function remember(client: ApolloClient, { viewer, rehearsal, agentSession, cameAt }: FirstAnswer): void {
  client.writeQuery({ query: ViewerDocument, data: { viewer } });
  if (!agentSession) return;
  setByServer(agentSession.now, performance.now() - cameAt);
  client.writeQuery({ query: SessionTimesDocument, data: { rehearsal, agentSession } });
}
