import { defineConfig } from 'vitest/config';

/** Tests that start a cluster of databases and several processes; run by `npm run test:cluster`, one file after another. */
export default defineConfig({
  test: {
    include: ['test/cluster/**/*.test.ts'],
    setupFiles: ['reflect-metadata'],
    fileParallelism: false,
    testTimeout: 180_000,
    hookTimeout: 180_000,
  },
});
