import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { testService } from '../support/service.ts';

const service = testService();
const characters = [...readFileSync('seed/articles/shifting-sands/article.txt', 'utf8').normalize('NFC')];

interface Item {
  entity: { id: string } | null;
  form: string;
  reason: string | null;
  article: { id: string };
  evidence: { exact: string; start: number; end: number };
}

const words = (items: Item[]) => items.map(({ evidence }) => evidence.exact);

describe('/v1/mentions', () => {
  test('lists every mention in the order of the text, with its words', async () => {
    const { body } = await service.get('/v1/mentions?limit=500');
    const items = body.items as Item[];
    expect(items.length).toBeGreaterThan(150);
    for (const { article, evidence } of items) {
      expect(article.id).toBe('shifting-sands');
      expect(characters.slice(evidence.start, evidence.end).join('')).toBe(evidence.exact);
    }
    const starts = items.map(({ evidence }) => evidence.start);
    expect(starts).toEqual([...starts].sort((a, b) => a - b));
  });

  test('pages to the same list, two entities in one place included', async () => {
    const all: Item[] = [];
    let url: string | null = '/v1/mentions?limit=7';
    while (url) {
      const { body } = await service.get(url);
      all.push(...body.items);
      url = body.next && `/v1/mentions?limit=7&cursor=${body.next}`;
    }
    expect(all).toEqual((await service.get('/v1/mentions?limit=500')).body.items);
    const both = all.filter(({ evidence }) => evidence.exact === 'both nations');
    expect(both.map(({ entity }) => entity?.id).sort()).toEqual([
      ...['pakistan', 'pakistan'],
      ...['united-states', 'united-states'],
    ]);
  });

  test('that are not resolved, with the reason', async () => {
    const { body } = await service.get('/v1/mentions?resolved=false');
    const items = body.items as Item[];
    expect(words(items)).toContain('These two very smart people');
    expect(items.every(({ entity, reason }) => entity === null && reason !== null)).toBe(true);
    const resolved = (await service.get('/v1/mentions?resolved=true&limit=500')).body.items as Item[];
    expect(resolved.every(({ entity }) => entity !== null)).toBe(true);
  });

  test('of an entity, in a form', async () => {
    const { body } = await service.get('/v1/mentions?entity=the US&form=metonym&article=shifting-sands');
    expect(new Set(words(body.items))).toEqual(new Set(['Washington', 'the US government']));
    const csv = (await service.get('/v1/mentions?resolved=false&format=csv&limit=1')).body as string;
    expect(csv.split('\r\n')[0]).toMatch(/^id,entity\.id,.*,form,reason,article\.id,.*,evidence\.exact,/);
  });

  test('says what is wrong with a request', async () => {
    const problem = async (query: string) => (await service.get(`/v1/mentions?${query}`)).body;
    expect(await problem('forms=alias')).toMatchObject({
      code: 'unknown-parameter',
      errors: [{ nearest: 'form' }],
    });
    expect(await problem('resolved=no')).toMatchObject({ code: 'invalid-parameter' });
    expect(await problem('cursor=abc')).toMatchObject({ code: 'invalid-cursor' });
  });
});

describe('/v1/entities/{id}/mentions', () => {
  test('are those of the entity', async () => {
    const { body } = await service.get('/v1/entities/General Munir/mentions?limit=500');
    const items = body.items as Item[];
    expect(items.every(({ entity }) => entity?.id === 'asim-munir')).toBe(true);
    const { counts } = (await service.get('/v1/entities/asim-munir')).body;
    expect(items).toHaveLength(counts.mentions);
    const pronouns = await service.get('/v1/entities/asim-munir/mentions?form=pronoun');
    expect(words(pronouns.body.items)).toEqual(['His', 'his', 'him', 'him']);
    expect((await service.get('/v1/entities/asim-munir/mentions?article=other')).body.items).toEqual([]);
  });

  test('of an entity that is not there', async () => {
    expect((await service.get('/v1/entities/nobody/mentions')).body).toMatchObject({
      code: 'unknown-entity',
    });
  });
});
