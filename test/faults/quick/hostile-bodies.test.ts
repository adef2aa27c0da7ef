import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect } from 'vitest';
import { buildApp } from '../../../src/app.ts';
import { ProblemDetails } from '../../../src/http/problem.ts';
import { FAULTS, HTTP, TEXTS } from '../../../src/limits.ts';
import { faultRow } from '../../support/fault-row.ts';
import { testGraph } from '../../support/graph.ts';
import { restoreSeed } from '../../support/graph-dump.ts';
import { expectGood } from '../../support/leaks.ts';
import { scratchRecord } from '../../support/scratch.ts';

const KEY = 'a-key-of-more-than-twenty-characters';
/** Milliseconds of the thread that responds, for all of a request that is refused. */
const MOST_CPU = 100;
const MILLION = 1_000_000;

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

const graph = testGraph();
let app: FastifyInstance;
beforeAll(async () => {
  app = await buildApp({ graph, writeKeys: [{ name: 'tester', key: KEY }] });
  await post(JSON.stringify({}));
});
afterAll(() => app?.close());

type Body = string | Buffer;

const send = async (url: string, payload: Body, type: string, method: 'POST' | 'DELETE' = 'POST') => {
  const before = process.threadCpuUsage();
  const response = await app.inject({
    method,
    url,
    headers: { authorization: `Bearer ${KEY}`, 'content-type': type },
    payload,
  });
  const { user, system } = process.threadCpuUsage(before);
  return { response, cpu: (user + system) / 1000 };
};

const post = (payload: Body, type = 'application/json') => send('/v1/articles', payload, type);
const reconcile = (payload: Body, type = 'application/x-www-form-urlencoded') =>
  send('/v1/reconcile', payload, type);

/** The problem that a request is refused with, which has cost the thread little. */
async function refused(
  name: string,
  statuses: number[],
  request: () => ReturnType<typeof send>,
): Promise<ReturnType<typeof ProblemDetails.parse> & { cpu: number }> {
  let { response, cpu } = await request();
  // A thread that was compiling, or collecting what other files of tests left, is asked again.
  for (let tries = 0; cpu > MOST_CPU && tries < 8; tries++) {
    collectGarbage();
    ({ response, cpu } = await request());
  }
  expect(statuses, `${name}: ${response.body.slice(0, 300)}`).toContain(response.statusCode);
  expect(cpu, name).toBeLessThan(MOST_CPU);
  expect(response.body.length, name).toBeLessThan(100_000);
  const problem = ProblemDetails.parse(response.json());
  expect(problem.errors.length, name).toBeLessThanOrEqual(FAULTS.told);
  return { ...problem, cpu };
}

const expectAlive = () => expectGood(async (path) => ({ status: (await app.inject(path)).statusCode }));

const article = (annotation: unknown = {}, changes: object = {}) => ({
  id: 'hostile',
  text: 'Pakistan met them.',
  annotation,
  ...changes,
});
const head = { title: 'A title', language: 'en' };
const statement = (changes: object = {}) => ({
  ...scratchRecord('hostile').annotation.statements[0]!,
  ...changes,
});
const many = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, at) => make(at));
const withStatement = (changes: object) => article({ article: head, statements: [statement(changes)] });
const nested = (depth: number, open = '[', close = ']') => open.repeat(depth) + close.repeat(depth);
const HOLE = '"hole"';
/** A body in which a value is put as it is written. */
const filledWith = (value: string, body: object) => JSON.stringify(body).replace(HOLE, () => value);

faultRow(
  29,
  'a text, a list or a number in the place of an article',
  async () => {
    const slowest: number[] = [];
    const bodies: [name: string, body: string][] = [
      ['a text of a million characters', JSON.stringify('a'.repeat(MILLION))],
      ['a list of a million', `[${'0,'.repeat(MILLION - 1)}0]`],
      ['a list of a million texts', `[${'"a",'.repeat(MILLION - 1)}"a"]`],
      ['a number of a million digits', '9'.repeat(MILLION)],
      ['a number beyond all', '1e999999'],
      ['nothing', 'null'],
      ['a truth', 'true'],
    ];
    for (const [name, body] of bodies) {
      const { errors, more, cpu } = await refused(name, [422], () => post(body));
      expect([errors.length, more], name).toEqual([1, undefined]);
      expect(errors[0], name).toMatchObject({ pointer: '', expected: expect.any(String) });
      slowest.push(cpu);
    }
    for (const type of [
      'text/plain',
      'text/plain; charset=utf-8',
      'application/xml',
      'multipart/form-data; boundary=x',
    ]) {
      const { cpu } = await refused(type, [415], () => post('a'.repeat(MILLION), type));
      await refused(type, [415], () => reconcile('a'.repeat(100_000), type));
      await refused(type, [415], () => send('/v1/articles/hostile', 'a'.repeat(10_000), type, 'DELETE'));
      slowest.push(cpu);
    }
    for (const field of ['id', 'text', 'annotation', 'entities']) {
      for (const [name, body] of bodies) {
        const at = await refused(`${name} as ${field}`, [422], () =>
          post(filledWith(body, { ...article({ article: head }), [field]: 'hole' })),
        ).catch((error) => {
          // A text of a million characters is an article.
          if (field === 'text' && name.startsWith('a text')) return null;
          throw error;
        });
        if (at) expect(at.errors.some(({ pointer }) => pointer?.startsWith(`/${field}`))).toBe(true);
      }
    }
    await expectAlive();
    return `at most ${Math.max(...slowest).toFixed(0)} ms of the thread that responds`;
  },
  300_000,
);

