import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';

import { chromiumPath } from './test/kit/chromium.js';
import { mariadbPath } from './test/kit/mariadbd.js';
import { screenPlugins } from './vite.screens.js';

/** Links in messages open pages: the server under test has them. Built once, what is newer than its sources stays. */
const SCREENS = 'test/kit/screens.ts';
const onServer = ['test/{api,journeys,races,faults}/**/*.test.ts'];
const project = (
  name: string,
  test: object,
  plugins = [] as typeof screenPlugins,
): TestProjectInlineConfiguration => ({
  extends: true,
  plugins,
  test: { name, ...test },
});
const components = {
  include: ['test/{console,portal}/**/*.test.tsx'],
  environment: 'jsdom',
  isolate: true, // pages keep what they know in the window
  globalSetup: ['test/kit/screen-types.ts'],
  setupFiles: ['test/kit/jsdom.ts'],
};
const browser = {
  include: ['test/browser/**/*.test.ts'],
  globalSetup: [SCREENS],
  provide: { dbUrl: 'sqlite:' },
};
/** Left out where the program is not installed; never left out in CI. */
const needing = (program: unknown, one: TestProjectInlineConfiguration) =>
  program || process.env.CI ? [one] : [];

export default defineConfig({
  // Decorators as tsc emits them, also for files that no tsconfig lists.
  oxc: {
    decorator: { legacy: true, emitDecoratorMetadata: true },
    assumptions: { setPublicClassFields: true },
    typescript: { removeClassFieldsWithoutInitializer: true },
  },
  // graphql 16 ships two builds; Vite would take the other one than type-graphql and Apollo Server load.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    setupFiles: ['reflect-metadata'],
    provide: { proofs: 'short' },
    // One load of the server for all files of a worker: nothing of ours is mocked, and no file leaves anything behind.
    isolate: false,
    maxWorkers: '100%', // by default one core is left idle, which is half of a machine with two
    testTimeout: 60_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 10_000 } }, // what comes by itself comes when the machine lets it
    projects: [
      project('rules', { include: ['test/{rules,formats}/**/*.test.ts'] }),
      project('sqlite', { include: onServer, globalSetup: [SCREENS], provide: { dbUrl: 'sqlite:' } }),
      ...needing(
        mariadbPath ?? process.env.TEST_MYSQL_URL,
        project('mariadb', { include: onServer, globalSetup: [SCREENS, 'test/kit/mariadbd.ts'] }),
      ),
      project('screens', components, screenPlugins),
      ...needing(chromiumPath, project('browser', browser)),
    ],
  },
});
