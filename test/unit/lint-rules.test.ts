import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { projectFolder } from '../../src/project.ts';

/** Files with the module that each of them imports. */
const FORBIDDEN_IMPORTS = [
  ['src/errors.ts', './db/client.ts'],
  ['src/config.ts', './model/date.ts'],
  ['src/limits.ts', './db/client.ts'],
  ['src/model/a.ts', '../db/client.ts'],
  ['src/model/b.ts', '../errors.ts'],
  ['src/db/a.ts', '../query/define.ts'],
  ['src/db/c.ts', '../columns/count.ts'],
  ['src/columns/a.ts', '../query/define.ts'],
  ['src/search/a.ts', '../formats/csv.ts'],
  ['src/search/b.ts', '../match/compare.ts'],
  ['src/match/a.ts', '../db/client.ts'],
  ['src/match/d.ts', '../check-quotation/words.ts'],
  ['src/check-quotation/a.ts', '../db/client.ts'],
  ['src/ingest/c.ts', '../check-quotation/words.ts'],
  ['src/match/b.ts', '../search/full-text.ts'],
  ['src/match/fold/a.ts', '../../ingest/ingest.ts'],
  ['src/formats/a.ts', '../db/client.ts'],
  ['src/formats/json-ld/a.ts', '../../query/define.ts'],
  ['src/query/a.ts', '../http/route.ts'],
  ['src/query/b.ts', '../pages/index.ts'],
  ['src/pages/a.ts', '../query/define.ts'],
  ['src/pages/parts/a.ts', '../../http/route.ts'],
  ['src/http/a.ts', '../endpoints/index.ts'],
  ['src/endpoints/a.ts', '../ingest/ingest.ts'],
  ['src/endpoints/reconcile/a.ts', '../../ingest/ingest.ts'],
  ['src/endpoints/articles/a.ts', '../../verify/verify.ts'],
  ['src/endpoints/b.ts', '../mcp/tools.ts'],
  ['src/endpoints/c.ts', '../draft/draft-article.ts'],
  ['src/endpoints/articles/c.ts', '../../draft/draft-article.ts'],
  ['src/endpoints/drafts/a.ts', '../../verify/verify.ts'],
  ['src/thread.ts', './draft/draft-article.ts'],
  ['src/mcp/a.ts', '../ingest/ingest.ts'],
  ['src/endpoints/entities/a.ts', '../../verify/verify.ts'],
  ['src/endpoints/decisions/a.ts', '../../verify/verify.ts'],
  ['src/ingest/a.ts', '../query/define.ts'],
  ['src/draft/a.ts', '../ingest/write/write-facts.ts'],
  ['src/ingest/draft.ts', '../draft/draft-article.ts'],
  ['src/verify/a.ts', '../http/route.ts'],
  ['src/neo4j/a.ts', '../model/date.ts'],
  ['src/neo4j/b.ts', './server/lock.ts'],
  ['src/neo4j/server/a.ts', '../store/folder.ts'],
  ['src/neo4j/server/b.ts', '../../limits.ts'],
  ['src/neo4j/store/a.ts', '../runtime/runtime.ts'],
  ['src/neo4j/runtime/a.ts', '../sources/uri.ts'],
  ['src/neo4j/docker/a.ts', '../sources/uri.ts'],
  ['src/neo4j/sources/a.ts', '../admin/db-command.ts'],
  ['src/neo4j/admin/a.ts', '../../db/client.ts'],
  ['src/commands/a.ts', '../cli.ts'],
] as const;

