import { defineConfig } from 'vitest/config';
import { DockerReporter } from './test/docker/reporter.ts';

/** Everything that goes through Docker, where an engine responds; it takes minutes. */
export default defineConfig({
  test: {
    include: ['test/docker/*.test.ts'],
    fileParallelism: false,
    testTimeout: 900_000,
    hookTimeout: 900_000,
    disableConsoleIntercept: true,
    reporters: ['default', new DockerReporter()],
  },
});
