import { ApolloLink } from '@apollo/client';
import { ApolloProvider } from '@apollo/client/react';
import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  Outlet,
  RouterProvider,
} from '@tanstack/react-router';
import { render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { from, of, throwError } from 'rxjs';

import { clientOver } from '../../admin-ui/src/app/apollo-client';
import { ProofProvider, useProof } from '../../admin-ui/src/desk/proof';
import { type Viewer, ViewerContext } from '../../admin-ui/src/desk/viewer';
import { speak } from '../../admin-ui/src/ui/language';
import { UiProvider } from '../../admin-ui/src/ui/provider';

/** What the API answers to an operation: its data, now or when a test lets it come, or the error of a line that is down. */
export type Answers = Readonly<Record<string, (variables: never) => object | Error | Promise<object>>>;

export const RINA: Viewer = {
  __typename: 'Agent',
  id: '0193-rina',
  username: 'petugas',
  fullName: 'Rina Contoh',
  role: 'AGENT',
  office: {
    __typename: 'Office',
    id: '0193-bandung',
    name: 'DPMPTSP Kota Bandung',
    level: 'REGENCY',
    regionCode: '32.73',
    zone: 'Asia/Jakarta',
  },
};

export interface Asked {
  readonly operation: string;
  readonly variables: Record<string, unknown>;
}

interface Options {
  readonly answers?: Answers;
  readonly viewer?: Viewer;
  readonly language?: 'id' | 'en';
  /** Addresses besides the one the component stands at; each shows its name. */
  readonly addresses?: readonly string[];
}

/** A component where it stands in the console: signed in, Indonesian unless told otherwise, with an API that answers as told. Everything it asked is kept. */
export async function show(
  component: ReactNode,
  { answers = {}, viewer = RINA, addresses = [], language = 'id' }: Options = {},
) {
  await speak(language);
  const asked: Asked[] = [];
  const server = new ApolloLink(({ operationName = '', variables }) => {
    asked.push({ operation: operationName, variables });
    const answer =
      answers[operationName]?.(variables as never) ?? new Error(`Nobody answers ${operationName}.`);
    if (answer instanceof Promise) return from(answer.then((data) => ({ data })));
    return answer instanceof Error ? throwError(() => answer) : of({ data: answer });
  });
  const client = clientOver(server);
  const history = createMemoryHistory({ initialEntries: ['/'] });
  const router = createRouter({ routeTree: tree(component, addresses), history });
  await router.load();
  const shown = render(
    <ApolloProvider client={client}>
      <UiProvider env="test">
        <ViewerContext value={viewer}>
          <ProofProvider>
            <Panel />
            <RouterProvider router={router as never} />
          </ProofProvider>
        </ViewerContext>
      </UiProvider>
    </ApolloProvider>,
  );
  return { ...shown, asked, history, client };
}

const Panel = () => useProof().panel;

function tree(component: ReactNode, addresses: readonly string[]) {
  const root = createRootRoute({ component: Outlet });
  const here = createRoute({ getParentRoute: () => root, path: '/', component: () => component });
  const others = addresses.map((path) =>
    createRoute({ getParentRoute: () => root, path, component: () => path }),
  );
  return root.addChildren([here, ...others]);
}
