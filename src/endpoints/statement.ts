import { z } from 'zod';
import { readStatementParts, statementDetail, statementParts } from '../db/statement-json.ts';
import { unknownId } from '../errors.ts';
import { statementNode } from '../formats/json-ld/statement.ts';
import { StatementDetail } from '../model/statement.ts';
import { defineQuery } from '../query/define.ts';
import { slug } from '../query/parameters.ts';

export const statement = defineQuery({
  kind: 'computed',
  operationId: 'getStatement',
  tag: 'statements',
  path: '/v1/statements/{id}',
  summary: 'One statement',
  description: 'A statement with all its renderings and attributions, and the events it was said at.',
  pathParams: z.strictObject({ id: slug('Id of the statement.', 'kurilla-pakistan-phenomenal-partner') }),
  params: z.strictObject({}),
  row: StatementDetail,
  jsonld: statementNode,
  reads: [statementParts],
  respond: async (graph, { id }) => {
    const [parts] = await readStatementParts(graph, [id]);
    if (!parts) throw unknownId(id);
    return statementDetail(parts);
  },
  drafts: true,
  examples: [
    {
      summary: 'Who said that, and where is it written?',
      request: { id: 'kurilla-pakistan-phenomenal-partner' },
    },
  ],
});
