import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { entityRow } from '../../src/ingest/facts/entity-rows.ts';
import { writeEntities } from '../../src/ingest/write/write-entities.ts';
import { Authority } from '../../src/model/annotation.ts';
import { testGraph } from '../support/graph.ts';
import { restoreSeed } from '../support/graph-dump.ts';
import { testService } from '../support/service.ts';

const graph = testGraph();
const service = testService();

const person = (id: string, name: string, ...aliases: string[]) => ({ id, type: 'Person', name, aliases });

/** Names of many scripts and habits, none of them as people would type it. */
const NAMED = Authority.parse({
  entities: [
    person('keira-obryan', 'Keira O’Bryan'),
    person('ilker-istanbullu', 'İlker İstanbullu'),
    person('j-r-r-tolken', 'J. R. R. Tolken'),
    person('asim-makki', 'عاصم مکی'),
    person('abdullah', 'عبد الله'),
    person('hosein-zade', 'حسین‌زاده'),
    person('alexis-tsipras', 'Αλέξης Τσίπρας'),
    person('volodymyr-zelenskyi', 'Володимир Зеленський'),
    person('nguyen-phu-trong', 'Nguyễn Phú Trọng'),
    person('yamada-taro', '山田太郎'),
    person('donarudo', 'ドナルド・トランプ'),
    person('kim-jong-un', '김정은', 'Kim Jong-un'),
    person('jean-paul-mcdonald', 'Jean-Paul McDonald'),
    person('lukasz-strauss', 'Łukasz Strauß'),
    person('lev-osypenko', 'Lev Osypenko'),
    person('benazir', 'بے نظیر خاں'),
    person('ilham-eliyev', 'İlham Əliyev'),
    person('soren-aegir', 'Søren Ægir Ǿstergård'),
    person('jean-pierre', 'ジャン＝ピエール'),
    person('zafar', 'ज़फ़र'),
    person('fidel', 'Fidel Ñíguez'),
    person('washingtonia', 'Washingtonia, D.C.'),
    person('a-p-j-kalam', 'A. P. J. Abdul Kalam'),
    person('jose', 'José'),
    person('jose-plain', 'Jose'),
    person('keira-one', 'Keira D’Arcy'),
    person('keira-two', "Keira D'Arcy"),
    person('jam', 'Jam'),
    {
      id: 'spain',
      type: 'Country',
      name: 'Spain',
      iso3166: 'ESP',
      wikidata: 'Q29',
      aliases: [
        { text: 'Spanish', kind: 'adjective' },
        { text: 'Spaniard', kind: 'adjective' },
      ],
    },
    { id: 'jamaica', type: 'Country', name: 'Jamaica', iso3166: 'JAM' },
  ],
}).entities;

beforeAll(async () => {
  await writeEntities(graph, NAMED.map(entityRow));
});
afterAll(() => restoreSeed(graph));

const q = encodeURIComponent;
const json = async (url: string) => (await service.get(url)).body;
const entity = async (name: string) => (await json(`/v1/entities/${q(name)}`)).id;

