import { FACT_KINDS, TOLD_KINDS } from '../ingest/facts/facts.ts';
import { articleDigestFaults, articleValueFaults } from './article-faults.ts';
import { type Check, queryCheck, rowCheck } from './check.ts';
import { checkSpans } from './check-spans.ts';
import { checkStatementJson } from './check-statement-json.ts';
import { entityFaults } from './entity-faults.ts';
import { factFaults } from './fact-faults.ts';
import { statementFaults } from './merged-statement.ts';
import { toldFaults } from './merged-told.ts';
import { nameFaults } from './name-faults.ts';
import { joinFaults } from './statement-joins.ts';

/** All that holds of the nodes of a sound graph. */
export const CHECKS: Check[] = [
  rowCheck('article-values', 'Article', 'article-facts', articleValueFaults),
  rowCheck('article-digest', 'Article', 'article-facts', articleDigestFaults),
  queryCheck('article-authors', 'Article'),
  queryCheck('article-sources', 'Article'),
  queryCheck('source-articles', 'Source'),
  { name: 'spans', kind: 'Article', run: checkSpans },
  rowCheck('entity-records', 'Entity', 'entity-rows', entityFaults),
  queryCheck('merged-entities', 'MergedEntity'),
  queryCheck('former-ids', 'FormerId'),
  queryCheck('name-uses', 'Name'),
  rowCheck('name-forms', 'Name', 'name-forms', nameFaults),
  ...TOLD_KINDS.flatMap((kind) => [
    queryCheck('fact-evidence', kind),
    queryCheck('fact-accounts', kind),
    rowCheck('told-derived', kind, 'told-derived', toldFaults),
  ]),
  ...FACT_KINDS.map((kind) => rowCheck('fact-values', kind, 'fact-rows', factFaults)),
  queryCheck('event-relationships', 'Event'),
  queryCheck('relation-ends', 'Relation'),
  queryCheck('role-ends', 'Role'),
  queryCheck('statement-sources', 'Statement'),
  queryCheck('statement-relationships', 'Statement'),
  rowCheck('statement-derived', 'Statement', 'statement-derived', statementFaults),
  { name: 'statement-json', kind: 'Statement', run: checkStatementJson },
  rowCheck('statement-joins', 'Statement', 'statement-joins', joinFaults),
  queryCheck('quotation-ends', 'Quotation'),
  queryCheck('quotation-lookup', 'Quotation'),
  queryCheck('quotation-attributions', 'Quotation'),
  queryCheck('attribution-ends', 'Attribution'),
  queryCheck('unnamed-target-ends', 'UnnamedTarget'),
  queryCheck('evidence-ends', 'Evidence'),
  queryCheck('evidence-relationships', 'Evidence'),
  ...(['Account', 'Figure'] as const).flatMap((kind) => [
    queryCheck('assertion-ends', kind),
    queryCheck('assertion-relationships', kind),
  ]),
  queryCheck('mention-ends', 'Mention'),
  queryCheck('excluded-claim-ends', 'ExcludedClaim'),
  queryCheck('reference-uses', 'EventReference'),
];
