import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import PACKAGE from './typescript/package.json' with { type: 'json' };

const requirements = readFileSync(join(import.meta.dirname, 'python/requirements.txt'), 'utf8');
const { dependencies, devDependencies } = PACKAGE;

/** The versions of the generators of clients that the tests run. */
export const CLIENT_VERSIONS = {
  '@hey-api/openapi-ts': devDependencies['@hey-api/openapi-ts'],
  'oapi-codegen': '2.8.2',
  ogen: '1.24.0',
  'openapi-fetch': dependencies['openapi-fetch'],
  'openapi-generator': '7.25.0',
  'openapi-python-client': /^openapi-python-client==(.*)$/m.exec(requirements)![1]!,
  'openapi-typescript': devDependencies['openapi-typescript'],
  orval: devDependencies.orval,
};