/** Spellings of a name that mean somebody. */
const SPELLINGS: [string, string[]][] = [
  [
    'keira-obryan',
    [
      'Keira OʼBryan',
      'Keira O‘Bryan',
      "keira o'bryan",
      'KEIRA O´BRYAN',
      'Keira O`Bryan',
      'Keira OBryan',
      'Keira O’Bryan\u200f',
    ],
  ],
  ['ilker-istanbullu', ['ilker istanbullu', 'Ilker Istanbullu', 'İLKER İSTANBULLU', 'ılker ıstanbullu']],
  ['j-r-r-tolken', ['J.R.R. Tolken', 'JRR Tolken', 'j r r tolken', 'J.R.R.Tolken', 'J. R.R. Tolken']],
  ['asim-makki', ['عاصم مكي', 'عاصم مکی\u200f', '\u202bعاصم مكى\u202c', 'عاصـم مکی']],
  ['abdullah', ['عبدالله', 'عَبْدُ اللّٰه']],
  ['hosein-zade', ['حسین زاده', 'حسينزاده', 'حسين‌زاده']],
  ['alexis-tsipras', ['ΑΛΕΞΗΣ ΤΣΙΠΡΑΣ', 'Αλεξης Τσιπρας', 'αλέξης τσίπρας']],
  ['volodymyr-zelenskyi', ['ВОЛОДИМИР ЗЕЛЕНСЬКИЙ', 'володимир зеленськии']],
  ['nguyen-phu-trong', ['Nguyen Phu Trong', 'NGUYỄN PHÚ TRỌNG', 'nguyễn phú trong']],
  ['yamada-taro', ['山田 太郎', '山田　太郎', '山田・太郎']],
  ['donarudo', ['ドナルド トランプ', 'ドナルドトランプ', 'ﾄﾞﾅﾙﾄﾞ･ﾄﾗﾝﾌﾟ']],
  ['kim-jong-un', ['김 정은', 'Kim Jong Un', 'KIM JONG–UN', '김정은'.normalize('NFD')]],
  ['jean-paul-mcdonald', ['Jean Paul McDonald', 'Jean‑Paul Mc Donald', 'jean-paul mc-donald']],
  ['benazir', ['بی نظیر خان', 'بےنظیر خاں', 'بے\u200cنظیر خان']],
  ['ilham-eliyev', ['Ilham Eliyev', 'İLHAM ƏLİYEV', 'ilham əliyev']],
  ['soren-aegir', ['Soren Aegir Ostergard', 'SØREN ÆGIR ǾSTERGÅRD', 'Søren Ægir Ǿstergård'.normalize('NFD')]],
  ['jean-pierre', ['ジャン・ピエール', 'ジャンピエール', 'ジャン=ピエール', 'ｼﾞｬﾝ ﾋﾟｴｰﾙ']],
  ['zafar', ['जफर', 'ज़फ़र'.normalize('NFD')]],
  ['fidel', ['ﬁdel niguez', 'Fi\u00addel\u200b Ñíguez', 'FIDEL\u00a0ÑÍGUEZ', 'Fi\u2060del Niguez\ufeff']],
  ['washingtonia', ['Washingtonia, D.C.', 'washingtonia dc', 'Washingtonia, D. C.', 'Washingtonia،D.C']],
  ['a-p-j-kalam', ['APJ Abdul Kalam', 'A.P.J.Abdul Kalam', 'a p j abdul kalam', 'A․P․J․ Abdul Kalam']],
  ['lukasz-strauss', ['Lukasz Strauss', 'ŁUKASZ STRAUSS', 'łukasz straus\u00ads']],
];

const ALL = SPELLINGS.flatMap(([id, spellings]) => spellings.map((spelling) => [spelling, id] as const));

describe('a name that is written otherwise', () => {
  test.each(ALL)('%j as a parameter is %s', async (spelling, id) => {
    expect(await entity(spelling)).toBe(id);
    expect(await json(`/v1/statements?speaker=${q(spelling)}`)).toMatchObject({ items: [] });
  });

  test.each(ALL)('%j is suggested as %s', async (spelling, id) => {
    const { items } = await json(`/v1/suggest?q=${q(spelling)}`);
    expect(items[0]?.id).toBe(id);
  });

  test.each(ALL)('%j is found by search as %s', async (spelling, id) => {
    const { items } = await json(`/v1/search?type=Person&q=${q(spelling)}`);
    expect(items.map((item: { id: string }) => item.id)).toContain(id);
    const list = await json(`/v1/people?q=${q(spelling)}`);
    expect(list.items.map((item: { id: string }) => item.id)).toContain(id);
  });

  test.each(ALL)('%j is reconciled with %s', async (spelling, id) => {
    const queries = JSON.stringify({ q: { query: spelling, limit: 1 } });
    const { result } = (await json(`/v1/reconcile?queries=${q(queries)}`)).q;
    expect(result[0]).toMatchObject({ id });
    expect(result[0].score).toBeGreaterThanOrEqual(85);
  });

  test.each([
    ['трамп', []],
    ['зел', ['volodymyr-zelenskyi']],
    ['Τσιπ', ['alexis-tsipras']],
    ['太郎', ['yamada-taro']],
    ['Tolk', ['j-r-r-tolken']],
    ['mcd', ['jean-paul-mcdonald']],
    ['正恩', []],
  ])('the word %j of one is completed to %j', async (beginning, ids) => {
    const { items } = await json(`/v1/suggest?q=${q(beginning)}`);
    expect(items.map((item: { id: string }) => item.id)).toEqual(ids);
  });
});

