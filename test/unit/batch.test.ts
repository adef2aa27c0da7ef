import { expect, test } from 'vitest';
import { batchedText, tellingState } from '../../src/db/batch.ts';

test('a batched text takes each parameter of the read that asks, but for that of a LIMIT', () => {
  const text = batchedText('MATCH (n {id: $id}) RETURN n LIMIT $limit');
  expect(text).toContain('{id: $asks[ask].id}');
  expect(text).toContain('LIMIT $limit');
});

test('the state of the graph is read after all rows of a text', () => {
  const text = 'MATCH (n {id: $id}) RETURN n.id AS id, n.name AS name';
  for (const telling of [tellingState(text, ['id', 'name']), batchedText(text, ['id', 'name'])]) {
    const [rows, version] = [telling.indexOf('AS rows'), telling.indexOf('(g:Graph')];
    expect(telling.indexOf('RETURN n.id')).toBeLessThan(rows);
    expect(rows).toBeLessThan(version);
  }
});

test('a subquery is told which read asks', () => {
  const text = batchedText(
    'UNWIND $ids AS id CALL (id) { RETURN $a AS a } CALL () { RETURN $b AS b } RETURN a, b',
  );
  expect(text).toContain('CALL (id, ask) { RETURN $asks[ask].a AS a }');
  expect(text).toContain('CALL (ask) { RETURN $asks[ask].b AS b }');
});

test.each(["'costs $5 or $x'", '"LIMIT $x"', "'it\\'s $x, CALL () {'", '`a $x`'])(
  '%s is left as it is',
  (text) => {
    expect(batchedText(`RETURN ${text} AS text, $x AS x`)).toContain(
      `RETURN ${text} AS text, $asks[ask].x AS x`,
    );
  },
);
