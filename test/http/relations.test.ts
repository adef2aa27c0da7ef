import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { testService } from '../support/service.ts';

const service = testService();
const characters = [...readFileSync('seed/articles/shifting-sands/article.txt', 'utf8').normalize('NFC')];

interface Item {
  subject: { id: string };
  predicate: string;
  object: { id: string };
  date: { edtf: string | null };
  evidence: { exact: string; start: number; end: number }[];
}

const triples = (items: Item[]) =>
  items.map(({ subject, predicate, object }) => `${subject.id} ${predicate} ${object.id}`);

describe('/v1/relations', () => {
  test('lists every relation once, by subject, with the words that state it', async () => {
    const { body } = await service.get('/v1/relations');
    const found = triples(body.items);
    expect(found).toHaveLength(8);
    expect(found).toEqual([...new Set(found)].sort());
    for (const { evidence } of body.items as Item[]) {
      expect(evidence.length).toBeGreaterThan(0);
      for (const { exact, start, end } of evidence) expect(characters.slice(start, end).join('')).toBe(exact);
    }
  });

  test('pages to the same list', async () => {
    const all: Item[] = [];
    let url: string | null = '/v1/relations?limit=3';
    while (url) {
      const { body } = await service.get(url);
      all.push(...body.items);
      url = body.next && `/v1/relations?limit=3&cursor=${body.next}`;
    }
    expect(all).toEqual((await service.get('/v1/relations')).body.items);
  });

  test('takes subject, predicate and object', async () => {
    const { body } = await service.get('/v1/relations?subject=Islamabad&object=Washington&predicate=ALLY_OF');
    expect(triples(body.items)).toEqual(['pakistan ALLY_OF united-states']);
    expect(triples((await service.get('/v1/relations?object=Pakistan')).body.items)).toEqual([
      'pakistan-armed-forces INFLUENCES pakistan',
      'pakistan-armed-forces PART_OF pakistan',
    ]);
    expect(triples((await service.get('/v1/relations?predicate=PART_OF')).body.items)).toEqual([
      'pakistan-armed-forces PART_OF pakistan',
      'us-central-command PART_OF united-states',
    ]);
  });

  test('at a day: those whose date covers it, and the undated where asked', async () => {
    const at = async (query: string) => triples((await service.get(`/v1/relations?${query}`)).body.items);
    const partners = ['pakistan PARTNER_OF united-states'];
    for (const date of ['1947-01-01', '1947', '194X', '1940/1950', '../1947', '1947-22'])
      expect(await at(`at=${date}`), date).toEqual(partners);
    for (const date of ['1950-01-01', '1950', '1948/2018', '1948/..', '2018~'])
      expect(await at(`at=${date}`), date).toEqual(partners);
    for (const date of ['1946-12-31', '1946', '193X', '1940/1946', '../1946', '1946-22', '1900~'])
      expect(await at(`at=${date}`), date).toEqual([]);
    const undated = (await at('limit=500')).filter((triple) => triple !== partners[0]);
    expect(undated).toHaveLength(7);
    expect(await at('at=1900&undated=include')).toEqual(undated);
    expect(await at('at=1900-01-01&undated=exclude')).toEqual([]);
    expect(await at('at=1900-01-01&undated=include')).toEqual(undated);
    expect(await at('at=1950&undated=include')).toHaveLength(8);
  });

  test('of an article, and as CSV', async () => {
    expect((await service.get('/v1/relations?article=nothing')).body).toEqual({ items: [], next: null });
    const csv = (await service.get('/v1/relations?predicate=COMMANDS&format=csv')).body as string;
    expect(csv.split('\r\n')[1]).toMatch(
      /,michael-kurilla,Michael E\. Kurilla,Person,COMMANDS,us-central-command,/,
    );
  });

  test('says what is wrong with a request', async () => {
    const problem = async (query: string) => (await service.get(`/v1/relations?${query}`)).body;
    expect(await problem('predicat=COMMANDS')).toMatchObject({
      code: 'unknown-parameter',
      errors: [{ parameter: 'predicat', nearest: 'predicate' }],
    });
    expect(await problem('predicate=COMMAND')).toMatchObject({
      code: 'invalid-parameter',
      errors: [{ nearest: 'COMMANDS' }],
    });
    expect(await problem('at=in+1950')).toMatchObject({ status: 400, code: 'invalid-parameter' });
    expect(await problem('subject=Pakistn')).toMatchObject({ code: 'unknown-entity' });
    expect(await problem('cursor=abc')).toMatchObject({ code: 'invalid-cursor' });
  });
});

describe('/v1/entities/{id}/relations', () => {
  test('in both directions, each once', async () => {
    const of = async (query: string) =>
      triples((await service.get(`/v1/entities/Pakistan/relations${query}`)).body.items);
    const any = await of('');
    expect(any).toHaveLength(4);
    expect(new Set(any).size).toBe(4);
    const subject = any.filter((triple) => triple.startsWith('pakistan '));
    const object = any.filter((triple) => triple.endsWith(' pakistan'));
    expect([subject.length, object.length]).toEqual([2, 2]);
    expect(await of('?direction=subject')).toEqual(subject);
    expect(await of('?direction=object')).toEqual(object);
    expect(await of('?direction=object&predicate=INFLUENCES')).toEqual([
      'pakistan-armed-forces INFLUENCES pakistan',
    ]);
  });

  test('of an entity that is not there, or in no direction', async () => {
    expect((await service.get('/v1/entities/nobody/relations')).status).toBe(404);
    expect((await service.get('/v1/entities/pakistan/relations?direction=up')).body).toMatchObject({
      code: 'invalid-parameter',
      errors: [{ parameter: 'direction', expected: 'one of any, subject, object' }],
    });
  });
});
