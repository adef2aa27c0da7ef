import { describe, expect, test } from 'vitest';
import { testService } from '../support/service.ts';

const service = testService();

interface Claim {
  reason: string;
  evidence: { exact: string };
}

const claimed = (claims: Claim[]) => claims.map(({ reason, evidence }) => [evidence.exact, reason]).sort();

describe('claims that are kept out of the graph', () => {
  test('are listed with their reasons, as their articles have them', async () => {
    const { body } = await service.get('/v1/excluded?article=shifting-sands');
    const { body: article } = await service.get('/v1/articles/shifting-sands');
    expect(claimed(body.items)).toEqual(claimed(article.excluded));
    expect(body.items.length).toBeGreaterThan(1);
    expect(body.items[0].article.id).toBe('shifting-sands');
    expect((await service.get('/v1/excluded?article=nothing-here')).body.items).toEqual([]);
  });

  test('come page after page, and are counted where that is asked', async () => {
    const { body } = await service.get('/v1/excluded');
    const first = await service.get('/v1/excluded?limit=1');
    const second = await service.get(`/v1/excluded?limit=500&cursor=${first.body.next}`);
    expect([...first.body.items, ...second.body.items]).toEqual(body.items);
  });

  test('are counted by article, whichever is asked for', async () => {
    const { total } = (await service.get('/v1/excluded?total=true&article=shifting-sands')).body;
    const { body } = await service.get('/v1/excluded?facets=article&article=nothing-here');
    expect(body.facets.article).toContainEqual({
      ...{ value: 'shifting-sands', label: expect.stringMatching(/^Shifting Sands/), count: total },
    });
  });

  test('are a page that leads to each in its article', async () => {
    const { body } = await service.get('/v1/excluded', { accept: 'text/html' });
    const { body: list } = await service.get('/v1/excluded');
    for (const { id } of list.items) expect(body).toContain(`href="/v1/articles/shifting-sands#${id}"`);
  });
});
