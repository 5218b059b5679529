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
  build: { outDir: '../dist/admin-ui', emptyOutDir: true, reportCompressedSize: false },
});
