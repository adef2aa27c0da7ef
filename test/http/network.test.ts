import graphology from 'graphology';
import gexf from 'graphology-gexf';
import graphml from 'graphology-graphml';
import { beforeAll, describe, expect, test } from 'vitest';
import { testService } from '../support/service.ts';

const service = testService();

// biome-ignore-start lint/suspicious/noExplicitAny: answers of every shape are looked into
let network: any;
let byPair: any[];
beforeAll(async () => {
  network = (await service.get('/v1/network?limit=2000')).body;
  byPair = (await service.get('/v1/stats/who-about-whom?limit=500')).body.items;
});

const ask = async (parameters: string) => {
  const { status, body } = await service.get(`/v1/network?${parameters}`);
  expect(status, `${parameters}: ${body.detail}`).toBe(200);
  return body;
};
const pairs = ({ edges }: any) => edges.map(({ source, target }: any) => [source, target]);

describe('/v1/network', () => {
  test('has the statements of the matrix as edges', () => {
    const edges = network.edges.filter(({ kind }: any) => kind === 'statement');
    const expected = byPair
      .filter(({ speaker, target }) => speaker.id !== null && target.id !== null)
      .map(({ speaker, target, count, goldsteinSum, goldsteinMean, positive, negative, neutral }) =>
        expect.objectContaining({
          ...{ id: `statement:${speaker.id}:${target.id}`, source: speaker.id, target: target.id },
          ...{ weight: count, goldsteinSum, goldsteinMean, positive, negative, neutral, mutual: false },
        }),
      );
    expect(edges).toHaveLength(expected.length);
    expect(edges).toEqual(expect.arrayContaining(expected));
  });

  test('labels the edges of statements by their most frequent acts', async () => {
    const edges = network.edges.filter(({ kind }: any) => kind === 'statement').slice(0, 8);
    for (const { source, target, labels, labelCount } of edges) {
      const acts = await service.get(
        `/v1/stats/statements?groupBy=act&speaker=${source}&about=${target}&limit=500`,
      );
      const counted = acts.body.items.filter(({ group }: any) => group.id !== null);
      const countOf = (label: string) => counted.find(({ group }: any) => group.name === label).count;
      const most = counted.slice(0, 10).map(({ count }: any) => count);
      expect(labels.map(countOf)).toEqual(most);
      expect(labelCount).toBe(counted.length);
    }
  });

  test('has the pairs of participants of events as edges', async () => {
    const { items } = (await service.get('/v1/events?limit=500')).body;
    const expected = new Map<string, Set<string>>();
    for (const { id, participants } of items) {
      for (const a of participants) {
        for (const b of participants) {
          const mutual = a.role === b.role && a.entity.id < b.entity.id;
          if (!mutual && !(a.role === 'actor' && b.role === 'recipient')) continue;
          const key = ['event', a.entity.id, b.entity.id, ...(mutual ? ['mutual'] : [])].join(':');
          expected.set(key, (expected.get(key) ?? new Set()).add(id));
        }
      }
    }
    const edges = network.edges.filter(({ kind }: any) => kind === 'event');
    expect(new Set(edges.map(({ id }: any) => id))).toEqual(new Set(expected.keys()));
    for (const { id, weight, facts } of edges) {
      expect(new Set(facts)).toEqual(expected.get(id));
      expect(weight).toBe(facts.length);
    }
  });

  test('has relations as edges, from subject to object, or mutual', () => {
    const edges = network.edges.filter(({ kind }: any) => kind === 'relation');
    const labelled = (label: string) => edges.find(({ labels }: any) => labels.includes(label));
    expect(labelled('INFLUENCES')).toMatchObject({
      source: 'pakistan-armed-forces',
      target: 'pakistan',
      mutual: false,
    });
    expect(labelled('ALLY_OF')).toMatchObject({ source: 'pakistan', target: 'united-states', mutual: true });
    for (const { source, target, mutual, goldsteinMean } of edges) {
      if (mutual) expect(source < target).toBe(true);
      expect(goldsteinMean).toBeNull();
    }
  });

  test('has each node once, with the weight of its edges, and every end of an edge', () => {
    const { nodes, edges } = network;
    const ids = nodes.map(({ id }: any) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(ids)).toEqual(new Set(pairs(network).flat()));
    const weight = (of: any[]) => of.reduce((sum, edge) => sum + edge.weight, 0);
    for (const { id, weightOut, weightIn, weight: all } of nodes) {
      expect(weightOut).toBe(weight(edges.filter(({ source }: any) => source === id)));
      expect(weightIn).toBe(weight(edges.filter(({ target }: any) => target === id)));
      expect(all).toBe(weight(edges.filter(({ source, target }: any) => source === id || target === id)));
    }
  });

  test('keeps the heaviest edges, and says that there are more', async () => {
    const { edges, truncated } = await ask('limit=3');
    expect(truncated).toBe(true);
    expect(network.truncated).toBe(false);
    const weights = network.edges.map(({ weight }: any) => weight);
    expect(edges.map(({ weight }: any) => weight)).toEqual(weights.slice(0, 3));
    expect(weights).toEqual(weights.toSorted((a: number, b: number) => b - a));
  });

  test('takes only the kinds that are asked for', async () => {
    const { edges } = await ask('kinds=relation&kinds=event');
    expect(new Set(edges.map(({ kind }: any) => kind))).toEqual(new Set(['relation', 'event']));
  });

  test('holds filters by who speaks and about whom for every kind', async () => {
    const { edges } = await ask('speaker=Trump&about=Pakistan');
    expect(edges.map(({ id, facts }: any) => [id, facts]).toSorted()).toEqual([
      ['event:donald-trump:pakistan:mutual', ['trump-munir-meeting-2025']],
      ['statement:donald-trump:pakistan', ['trump-calls-pakistan-dangerous', 'trump-thanks-munir']],
    ]);
    const ofMunir = await ask('speaker=Trump&about=Munir');
    expect(ofMunir.edges.map(({ id, facts }: any) => [id, facts]).toSorted()).toEqual([
      ['event:asim-munir:donald-trump:mutual', ['trump-munir-meeting-2025']],
      ['event:donald-trump:asim-munir', ['trump-invites-munir-2025']],
      ['statement:donald-trump:asim-munir', ['trump-thanks-munir']],
    ]);
    const analysts = await ask('speakerRole=analyst');
    expect(new Set(pairs(analysts).map(([source]: string[]) => source))).toEqual(
      new Set(['marvin-weinbaum', 'raza-ahmad-rumi']),
    );
  });

  test('holds dates for every kind, and leaves out what cannot match', async () => {
    const dated = await ask('saidFrom=1947-01-01&saidTo=1947-12-31');
    expect(new Set(dated.edges.map(({ kind }: any) => kind))).toEqual(new Set(['event', 'relation']));
    const acts = await ask('act=05');
    expect(new Set(acts.edges.map(({ kind }: any) => kind))).toEqual(new Set(['statement', 'event']));
    for (const filter of ['quoteType=direct', 'contested=true', 'unattributed=false']) {
      const { edges } = await ask(filter);
      expect(new Set(edges.map(({ kind }: any) => kind)), filter).toEqual(new Set(['statement']));
    }
    expect((await ask('article=shifting-sands&limit=2000')).edges).toHaveLength(network.edges.length);
    expect(await ask('article=no-such-article')).toEqual({
      nodes: [],
      edges: [],
      truncated: false,
      sampled: false,
    });
  });

  test('counts everybody whom some attribution names, where that is asked for', async () => {
    const { edges } = await ask('speaker=Kurilla&attribution=any&kinds=statement&about=war-not-kept-going');
    expect(edges).toMatchObject([{ source: 'michael-kurilla', target: 'war-not-kept-going', weight: 1 }]);
  });

  test.each([
    ['kinds=quarrel', 'kinds'],
    ['limit=2001', 'limit'],
    ['format=dot', 'format'],
  ])('refuses %s', async (parameters, parameter) => {
    const { status, body } = await service.get(`/v1/network?${parameters}`);
    expect(status).toBe(400);
    expect(body.errors).toEqual([expect.objectContaining({ parameter })]);
  });
});

