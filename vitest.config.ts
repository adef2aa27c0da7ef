import { configDefaults, defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // These take minutes, or tools from elsewhere: `npm run test:faults`.
    exclude: [...configDefaults.exclude, 'test/faults/long/**'],
    globalSetup: 'test/support/global-setup.ts',
    // One database serves all files, and some of them write to it.
    fileParallelism: false,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    reporters: ['default', ['json', { outputFile: 'node_modules/.cache/on-record/tests.json' }]],
  },
});
