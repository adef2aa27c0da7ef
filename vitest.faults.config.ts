import { defineConfig } from 'vitest/config';
import { ReliabilityReporter } from './test/faults/report/reporter.ts';

/** All faults: those that `npm test` holds as well, and those that take minutes or tools from elsewhere. */
export default defineConfig({
  test: {
    include: ['test/faults/**/*.test.ts'],
    globalSetup: 'test/support/global-setup.ts',
    provide: { writes: false },
    fileParallelism: false,
    testTimeout: 600_000,
    hookTimeout: 600_000,
    disableConsoleIntercept: true,
    reporters: ['default', new ReliabilityReporter()],
  },
});
