import fc from 'fast-check';
import { expect } from 'vitest';
import { faultRow } from '../../support/fault-row.ts';
import { testGraph } from '../../support/graph.ts';
import { dump } from '../../support/graph-dump.ts';
import { expectGood, expectNoLeak } from '../../support/leaks.ts';
import { addressOf, queryParameters } from '../../support/query-parameters.ts';
import { testService } from '../../support/service.ts';

const service = testService();
const graph = testGraph();

/** Ends of a string, a map, a pattern or a name, then Cypher, then what makes the rest a comment. */
const payloads = fc.oneof(
  fc
    .tuple(
      fc.constantFrom(
        '',
        "'",
        '"',
        '`',
        "'})",
        '"}) ',
        '`) ',
        ')',
        ']',
        "\\'",
        '\\u0027',
        '\u2019',
        '\\"',
        '\n',
        '*/ ',
      ),
      fc.constantFrom(
        ' OR 1=1',
        ' OR true',
        ' RETURN 1 AS key',
        ' MATCH (n) DETACH DELETE n',
        ' DETACH DELETE n',
        ' CREATE (:Article {id: "x"})',
        ' CALL db.labels() YIELD label RETURN label',
        ' CALL dbms.listConfig()',
        ' LOAD CSV FROM "http://127.0.0.1:1/x" AS row RETURN row',
        ' SET n.id = null',
        ' UNION ALL MATCH (n) RETURN n',
        ' FOREACH (x IN [1] | CREATE ())',
        ' WITH 1 AS x CALL { CREATE () } IN TRANSACTIONS',
      ),
      fc.constantFrom('', ' //', ' /*', ';', ' RETURN `', '\n//'),
    )
    .map((parts) => parts.join('')),
  fc.constantFrom(
    '$x',
    '$low',
    '$$',
    '{id: 1}',
    '[:X*]',
    '(n)-->(m)',
    '${1+1}',
    '{{1+1}}',
    "'",
    '`',
    '"',
    '\\',
    '\\u0060',
  ),
);

faultRow(
  6,
  'Cypher payloads in every string field',
  async () => {
    const fields = queryParameters.filter(
      ({ kind }) => kind !== 'integer' && kind !== 'number' && kind !== 'boolean',
    );
    const before = await dump(graph);
    const asked: [url: string, payload: string, form?: string][] = fields.flatMap(({ query, name }, nth) =>
      fc
        .sample(payloads, { numRuns: 3, seed: nth })
        .map((payload): [string, string] => [addressOf(query, { [name]: payload }), payload]),
    );
    for (const payload of fc.sample(payloads, { numRuns: 20, seed: 6 })) {
      const encoded = encodeURIComponent(payload);
      for (const url of [
        `/v1/articles/${encoded}/annotations`,
        `/v1/articles/shifting-sands/annotations/${encoded}`,
        `/v1/reconcile/preview?id=${encoded}`,
        `/v1/reconcile/suggest/entity?prefix=${encoded}`,
        `/problems/${encoded}`,
      ])
        asked.push([url, payload]);
      const queries = { q: { query: payload, properties: [{ pid: 'country', v: payload }] } };
      asked.push([
        '/v1/reconcile',
        payload,
        new URLSearchParams({ queries: JSON.stringify(queries) }).toString(),
      ]);
      const extend = { ids: [payload], properties: [{ id: 'country' }] };
      asked.push([
        '/v1/reconcile',
        payload,
        new URLSearchParams({ extend: JSON.stringify(extend) }).toString(),
      ]);
    }
    let taken = 0;
    for (const [url, payload, form] of asked) {
      const response = await service.app.inject({
        url,
        ...(form && {
          method: 'POST',
          payload: form,
          headers: { 'content-type': 'application/x-www-form-urlencoded' },
        }),
      });
      expect(response.statusCode, `${url} ${response.body.slice(0, 200)}`).toBeLessThan(500);
      if (response.statusCode === 200) taken++;
      else expectNoLeak(response.body, [payload]);
    }
    // Some are words to look for, and reach the database.
    expect(taken).toBeGreaterThan(20);
    expect(await dump(graph)).toEqual(before);
    await expectGood(service.get);
    return `${asked.length.toLocaleString('en')} in ${fields.length} fields: 0 5xx, the graph unchanged`;
  },
  120_000,
);