faultRow(
  30,
  'very many faults',
  async () => {
    const text = 'Pakistan met them. '.repeat(50_000).slice(0, TEXTS.article);
    const bodies: [name: string, body: object, count?: number][] = [
      ['20,000 empty statements', article({ article: head, statements: many(20_000, () => ({})) }), 20_000],
      ['50,000 unknown ids', withStatement({ about: many(50_000, (at) => `unknown-${at}`) }), 50_003],
      [
        'as many participants',
        article({
          article: head,
          events: [
            {
              ...scratchRecord('hostile').annotation.events[0],
              evidence: ['met'],
              participants: many(30_000, (at) => ({ entity: `unknown-${at}`, role: 'actor' })),
            },
          ],
        }),
        30_000,
      ],
      [
        'as many mentions',
        article({
          article: head,
          mentions: many(30_000, (at) => ({ entity: `unknown-${at}`, form: 'name', exact: 'Pakistan' })),
        }),
        30_000,
      ],
      ['one id many times', withStatement({ about: many(50_000, () => 'pakistan') })],
      ['one statement many times', article({ article: head, statements: many(5000, () => statement()) })],
      [
        'entities of no type',
        article({ article: head }, { entities: many(50_000, (at) => ({ id: `new-${at}` })) }),
      ],
      [
        'entities with names of no form',
        article(
          { article: head },
          {
            entities: many(400, (at) => ({
              id: `new-${at}`,
              type: 'Person',
              name: '',
              aliases: many(400, () => 7),
            })),
          },
        ),
      ],
      ['ids of no form', withStatement({ about: many(100_000, () => 'No Slug') })],
      [
        'evidence that is none',
        article({
          article: head,
          events: many(10, (at) => ({
            id: `e-${at}`,
            kind: 'meeting',
            label: 'x',
            evidence: many(10_000, () => ({})),
          })),
        }),
      ],
      ['fields that are none', article(Object.fromEntries(many(100_000, (at) => [`field-${at}`, at])))],
      [
        'fields of a statement that are none',
        withStatement(Object.fromEntries(many(100_000, (at) => [`field-${at}`, at]))),
      ],
      [
        'words that are not there',
        article(
          {
            article: head,
            excluded: many(3000, (at) => ({ quote: `${at} some words that nobody said`, reason: 'x' })),
          },
          { text },
        ),
      ],
      [
        'long words that are not there',
        article(
          {
            article: head,
            excluded: many(100, (at) => ({ quote: `Pakistan met them. ${at} `.repeat(900), reason: 'x' })),
          },
          { text },
        ),
      ],
      [
        'words that are there too often',
        article(
          {
            article: head,
            mentions: many(2000, () => ({
              entity: 'pakistan',
              form: 'name',
              exact: 'Pakistan',
              occurrence: 'all',
            })),
          },
          { text },
        ),
      ],
      ['an act of a million characters', withStatement({ act: '0'.repeat(MILLION) })],
      [
        'a date of a million characters',
        withStatement({ said: { edtf: '2018/'.repeat(200_000), basis: 'explicit' } }),
      ],
      ['a text of four million characters', article({ article: head }, { text: 'a '.repeat(2_000_000) })],
    ];
    const took: [name: string, cpu: number, wall: number][] = [];
    for (const [name, body, count] of bodies) {
      const payload = JSON.stringify(body);
      expect(payload.length, name).toBeLessThan(HTTP.articleLimit);
      const started = performance.now();
      const [problem, other] = await Promise.all([
        refused(name, [422], () => post(payload)),
        app.inject('/v1/statements?limit=1'),
      ]);
      took.push([name, problem.cpu, performance.now() - started]);
      expect(other.statusCode).toBe(200);
      if (count === undefined) continue;
      expect([problem.errors.length, problem.more], name).toEqual([FAULTS.told, count - FAULTS.told]);
      expect(problem.detail, name).toContain(`${count - FAULTS.told} more`);
    }
    const form = (field: string, value: unknown) => `${field}=${JSON.stringify(value)}`;
    const forms: [name: string, body: string][] = [
      ['15,000 queries', form('queries', Object.fromEntries(many(15_000, (at) => [`q${at}`, {}])))],
      [
        'queries of nothing',
        form('queries', Object.fromEntries(many(50, (at) => [`q${at}`, { type: many(500, () => 7) }]))),
      ],
      [
        'a query of many properties',
        form('queries', { q: { query: 'a', properties: many(10_000, () => ({})) } }),
      ],
      [
        'a property of many values',
        form('queries', { q: { query: 'a', properties: [{ pid: 'name', v: many(40_000, () => null) }] } }),
      ],
      [
        'wrong values everywhere',
        form(
          'queries',
          Object.fromEntries(
            many(50, (at) => [
              `q${at}`,
              { query: 7, properties: many(12, () => ({ pid: 'name', v: many(20, () => null) })) },
            ]),
          ),
        ),
      ],
      [
        'a query of fields that are none',
        form('queries', { q: Object.fromEntries(many(10_000, (at) => [`f${at}`, 1])) }),
      ],
      ['many ids', form('extend', { ids: many(20_000, () => 'a'), properties: [] })],
      ['ids that are none', form('extend', { ids: many(30_000, () => 7), properties: [] })],
      ['properties that are none', form('extend', { ids: [], properties: many(20_000, () => ({})) })],
      ['a list', `queries=[${'0,'.repeat(100_000)}0]`],
      ['a text', `queries="${'a'.repeat(200_000)}"`],
      [
        'many fields',
        many(60_000, (at) => `a${at}`)
          .join('&')
          .slice(0, HTTP.formLimit),
      ],
      ['one field many times', many(10, () => 'queries={}').join('&')],
      ['half an escape', 'queries=%'],
    ];
    for (const [name, body] of forms) {
      const { cpu } = await refused(name, [400], () => reconcile(body));
      took.push([name, cpu, 0]);
    }
    const small: [name: string, url: string, body: object][] = [
      [
        'a decision of fields that are none',
        '/v1/decisions',
        { kind: 'exclude', ...Object.fromEntries(many(4000, (at) => [`field-${at}`, 1])) },
      ],
      ['a decision of a field of a long name', '/v1/decisions', { kind: 'exclude', ['a'.repeat(60_000)]: 1 }],
      [
        'a decision of many speakers that are none',
        '/v1/decisions',
        { kind: 'rank', speakers: many(5000, () => 'No Slug') },
      ],
      [
        'an entity of fields that are none',
        '/v1/entities',
        { id: 'hostile', ...Object.fromEntries(many(4000, (at) => [`field-${at}`, 1])) },
      ],
      ['an entity of names that are none', '/v1/entities', { id: 'hostile', aliases: many(20_000, () => 7) }],
    ];
    for (const [name, url, body] of small) {
      const payload = JSON.stringify(body);
      expect(payload.length, name).toBeLessThan(HTTP.bodyLimit);
      const { cpu } = await refused(name, [422], () => send(url, payload, 'application/json'));
      took.push([name, cpu, 0]);
    }
    await refused('a URL of many parameters', [400], () =>
      send(`/v1/articles?${many(2500, (at) => `a${at}`).join('&')}`, '{}', 'application/json'),
    );
    await expectAlive();
    const [slowest] = took.toSorted((a, b) => b[1] - a[1]);
    const [longest] = took.toSorted((a, b) => b[2] - a[2]);
    return `at most ${slowest![1].toFixed(0)} ms of the thread that responds (${slowest![0]}), ${(longest![2] / 1000).toFixed(1)} s in all (${longest![0]})`;
  },
  300_000,
);

