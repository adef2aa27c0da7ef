import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { Reporter, TestCase, TestModule, TestSpecification, Vitest } from 'vitest/node';
import { verifyDatabase } from '../../../src/neo4j/server/verify-database.ts';
import { projectFolder } from '../../../src/project.ts';
import { reliabilityDocument, summary } from './document.ts';
import { type Outcome, outcomeOf, outcomes, rowOf } from './outcomes.ts';

const FILE = 'docs/reliability.md';

/** Tells which row runs, and writes what became of all of them where all were run. */
export class ReliabilityReporter implements Reporter {
  private vitest!: Vitest;
  private isWhole = false;

  onInit(vitest: Vitest): void {
    this.vitest = vitest;
  }

  async onTestRunStart(specifications: readonly TestSpecification[]): Promise<void> {
    const { vitest } = this;
    const all = await vitest.globTestSpecifications();
    this.isWhole = specifications.length === all.length && !vitest.getGlobalTestNamePattern();
  }

  onTestCaseReady(test: TestCase): void {
    if (rowOf(test)) this.print(test.name);
  }

  onTestCaseResult(test: TestCase): void {
    if (!rowOf(test)) return;
    const { result, figure } = outcomeOf(test);
    this.print(`row ${rowOf(test)} ${result}: ${figure}`);
  }

  async onTestRunEnd(modules: readonly TestModule[], _: unknown, reason: string): Promise<void> {
    const found = outcomes(modules.flatMap((module) => [...module.children.allTests()]));
    if (!this.isWhole || reason === 'interrupted') {
      this.print(`${FILE} stays as it is, since not all rows were to be run.`);
      return;
    }
    for (const outcome of found.filter(({ result }) => result === 'not run')) this.tellNotRun(outcome);
    const database = await verifyDatabase(this.vitest.getProvidedContext().databases[0]!.connection);
    const setting = { cores: availableParallelism(), database: database.replace('/', ' ') };
    writeFileSync(join(projectFolder, FILE), reliabilityDocument(found, setting));
    this.print(`${summary(found)}: ${FILE}`);
  }

  /** A row without a test is a fault of this suite; a tool that cannot be had is not. */
  private tellNotRun({ row, fault, figure }: Outcome): void {
    this.print(`NOT RUN, and not counted as passed: row ${row}, ${fault}: ${figure}`);
    if (figure === 'it has no test') process.exitCode = 1;
  }

  private print(line: string): void {
    this.vitest.logger.log(line);
  }
}