const ALLOWED_IMPORTS = [
  ['src/db/b.ts', '../model/date.ts'],
  ['src/match/c.ts', '../search/words.ts'],
  ['src/check-quotation/b.ts', '../match/rendering.ts'],
  ['src/ingest/facts/b.ts', '../../match/rendering.ts'],
  ['src/draft/b.ts', '../ingest/facts/anchor.ts'],
  ['src/columns/b.ts', '../db/client.ts'],
  ['src/query/c.ts', '../columns/count.ts'],
  ['src/http/b.ts', '../query/define.ts'],
  ['src/mcp/b.ts', '../endpoints/index.ts'],
  ['src/http/c.ts', '../pages/index.ts'],
  ['src/pages/b.ts', '../model/date.ts'],
  ['src/neo4j/server/c.ts', '../../config.ts'],
  ['src/neo4j/store/b.ts', '../server/lock.ts'],
  ['src/neo4j/runtime/b.ts', '../store/folder.ts'],
  ['src/neo4j/docker/b.ts', '../store/password.ts'],
  ['src/neo4j/sources/b.ts', '../runtime/runtime.ts'],
  ['src/neo4j/admin/b.ts', '../sources/uri.ts'],
  ['src/endpoints/d.ts', '../draft/text/quoted-regions.ts'],
  ['src/endpoints/articles/b.ts', '../../ingest/ingest.ts'],
  ['src/endpoints/drafts/b.ts', '../../draft/draft-article.ts'],
] as const;

/** Two files that import each other, for values or for types alone. */
const CIRCLES = {
  'src/model/value-a.ts': "import { b } from './value-b.ts';\n\nexport const a = () => b;\n",
  'src/model/value-b.ts': "import { a } from './value-a.ts';\n\nexport const b = String(a);\n",
  'src/model/type-a.ts': "import type { b } from './type-b.ts';\n\nexport const a = (): typeof b => '';\n",
  'src/model/type-b.ts': "import { a } from './type-a.ts';\n\nexport const b = String(a);\n",
};

const FORBIDDEN_CASTS = ['formats', 'http', 'endpoints', 'ingest/check', 'neo4j/server', 'verify'].map(
  (room) => `src/${room}/cast.ts`,
);

const ALLOWED_CASTS = ['src/db/cast.ts', 'test/cast.ts'];

const scratch = realpathSync(mkdtempSync(join(tmpdir(), 'on-record-lint-')));
let findings: string;

/** Lints these files in a project of their own, with the configuration of this one. */
beforeAll(async () => {
  const write = (file: string, text: string) => {
    mkdirSync(dirname(join(scratch, file)), { recursive: true });
    writeFileSync(join(scratch, file), text);
  };
  for (const part of ['biome.json', 'biome', '.gitignore'])
    cpSync(join(projectFolder, part), join(scratch, part), { recursive: true });
  for (const [file, module] of [...FORBIDDEN_IMPORTS, ...ALLOWED_IMPORTS])
    write(file, `import type * as imported from '${module}';\n\nexport type Imported = typeof imported;\n`);
  for (const file of [...FORBIDDEN_CASTS, ...ALLOWED_CASTS])
    write(file, 'export const text = 1 as unknown as string;\n');
  for (const [file, text] of Object.entries(CIRCLES)) write(file, text);
  const biome = join(projectFolder, 'node_modules/.bin/biome');
  const { stdout } = await promisify(execFile)(
    biome,
    ['lint', '--reporter=github', '--max-diagnostics=none'],
    { cwd: scratch },
  ).catch((error: { stdout: string }) => error);
  findings = stdout.replaceAll(`${scratch}/`, '');
}, 60_000);

afterAll(() => rmSync(scratch, { recursive: true }));

describe('the linter', () => {
  test.each(FORBIDDEN_IMPORTS)('refuses in %s an import of %s', (file) => {
    expect(findings).toContain(`::error title=lint/style/noRestrictedImports,file=${file},`);
  });

  test.each(ALLOWED_IMPORTS)('accepts in %s an import of %s', (file) => {
    expect(findings).not.toContain(`file=${file},`);
  });

  test.each(Object.keys(CIRCLES))('refuses the circle of imports that %s is in', (file) => {
    expect(findings).toContain(`::error title=lint/suspicious/noImportCycles,file=${file},`);
  });

  test.each(FORBIDDEN_CASTS)('refuses in %s a cast over unknown', (file) => {
    expect(findings).toContain(`::error title=plugin,file=${file},`);
  });

  test.each(ALLOWED_CASTS)('accepts in %s a cast over unknown', (file) => {
    expect(findings).not.toContain(`file=${file},`);
  });
});
