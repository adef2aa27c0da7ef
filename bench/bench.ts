/** A benchmark of the project; it takes the arguments behind its name. */
interface Benchmark {
  run: (args: string[]) => Promise<void>;
}

const BENCHMARKS: Record<string, () => Promise<Benchmark>> = {
  generate: () => import('./write-inputs.ts'),
  load: () => import('./load.ts'),
  serve: () => import('./serve.ts'),
  counting: () => import('./counting.ts'),
  checking: () => import('./checking.ts'),
  growth: () => import('./growth.ts'),
  crossed: () => import('./crossed.ts'),
};

const [name = '', ...args] = process.argv.slice(2);
const load = BENCHMARKS[name];
if (load) await (await load()).run(args);
else {
  console.error(`npm run bench -- ${Object.keys(BENCHMARKS).join(' | ')} [--statements N]`);
  process.exitCode = 1;
}
