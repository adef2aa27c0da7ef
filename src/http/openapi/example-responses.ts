import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/** The folder of the example responses, one file an operation; its folders have examples of programs that ask. */
export const EXAMPLES_FOLDER = join(import.meta.dirname, '../../../docs/examples');

/**
 * The example response of each query, by operation id. A test holds each file to the response of the service, and
 * names the command that writes them anew.
 */
export const exampleResponses: ReadonlyMap<string, unknown> = new Map(
  readdirSync(EXAMPLES_FOLDER)
    .filter((file) => file.endsWith('.json'))
    .map((file) => [basename(file, '.json'), JSON.parse(readFileSync(join(EXAMPLES_FOLDER, file), 'utf8'))]),
);
