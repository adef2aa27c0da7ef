import { entityList } from './entities.ts';

export const analysts = entityList({
  operationId: 'listAnalysts',
  path: '/v1/analysts',
  summary: 'Analysts',
  description: 'People with a role of kind analyst, by id.',
  only: { type: 'Person', role: 'analyst' },
  examples: [{ summary: 'Which analysts speak in the record?', request: {} }],
});
