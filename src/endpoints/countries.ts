import { entityList } from './entities.ts';

export const countries = entityList({
  operationId: 'listCountries',
  path: '/v1/countries',
  summary: 'Countries',
  description: 'Countries by id, with their ISO 3166 codes.',
  only: { type: 'Country' },
  examples: [{ summary: 'Which countries does the record know?', request: {} }],
});
