import { defineConfig } from 'vitest/config';
import { DockerReporter } from './test/docker/reporter.ts';

// A server that lives for minutes gains nothing of the JVM's second compiler, which takes half of its processor time.
process.env.JDK_JAVA_OPTIONS ??= '-XX:TieredStopAtLevel=1';

const common = { testTimeout: 30_000, hookTimeout: 60_000 };

export default defineConfig({
  test: {
    globalSetup: 'test/support/global-setup.ts',
    reporters: [
      'default',
      ['json', { outputFile: 'node_modules/.cache/on-record/tests.json' }],
      new DockerReporter(),
    ],
    projects: [
      {
        // One database serves them all, and none of them changes it.
        test: {
          ...common,
          name: 'reads',
          include: ['test/{unit,http,graph,docs}/**/*.test.ts', 'test/consumers/*.test.ts'],
          maxWorkers: 2,
          sequence: { groupOrder: 0 },
        },
      },
      {
        // They write to that database, or start others; faults of minutes are those of `npm run test:faults`.
        test: {
          ...common,
          name: 'writes',
          include: ['test/{writes,neo4j,faults/quick}/**/*.test.ts'],
          fileParallelism: false,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
