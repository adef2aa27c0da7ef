import type { Reporter, TestModule, Vitest } from 'vitest/node';

/** The files that use a Docker engine where one responds. */
const FILES = /test\/(docker\/|neo4j\/docker)[^/]*\.test\.ts$/;

/** Says in one line at the end whether the way through Docker was run, and against what. */
export class DockerReporter implements Reporter {
  private vitest!: Vitest;

  onInit(vitest: Vitest): void {
    this.vitest = vitest;
  }

  async onTestRunEnd(modules: readonly TestModule[]): Promise<void> {
    const tests = modules
      .filter(({ moduleId }) => FILES.test(moduleId))
      .flatMap(({ children }) => [...children.allTests()])
      .filter(({ fullName }) => fullName.includes('in a real engine'));
    if (tests.length === 0) return;
    // Not before there is something to say: an engine that hangs takes its time.
    const { engine } = await import('./engine.ts');
    const count = (state: string) => tests.filter((test) => test.result().state === state).length;
    this.vitest.logger.log(
      engine.missing === undefined
        ? `Docker: run against a real engine, ${engine.version}: ${count('passed')} passed, ${count('failed')} failed, ${count('skipped')} not run`
        : `Docker: NOT RUN, and not counted as passed: no engine responds here (${engine.missing})`,
    );
  }
}
