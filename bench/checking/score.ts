// `npm run check:score -- FOLDER [FILE…]`: how many quotations of a gold get the verdict that is right. docs/checking.md says in which form
// a gold is; `--errors` lists what is wrong.
import { globSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { CHECK } from '../../src/limits.ts';
import { projectFolder } from '../../src/project.ts';
import { finder, otherStatements } from './candidates.ts';
import { readQuotations, readRecord } from './gold.ts';
import { judge, measure } from './measure.ts';

const OTHERS = 10_000;

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { errors: { type: 'boolean' } },
});
const [folder = join(projectFolder, 'test/fixtures/checking'), ...files] = positionals;
const record = readRecord(folder);
const find = finder([...record, ...otherStatements(record, OTHERS)], CHECK.hits, CHECK.statements);
const golds =
  files.length > 0
    ? files
    : globSync('*.yaml', { cwd: folder })
        .filter((file) => file !== 'record.yaml')
        .sort();

for (const file of golds) {
  const judged = readQuotations(join(folder, file)).map((gold) => judge(gold, find));
  console.log(basename(file), JSON.stringify(measure(judged), null, 2));
  if (values.errors)
    for (const { kind, quote, speaker, expect, verdict, warning, warnings } of judged)
      if (verdict !== expect || (warning && !warnings.includes(warning)))
        console.log(
          `  ${kind}: ${verdict}, expected ${expect}${warning ? ` with ${warning}` : ''}: ${quote} (${speaker ?? 'anyone'})`,
        );
}