describe('the formats for graphs', () => {
  const text = async (format: string, parameters = 'limit=2000') => {
    const { status, headers, body } = await service.get(`/v1/network?${parameters}&format=${format}`);
    expect(status).toBe(200);
    return { body, type: headers['content-type'] };
  };

  test('GEXF', async () => {
    const { body, type } = await text('gexf');
    expect(type).toBe('application/gexf+xml; charset=utf-8');
    const graph = gexf.parse(graphology.MultiDirectedGraph as never, body) as any;
    expect([graph.order, graph.size]).toEqual([network.nodes.length, network.edges.length]);
    const [edge] = network.edges;
    expect(graph.getEdgeAttributes(edge.id)).toMatchObject({ kind: edge.kind, weight: edge.weight });
    expect(graph.getNodeAttribute('pakistan', 'label')).toBe('Pakistan');
  });

  test('GraphML', async () => {
    const { body, type } = await text('graphml');
    expect(type).toBe('application/graphml+xml; charset=utf-8');
    const graph = graphml.parse(graphology.MultiDirectedGraph as never, body) as any;
    expect([graph.order, graph.size]).toEqual([network.nodes.length, network.edges.length]);
    expect(graph.getNodeAttributes('pakistan')).toMatchObject({ label: 'Pakistan', type: 'Country' });
  });

  test('Cytoscape JSON', async () => {
    const { body, type } = await text('cytoscape');
    expect(type).toBe('application/vnd.cytoscape+json');
    expect(body.elements.nodes.map(({ data }: any) => data.id)).toEqual(
      network.nodes.map(({ id }: any) => id),
    );
    expect(body.elements.edges.map(({ data: { key: _key, ...edge } }: any) => edge)).toEqual(network.edges);
  });

  test.each(['gexf', 'graphml'])('%s of nothing at all', async (format) => {
    const { body } = await text(format, 'article=no-such-article');
    expect(body).toMatch(/^<\?xml/);
  });

  test('are chosen by what is accepted, too', async () => {
    const response = await service.app.inject({
      url: '/v1/network',
      headers: { accept: 'application/graphml+xml' },
    });
    expect(response.headers['content-type']).toContain('graphml');
    const none = await service.app.inject({ url: '/v1/network', headers: { accept: 'text/csv' } });
    expect(none.statusCode).toBe(406);
  });
});

