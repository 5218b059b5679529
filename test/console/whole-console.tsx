import { ApolloProvider } from '@apollo/client/react';
import { RouterProvider } from '@tanstack/react-router';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { StrictMode } from 'react';
import { vi } from 'vitest';

import { apolloClient } from '../../admin-ui/src/app/apollo-client';
import { router } from '../../admin-ui/src/app/routes';
import type { AgentRole } from '../../admin-ui/src/gql/graphql';
import { now } from '../../admin-ui/src/ui/clock';
import { speak } from '../../admin-ui/src/ui/language';
import { UiProvider } from '../../admin-ui/src/ui/provider';
import { RINA } from '../kit/console';

export type Replies = Readonly<Record<string, (variables: never) => object>>;

/** The line to a server that answers as told; `down` is a cut cable, `silent` a server that takes a request and says nothing. */
export interface Line {
  state: 'up' | 'down' | 'silent';
  readonly asked: { readonly operation: string; readonly variables: Record<string, unknown> }[];
}

const soon = (minutes: number) => new Date(now() + minutes * 60_000).toISOString();

const ALWAYS: Replies = {
  SessionTimes: () => ({
    rehearsal: true,
    agentSession: {
      __typename: 'AgentSessionState',
      ...{
        now: soon(0),
        idleEndsAt: soon(15),
        expiresAt: soon(600),
        decideUntil: soon(30),
        actUntil: soon(5),
      },
    },
  }),
  QueueCounts: () => ({
    queueCounts: {
      __typename: 'QueueCounts',
      ...{ ready: 3, mine: 0, awaitingSecond: 0, returned: 0, waitingPeriod: 0, overdue: 0 },
    },
  }),
};

/** All of the console at an address, as a browser has it, in front of a line that this test holds in its hand. */
export async function wholeConsole(path: string, role: AgentRole, replies: Replies) {
  const line = lineTo({ Viewer: () => ({ viewer: { ...RINA, role } }), ...ALWAYS, ...replies });
  await speak('id');
  window.history.replaceState(null, '', `/helpdesk${path}`);
  const client = apolloClient('http://127.0.0.1/helpdesk/graphql');
  const shown = render(
    <StrictMode>
      <ApolloProvider client={client}>
        <UiProvider env="test">
          <RouterProvider router={router(client)} />
        </UiProvider>
      </ApolloProvider>
    </StrictMode>,
  );
  await screen.findByRole('heading', { level: 1 }, { timeout: 5000 });
  return { ...shown, client, line, keyboard: userEvent.setup() };
}

/** In the place of every line of the page. */
export function lineTo(replies: Replies): Line {
  const line: Line = { state: 'up', asked: [] };
  vi.stubGlobal('fetch', (_address: unknown, init: RequestInit) => answer(line, replies, init));
  return line;
}

function answer(line: Line, replies: Replies, init: RequestInit): Promise<Response> {
  const { operationName, variables } = JSON.parse(`${init.body}`);
  line.asked.push({ operation: operationName, variables });
  if (line.state === 'down') return Promise.reject(new TypeError('Failed to fetch'));
  if (line.state === 'silent')
    return new Promise((_, reject) => {
      const over = () => reject(init.signal?.reason);
      if (init.signal?.aborted) over();
      else init.signal?.addEventListener('abort', over);
    });
  const data = replies[operationName]?.(variables as never);
  if (!data) return Promise.reject(new Error(`Nobody answers ${operationName}.`));
  const headers = { 'content-type': 'application/json' };
  return Promise.resolve(new Response(JSON.stringify({ data }), { headers }));
}
