import { Listr } from 'listr2';

export interface Step<T> {
  title: string;
  /** Does the work; what it reports shows below the title, or as plain lines where there is no terminal. */
  run: (state: T, report: (text: string) => void) => Promise<string | undefined>;
}

/** Runs steps one after the other and shows their progress; a step's result is added to its title. */
export async function runSteps<T extends object>(state: T, steps: Step<T>[]): Promise<void> {
  const tasks = steps.map(({ title, run }) => ({
    title,
    task: async (context: T, task: { title?: string; output: string }) => {
      const outcome = await run(context, (text) => {
        task.output = text;
      });
      if (outcome) task.title = `${title}: ${outcome}`;
    },
  }));
  await new Listr(tasks as never[], {
    ctx: state,
    renderer: process.stdout.isTTY ? 'default' : 'simple',
    rendererOptions: { showErrorMessage: false, collapseErrors: false } as never,
  }).run();
}
