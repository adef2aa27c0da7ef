import { entityList } from './entities.ts';

export const people = entityList({
  operationId: 'listPeople',
  path: '/v1/people',
  summary: 'People',
  description: 'People by id, with the roles they hold and held.',
  only: { type: 'Person' },
  examples: [{ summary: 'Which people are of Pakistan?', request: { country: 'pakistan' } }],
});
