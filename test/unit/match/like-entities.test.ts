import { expect, test } from 'vitest';
import { likeEntities, type NamedThing } from '../../../src/match/like-entities.ts';

const person = (name: string, values: Partial<NamedThing> = {}): NamedThing => ({
  ...{ type: 'Person', name, aliases: [], iso3166: null, wikidata: null, country: null },
  ...values,
});

test.each([
  [
    'an alias that is the other one’s name',
    person('Nora Velde', { aliases: ['N. Velde'] }),
    person('N.Velde'),
  ],
  ['accents', person('Zoë Müller'), person('Zoe Muller')],
  ['the order of names', person('Xi Jinping'), person('Jinping Xi')],
  ['a second given name', person('Michael Kurilla'), person('Michael E. Kurilla')],
  ['a letter', person('Volodymyr Zelensky'), person('Volodymyr Zelenskyy')],
])('%s: offered', (_, one, other) => {
  const offer = likeEntities(one, other);
  expect(offer).toEqual({ score: expect.any(Number), reason: expect.any(String) });
  expect(likeEntities(other, one)).toEqual(offer);
});

test.each([
  ['a surname in common', person('Nora Velde'), person('Karl Velde')],
  ['a surname alone', person('Nora Velde'), person('Velde')],
  ['another type', person('Georgia'), person('Georgia', { type: 'Country' })],
  ['another identifier', person('John Smith', { wikidata: 'Q1' }), person('John Smith', { wikidata: 'Q2' })],
])('%s: not', (_, one, other) => {
  expect(likeEntities(one, other)).toBeNull();
});

test('a common identifier decides, and a country counts', () => {
  expect(
    likeEntities(person('A. Munir', { wikidata: 'Q7' }), person('Asim Munir', { wikidata: 'Q7' }))!.score,
  ).toBe(1);
  const [here, there] = [
    person('John Smith', { country: 'northmark' }),
    person('John Smith', { country: 'sundara' }),
  ];
  expect(likeEntities(here, there)!.score).toBeLessThan(likeEntities(here, here)!.score);
});
