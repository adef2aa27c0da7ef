import { entityList } from './entities.ts';

export const leaders = entityList({
  operationId: 'listLeaders',
  path: '/v1/leaders',
  summary: 'Leaders',
  description: 'People with a role of kind leader, by id.',
  only: { type: 'Person', role: 'leader' },
  examples: [{ summary: 'Who leads the United States?', request: { country: 'the US' } }],
});
