import { execFile } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, describe, expect, test } from 'vitest';
import { projectFolder } from '../../src/project.ts';

const run = promisify(execFile);
const written: string[] = [];

afterAll(() => {
  for (const file of written) rmSync(file, { force: true });
});

/** What the linter says of a file with one import, put into a folder of `src` for that long. */
async function lint(folder: string, imported: string): Promise<string> {
  const probe = join(projectFolder, 'src', folder, `lint-probe-${process.pid}.ts`);
  written.push(probe);
  writeFileSync(probe, `import type * as probe from '${imported}';\nexport type Probe = typeof probe;\n`);
  const biome = join(projectFolder, 'node_modules/.bin/biome');
  try {
    await run(biome, ['lint', probe], { cwd: projectFolder });
    return '';
  } catch (error) {
    return (error as { stdout: string; stderr: string }).stdout + (error as { stderr: string }).stderr;
  } finally {
    rmSync(probe, { force: true });
  }
}

describe('the linter holds the directions of imports', () => {
  test.each([
    ['model', '../graph/graph.ts'],
    ['graph', '../http/query.ts'],
    ['http', '../endpoints/index.ts'],
    ['endpoints', '../ingest/ingest.ts'],
    ['ingest', '../http/query.ts'],
    ['neo4j', '../graph/graph.ts'],
  ])('%s may not import %s', async (folder, imported) => {
    expect(await lint(folder, imported)).toContain('noRestrictedImports');
  });

  test('what is allowed passes', async () => {
    expect(await lint('http', '../graph/graph.ts')).not.toContain('noRestrictedImports');
  });
});
