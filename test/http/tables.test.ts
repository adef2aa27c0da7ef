import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { testService } from '../support/service.ts';

const service = testService();

async function table(url: string): Promise<Record<string, string>[]> {
  const { status, headers, body } = await service.get(url);
  expect(status, String(body)).toBe(200);
  expect(headers['content-type']).toBe('text/csv; charset=utf-8');
  return parse(String(body), { columns: true, record_delimiter: '\r\n' });
}

describe('a list as CSV', () => {
  test('has the same count in all columns that come of one list', async () => {
    for (const row of await table('/v1/statements?format=csv')) {
      const lists = Object.entries(row).filter(([column]) => column.startsWith('quotations.'));
      const counts = lists.map(([, cell]) => (JSON.parse(cell) as unknown[]).length);
      expect(new Set(counts).size, row.id).toBe(1);
    }
  });

  test('has tables with one value a cell, joined by ids', async () => {
    const [statements, targets, quotations, attributions] = await Promise.all(
      ['statement', 'target', 'quotation', 'attribution'].map((rows) =>
        table(`/v1/statements?format=csv&rows=${rows}`),
      ),
    );
    const { items } = (await service.get('/v1/statements?limit=500')).body;
    expect(statements!.map(({ id }) => id)).toEqual(items.map(({ id }: { id: string }) => id));
    const inner = items.flatMap(({ id, quotations: all }: (typeof items)[0]) =>
      all.map((quotation: (typeof items)[0]) => [id, quotation.id, quotation.attributions.length]),
    );
    expect(quotations!.map((row) => [row['statement.id'], row.id])).toEqual(
      inner.map((one: string[]) => one.slice(0, 2)),
    );
    expect(attributions).toHaveLength(
      inner.reduce((sum: number, [, , count]: [string, string, number]) => sum + count, 0),
    );
    const ids = new Set(quotations!.map(({ id }) => id));
    for (const row of attributions!) expect(ids).toContain(row['quotation.id']);
    expect(targets).toContainEqual({
      'statement.id': 'kurilla-pakistan-phenomenal-partner',
      id: 'pakistan',
      name: 'Pakistan',
      type: 'Country',
      as: 'target',
    });
  });

  test('has a short table for people', async () => {
    const rows = await table('/v1/statements?speaker=Kurilla&about=Pakistan&q=phenomenal&rows=people');
    expect(rows).toEqual([
      {
        speaker: 'Michael E. Kurilla',
        about: 'Pakistan; Pakistan carries on counterterrorism missions',
        said: '',
        act: 'Praise or endorse',
        text: expect.stringContaining('phenomenal partner'),
        article: expect.stringContaining('Shifting Sands'),
        link: expect.stringMatching(/^http:\/\/[^/]+\/v1\/statements\/kurilla-pakistan-phenomenal-partner$/),
      },
    ]);
    expect((await service.get(new URL(rows[0]!.link!).pathname)).body.id).toBe(
      'kurilla-pakistan-phenomenal-partner',
    );
  });

  test('is asked for by a parameter of tables, and not in another format', async () => {
    expect(await table('/v1/events?rows=participant')).not.toEqual([]);
    for (const [url, parameter, formats] of [
      ['/v1/statements?rows=quotation&format=json', 'rows', 'format=csv, format=parquet'],
      ['/v1/search?q=war&rows=hit&format=json', 'rows', 'format=csv'],
      ['/v1/statements?bom=true&format=ndjson', 'bom', 'format=csv'],
    ]) {
      const { status, body } = await service.get(url!);
      expect([status, body.errors[0]]).toEqual([
        400,
        { parameter, detail: expect.any(String), expected: `${formats}, or no format` },
      ]);
    }
    const { status, body } = await service.get('/v1/statements?format=csv&rows=quotations');
    expect([status, body.errors[0].nearest]).toEqual([400, 'quotation']);
  });

  test('goes page by page as the list does', async () => {
    const { next } = (await service.get('/v1/statements?limit=3')).body;
    const rest = await table(`/v1/statements?rows=statement&cursor=${next}`);
    expect(await table('/v1/statements?rows=statement&limit=3')).toHaveLength(3);
    expect(rest).toHaveLength((await table('/v1/statements?rows=statement')).length - 3);
  });

  test('begins with a byte order mark where one is asked for', async () => {
    const bytes = async (url: string) =>
      (await service.app.inject(url)).rawPayload.subarray(0, 5).toString('latin1');
    expect(await bytes('/v1/statements?format=csv&bom=true')).toBe('\xef\xbb\xbfid');
    expect(await bytes('/v1/statements?bom=true&rows=people')).toBe('\xef\xbb\xbfsp');
    expect(await bytes('/v1/statements?format=csv&bom=false')).toBe('id,te');
    expect(await bytes('/v1/statements?format=csv')).toBe('id,te');
  });
});

test('a file is called by what was asked', async () => {
  for (const [url, name] of [
    [
      '/v1/statements?speaker=Kurilla&about=Pakistan&rows=people',
      'statements-speaker-Kurilla-about-Pakistan-rows-people.csv',
    ],
    ['/v1/entities/Trump/timeline?format=ndjson', 'entities-Trump-timeline.ndjson'],
    ['/v1/network?format=cytoscape', 'network.cyjs'],
  ]) {
    const { headers } = await service.get(url!);
    expect(headers['content-disposition']).toBe(`inline; filename="${name}"`);
  }
});
