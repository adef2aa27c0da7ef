import { defineConfig } from 'vitest/config';
import { DockerReporter } from './test/docker/reporter.ts';
import { SlowestFirst } from './test/support/slowest-first.ts';
import { WRITERS } from './test/support/writers.ts';

// A server that lives for minutes gains nothing of the JVM's second compiler, which takes half of its processor time.
process.env.JDK_JAVA_OPTIONS ??= '-XX:TieredStopAtLevel=1';

const common = {
  testTimeout: 60_000,
  hookTimeout: 120_000,
  // Each file closes what it opens; to import the service anew took a file three seconds of processor before its first test.
  isolate: false,
};

export default defineConfig({
  test: {
    globalSetup: 'test/support/global-setup.ts',
    sequence: { sequencer: SlowestFirst },
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
          provide: { writes: false },
          maxWorkers: 2,
          sequence: { groupOrder: 0 },
        },
      },
      {
        // They write, or start databases of their own; faults of minutes are those of `npm run test:faults`.
        test: {
          ...common,
          name: 'writes',
          include: ['test/{writes,neo4j,faults/quick}/**/*.test.ts'],
          provide: { writes: true },
          maxWorkers: WRITERS,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
