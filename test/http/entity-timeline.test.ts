import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { testService } from '../support/service.ts';

const service = testService();
const characters = [...readFileSync('seed/articles/shifting-sands/article.txt', 'utf8').normalize('NFC')];

interface Item {
  kind: string;
  id: string;
  text: string;
  date: { edtf: string | null };
  undated: boolean;
  speakers: { id: string }[];
  evidence: { article: string; exact: string; start: number; end: number }[];
}

const timeline = async (query: string): Promise<Item[]> =>
  (await service.get(`/v1/entities/${query}`)).body.items;
const ids = (items: Item[]) => items.map(({ kind, id }) => `${kind} ${id}`);

describe('/v1/entities/{id}/timeline', () => {
  test('is in the order of date, the undated last and marked, each with its words', async () => {
    const items = await timeline('Trump/timeline');
    expect(ids(items).slice(0, 3)).toEqual([
      'saidBy trump-calls-pakistan-dangerous',
      'event trump-invites-munir-2025',
      'event trump-munir-meeting-2025',
    ]);
    expect(ids(items).slice(3)).toEqual([
      'saidBy trump-thanks-munir',
      'saidBy two-smart-people-stopped-war',
      'saidAbout weinbaum-us-policy-unpredictable',
    ]);
    for (const { undated, date, evidence } of items) {
      expect(undated).toBe(date.edtf === null);
      expect(evidence.length).toBeGreaterThan(0);
      for (const { exact, start, end } of evidence) expect(characters.slice(start, end).join('')).toBe(exact);
    }
    expect(items.map(({ undated }) => undated)).toEqual([false, false, false, true, true, true]);
  });

  test.each(['oldest', 'newest'])('pages to the same list, %s first', async (sort) => {
    const all: Item[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const at: string = cursor && `&cursor=${cursor}`;
      const { body } = await service.get(`/v1/entities/pakistan/timeline?sort=${sort}&limit=4${at}`);
      all.push(...body.items);
      cursor = body.next;
    }
    expect(all).toEqual(await timeline(`pakistan/timeline?sort=${sort}&limit=500`));
    expect(new Set(ids(all)).size).toBe(all.length);
    expect(all.length).toBeGreaterThan(20);
    expect(all.findIndex(({ undated }) => undated)).toBe(all.filter(({ undated }) => !undated).length);
  });

  test('takes kinds, days and whether the undated stay', async () => {
    expect(ids(await timeline('Pakistan/timeline?kind=event&from=1947-08-01&to=1947-12-31'))).toEqual([
      'event pakistan-independence-1947',
      'event us-pakistan-relations-established',
    ]);
    const kinds = await timeline('Trump/timeline?kind=saidBy&kind=saidAbout');
    expect(new Set(kinds.map(({ kind }) => kind))).toEqual(new Set(['saidBy', 'saidAbout']));
    expect(ids(await timeline('Trump/timeline?from=2018-06-01&to=2018-07-01'))).toEqual([
      'saidBy trump-calls-pakistan-dangerous',
    ]);
    expect(ids(await timeline('Trump/timeline?from=2025-06-01&to=2025-07-01'))).toEqual([
      'event trump-invites-munir-2025',
      'event trump-munir-meeting-2025',
    ]);
    expect(ids(await timeline('Trump/timeline?from=2025-06-01&to=2025-07-01&undated=include'))).toHaveLength(
      5,
    );
  });

  test('counts other attributions where asked', async () => {
    const contested = 'saidBy two-smart-people-stopped-war';
    expect(ids(await timeline('Kurilla/timeline?kind=saidBy'))).not.toContain(contested);
    const any = await timeline('Kurilla/timeline?kind=saidBy&attribution=any');
    expect(ids(any)).toContain(contested);
    expect(any.find(({ id }) => id === 'two-smart-people-stopped-war')).toMatchObject({
      contested: ['speaker'],
      speakers: [{ id: 'donald-trump' }],
    });
    expect(
      ids(await timeline('Kurilla/timeline?kind=saidBy&attribution=any&sort=newest')).toSorted(),
    ).toEqual(ids(any).toSorted());
  });

  test('as CSV', async () => {
    const csv = (await service.get('/v1/entities/Trump/timeline?format=csv')).body as string;
    expect(csv.split('\r\n')[2]).toMatch(
      /^event,trump-invites-munir-2025,President Trump invites General Munir to the White House,2025,/,
    );
  });

  test('says what is wrong with a request', async () => {
    const problem = async (query: string) => (await service.get(`/v1/entities/${query}`)).body;
    expect(await problem('nobody/timeline')).toMatchObject({ status: 404, code: 'unknown-entity' });
    expect(await problem('Trump/timeline?kind=said')).toMatchObject({
      code: 'invalid-parameter',
      errors: [{ parameter: 'kind', expected: 'one of saidBy, saidAbout, event' }],
    });
    expect(await problem('Trump/timeline?kinds=event')).toMatchObject({
      code: 'unknown-parameter',
      errors: [{ nearest: 'kind' }],
    });
    expect(await problem('Trump/timeline?from=2018-02-30')).toMatchObject({ code: 'invalid-parameter' });
    expect(await problem('Trump/timeline?cursor=abc')).toMatchObject({ code: 'invalid-cursor' });
  });
});
