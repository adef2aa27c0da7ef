import { expect, test } from 'vitest';
import { components, type Join } from '../../../src/match/components.ts';

const statements = ['a1', 'a2', 'b1', 'c1', 'd1'].map((id) => ({ id, articleId: id[0]! }));
const join = (one: string, other: string, score = 0.9): Join => ({ one, other, score });

const setsOf = (joins: Join[]) =>
  components(statements, joins)
    .map((set) =>
      set
        .map(({ id }) => id)
        .sort()
        .join(' '),
    )
    .sort();

test('what is joined to a third is joined, in whichever order', () => {
  const joins = [join('a1', 'b1'), join('d1', 'c1'), join('b1', 'd1')];
  expect(setsOf(joins)).toEqual(['a1 b1 c1 d1', 'a2']);
  expect(setsOf(joins.toReversed())).toEqual(['a1 b1 c1 d1', 'a2']);
});

test('two statements of one article stay apart: the weaker join is left out', () => {
  const joins = [join('a1', 'b1', 0.7), join('a2', 'b1', 0.9), join('b1', 'c1', 0.8)];
  expect(setsOf(joins)).toEqual(['a1', 'a2 b1 c1', 'd1']);
  expect(setsOf(joins.toReversed())).toEqual(['a1', 'a2 b1 c1', 'd1']);
});
