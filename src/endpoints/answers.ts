import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

const FOLDER = join(import.meta.dirname, '../../docs/examples');

/**
 * The answer to the first example of each query, by operation id, for the documentation. A test holds each file to
 * what the service answers; `WRITE_ANSWERS=1 npx vitest run test/http/openapi.test.ts` writes them anew.
 */
export const answers: ReadonlyMap<string, unknown> = new Map(
  readdirSync(FOLDER).map((file) => [
    basename(file, '.json'),
    JSON.parse(readFileSync(join(FOLDER, file), 'utf8')),
  ]),
);
