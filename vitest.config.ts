import { defineConfig } from 'vitest/config';
import { DockerReporter } from './test/docker/reporter.ts';
import { SlowestFirst } from './test/support/slowest-first.ts';
import { WRITERS } from './test/support/writers.ts';

// Of a server that lives for minutes the JVM's second compiler should compile only what is called most: by its defaults it takes half of
// the processor time, and without it all planning takes a third longer.
process.env.JDK_JAVA_OPTIONS ??= [
  '-XX:Tier4InvocationThreshold=20000',
  '-XX:Tier4MinInvocationThreshold=4000',
  '-XX:Tier4CompileThreshold=50000',
  '-XX:Tier4BackEdgeThreshold=200000',
].join(' ');

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
