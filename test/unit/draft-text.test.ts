import { expect, test } from 'vitest';
import { cypherFile, cypherNames } from '../../src/db/cypher.ts';
import { draftText } from '../../src/db/drafts.ts';
import { draftSchemaStatements, schemaStatements } from '../../src/db/schema.ts';
import { NODE_KINDS } from '../../src/model/node-kind.ts';

test.each([
  ['MATCH (s:Statement)-[:ABOUT|SAID_AT]->(m)', 'MATCH (s:DraftStatement)-[:DRAFT_ABOUT|DRAFT_SAID_AT]->(m)'],
  ['REMOVE e:Person:Place SET e:$(row.type)', "REMOVE e:DraftPerson:DraftPlace SET e:$('Draft' + row.type)"],
  ["RETURN 'a (b:Statement)' AS c, {type: 'Event', n: CASE WHEN x THEN 1 END}", null],
  ['MATCH (g:Graph)-[r:!IN]->(c:Commit|Change)', 'MATCH (g:Graph)-[r:!DRAFT_IN]->(c:Commit|Change)'],
  ['RETURN labels(n)[0]', 'RETURN [label IN labels(n) | substring(label, 5)][0]'],
  ["WHERE type(r) <> 'NAMES'", "WHERE substring(type(r), 6) <> 'NAMES'"],
  [
    "CALL db.index.fulltext.queryNodes('eventText', $q)",
    "CALL db.index.fulltext.queryNodes('draft_eventText', $q)",
  ],
  [
    'CALL db.index.fulltext.queryNodes($index, $q)',
    "CALL db.index.fulltext.queryNodes('draft_' + $index, $q)",
  ],
])('%s has the names of drafts, and has them once', (text, wanted) => {
  expect(draftText(text)).toBe(wanted ?? text);
  expect(draftText(draftText(text))).toBe(wanted ?? text);
});

const OWN = NODE_KINDS.filter((kind) => kind !== 'Graph' && kind !== 'Change');

test.each(['read', 'ingest', 'verify', 'columns'].flatMap(cypherNames))(
  'no name of %s is left as it is',
  (name) => {
    const text = draftText(cypherFile(name)).replaceAll(/'[^']*'/g, "''");
    for (const kind of OWN) expect(text).not.toMatch(new RegExp(`[:|&!]\\s*${kind}\\b`));
    expect(text).not.toMatch(/\[\w*:!?[A-Z_]+\b(?<!DRAFT_\w+)/);
  },
);

test('the schema for drafts has all but what there is one of for both', () => {
  const own = schemaStatements().filter((statement) => !/:(?:Graph|Change)\)/.test(statement));
  expect(draftSchemaStatements()).toHaveLength(own.length);
});