describe("the arrays for Grafana's node graph", () => {
  test('are bare, and have the nodes and edges of the network', async () => {
    const nodes = (await service.get('/v1/network/nodes?limit=2000')).body;
    const edges = (await service.get('/v1/network/edges?limit=2000')).body;
    expect(nodes.map(({ id }: any) => id)).toEqual(network.nodes.map(({ id }: any) => id));
    expect(edges.map(({ id, source, target, mainStat }: any) => [id, source, target, mainStat])).toEqual(
      network.edges.map(({ id, source, target, weight }: any) => [id, source, target, weight]),
    );
    for (const node of nodes) {
      const arcs = node.arc__positive + node.arc__negative + node.arc__neutral + node.arc__unscored;
      expect(arcs, node.id).toBeCloseTo(1, 9);
    }
    expect(nodes.find(({ id }: any) => id === 'pakistan')).toMatchObject({
      title: 'Pakistan',
      subTitle: 'Country',
    });
  });

  test('say in a header when a limit cut them off', async () => {
    expect((await service.get('/v1/network/nodes?limit=2000')).headers['x-truncated']).toBeUndefined();
    for (const kind of ['nodes', 'edges'])
      expect((await service.get(`/v1/network/${kind}?limit=2`)).headers['x-truncated']).toBe('true');
  });

  test('are tables as CSV', async () => {
    const { body } = await service.get('/v1/network/edges?speaker=Rumi&limit=1&format=csv');
    expect(body.split('\r\n')).toEqual([
      'id,source,target,mainStat,secondaryStat,thickness,color,detail__kind,detail__mutual,detail__labels,detail__facts',
      expect.stringMatching(/^statement:raza-ahmad-rumi:pakistan,raza-ahmad-rumi,pakistan,3,/),
      '',
    ]);
    const lines = await service.app.inject({ url: '/v1/network/nodes?speaker=Rumi&limit=1&format=ndjson' });
    expect(lines.headers['content-type']).toContain('ndjson');
    const nodes = lines.body
      .trim()
      .split('\n')
      .map((one) => JSON.parse(one));
    expect(nodes.map(({ id }) => id)).toEqual(['pakistan', 'raza-ahmad-rumi']);
  });
});
// biome-ignore-end lint/suspicious/noExplicitAny: answers of every shape are looked into