faultRow(
  31,
  'nesting without end, in each field',
  async () => {
    const whole = article({ ...scratchRecord('hostile').annotation, article: { ...head, authors: [{}] } });
    const paths = [...fieldsOf(whole), ['entities'], ['annotation', 'roles'], ['annotation', 'excluded']];
    let count = 0;
    for (const path of paths) {
      for (const deep of [
        nested(5000),
        nested(20_000, '{"a":', '}').replace('{}', '{"a":1}'),
        '['.repeat(50_000),
      ]) {
        await refused(path.join('.'), [400, 422], () => post(filledWith(deep, replacedAt(whole, path))));
        count++;
      }
    }
    for (const deep of [nested(1_500_000), nested(600_000, '{"a":', ''), '['.repeat(3_000_000)]) {
      await refused('the body', [400, 422], () => post(deep));
      for (const field of ['queries', 'extend'])
        await refused(field, [400], () => reconcile(`${field}=${deep.slice(0, 200_000)}`));
      count += 3;
    }
    await expectAlive();
    return `${count} of ${count} refused with 400 or 422`;
  },
  300_000,
);

/** The paths of all fields of a document that hold a value. */
function fieldsOf(value: unknown, path: (string | number)[] = []): (string | number)[][] {
  if (value === null || typeof value !== 'object') return [path];
  return [
    ...(path.length > 0 ? [path] : []),
    ...Object.entries(value).flatMap(([key, of]) => fieldsOf(of, [...path, key])),
  ];
}

