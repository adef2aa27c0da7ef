import { describe, expect, test } from 'vitest';
import { entityRow } from '../../src/ingest/facts/entity-rows.ts';
import { Authority } from '../../src/model/annotation.ts';
import { nameKey } from '../../src/model/name-key.ts';

describe('the key of a name', () => {
  test.each([
    ['US', 'us'],
    ['the U.S.', 'us'],
    ['The  United\tStates ', 'united states'],
    ['O’Brien', 'obrien'],
    ["O'Brien", 'obrien'],
    ['Ｐakistan', 'pakistan'],
    ['Guinea–Bissau', 'guinea-bissau'],
    ['Guinea‐Bissau', 'guinea-bissau'],
    ['Theodor', 'theodor'],
    ['São Tomé', 'são tomé'],
    ['São', 'são'],
  ])('%j', (name, key) => {
    expect(nameKey(name)).toBe(key);
  });

  test('is the key of its key', () => {
    for (const name of ['the The U.S.', 'General Munir', ''])
      expect(nameKey(nameKey(name))).toBe(nameKey(name).replace(/^the /, ''));
  });
});

test('an entity has each spelling of a name once', () => {
  const [record] = Authority.parse({
    entities: [
      {
        id: 'x',
        type: 'Country',
        name: 'The U.S.',
        aliases: ['US', { text: 'us', kind: 'abbreviation' }, 'USA'],
      },
    ],
  }).entities;
  expect(entityRow(record!).names).toEqual([
    { key: 'us', text: 'The U.S.', kind: 'name' },
    { key: 'usa', text: 'USA', kind: 'name' },
  ]);
});
