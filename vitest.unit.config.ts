import { defineConfig } from 'vitest/config';

/** The tests that need no database, so that they can be run alone and at once. */
export default defineConfig({
  test: {
    testTimeout: 30_000,
    hookTimeout: 60_000,
    isolate: false,
    include: ['test/unit/**/*.test.ts', 'test/docs/{words,references,dates}.test.ts'],
  },
});
