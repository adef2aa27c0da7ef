import { entityList } from './entities.ts';

export const officials = entityList({
  operationId: 'listOfficials',
  path: '/v1/officials',
  summary: 'Officials',
  description: 'People with a role of kind official, former ones included, by id.',
  only: { type: 'Person', role: 'official' },
  examples: [{ summary: 'Who is or was an official?', request: {} }],
});
