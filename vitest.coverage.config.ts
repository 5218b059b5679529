import { mergeConfig } from 'vitest/config';

import everyday from './vitest.config.js';

/** `npm run coverage`: how much of the console's pages the tests of its components reach. By itself: counting makes them slower. */
export default mergeConfig(everyday, {
  test: {
    coverage: {
      enabled: true,
      provider: 'v8',
      // The gallery is in no build that people get; `test/browser/console-gallery.test.ts` walks it.
      include: ['admin-ui/src/features/**/*.{ts,tsx}'],
      exclude: ['admin-ui/src/features/gallery/**'],
      reporter: ['text', 'lcov'],
      thresholds: { lines: 95, branches: 95 },
    },
  },
});
