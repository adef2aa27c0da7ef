import { defineConfig } from 'vitest/config';

/** All programs that use the service: those of `npm test` as well, and those that take minutes, Go, Java or Chromium. */
export default defineConfig({
  test: {
    include: ['test/consumers/**/*.test.ts'],
    globalSetup: 'test/support/global-setup.ts',
    provide: { writes: false },
    fileParallelism: false,
    testTimeout: 600_000,
    hookTimeout: 600_000,
  },
});
