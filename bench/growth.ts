import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { openGraph } from '../src/graph/graph.ts';
import { projectFolder } from '../src/project.ts';
import { generatedGraph } from './generated/graph.ts';
import { GROWTH_CASES } from './growth/cases.ts';
import { measuring } from './growth/measure.ts';

/** Counts the db hits of each request on graphs of several sizes, and writes them as a table. */
export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      statements: { type: 'string', default: '1000,10000,100000,1000000' },
      to: { type: 'string', default: join(projectFolder, 'docs/benchmarks/growth.md') },
    },
  });
  const sizes = values.statements.split(',').map(Number);
  const columns: string[][] = [];
  for (const size of sizes) {
    console.log(`${size} statements`);
    columns.push(await hitsOn(size));
  }
  const table = [
    `| request | ${sizes.map((size) => size.toLocaleString('en')).join(' | ')} |`,
    `|---|${sizes.map(() => '--:|').join('')}`,
    ...GROWTH_CASES.map(
      ({ url }, row) => `| \`${url}\` | ${columns.map((column) => column[row]).join(' | ')} |`,
    ),
  ].join('\n');
  mkdirSync(dirname(values.to), { recursive: true });
  writeFileSync(
    values.to,
    `# Db hits by size\n\nWhat each request reads on graphs of generated statements, by PROFILE. \`npm run bench -- growth\` writes it anew.\n\n${table}\n`,
  );
  console.log(table);
}

async function hitsOn(statements: number): Promise<string[]> {
  const database = await generatedGraph(statements, console.log);
  const graph = { ...openGraph(database), readTimeout: 120_000 };
  const service = await measuring(graph);
  try {
    const hits: string[] = [];
    for (const { url } of GROWTH_CASES) {
      const { status, hits: count } = await service.measure(url);
      hits.push(status < 500 ? count.toLocaleString('en') : `failed (${status})`);
    }
    return hits;
  } finally {
    await service.close();
    await graph.driver.close();
    await database.stop();
  }
}
