import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { verifyGraph } from '../../src/verify/verify.ts';
import { dump, forgetDecisions, restoreSeed } from '../support/graph-dump.ts';
import { writableService } from '../support/writable-service.ts';

const { graph, inject, post, load, get, remove } = writableService();

const ENTITIES = [
  { id: 'mayor-hale', type: 'Person', name: 'Ines Hale', aliases: ['Hale'] },
  { id: 'sudland', type: 'Country', name: 'Sudland' },
  { id: 'sudland-court', type: 'Organization', name: 'Court of Sudland', country: 'sudland' },
  { id: 'judge-marr', type: 'Person', name: 'Otto Marr', aliases: ['Marr'] },
];
const TEXT =
  'The gangs of the harbour had fired again. “These gangs will be driven out,” Hale said. She accused judges of the Court of Sudland of looking away. Hale praised Otto Marr, a judge of the Court of Sudland. “It is a scandal,” Hale said of Sudland.';

const by = [{ speaker: 'mayor-hale', basis: 'cue-named' }];
const STATEMENTS = [
  {
    id: 'gangs-driven-out',
    act: '130',
    unnamedTargets: [{ words: 'These gangs' }],
    quotations: [{ quoteType: 'direct', quote: 'These gangs will be driven out,', attributions: by }],
  },
  {
    id: 'judges-look-away',
    act: '112',
    about: [{ id: 'sudland', as: 'topic' }],
    unnamedTargets: [{ words: 'judges of the Court of Sudland', role: 'judge', of: 'sudland-court' }],
    quotations: [{ quoteType: 'indirect', quote: 'looking away', cue: 'accused', attributions: by }],
  },
  {
    id: 'marr-praised',
    act: '051',
    about: ['judge-marr'],
    quotations: [{ quoteType: 'indirect', quote: 'Otto Marr', cue: 'praised', attributions: by }],
  },
  {
    id: 'sudland-scandal',
    act: '111',
    about: ['sudland'],
    quotations: [{ quoteType: 'direct', quote: 'It is a scandal,', attributions: by }],
  },
];
const REPORT = {
  id: 'harbour-report',
  text: TEXT,
  entities: ENTITIES,
  annotation: {
    article: { title: 'Shots at the harbour', language: 'en' },
    roles: [
      {
        ...{ person: 'judge-marr', kind: 'judge', title: 'judge', of: 'sudland-court' },
        evidence: ['a judge of the Court of Sudland'],
      },
    ],
    statements: STATEMENTS,
  },
};

const page = async (path: string) =>
  (await inject(`${path}${path.includes('?') ? '&' : '?'}format=html`)).body;
const ids = async (query: string): Promise<string[]> =>
  (await get(`/v1/statements?speaker=Hale&${query}`)).items.map(({ id }: { id: string }) => id).sort();

