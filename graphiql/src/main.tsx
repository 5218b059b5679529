import 'graphiql/setup-workers/vite';
import 'graphiql/style.css';
import './page.css';

import { createGraphiQLFetcher, createLocalStorage } from '@graphiql/toolkit';
import { GraphiQL } from 'graphiql';
import { createRoot } from 'react-dom/client';

import { helpdeskGreeting, publicGreeting } from './greetings.ts';

const helpdesk = location.pathname.startsWith('/graphiql/helpdesk');
const url = helpdesk ? '/helpdesk/graphql' : '/graphql';
document.title = `${url} · Akun OSS`;

const root = document.getElementById('root');
if (!root) throw new Error('The page has no #root.');
createRoot(root).render(
  <GraphiQL
    fetcher={createGraphiQLFetcher({ url })}
    storage={createLocalStorage({ namespace: url })}
    defaultQuery={helpdesk ? helpdeskGreeting : publicGreeting}
    defaultHeaders={JSON.stringify({ 'Accept-Language': 'id' }, null, 2)}
    isHeadersEditorEnabled
    defaultEditorToolsVisibility="headers"
    // Session tokens are typed into the headers: they must not outlive the tab.
    shouldPersistHeaders={false}
  >
    <GraphiQL.Logo>{helpdesk ? 'Akun OSS · helpdesk' : 'Akun OSS'}</GraphiQL.Logo>
  </GraphiQL>,
);
