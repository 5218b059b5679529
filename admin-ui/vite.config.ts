import { defineConfig, type Plugin } from 'vite';

import { screenPlugins } from '../vite.screens.ts';

const BASE = '/helpdesk/';
const server = process.env.SERVER_URL ?? 'http://localhost:4000';

/** React, the router and the words. */
const DRAWING =
  /node_modules\/(react|react-dom|scheduler|@tanstack\/(?!react-virtual|virtual-core)[^/]+|@lingui\/[^/]+)\//;
/** What only drawings need stays with the drawings: a group takes along whatever its members import. */
const PACKAGES =
  /node_modules\/(?!qrcode|@tanstack\/(react-virtual|virtual-core)|@mantine\/charts|recharts|victory|d3-|internmap|@reduxjs|react-redux|redux|reselect|immer|es-toolkit|decimal|eventemitter3)/;
/** All that is on every page, and what the routes know of a page; not what the first script has (`src/main.ts`). */
const CONSOLE = [
  /admin-ui\/src\/(app|desk|gql|ui)\/(?!charts|page-code|first-question|catalogues|stored-preferences)/,
  /admin-ui\/src\/features\/[\w-]+\/([\w-]+-search|range|delivery-filters|parts)\.ts/,
  /admin-ui\/src\/features\/sign-in\/(?!enrolment|invitation|signed-out|totp\.page)/,
];

/** What the first script asks for is named in the page, too, or none of it would be fetched before that script is there. */
const namedInThePage = (module: string): Plugin => ({
  name: 'named-in-the-page',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler: (_page, { bundle = {} }) => {
      const files = Object.values(bundle).filter((file) => file.type === 'chunk');
      const wanted = files.find(({ moduleIds }) => moduleIds.some((id) => id.endsWith(module)));
      if (!wanted) throw new Error(`${module} is in no file.`);
      const entries = new Set(files.filter(({ isEntry }) => isEntry).map(({ fileName }) => fileName));
      return [...wanted.imports, wanted.fileName]
        .filter((file) => !entries.has(file))
        .map((file) => ({
          tag: 'link',
          attrs: { rel: 'modulepreload', crossorigin: true, href: `${BASE}${file}` },
          injectTo: 'head' as const,
        }));
    },
  },
});

export default defineConfig({
  root: import.meta.dirname,
  base: BASE,
  plugins: [screenPlugins, namedInThePage('src/app/start.tsx')],
  server: {
    // The cookie of a session is only believed from the server's own pages; while developing, these are that.
    proxy: { '/helpdesk/graphql': { target: server, headers: { origin: server } } },
  },
  build: {
    modulePreload: { polyfill: false }, // every browser that runs the rest of it has it
    outDir: '../dist/admin-ui',
    emptyOutDir: true,
    // One sheet: all of it is smaller than what a second request costs.
    cssCodeSplit: false,
    chunkSizeWarningLimit: 800,
    reportCompressedSize: false,
    // Few files for the first page: on a shaky line every request is a chance to fail. Pages stay files of their own.
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            // On a slow line two files side by side arrive sooner than one of their size.
            { name: 'drawing', priority: 2, test: DRAWING },
            { name: 'packages', priority: 1, test: PACKAGES },
            {
              name: 'console',
              includeDependenciesRecursively: false,
              test: (id) => CONSOLE.some((place) => place.test(id)),
            },
          ],
        },
      },
    },
  },
});
