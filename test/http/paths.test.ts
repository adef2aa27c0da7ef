import { describe, expect, test } from 'vitest';
import { testService } from '../support/service.ts';

const service = testService();

interface Hop {
  from: { id: string };
  to: { id: string };
  facts: {
    kind: string;
    id: string;
    direction: string;
    evidence: { exact: string; start: number; end: number }[];
  }[];
}

interface Path {
  length: number;
  hops: Hop[];
}

const connect = async (parameters: string): Promise<{ items: Path[]; truncated: boolean }> => {
  const { status, body } = await service.get(`/v1/paths?${parameters}`);
  expect(status, `${parameters}: ${body.detail}`).toBe(200);
  return body;
};
const route = ({ hops }: Path) => [hops[0]!.from.id, ...hops.map(({ to }) => to.id)];

describe('/v1/paths', () => {
  test('finds what connects two entities directly, of every kind', async () => {
    const { items, truncated } = await connect('from=Kurilla&to=CENTCOM');
    expect(truncated).toBe(false);
    expect(items.map(route)).toEqual([['michael-kurilla', 'us-central-command']]);
    expect(items[0]!.hops[0]!.facts.map(({ kind, direction }) => [kind, direction])).toEqual([
      ['relation', 'forward'],
      ['role', 'forward'],
    ]);
    const back = await connect('from=CENTCOM&to=Kurilla');
    expect(back.items[0]!.hops[0]!.facts.map(({ direction }) => direction)).toEqual(['backward', 'backward']);
  });

  test('tells speaker from target, and actor from recipient', async () => {
    const { items } = await connect('from=Trump&to=Asim%20Munir');
    const facts = Object.fromEntries(items[0]!.hops[0]!.facts.map((fact) => [fact.id, fact]));
    expect(facts['trump-thanks-munir']).toMatchObject({ kind: 'statement', direction: 'forward' });
    expect(facts['trump-invites-munir-2025']).toMatchObject({ kind: 'event', direction: 'forward' });
    expect(facts['trump-munir-meeting-2025']).toMatchObject({ kind: 'event', direction: 'mutual' });
    const back = await connect('from=Asim%20Munir&to=Trump');
    expect(back.items[0]!.hops[0]!.facts.map(({ id, direction }) => [id, direction])).toEqual([
      ['trump-thanks-munir', 'backward'],
      ['trump-invites-munir-2025', 'backward'],
      ['trump-munir-meeting-2025', 'mutual'],
    ]);
  });

  test('follows only what is asserted as it is asked for', async () => {
    const kinds = async (filters: string) => {
      const { items } = await connect(`from=Trump&to=Asim%20Munir&maxHops=1${filters}`);
      return [
        ...new Set(items.flatMap(({ hops }) => hops.flatMap(({ facts }) => facts.map(({ kind }) => kind)))),
      ];
    };
    expect(await kinds('')).toEqual(['statement', 'event']);
    expect(await kinds('&assertedBy=author')).toEqual(['event']);
    expect(await kinds('&minConfidence=0')).toEqual(['statement', 'event']);
    const surest = await connect('from=Trump&to=Asim%20Munir&maxHops=2&minConfidence=1');
    for (const { hops } of surest.items)
      for (const { facts } of hops)
        for (const { kind, id } of facts) {
          if (kind !== 'statement') continue;
          const { body } = await service.get(`/v1/statements/${id}`);
          const [first] = body.quotations[0].attributions;
          expect(first.confidence).toBe(1);
        }
    const { status } = await service.get('/v1/paths?from=Trump&to=Asim%20Munir&assertedBy=nobody');
    expect(status).toBe(400);
  });

  test('finds all shortest ways over others, each hop with facts', async () => {
    const { items, truncated } = await connect('from=Rumi&to=Asim%20Munir&limit=25');
    expect(truncated).toBe(false);
    expect(items.map(route)).toEqual([
      ['raza-ahmad-rumi', 'pakistan', 'asim-munir'],
      ['raza-ahmad-rumi', 'united-states', 'asim-munir'],
    ]);
    for (const { length, hops } of items) {
      expect(hops).toHaveLength(length);
      for (const { facts } of hops) expect(facts.length).toBeGreaterThan(0);
    }
    expect(await connect('from=Rumi&to=Asim%20Munir&limit=1')).toMatchObject({
      items: { length: 1 },
      truncated: true,
    });
  });

  test('goes as far as it may and no further', async () => {
    const { items } = await connect('from=CENTCOM&to=united-kingdom');
    expect(new Set(items.map(({ length }) => length))).toEqual(new Set([3]));
    expect((await connect('from=CENTCOM&to=united-kingdom&maxHops=2')).items).toEqual([]);
    expect((await connect('from=CENTCOM&to=united-kingdom&maxHops=6')).items).toEqual(items);
  });

  test('answers an empty list where nothing connects the two', async () => {
    expect(await connect('from=liam&to=Pakistan&maxHops=6')).toEqual({ items: [], truncated: false });
  });

  test('has evidence that is in the text to the character', async () => {
    const { body: article } = await service.get('/v1/articles/shifting-sands');
    const characters = [...article.text];
    const { items } = await connect('from=CENTCOM&to=India');
    const facts = items.flatMap(({ hops }) => hops.flatMap((hop) => hop.facts));
    expect(facts.length).toBeGreaterThan(0);
    for (const { id, evidence } of facts) {
      expect(evidence.length, id).toBeGreaterThan(0);
      for (const { exact, start, end } of evidence) expect(characters.slice(start, end).join('')).toBe(exact);
    }
  });

  test.each([
    ['from=Kurilla&to=Pakistan&maxHops=7', 400, 'maxHops'],
    ['from=Kurilla&to=Pakistan&maxHops=0', 400, 'maxHops'],
    ['from=Kurilla&to=Pakistan&limit=26', 400, 'limit'],
    ['from=Kurilla', 400, 'to'],
    ['from=Kurilla&to=michael-kurilla', 400, 'to'],
    ['from=Kurilla&to=Pakistam', 404, 'to'],
  ])('refuses %s', async (parameters, expected, parameter) => {
    const { status, body } = await service.get(`/v1/paths?${parameters}`);
    expect(status).toBe(expected);
    expect(body.errors).toEqual([expect.objectContaining({ parameter })]);
  });
});
