import { defineConfig } from 'vite';

import { screenPlugins } from '../vite.screens.ts';

const server = process.env.SERVER_URL ?? 'http://localhost:4000';

export default defineConfig({
  root: import.meta.dirname,
  base: '/helpdesk/',
  plugins: screenPlugins,
  server: {
    // The cookie of a session is only believed from the server's own pages; while developing, these are that.
    proxy: { '/helpdesk/graphql': { target: server, headers: { origin: server } } },
  },
  build: {
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
            // What only drawings need stays with the drawings: a group takes along whatever its members import.
            {
              name: 'packages',
              priority: 1,
              test: /node_modules\/(?!qrcode|@tanstack\/(react-virtual|virtual-core)|@mantine\/charts|recharts|victory|d3-|internmap|@reduxjs|react-redux|redux|reselect|immer|es-toolkit|decimal|eventemitter3)/,
            },
            { name: 'console', test: /admin-ui\/src\/(app|desk|gql|ui)\/(?!charts)/ },
          ],
        },
      },
    },
  },
});