function replacedAt(document: object, path: (string | number)[]): object {
  const copy = structuredClone(document);
  const parent = path.slice(0, -1).reduce<unknown>((at, key) => Reflect.get(Object(at), key), copy);
  Reflect.set(Object(parent), path.at(-1)!, 'hole');
  return copy;
}

/** The greatest lengths of the texts of an annotation, and those of an entity. */
const LONGEST: [path: string, most: number][] = [
  ['text', TEXTS.article],
  ['id', TEXTS.id],
  ['annotation.article.title', TEXTS.line],
  ['annotation.article.publisher', TEXTS.line],
  ['annotation.article.url', TEXTS.url],
  ['annotation.article.published', TEXTS.date],
  ['annotation.events.0.id', TEXTS.id],
  ['annotation.events.0.label', TEXTS.line],
  ['annotation.events.0.act', TEXTS.code],
  ['annotation.events.0.place', TEXTS.id],
  ['annotation.events.0.evidence.0', TEXTS.passage],
  ['annotation.statements.0.text', TEXTS.passage],
  ['annotation.statements.0.about.0', TEXTS.id],
  ['annotation.statements.0.quotations.0.quote', TEXTS.passage],
  ['annotation.statements.0.quotations.0.attributions.0.reason', TEXTS.passage],
  ['annotation.mentions.0.exact', TEXTS.passage],
  ['annotation.mentions.0.prefix', TEXTS.passage],
  ['entities.0.id', TEXTS.id],
  ['entities.0.name', TEXTS.name],
  ['entities.0.aliases.0', TEXTS.name],
  ['entities.0.aliases.1.text', TEXTS.name],
  ['entities.0.description', TEXTS.line],
];

faultRow(
  32,
  'texts that are longer than the model takes',
  async () => {
    const { annotation } = scratchRecord('hostile');
    const whole = article(
      { ...annotation, article: { ...head, publisher: 'x', url: 'x', published: 'x' } },
      {
        entities: [
          { id: 'new-one', type: 'Person', name: 'New One', aliases: ['One', { text: 'N.', kind: 'name' }] },
        ],
      },
    );
    let count = 0;
    for (const [path, most] of LONGEST) {
      for (const length of [most + 1, 8165, 40_000, 2_000_000].filter((one) => one > most)) {
        const begin = path.endsWith('url') ? 'https://example.org/' : '';
        const long = JSON.stringify(begin.padEnd(length, 'a'));
        const pointer = `/${path.replaceAll('.', '/')}`;
        const { errors } = await refused(`${path} of ${length}`, [422], () =>
          post(filledWith(long, replacedAt(whole, path.split('.')))),
        );
        const fault = errors.find((one) => one.pointer === pointer);
        expect(fault, `${path} of ${length}`).toMatchObject({
          detail: `has ${length} characters`,
          expected: expect.stringContaining(`at most ${most}`),
        });
        count++;
      }
    }
    return `${count} of ${count} refused with 422 and a pointer`;
  },
  300_000,
);

faultRow(
  36,
  'a write that waits for a lock for longer than it may',
  async () => {
    const { writeTimeout } = HTTP;
    const session = graph.driver.session({ database: graph.database });
    const holding = session.beginTransaction();
    try {
      HTTP.writeTimeout = 1000;
      await holding.run("MERGE (a:Article { id: 'late' }) SET a.held = true");
      const body = JSON.stringify({
        id: 'late',
        text: 'Pakistan met them.',
        annotation: { article: head, mentions: [{ entity: 'pakistan', form: 'name', exact: 'Pakistan' }] },
      });
      const { response } = await post(body);
      expect([response.statusCode, response.json().code]).toEqual([504, 'write-timeout']);
      expect(Number(response.headers['retry-after'])).toBeGreaterThan(0);
      expect(response.json().detail).toMatch(/not known.*safely be sent again/s);
      HTTP.writeTimeout = writeTimeout;
      await holding.rollback();
      const again = await post(body);
      expect([200, 201]).toContain(again.response.statusCode);
      const once = await app.inject('/v1/articles/late');
      expect([once.statusCode, once.json().mentions]).toEqual([200, 1]);
      const removed = await send('/v1/articles/late', '', 'application/json', 'DELETE');
      expect(removed.response.statusCode).toBe(204);
      return `504 as write-timeout, then ${again.response.statusCode}; written once`;
    } finally {
      HTTP.writeTimeout = writeTimeout;
      await session.close();
      await restoreSeed(graph);
    }
  },
  120_000,
);
