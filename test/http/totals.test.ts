import { describe, expect, test } from 'vitest';
import { queries } from '../../src/endpoints/index.ts';
import { exampleUrl } from '../../src/query/request-url.ts';
import { withParameters } from '../support/lists.ts';
import { testService } from '../support/service.ts';

const service = testService();

const lists = queries.filter(({ kind }) => kind === 'page');

/** Parameters that choose on their own, beside the examples of the documentation. */
const FURTHER = [
  '/v1/events?context=military',
  '/v1/events?figure=killed',
  '/v1/events?place=White House',
  '/v1/events?actor=Trump&undated=include&to=2025',
  '/v1/events?recipient=Pakistan',
  '/v1/events?participants=Pakistan&participants=the US&kind=meeting',
  '/v1/events?from=1947&to=1990&minConfidence=0.9',
  '/v1/events?article=shifting-sands&undated=only',
  '/v1/events?q=independence',
  '/v1/people?assertedBy=opinion',
  '/v1/people?assertedBy=fact&minConfidence=0.9&role=analyst',
  '/v1/entities?type=Person&type=Place&country=Pakistan',
  '/v1/entities?q=army',
  '/v1/officials?country=the US',
  '/v1/articles?author=liam&publishedFrom=2000',
  '/v1/articles?publisher=nobody',
  '/v1/mentions?beside=Pakistan&form=name&form=pronoun',
  '/v1/mentions?beside=Pakistan&entity=Pakistan',
  '/v1/mentions?resolved=true&article=shifting-sands',
  '/v1/relations?at=1950&undated=include',
  '/v1/relations?undated=only&predicate=COMMANDS',
  '/v1/relations?article=shifting-sands',
  '/v1/entities/pakistan/relations?direction=subject',
  '/v1/entities/donald-trump/timeline?attribution=any&kind=saidBy',
  '/v1/entities/pakistan/timeline?from=1947&undated=include',
  '/v1/statements?before=trump-munir-meeting-2025&undated=include',
  '/v1/statements?q=war&polarity=negative',
  '/v1/statements?minConfidence=0.9&sort=oldest',
];

/** How many items the pages of a list hold together. */
async function lengthOf(url: URL): Promise<number> {
  url.searchParams.set('limit', '500');
  let length = 0;
  for (;;) {
    const { status, body } = await service.get(url.pathname + url.search);
    expect(status, `${url}: ${body.detail}`).toBe(200);
    expect(body).not.toHaveProperty('total');
    length += body.items.length;
    if (body.next === null) return length;
    url.searchParams.set('cursor', body.next);
  }
}

describe('total=true', () => {
  const urls = [
    ...lists.flatMap((query) => [query.path, ...query.examples.map((example) => exampleUrl(query, example))]),
    ...FURTHER,
  ].filter((url) => !url.includes('{') && !url.includes('total='));

  test.each([...new Set(urls)])('counts all that %s lists', async (path) => {
    const url = new URL(path, 'http://host');
    const length = await lengthOf(new URL(url));
    url.searchParams.set('total', 'true');
    url.searchParams.set('limit', '1');
    const { status, body } = await service.get(url.pathname + url.search);
    expect(status, body.detail).toBe(200);
    expect(body).toMatchObject({ total: length, sampled: false });
  });

  test('is the same on each page, and a cursor of either goes on in the other', async () => {
    const first = await service.get('/v1/statements?limit=2&total=true');
    const second = await service.get(
      withParameters('/v1/statements', { limit: 2, total: 'true', cursor: first.body.next }),
    );
    expect(second.body.total).toBe(first.body.total);
    const plain = await service.get(withParameters('/v1/statements', { limit: 2, cursor: first.body.next }));
    expect(plain.body.items).toEqual(second.body.items);
    expect(plain.headers.etag).toBe(second.headers.etag);
  });

  test('is told on a page that people read', async () => {
    const { body } = await service.get('/v1/events?limit=1&total=true');
    const page = await service.get('/v1/events?limit=1', { accept: 'text/html' });
    expect(page.body).toContain(`${body.total} in all`);
  });

  test('takes true or false', async () => {
    const { status, body } = await service.get('/v1/articles?total=yes');
    expect(status).toBe(400);
    expect(body.errors[0]).toMatchObject({ parameter: 'total' });
  });
});

test.each(['donald-trump', 'pakistan', 'united-states', 'asim-munir', 'white-house'])(
  'the counts of %s are those of the lists that it links',
  async (id) => {
    const { body } = await service.get(`/v1/entities/${id}`);
    const { timeline: _timeline, ...links } = body.links as Record<string, string>;
    const totals = await Promise.all(
      Object.entries(links).map(async ([name, link]) => {
        const separator = link.includes('?') ? '&' : '?';
        const list = await service.get(`${link}${separator}total=true&limit=1`);
        return [name, list.body.total] as const;
      }),
    );
    expect(Object.fromEntries(totals)).toEqual(body.counts);
  },
);
