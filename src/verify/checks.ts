import { FACT_KINDS } from '../ingest/facts/facts.ts';
import { articleDigestFaults, articleValueFaults } from './article-values.ts';
import { type Check, computed, queried } from './check.ts';
import { entityFaults } from './entity-records.ts';
import { factFaults } from './fact-values.ts';
import { lookAtSpans } from './spans.ts';
import { derivedFaults } from './statement-derived.ts';
import { lookAtJson } from './statement-json.ts';

/** All that holds of the nodes of a sound graph. */
export const CHECKS: Check[] = [
  computed('article-values', 'Article', 'article-facts', articleValueFaults),
  computed('article-digest', 'Article', 'article-facts', articleDigestFaults),
  queried('article-authors', 'Article'),
  { name: 'spans', kind: 'Article', look: lookAtSpans },
  computed('entity-records', 'Entity', 'entity-rows', entityFaults),
  queried('name-uses', 'Name'),
  ...(['Event', 'Relation', 'Role'] as const).map((kind) => queried('fact-evidence', kind)),
  ...FACT_KINDS.map((kind) => computed('fact-values', kind, 'fact-rows', factFaults)),
  queried('event-relationships', 'Event'),
  queried('relation-ends', 'Relation'),
  queried('role-ends', 'Role'),
  queried('statement-sources', 'Statement'),
  queried('statement-relationships', 'Statement'),
  computed('statement-derived', 'Statement', 'statement-voices', derivedFaults),
  { name: 'statement-json', kind: 'Statement', look: lookAtJson },
  queried('quotation-ends', 'Quotation'),
  queried('quotation-attributions', 'Quotation'),
  queried('attribution-ends', 'Attribution'),
  queried('evidence-ends', 'Evidence'),
  queried('evidence-relationships', 'Evidence'),
  queried('mention-ends', 'Mention'),
  queried('excluded-claim-ends', 'ExcludedClaim'),
];
