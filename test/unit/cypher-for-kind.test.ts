import { expect, test } from 'vitest';
import { cypherFile } from '../../src/db/cypher.ts';
import { cypherForKind } from '../../src/db/cypher-for-kind.ts';
import type { NodeKind } from '../../src/model/node-kind.ts';

test('a query is the same for another kind of node, but for the label', () => {
  expect(cypherForKind('verify/count', 'Mention')).toBe('MATCH (n:Mention)\nRETURN count(n) AS count');
  expect(cypherForKind('verify/count', 'Article')).toBe(cypherFile('verify/count'));
});

test('a label that is no kind is refused, and so is a query without nodes `n`', () => {
  expect(() => cypherForKind('verify/count', 'Article) DETACH DELETE (n' as NodeKind)).toThrow('no text for');
  expect(() => cypherForKind('verify/indexes', 'Article')).toThrow('no text for Article');
});
