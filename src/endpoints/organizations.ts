import { entityList } from './entities.ts';

export const organizations = entityList({
  operationId: 'listOrganizations',
  path: '/v1/organizations',
  summary: 'Organizations',
  description: 'Organizations by id.',
  only: { type: 'Organization' },
  examples: [{ summary: 'Which organizations belong to the United States?', request: { country: 'the US' } }],
});
