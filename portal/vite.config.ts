import { defineConfig } from 'vite';

import { screenPlugins } from '../vite.screens.ts';

const server = process.env.SERVER_URL ?? 'http://localhost:4000';

export default defineConfig({
  root: import.meta.dirname,
  base: '/',
  plugins: screenPlugins,
  // A worker made of an address inside the code would break the page's policy.
  worker: { format: 'es' },
  server: { port: 5174, proxy: { '/graphql': server, '/dev': server } },
  build: {
    outDir: '../dist/portal',
    emptyOutDir: true,
    reportCompressedSize: false,
    assetsInlineLimit: 0,
    // Phones that people really have; private fields and top-level await are older than these.
    target: ['chrome100', 'safari15.4', 'firefox100'],
    rolldownOptions: {
      output: {
        // Every step of a flow needs most of these: one request instead of a dozen over a weak network.
        codeSplitting: {
          groups: [
            {
              name: 'parts',
              test: /portal\/src\/(ui|platform|gql)\/(?!captcha-solver|remote-captcha|countr)/,
            },
          ],
        },
      },
    },
  },
});
