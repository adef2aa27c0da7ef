import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { entityRow } from '../../src/ingest/facts/entity-rows.ts';
import { Authority } from '../../src/model/annotation.ts';
import { alpha3Code } from '../../src/model/country-code.ts';
import codes from '../../src/model/iso3166.json' with { type: 'json' };
import { nameKey, plainForms } from '../../src/model/name-key.ts';
import { nameFaults } from '../../src/verify/name-faults.ts';

describe('the key of a name', () => {
  test.each([
    ['US', 'us'],
    ['the U.S.', 'us'],
    ['The  United\tStates ', 'united states'],
    ['O’Brien', 'obrien'],
    ["O'Brien", 'obrien'],
    ['Ｐakistan', 'pakistan'],
    ['Guinea–Bissau', 'guinea bissau'],
    ['Guinea‐Bissau', 'guinea bissau'],
    ['Theodor', 'theodor'],
    ['São Tomé', 'são tomé'],
    ['São', 'são'],
    ['Keira OʼBryan', 'keira obryan'],
    ['O‘Bryan', 'obryan'],
    ['O´Bryan', 'obryan'],
    ["Ta'if", 'taif'],
    ['ʿAbd Allāh', 'abd allāh'],
    ['İlker İstanbullu', 'ilker istanbullu'],
    ['ILKER ISTANBULLU', 'ilker istanbullu'],
    ['Ilgın', 'ilgin'],
    ['Strauß', 'strauss'],
    ['STRAUẞ', 'strauss'],
    ['ΟΔΥΣΣΕΥΣ', 'οδυσσευσ'],
    ['Οδυσσευς', 'οδυσσευσ'],
    ['J. R. R. Tolken', 'jrr tolken'],
    ['J.R.R. Tolken', 'jrr tolken'],
    ['J.R.R.Tolken', 'jrr tolken'],
    ['JRR Tolken', 'jrr tolken'],
    ['J.-P. Martin', 'jp martin'],
    ['Michael E. Kurilla', 'michael e kurilla'],
    ['Ph.D.', 'phd'],
    ['St.Petersburg', 'st petersburg'],
    ['St. Petersburg', 'st petersburg'],
    ['the U. S.', 'us'],
    ['Kim Jong-un', 'kim jong un'],
    ['Jean−Paul', 'jean paul'],
    ['soft\u00adly', 'softly'],
    ['عاصم مكي', 'عاصم مکی'],
    ['عاصم مکی\u200f', 'عاصم مکی'],
    ['\u2067عاصم مکی\u2069', 'عاصم مکی'],
    ['محـــمد', 'محمد'],
    ['حسین\u200cزاده', 'حسینزاده'],
    ['ہما', 'هما'],
    ['Mi\u200dra\ufe0f', 'mira'],
    ['राम', 'राम'],
    ['ドナルド・トランプ', 'ドナルド トランプ'],
    ['ドナルド＝トランプ', 'ドナルド トランプ'],
    ['Jean⁃Paul', 'jean paul'],
    ['Jean˗Paul', 'jean paul'],
    ['ﾄﾞﾅﾙﾄﾞ', 'ドナルド'],
    ['髙橋', '高橋'],
    ['Washington, D.C.', 'washington dc'],
    ['Donald_Trump', 'donald trump'],
    ['’', '’'],
    ['The The', 'the'],
    // Scripts stay apart: this one begins with a Cyrillic letter.
    ['Аlice', 'аlice'],
  ])('%j', (name, key) => {
    expect(nameKey(name)).toBe(key);
  });

  test('is the key of its key', () => {
    for (const name of ['the The U.S.', 'General Munir', ''])
      expect(nameKey(nameKey(name))).toBe(nameKey(name).replace(/^the /, ''));
  });
});

describe('the forms of a key', () => {
  test.each([
    ['Nguyễn Phú Trọng', 'nguyen phu trong'],
    ['Recep Tayyip Erdoğan', 'recep tayyip erdogan'],
    ['Łukasz Ørsted', 'lukasz orsted'],
    ['Αλέξης Τσίπρας', 'αλεξησ τσιπρασ'],
    ['Фёдор', 'федор'],
    ['أحمد', 'احمد'],
    ['مُحَمَّد', 'محمد'],
    ['مسئول', 'مسیول'],
    ['فاطمة', 'فاطمه'],
    ['عمران خاں', 'عمران خان'],
    ['بے نظیر', 'بی نظیر'],
    ['Əliyev', 'eliyev'],
    ['Ɗangote', 'dangote'],
    ['Ŋɔtsi', 'notsi'],
    ['ज़फ़र', 'जफर'],
    // What is a vowel or another letter stays.
    ['रीमा', 'रीमा'],
    ['ガンジー', 'ガンジー'],
    ['한국', '한국'],
  ])('of %j are %j, and that without spaces', (name, words) => {
    expect(plainForms(nameKey(name))).toEqual({ words, plain: words.replaceAll(' ', '') });
    expect(nameFaults({ id: nameKey(name), ...plainForms(nameKey(name)) })).toEqual([]);
  });

  test.each([
    ['山田 太郎', '山田太郎'],
    ['김 정은', '김정은'],
    ['عبد الله', 'عبدالله'],
    ['حسین زاده', 'حسین\u200cزاده'],
    ['Mc Donald', 'McDonald'],
    ["O' Brien", 'O’Brien'],
    ['Αλεξης Τσιπρας', 'Αλέξης ΤΣΙΠΡΑΣ'],
  ])('%j and %j are found by the same', (one, other) => {
    expect(plainForms(nameKey(one)).plain).toBe(plainForms(nameKey(other)).plain);
  });

  test('are proved by an implementation of its own, for any text', () => {
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }));
    fc.assert(
      fc.property(text, (name) => {
        const key = nameKey(name.normalize('NFC'));
        expect(nameFaults({ id: key, ...plainForms(key) })).toEqual([]);
      }),
    );
  });
});

describe('the code of a country', () => {
  test.each([
    ['PAK', 'PAK'],
    ['pk', 'PAK'],
    ['586', 'PAK'],
    ['004', 'AFG'],
    ['GB', 'GBR'],
    ['XX', undefined],
    ['999', undefined],
    ['001', undefined],
    ['Pakistan', undefined],
    ['', undefined],
  ])('of %j is %j', (text, code) => {
    expect(alpha3Code(text)).toBe(code);
  });

  test('is known for each region that is a country', () => {
    expect(Object.keys(codes)).toHaveLength(249);
    for (const [alpha2, alpha3] of Object.entries(codes)) {
      expect(alpha3Code(alpha2)).toBe(alpha3);
      expect(new Intl.DisplayNames('en', { type: 'region', fallback: 'none' }).of(alpha2)).toBeDefined();
    }
    expect(new Set(Object.values(codes)).size).toBe(249);
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
