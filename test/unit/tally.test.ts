import { expect, test } from 'vitest';
import { formatTally, Tally } from '../../src/ingest/tally.ts';

test('a tally is a table, nodes first and kinds in the order of the alphabet', () => {
  const tally = new Tally();
  tally.add('relationships', 'ABOUT', 'unchanged', 12);
  tally.add('nodes', 'Statement', 'created', 1000);
  tally.add('nodes', 'Article', 'updated');
  tally.add('nodes', 'Statement', 'removed', 2);
  expect(formatTally(tally)).toBe(
    [
      '               created  updated  unchanged  removed',
      'nodes',
      '  Article            0        1          0        0',
      '  Statement       1000        0          0        2',
      'relationships',
      '  ABOUT              0        0         12        0',
    ].join('\n'),
  );
});

test('an empty tally is a table without kinds', () => {
  expect(formatTally(new Tally())).toBe(
    '               created  updated  unchanged  removed\nnodes\nrelationships',
  );
});

test('tallies add up', () => {
  const [one, other] = [new Tally(), new Tally()];
  one.add('nodes', 'Event', 'created', 2);
  other.add('nodes', 'Event', 'created', 3);
  other.add('relationships', 'AT', 'created', 4);
  other.add('relationships', 'AT', 'removed', 5);
  one.merge(other);
  expect(one.nodes.get('Event')!.created).toBe(5);
  expect(one.total('created')).toBe(9);
  expect(one.total('removed')).toBe(5);
  expect(one.total('unchanged')).toBe(0);
});