describe('whom a statement is aimed at without naming them', () => {
  beforeAll(() => load(REPORT));
  afterAll(async () => {
    await forgetDecisions(graph);
    await restoreSeed(graph);
  });

  test('is shown, marked as not named, with the words of the article', async () => {
    const { about, unnamedTargets, quotations } = await get('/v1/statements/judges-look-away');
    expect(about.map(({ id, as }: Record<string, string>) => [id, as])).toEqual([['sudland', 'topic']]);
    const of = { id: 'sudland-court', name: 'Court of Sudland', type: 'Organization' };
    const words = 'judges of the Court of Sudland';
    expect(unnamedTargets).toEqual([{ words, role: 'judge', of, articles: ['harbour-report'] }]);
    const start = TEXT.indexOf(words);
    expect(quotations[0].unnamedTargets).toEqual([
      { words: { exact: words, start, end: start + words.length, unit: 'code-point' }, role: 'judge', of },
    ]);
    expect(await get('/v1/statements/gangs-driven-out')).toMatchObject({
      about: [],
      unnamedTargets: [{ words: 'These gangs', role: null, of: null }],
    });
  });

  test.each([
    ['targetOf=Court of Sudland', ['judges-look-away', 'marr-praised']],
    ['targetOf=Sudland', []],
    ['targetCountry=Sudland', ['judges-look-away', 'marr-praised', 'sudland-scandal']],
    ['targetRole=judge', ['judges-look-away', 'marr-praised']],
    ['targetRole=judge&polarity=negative', ['judges-look-away']],
    ['unnamedTarget=true', ['gangs-driven-out', 'judges-look-away']],
    ['unnamedTarget=false', ['marr-praised', 'sudland-scandal']],
    ['aboutAs=target', STATEMENTS.map(({ id }) => id).sort()],
    ['about=Sudland', ['judges-look-away', 'sudland-scandal']],
    ['about=Sudland&polarity=negative', ['sudland-scandal']],
    ['about=Court of Sudland', []],
  ])('is found: %s', async (query, expected) => {
    const asked = query.replaceAll(' ', '+');
    expect(await ids(asked)).toEqual(expected);
    expect(await ids(`attribution=any&${asked}`)).toEqual(expected);
    expect((await get(`/v1/stats/who-about-whom?speaker=Hale&${asked}`)).total).toBe(expected.length);
    expect((await get(`/v1/timeline?speaker=Hale&${asked}`)).undated.statements).toBe(expected.length);
  });

  test('takes the polarity of the act, as a target that is not named', async () => {
    const about = await get('/v1/stats/statements?groupBy=about&speaker=Hale&aboutAs=target');
    const tone = ({ group, positive, negative }: Record<string, never>) => [group, positive, negative];
    expect(about.items.map(tone)).toEqual([
      [{ id: null, name: 'Nothing named', type: null }, 0, 2],
      [{ id: 'judge-marr', name: 'Otto Marr', type: 'Person' }, 1, 0],
      [{ id: 'sudland', name: 'Sudland', type: 'Country' }, 0, 1],
    ]);
    const pairs = await get('/v1/stats/who-about-whom?speaker=Hale');
    const target = ({ target: to, count, negative }: Record<string, never>) => [to, count, negative];
    expect(pairs.items.map(target)).toEqual([
      [{ id: 'sudland', name: 'Sudland', type: 'Country' }, 2, 1],
      [{ id: null, name: 'Not named', type: null }, 2, 2],
      [{ id: 'judge-marr', name: 'Otto Marr', type: 'Person' }, 1, 0],
    ]);
    const { nodes } = await get('/v1/network?speaker=Hale&kinds=statement');
    expect(nodes.map(({ id }: { id: string }) => id).sort()).toEqual(['judge-marr', 'mayor-hale', 'sudland']);
    expect((await get('/v1/network?targetCountry=Sudland&kinds=event')).edges).toEqual([]);
  });

  test('is in the tables, in the rows for people and in JSON-LD', async () => {
    const csv = async (rows: string) =>
      (await inject(`/v1/statements?unnamedTarget=true&speaker=Hale&sort=oldest&format=csv&rows=${rows}`))
        .body;
    expect((await csv('unnamedTarget')).split('\r\n').slice(0, 3).toSorted()).toEqual([
      'gangs-driven-out,1,These gangs,,,,',
      'judges-look-away,1,judges of the Court of Sudland,judge,sudland-court,Court of Sudland,Organization',
      'statement.id,number,words,role,of.id,of.name,of.type',
    ]);
    expect(await csv('unnamedTargetWords')).toContain(',These gangs,');
    const people = await csv('people');
    expect(people).toContain('Ines Hale,“These gangs” (not named),');
    expect(people).toContain('Ines Hale,Sudland; “judges of the Court of Sudland” (not named),');
    const node = await get('/v1/statements/judges-look-away?format=jsonld');
    expect(node.aimedAt).toEqual([]);
    expect(node.quotations[0].unnamedTargets).toMatchObject([
      { kind: 'judge', of: { identifier: 'sudland-court' } },
    ]);
  });

  test('is a note of its article, and stands in the pages', async () => {
    const { first } = await get('/v1/articles/harbour-report/annotations');
    const texts = first.items.flatMap(({ body }: { body: { value?: string }[] }) =>
      body.map(({ value }) => value),
    );
    expect(texts).toContain('Whom the statement is aimed at, not named: of Court of Sudland.');
    for (const path of [
      '/v1/statements/gangs-driven-out',
      '/v1/statements?speaker=Hale',
      '/v1/articles/harbour-report',
    ]) {
      expect(await page(path), path).toContain('<bdi>These gangs</bdi> <small>(not named)</small>');
    }
    const list = await page('/v1/statements?targetRole=judge&targetOf=Court+of+Sudland');
    expect(list).toContain('aimed at judges of Court of Sudland');
  });

  test('goes by what its organization is merged into, and is gone with its article', async () => {
    const decision = {
      kind: 'merge',
      entity: 'sudland-court',
      into: 'harbour-court',
      why: 'It is the same court.',
    };
    await load({
      ...REPORT,
      id: 'court-report',
      text: 'The Harbour Court met.',
      entities: [
        { id: 'harbour-court', type: 'Organization', name: 'Harbour Court', country: 'sudland' },
        ENTITIES[1]!,
      ],
      annotation: {
        article: { title: 'The court', language: 'en' },
        mentions: [{ entity: 'harbour-court', form: 'name', exact: 'Harbour Court' }],
      },
    });
    expect((await post(decision, '/v1/decisions')).statusCode).toBe(201);
    expect(await ids('targetOf=Harbour+Court')).toEqual(['judges-look-away', 'marr-praised']);
    expect((await get('/v1/statements/judges-look-away')).unnamedTargets[0].of.id).toBe('harbour-court');
    expect(await verifyGraph(graph)).toEqual([]);
    expect((await remove('harbour-report')).statusCode).toBe(204);
    expect((await inject('/v1/statements/judges-look-away')).statusCode).toBe(404);
    expect(await verifyGraph(graph)).toEqual([]);
  });
});

describe('words for an unnamed target', () => {
  afterAll(() => restoreSeed(graph));

  test.each([
    [{ words: 'Those gangs' }, 'words', '"Those gangs" is not in the article'],
    [{ words: 'These gangs', of: 'sudlandia' }, 'of', 'there is no entity "sudlandia"'],
    [{ words: 'These gangs', role: 'boss' }, 'role', 'found "boss"'],
    [{ words: 'These gangs', as: 'topic' }, 'as', 'there is no field'],
  ])('are refused where %o', async (target, field, detail) => {
    const before = await dump(graph);
    const wrong = { ...STATEMENTS[0], unnamedTargets: [target] };
    const response = await post({ ...REPORT, annotation: { ...REPORT.annotation, statements: [wrong] } });
    expect(response.statusCode, response.body).toBe(422);
    expect(response.json().errors).toContainEqual(
      expect.objectContaining({
        pointer: `/annotation/statements/0/unnamedTargets/0/${field}`,
        detail: expect.stringContaining(detail),
      }),
    );
    expect(await dump(graph)).toEqual(before);
  });
});
