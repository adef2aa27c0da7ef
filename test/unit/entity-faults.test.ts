import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { InputError } from '../../src/ingest/check/input-error.ts';
import { validate } from '../../src/ingest/ingest.ts';
import type { Fault } from '../../src/model/fault.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'on-record-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** The faults of authorities, each in a folder of its own; the first one is the project's. */
function faultsOf(...authorities: object[][]): Fault[] {
  const files = authorities.map((entities, at) => {
    mkdirSync(join(folder, String(at)), { recursive: true });
    const file = join(folder, String(at), 'entities.yaml');
    writeFileSync(file, JSON.stringify({ entities }, null, 1));
    return file;
  });
  try {
    validate(
      files.map((file) => join(file, '..')),
      files[0]!,
    );
    return [];
  } catch (error) {
    return (error as InputError).faults;
  }
}

const TRUMP = { id: 'donald-trump', type: 'Person', name: 'Donald Trump', aliases: ['Trump'] };
const NORLAND = {
  id: 'norland',
  type: 'Country',
  name: 'Norland',
  iso3166: 'NRL',
  description: 'A country.',
};

describe('an entity that two files describe', () => {
  test('alike is one entity, with its names in any order', () => {
    const aliases = ['Trump', { text: 'President Trump', kind: 'title' }];
    expect(
      faultsOf([{ ...TRUMP, aliases }, NORLAND], [NORLAND, { ...TRUMP, aliases: aliases.toReversed() }]),
    ).toEqual([]);
  });

  test.each<[string, object, string]>([
    ['name', { name: 'Nordland' }, 'name: "Norland"'],
    ['iso3166', { iso3166: null }, 'iso3166: "NRL"'],
    ['description', { description: 'A land.' }, 'description: "A country."'],
    ['aliases', { aliases: [{ text: 'Norlanders', kind: 'adjective' }] }, 'aliases: []'],
    ['wikidata', { wikidata: 'Q5' }, 'wikidata: null'],
    ['type, iso3166', { type: 'Place', iso3166: null }, 'type: "Country"; iso3166: "NRL"'],
  ])('differently is told in which fields: %s', (fields, change, there) => {
    expect(faultsOf([NORLAND], [{ ...NORLAND, ...change }])).toMatchObject([
      {
        file: expect.stringMatching(/1\/entities\.yaml$/),
        field: 'entities[0]',
        detail: expect.stringMatching(
          new RegExp(`^norland is described differently by .*0/entities\\.yaml:3: ${fields}$`),
        ),
        expected: `${there}; or another id`,
      },
    ]);
  });
});

describe('an alias that another entity bears', () => {
  const smith = (...aliases: unknown[]) => ({
    id: 'john-smith',
    type: 'Person',
    name: 'John Smith',
    aliases,
  });

  test.each([
    ['Trump'],
    ['the trump'],
    [{ text: 'TRUMP', kind: 'name' }],
    ['Donald Trump'],
    ['Donald-Trump'],
    ['‘Trump’'],
    ['Tr\u00adump\u200f'],
    ['D. J. T.'],
    ['DJT'],
  ])('%j is refused', (alias) => {
    const text = typeof alias === 'string' ? alias : alias.text;
    const trump = { ...TRUMP, aliases: [...TRUMP.aliases, 'D.J.T.'] };
    expect(faultsOf([trump, smith('Smith', alias)])).toMatchObject([
      {
        field: 'entities[1].aliases[1]',
        detail: `${JSON.stringify(text)} is a name of donald-trump already, which it would no longer find`,
        expected: `another name, or { text: ${text}, kind: name, shared: true }`,
      },
    ]);
  });

  test('is another name where it has another accent, or is of another script', () => {
    expect(faultsOf([TRUMP, smith('Trúmp', 'Тrump')])).toEqual([]);
  });

  test('is refused whatever file it stands in, and where it is another’s first name', () => {
    expect(faultsOf([smith('Trump')], [TRUMP])).toMatchObject([{ field: 'entities[0].aliases[0]' }]);
    expect(faultsOf([smith('Norland'), NORLAND])).toMatchObject([{ field: 'entities[0].aliases[0]' }]);
  });

  test('is taken where it is marked as shared', () => {
    const shared = { text: 'Trump', kind: 'name', shared: true };
    expect(faultsOf([TRUMP, smith(shared, 'Smith')])).toEqual([]);
    expect(faultsOf([{ ...TRUMP, aliases: [shared] }, smith(shared)])).toEqual([]);
  });

  test('is refused beside each other one', () => {
    const third = { id: 'tiffany-trump', type: 'Person', name: 'Tiffany Trump', aliases: ['Trump'] };
    expect(faultsOf([TRUMP, smith('Trump'), third]).map(({ field }) => field)).toEqual([
      'entities[1].aliases[0]',
      'entities[2].aliases[0]',
    ]);
  });

  test('may be a name that two have by themselves, as people have', () => {
    expect(faultsOf([smith(), { ...smith(), id: 'john-smith-2' }])).toEqual([]);
  });
});