describe('names of two', () => {
  test.each([
    ['José', 'jose'],
    ['JOSÉ', 'jose'],
    ['Jose', 'jose-plain'],
    ['Keira D’Arcy', 'keira-one'],
    ["Keira D'Arcy", 'keira-two'],
  ])('%j is the one that is spelled so', async (name, id) => {
    expect(await entity(name)).toBe(id);
    expect((await json(`/v1/suggest?q=${q(name)}`)).items[0].id).toBe(id);
  });

  test.each([
    ['Josè', ['jose', 'jose-plain']],
    ['KEIRA DʼARCY', ['keira-one', 'keira-two']],
  ])('%j may be either', async (name, ids) => {
    const { code, errors } = await json(`/v1/entities/${q(name)}`);
    expect([code, errors[0].candidates.map(({ id }: { id: string }) => id)]).toEqual(['ambiguous-name', ids]);
  });
});

describe('demonyms and identifiers', () => {
  test.each([
    ['Americans', 'united-states'],
    ['the Americans', 'united-states'],
    ['Pakistanis', 'pakistan'],
    ['Pakistani', 'pakistan'],
    ['indians', 'india'],
    ['South Asians', 'south-asia'],
    ['Spaniards', 'spain'],
    ['PAK', 'pakistan'],
    ['pak', 'pakistan'],
    ['PK', 'pakistan'],
    ['586', 'pakistan'],
    ['GB', 'united-kingdom'],
    ['Q843', 'pakistan'],
    ['https://www.wikidata.org/wiki/Q843', 'pakistan'],
    ['wd:q29', 'spain'],
    ['wikidata:Q29', 'spain'],
    // Whoever is called so comes first.
    ['JAM', 'jam'],
    ['JM', 'jamaica'],
  ])('%s as a parameter is %s', async (name, id) => {
    const { links } = await json(`/v1/entities/${q(name)}`);
    expect(links?.mentions).toBe(`/v1/entities/${id}/mentions`);
  });

  test.each([
    ['Spaniards', 'spain'],
    ['Americans', 'united-states'],
    ['Q29', 'spain'],
    ['ESP', 'spain'],
  ])('%s is reconciled with %s', async (query, id) => {
    const { q: found } = await json(`/v1/reconcile?queries=${q(JSON.stringify({ q: { query } }))}`);
    expect(found.result[0]).toMatchObject({ id });
  });

  test('the plural is suggested too', async () => {
    expect((await json('/v1/suggest?q=Americans')).items[0]).toMatchObject({
      id: 'united-states',
      match: 'American',
    });
  });

  test.each(['Kurillas', 'Pakistans', 'XX', '999', 'Q1', 'Q843x'])('%s is none', async (name) => {
    expect(await json(`/v1/entities/${name}`)).toMatchObject({ code: 'unknown-entity' });
  });
});

describe('a name that nobody has', () => {
  test.each([
    ['Trump administration', 'donald-trump'],
    ['山田', 'yamada-taro'],
    ['太郎', 'yamada-taro'],
    ['Lev Osipenko', 'lev-osypenko'],
    ['Indian goverment', 'india'],
    ['Kurlila', 'michael-kurilla'],
    ['Τσίπρας', 'alexis-tsipras'],
    ['Зеленский', 'volodymyr-zelenskyi'],
    ['Nguyen Trong', 'nguyen-phu-trong'],
    ['김정', 'kim-jong-un'],
    ['Tolkien', 'j-r-r-tolken'],
  ])('%s is near to %s', async (name, nearest) => {
    const { detail, errors } = await json(`/v1/statements?speaker=${q(name)}`);
    expect(errors[0].nearest, detail).toBe(nearest);
    expect(errors[0].candidates[0].id).toBe(nearest);
  });

  test.each(['nobody-x', 'Petra Osipenko', 'General Smith', 'zz', '鈴木', 'Генерал', '؟', 'x'.repeat(200)])(
    '%s is near to none',
    async (name) => {
      const { code, errors } = await json(`/v1/entities/${q(name)}`);
      expect(code).toBe('unknown-entity');
      expect(errors[0]).not.toHaveProperty('nearest');
      expect(errors[0].candidates).toEqual([]);
    },
  );
});
