import { beforeAll, describe, expect, test } from 'vitest';
import { testService } from '../support/service.ts';

const service = testService();

interface Bucket {
  start: string;
  end: string;
  statements: number;
  events: number;
}

const line = async (
  parameters: string,
): Promise<{ items: Bucket[]; undated: object; truncated: boolean }> => {
  const { status, body } = await service.get(`/v1/timeline?${parameters}`);
  expect(status, `${parameters}: ${body.detail}`).toBe(200);
  return body;
};
const total = (items: Bucket[], field: 'statements' | 'events') =>
  items.reduce((sum, bucket) => sum + bucket[field], 0);
const filled = (items: Bucket[]) => items.filter(({ statements, events }) => statements + events > 0);

// biome-ignore lint/suspicious/noExplicitAny: statements and events as they come over the wire
let statements: any[];
// biome-ignore lint/suspicious/noExplicitAny: as above
let events: any[];
beforeAll(async () => {
  statements = (await service.get('/v1/statements?limit=500')).body.items;
  events = (await service.get('/v1/events?limit=500')).body.items;
});

describe('/v1/timeline', () => {
  test('reaches from the first to the last, with zeros between, and agrees with the lists', async () => {
    const { items, undated } = await line('interval=year');
    expect(items.map(({ start }) => start)).toEqual(
      Array.from({ length: 2025 - 1947 + 1 }, (_, at) => `${1947 + at}-01-01`),
    );
    const years = (dates: (string | null)[]) =>
      Object.fromEntries(
        [...Map.groupBy(dates, (date) => date?.slice(0, 4) ?? 'none')].map(([year, { length }]) => [
          year,
          length,
        ]),
      );
    const { none: withoutDay = 0, ...said } = years(statements.map((one) => one.said.earliest));
    const { none: eventless = 0, ...happened } = years(events.map((one) => one.date.earliest));
    for (const { start, statements: here, events: there } of items) {
      expect({ start, here, there }).toEqual({
        start,
        here: said[start.slice(0, 4)] ?? 0,
        there: happened[start.slice(0, 4)] ?? 0,
      });
    }
    expect(undated).toEqual({ statements: withoutDay, events: eventless });
    expect(total(items, 'statements') + withoutDay).toBe(statements.length);
    expect(total(items, 'events') + eventless).toBe(events.length);
  });

  test('has a row of the undated where they are asked for', async () => {
    const { items, undated } = await line('interval=year&undated=include');
    expect(items.at(-1)).toEqual({ start: null, end: null, ...undated });
    expect([total(items, 'statements'), total(items, 'events')]).toEqual([statements.length, events.length]);
    expect((await line('interval=year')).items).toEqual(items.slice(0, -1));
    const { body: table } = await service.get('/v1/timeline?interval=year&undated=include&format=csv');
    expect(table).toMatch(/\r\n,,\d+,\d+\r\n$/);
  });

  test('has months of their own length', async () => {
    const { items } = await line('interval=month&from=2020-01-15&to=2020-03-02');
    expect(items.map(({ start, end }) => [start, end])).toEqual([
      ['2020-01-01', '2020-01-31'],
      ['2020-02-01', '2020-02-29'],
      ['2020-03-01', '2020-03-31'],
    ]);
    const byDefault = await line('from=2017-12-01&to=2018-01-31');
    expect(filled(byDefault.items)).toEqual([
      { start: '2018-01-01', end: '2018-01-31', statements: 1, events: 0 },
    ]);
    expect(filled((await line('from=2024-12-01&to=2025-01-31')).items)).toEqual([
      { start: '2025-01-01', end: '2025-01-31', statements: 0, events: 2 },
    ]);
  });

  test('has weeks from Monday, across the turn of the year', async () => {
    const { items } = await line('interval=week&from=2024-12-31&to=2025-01-07');
    expect(items).toEqual([
      { start: '2024-12-30', end: '2025-01-05', statements: 0, events: 2 },
      { start: '2025-01-06', end: '2025-01-12', statements: 0, events: 0 },
    ]);
  });

  test('goes by the first day of a date', async () => {
    const { items } = await line('interval=day&from=2018-01-01&to=2018-01-03');
    expect(items).toEqual([
      { start: '2018-01-01', end: '2018-01-01', statements: 1, events: 0 },
      { start: '2018-01-02', end: '2018-01-02', statements: 0, events: 0 },
      { start: '2018-01-03', end: '2018-01-03', statements: 0, events: 0 },
    ]);
    expect(total((await line('interval=day&from=2018-01-02&to=2018-12-31')).items, 'statements')).toBe(0);
    expect((await line('interval=day&from=2024-12-31&to=2025-01-01')).items).toEqual([
      { start: '2024-12-31', end: '2024-12-31', statements: 0, events: 0 },
      { start: '2025-01-01', end: '2025-01-01', statements: 0, events: 2 },
    ]);
    expect(total((await line('interval=day&from=2025-01-02&to=2025-12-31')).items, 'events')).toBe(0);
    const said = await line('interval=year&saidFrom=2018-06-01&saidTo=2018-06-30');
    expect(said.items).toEqual([{ start: '2018-01-01', end: '2018-12-31', statements: 1, events: 0 }]);
    const happened = await line('interval=year&saidFrom=2025-06-01&saidTo=2025-06-30');
    expect(happened.items).toEqual([{ start: '2025-01-01', end: '2025-12-31', statements: 0, events: 2 }]);
  });

  test('takes the filters of statements, for events as far as they can match', async () => {
    const { items, undated } = await line('interval=year&speaker=Trump');
    expect(filled(items)).toEqual([
      { start: '2018-01-01', end: '2018-12-31', statements: 1, events: 0 },
      { start: '2025-01-01', end: '2025-12-31', statements: 0, events: 2 },
    ]);
    expect(undated).toEqual({ statements: 2, events: 0 });
    const quoted = await line('interval=year&quoteType=mixed');
    expect(quoted).toMatchObject({ items: [{ statements: 1, events: 0 }], undated: { events: 0 } });
  });

  test('is empty where nothing has a date, and full of zeros where both ends are given', async () => {
    expect(await line('interval=year&speaker=Rumi')).toEqual({
      items: [],
      truncated: false,
      sampled: false,
      undated: { statements: 3, events: 0 },
    });
    expect((await line('interval=year&from=1990-01-01&to=1993-01-01')).items).toHaveLength(4);
  });

  test.each([
    'interval=day',
    'interval=week',
    'interval=day&from=1947',
    'interval=day&to=2025-12',
    'interval=week&to=9999',
  ])('has the newest intervals where there are too many (%s), and says so', async (parameters) => {
    const { items, truncated } = await line(parameters);
    expect([items.length, truncated]).toEqual([3660, true]);
    const { headers } = await service.get(`/v1/timeline?${parameters}`);
    expect(headers['x-truncated']).toBe('true');
    const { start } = items[0]!;
    const { end } = items.at(-1)!;
    const whole = await line(`${parameters.replace(/&.*/, '')}&from=${start}&to=${end}`);
    expect(whole).toMatchObject({ items, truncated: false });
  });

  test('takes dates in EDTF as its ends', async () => {
    const days = await line('interval=year&from=2017-01-01&to=2018-12-31');
    expect(await line('interval=year&from=2017&to=2018~')).toEqual(days);
    expect((await line('from=2018-22&to=2018-22')).items).toHaveLength(4);
  });

  test('is a table as CSV', async () => {
    const csv = async (days: string) =>
      (await service.get(`/v1/timeline?interval=year&${days}&format=csv`)).body.split('\r\n');
    expect(await csv('from=2017-01-01&to=2018-01-01')).toEqual([
      'start,end,statements,events',
      '2017-01-01,2017-12-31,0,0',
      '2018-01-01,2018-12-31,1,0',
      '',
    ]);
    expect(await csv('from=2025-01-01&to=2025-01-01')).toEqual([
      'start,end,statements,events',
      '2025-01-01,2025-12-31,0,2',
      '',
    ]);
  });

  test.each([
    ['interval=fortnight', 'interval', 'one of day, week, month, year'],
    ['from=2018-02-30', 'from', 'an EDTF date'],
    ['from=2019-01-01&to=2018-01-01', 'from', 'a day not after to'],
  ])('refuses %s', async (parameters, parameter, expected) => {
    const { status, body } = await service.get(`/v1/timeline?${parameters}`);
    expect(status).toBe(400);
    expect(body).toMatchObject({
      code: 'invalid-parameter',
      errors: [{ parameter, expected: expect.stringContaining(expected) }],
    });
  });

  test.each([
    ['interval=day&from=1947&to=2025', 'month'],
    ['interval=week&from=1947&to=2025', 'month'],
    ['interval=day&from=0001-01-01&to=9999-12-31', undefined],
    ['interval=month&from=1001-01-01&to=2000-12-31', 'year'],
  ])('refuses too many intervals (%s) and says which would fit', async (parameters, fitting) => {
    const { status, body } = await service.get(`/v1/timeline?${parameters}`);
    expect(status).toBe(400);
    expect(body.errors).toEqual([
      expect.objectContaining({ parameter: 'interval', detail: expect.stringContaining('at most 3660') }),
    ]);
    expect(body.errors[0].nearest).toBe(fitting);
    if (fitting) expect(body.errors[0].expected).toContain(`interval=${fitting}`);
  });
});
