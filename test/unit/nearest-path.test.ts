import { expect, test } from 'vitest';
import { operations, queries } from '../../src/endpoints/index.ts';
import { nearestPath } from '../../src/http/nearest-path.ts';

const ROUTES = [
  ...[...queries, ...operations].map(({ path, params }) => ({
    url: path.replaceAll(/\{(\w+)\}/g, ':$1'),
    parameters: Object.keys(params?.shape ?? {}),
  })),
  ...['/', '/v1', '/docs', '/reference', '/openapi.json', '/healthz', '/readyz', '/metrics'].map((url) => ({
    url,
    parameters: [],
  })),
];

test.each([
  ['/v1/statement', '/v1/statements'],
  ['/v1/Statements', '/v1/statements'],
  ['/v1/statments', '/v1/statements'],
  ['/V1/statements', '/v1/statements'],
  ['/v2/statements', '/v1/statements'],
  ['/statements', '/v1/statements'],
  ['/statement', '/v1/statements'],
  ['/api/v1/statements', '/v1/statements'],
  ['/api/statements/an-id', '/v1/statements/an-id'],
  ['/v1/entity/pakistan', '/v1/entities/pakistan'],
  ['/entities/pakistan/relation', '/v1/entities/pakistan/relations'],
  ['/v1/country', '/v1/countries'],
  ['/v1/peoples', '/v1/people'],
  ['/v1/persons', '/v1/people'],
  ['/v1/quotes', '/v1/statements'],
  ['/v1/organisations', '/v1/organizations'],
  ['/v1/stats/statement', '/v1/stats/statements'],
  ['/v1/who-about-whom', '/v1/stats/who-about-whom'],
  ['/v1/people/Trump', '/v1/entities/Trump'],
  ['/v1/person/Donald%20Trump', '/v1/entities/Donald%20Trump'],
  ['/v1/countries/PK', '/v1/entities/PK'],
  ['/people/Trump', '/v1/entities/Trump'],
  ['/v1/entities/donald-trump/statements', '/v1/statements?speaker=donald-trump'],
  ['/v1/entities/donald-trump/statement', '/v1/statements?speaker=donald-trump'],
  ['/v1/entities/General%20Munir/quotes', '/v1/statements?speaker=General%20Munir'],
  ['/v1/people/Trump/statements', '/v1/statements?speaker=Trump'],
  ['/v1/people/Trump/events', '/v1/events?participants=Trump'],
  ['/v1/people/Trump/articles', '/v1/articles?author=Trump'],
  ['/v1/people/Trump/mentions', '/v1/entities/Trump/mentions'],
  ['/v1/articles/shifting-sands/statements', '/v1/statements?article=shifting-sands'],
  ['/v1/articles/shifting-sands/mentions', '/v1/mentions?article=shifting-sands'],
  ['/v1/articles/shifting-sands/annotation', '/v1/articles/shifting-sands/annotations'],
  ['/v1/events/a-meeting/statements', '/v1/statements?about=a-meeting'],
  ['/v1/statements/a/b', '/v1/statements/a'],
  ['/v1/people/Trump/b/c', '/v1/entities/Trump'],
  ['/v1/vocabulary/acts', '/v1/vocabularies/acts'],
  ['/doc', '/docs'],
  ['/swagger.json', '/openapi.json'],
  ['/health', '/healthz'],
  ['/v1/openapi.json', '/openapi.json'],
  ['/problem', '/problems'],
  ['/v3', '/v1'],
  ['/api', '/v1'],
  ['/.env', '/'],
  ['/wp-login.php', '/'],
  ['/v1/%22%3Cscript%3E', '/v1'],
  ['//', '/v1'],
])('%s: the nearest is %s', (path, nearest) => {
  expect(nearestPath(path, ROUTES)).toBe(nearest);
});
