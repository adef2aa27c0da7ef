import { expect, test } from 'vitest';
import { type JoinedQuotation, joinedStatements } from '../../src/ingest/facts/joined-statements.ts';

/** A quotation of a statement without an id, found to be the same as others. */
const quotation = (name: string, same: [string, number][], further: object = {}): JoinedQuotation => ({
  id: `q-${name}`,
  given: `s-${name}`,
  isOpen: true,
  statement: `s-${name}`,
  articleId: name,
  published: '2031-03-04',
  occasions: [],
  occasionSigns: [],
  same: same.map(([other, score]) => ({ other: `q-${other}`, statement: `s-${other}`, score })),
  ...further,
});

const sets = (...quotations: JoinedQuotation[]) => {
  const statements = [...joinedStatements(quotations, new Set())];
  const joined = [...Map.groupBy(statements, ([, statement]) => statement).values()];
  return joined
    .map((of) =>
      of
        .map(([{ articleId }]) => articleId)
        .sort()
        .join(' '),
    )
    .sort();
};

const inParliament = { occasionSigns: ['hearing'] };
const inAnInterview = { occasionSigns: ['interview', 'medium lume'] };

test('what is joined to a third is joined', () => {
  expect(sets(quotation('a', [['b', 0.8]]), quotation('b', [['c', 0.7]]), quotation('c', []))).toEqual([
    'a b c',
  ]);
});

test('two occasions are not joined over a third that tells of none: the surer join counts, in any order', () => {
  const a = quotation('a', [['b', 0.9]], inParliament);
  const b = quotation('b', [
    ['a', 0.9],
    ['c', 0.7],
  ]);
  const c = quotation('c', [['b', 0.7]], inAnInterview);
  for (const order of [
    [a, b, c],
    [c, b, a],
    [b, c, a],
  ])
    expect(sets(...order)).toEqual(['a b', 'c']);
});

test('what bears one id is one, whatever its articles say of the occasion', () => {
  const same = { given: 'given', isOpen: false };
  expect(
    sets(quotation('a', [], { ...same, ...inParliament }), quotation('b', [], { ...same, ...inAnInterview })),
  ).toEqual(['a b']);
});
