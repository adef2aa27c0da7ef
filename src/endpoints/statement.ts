import { z } from 'zod';
import { statementNode } from '../formats/json-ld/statement.ts';
import { StatementDetail } from '../model/statement.ts';
import { defineQuery } from '../query/define.ts';
import { slug } from '../query/parameters.ts';

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
