import { z } from 'zod';
import { statementNode } from '../http/json-ld-statement.ts';
import { slug } from '../http/parameters.ts';
import { defineQuery } from '../http/query.ts';
import { StatementDetail } from '../model/statement.ts';

export const statement = defineQuery({
  operationId: 'getStatement',
  tag: 'statements',
  path: '/v1/statements/{id}',
  summary: 'One statement',
  description: 'A statement with all its renderings and attributions, and the events it was said at.',
  cypher: 'statement',
  pathParams: z.strictObject({ id: slug('Id of the statement.', 'kurilla-pakistan-phenomenal-partner') }),
  params: z.strictObject({}),
  row: StatementDetail,
  list: false,
  jsonld: statementNode,
  plan: ({ id }) => ({ flags: ['detail'], bind: { id } }),
  examples: [
    {
      summary: 'Who said that, and where is it written?',
      request: { id: 'kurilla-pakistan-phenomenal-partner' },
    },
  ],
});
