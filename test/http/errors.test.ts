import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server } from 'node:net';
import fc from 'fast-check';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildApp } from '../../src/app.ts';
import { closeGraph, type Graph, openGraph, write } from '../../src/db/client.ts';
import { queries } from '../../src/endpoints/index.ts';
import { PROBLEMS, type ProblemCode } from '../../src/errors.ts';
import { ProblemDetails } from '../../src/http/problem.ts';
import { entityRow } from '../../src/ingest/facts/entity-rows.ts';
import { writeEntities } from '../../src/ingest/write/write-entities.ts';
import { exampleUrl } from '../../src/query/request-url.ts';
import { testGraph } from '../support/graph.ts';
import { withParameters } from '../support/lists.ts';
import { type Answer, testService } from '../support/service.ts';

const service = testService();
const PASSWORD = 'p4ssw0rd-of-the-tests';

/** Holds a failure to RFC 9457 and to the catalogue, and sees that it tells nothing of the inside. */
function expectProblem({ status, headers, body }: Answer, code: ProblemCode) {
  expect(body.detail && `${body.code}: ${body.detail}`).toContain(`${code}: `);
  expect(status).toBe(PROBLEMS[code].status);
  expect(headers['content-type']).toMatch(/^application\/problem\+json/);
  expect(ProblemDetails.parse(body)).toEqual(body);
  expect(body).toMatchObject({ status, code, title: PROBLEMS[code].title });
  expect(body.type).toContain(code);
  expect(body.instance).toMatch(/^urn:uuid:[0-9a-f-]{36}$/);
  const told = JSON.stringify(body);
  expect(told).not.toMatch(
    /node_modules|\.ts:\d|\bat [\w.]+ \(|Neo\.\w+Error|Neo4jError|bolt:|MATCH \(|RETURN |queryNodes/,
  );
  expect(told).not.toContain(PASSWORD);
}

const expectFault = async (url: string, code: ProblemCode, fault: object) => {
  const answer = await service.get(url);
  expectProblem(answer, code);
  expect(answer.body.errors).toEqual([expect.objectContaining(fault)]);
  return answer.body;
};

describe('parameters', () => {
  test.each([
    ['/v1/statements?speakr=Trump', 'speakr', 'speaker'],
    ['/v1/statements?minconfidence=0.5', 'minconfidence', 'minConfidence'],
    ['/v1/events?participant=Trump', 'participant', 'participants'],
    ['/v1/countries?limits=5', 'limits', 'limit'],
    ['/v1/articles?Q=x', 'Q', 'q'],
    ['/v1/statements?person=Trump', 'person', 'speaker'],
    ['/v1/statements?stance=negative', 'stance', 'polarity'],
    ['/v1/statements?from=2018-01-01', 'from', 'saidFrom'],
    ['/v1/statements?from=', 'from', 'saidFrom'],
    ['/v1/statements?to=2018', 'to', 'saidTo'],
    ['/v1/statements?role=leader', 'role', 'speakerRole'],
    ['/v1/statements?country=Pakistan', 'country', 'speakerCountry'],
    ['/v1/statements?per_page=5', 'per_page', 'limit'],
    ['/v1/statements?event=cold-war', 'event', 'at'],
  ])('%s: there is none of this name', async (url, parameter, nearest) => {
    await expectFault(url, 'unknown-parameter', {
      parameter,
      nearest,
      expected: expect.stringMatching(/^one of /),
    });
  });

  test.each([
    ['/v1/statements?saidFrom=2019-01-01&saidTo=2017-12-31', 'saidFrom', 'saidTo'],
    ['/v1/events?from=2019-01-01&to=2017-12-31&format=csv', 'from', 'to'],
    ['/v1/statements?saidFrom=2019&saidTo=2018', 'saidFrom', 'saidTo'],
    ['/v1/articles?publishedFrom=2019-21&publishedTo=2019-02', 'publishedFrom', 'publishedTo'],
  ])('%s: the span ends before it begins', async (url, parameter, other) => {
    await expectFault(url, 'invalid-parameter', { parameter, expected: `a day not after ${other}` });
  });

  test('a name that is near to none', async () => {
    const { errors } = await expectFault('/v1/countries?zzzzzzzzzzzzzzz=1', 'unknown-parameter', {
      parameter: 'zzzzzzzzzzzzzzz',
    });
    expect(errors[0]).not.toHaveProperty('nearest');
  });

  test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])(
    '%s is no parameter',
    async (name) => {
      const answer = await service.get(`/v1/statements?${name}=1`);
      // Fastify's parser of query strings drops what would touch the prototype.
      if (answer.status !== 200) expectProblem(answer, 'unknown-parameter');
    },
  );

  test.each(['limit', 'sort', 'saidFrom', 'undated', 'currentRole', 'minConfidence', 'attribution'])(
    '%s is given twice',
    async (parameter) => {
      await expectFault(`/v1/statements?${parameter}=1&${parameter}=2`, 'invalid-parameter', {
        parameter,
        detail: `${parameter} is given 2 times, expected once.`,
        expected: 'one value',
      });
    },
  );

  test.each<[string, string, string]>([
    ['speaker', '', 'some text'],
    ['speaker', ' ', 'some text'],
    ['q', '', 'some text'],
    ['about', 'a\u0000b', 'text without control characters'],
    ['speaker', 'x'.repeat(201), 'at most 200 characters'],
    ['limit', '', 'a whole number from 1 to 500'],
    ['limit', '0', 'a whole number from 1 to 500'],
    ['limit', '501', 'a whole number from 1 to 500'],
    ['limit', '-1', 'a whole number from 1 to 500'],
    ['limit', '-0', 'a whole number from 1 to 500'],
    ['limit', '0x10', 'a whole number from 1 to 500'],
    ['limit', '1e1', 'a whole number from 1 to 500'],
    ['limit', ' 10', 'a whole number from 1 to 500'],
    ['limit', '+10', 'a whole number from 1 to 500'],
    ['limit', '10.0', 'a whole number from 1 to 500'],
    ['limit', '010', 'a whole number from 1 to 500'],
    ['limit', '١٠', 'a whole number from 1 to 500'],
    ['limit', '99999999999999999999', 'a whole number from 1 to 500'],
    ['limit', 'Infinity', 'a whole number from 1 to 500'],
    ['minConfidence', '1.1', 'a number from 0 to 1 such as 0.5'],
    ['minConfidence', '-0', 'a number from 0 to 1 such as 0.5'],
    ['minConfidence', '.5', 'a number from 0 to 1 such as 0.5'],
    ['minConfidence', '5e-1', 'a number from 0 to 1 such as 0.5'],
    ['minConfidence', '0x0', 'a number from 0 to 1 such as 0.5'],
    ['minConfidence', 'NaN', 'a number from 0 to 1 such as 0.5'],
    ['saidFrom', '', 'an EDTF date (ISO 8601-2) such as 2018'],
    ['saidFrom', '2018-02-29', 'an EDTF date (ISO 8601-2) such as 2018'],
    ['saidFrom', '2018-13-01', 'an EDTF date (ISO 8601-2) such as 2018'],
    ['saidFrom', '0000-01-01', 'a date within the years 0001 to 9999'],
    ['saidFrom', 'Y12018', 'a date within the years 0001 to 9999'],
    ['saidTo', '31.12.2018', 'an EDTF date (ISO 8601-2) such as 2018'],
    ['saidTo', '12018-12-31', 'an EDTF date (ISO 8601-2) such as 2018'],
    ['reportedTo', `[${'2018,'.repeat(30)}2018]`, 'at most 100 characters'],
    ['currentRole', '1', 'one of true, false'],
    ['undated', 'true', 'one of include, only, exclude'],
    ['act', '05a', 'a CAMEO code'],
    ['act', '99', 'a CAMEO code'],
    ['act', '051,', 'a CAMEO code'],
    ['act', 'pr', '/v1/vocabularies/acts'],
    ['article', 'Shifting Sands', 'an id'],
    ['article', '../etc', 'an id'],
  ])('%s=%j', async (parameter, value, expected) => {
    const answer = await service.get(withParameters('/v1/statements', { [parameter]: value }));
    expectProblem(answer, 'invalid-parameter');
    for (const fault of answer.body.errors) expect(fault.parameter).toBe(parameter);
    expect(answer.body.errors.map((fault: { expected: string }) => fault.expected).join()).toContain(
      expected,
    );
  });

  test.each([
    ['/v1/statements?sort=newst', 'sort', 'newest'],
    ['/v1/statements?quoteType=Direct', 'quoteType', 'direct'],
    ['/v1/statements?polarity=postive', 'polarity', 'positive'],
    ['/v1/statements?attribution=prefered', 'attribution', 'preferred'],
    ['/v1/statements?aboutAs=targets', 'aboutAs', 'target'],
    ['/v1/statements?speakerRole=analist', 'speakerRole', 'analyst'],
    ['/v1/entities?type=person', 'type', 'Person'],
    ['/v1/events?kind=meting', 'kind', 'meeting'],
    ['/v1/statements?sort=desc', 'sort', 'newest'],
    ['/v1/statements?sort=ascending', 'sort', 'oldest'],
    ['/v1/statements?polarity=hostile', 'polarity', 'negative'],
  ])('%s: the nearest word', async (url, parameter, nearest) => {
    await expectFault(url, 'invalid-parameter', {
      parameter,
      nearest,
      expected: expect.stringContaining(nearest),
    });
  });

  test.each([
    ['/v1/search', 'q is missing, expected some text.'],
    ['/v1/suggest', 'q is missing, expected some text.'],
    ['/v1/suggest?q=', 'q is "", expected some text.'],
    ['/v1/suggest?q=%20', 'q is " ", expected some text.'],
    ['/v1/statements?speaker=', 'speaker is "", expected some text.'],
    ['/v1/statements?q=%26', 'q is "&", expected a word or a number to look for.'],
    ['/v1/paths', 'from is missing, expected some text. to is missing, expected some text.'],
    ['/v1/reconcile/suggest/entity', 'prefix is missing, expected some text.'],
    [
      '/v1/reconcile/suggest/entity?prefix=mun&type=/people/person',
      'type is "/people/person", expected one of Person, Country, Organization, Place, or nothing.',
    ],
  ])('%s: one sentence a fault', async (url, detail) => {
    const answer = await service.get(url);
    expectProblem(answer, 'invalid-parameter');
    expect(answer.body.detail).toBe(detail);
    expect(answer.body.errors).toHaveLength(detail.split('. ').length);
  });

  test.each([
    ['denounce', 'Criticize or denounce'],
    ['endorse', 'Praise or endorse'],
    ['suport', 'SUPPORT'],
    ['condemn', undefined],
    ['hostile', undefined],
    ['warn', undefined],
  ])('act=%s is told which act comes near', async (act, nearest) => {
    const { body } = await service.get(withParameters('/v1/statements', { act }));
    expect(body.errors).toEqual([
      expect.objectContaining({
        parameter: 'act',
        expected: expect.stringContaining('/v1/vocabularies/acts'),
      }),
    ]);
    expect(body.errors[0].nearest).toBe(nearest);
  });

  test.each(['/v1/statements?sort=up', '/v1/statements?polarity=unknown', '/v1/statements?former=false'])(
    '%s has nothing near',
    async (url) => {
      const { body } = await service.get(url);
      expect(body.errors).toHaveLength(1);
      expect(body.errors[0]).not.toHaveProperty('nearest');
    },
  );

  test('all faults are told at once', async () => {
    const answer = await service.get('/v1/statements?limit=0&sort=up&saidFrom=x&wat=1');
    expectProblem(answer, 'invalid-parameter');
    const named = answer.body.errors.map(({ parameter }: { parameter: string }) => parameter);
    expect(new Set(named)).toEqual(new Set(['limit', 'sort', 'saidFrom', 'wat']));
  });

  test('an empty name among several', async () => {
    await expectFault('/v1/events?participants=Trump&participants=&participants=Munir', 'invalid-parameter', {
      parameter: 'participants',
    });
  });
});

describe('names', () => {
  test.each([
    ['/v1/statements?speaker=Kurila', 'speaker', 'michael-kurilla'],
    ['/v1/statements?about=Pakistn', 'about', 'pakistan'],
    ['/v1/events?place=Whit+House', 'place', 'white-house'],
    ['/v1/events?participants=Trmp&participants=Pakistan', 'participants', 'donald-trump'],
    ['/v1/entities/Weinbaun', 'id', 'marvin-weinbaum'],
  ])('%s is unknown, and the nearest is offered', async (url, parameter, nearest) => {
    await expectFault(url, 'unknown-entity', { parameter, nearest });
  });

  test.each(['null', 'None', 'nobody', 'Not named'])(
    '%s is no speaker, and what finds statements of nobody is told',
    async (speaker) => {
      const { errors } = await expectFault(withParameters('/v1/statements', { speaker }), 'unknown-entity', {
        parameter: 'speaker',
        detail: expect.stringContaining('unattributed=true'),
      });
      expect(errors[0]).not.toHaveProperty('nearest');
    },
  );

  test.each([
    ['/v1/statements?about=null', 'about', 'unnamedTarget=true'],
    ['/v1/stats/statements?groupBy=act&about=nobody', 'about', 'unnamedTarget=true'],
    ['/v1/mentions?entity=null', 'entity', 'resolved=false'],
  ])('%s is told what finds what nobody is named in', async (url, parameter, instead) => {
    await expectFault(url, 'unknown-entity', { parameter, expected: expect.stringContaining(instead) });
  });

  test('a filter that is not there is not told', async () => {
    const { detail } = await expectFault('/v1/check?quote=a+war&speaker=null', 'unknown-entity', {
      parameter: 'speaker',
    });
    expect(detail).not.toContain('unattributed');
  });

  test('a name that is near to none', async () => {
    const { errors } = await expectFault('/v1/statements?speaker=Zyxwvutsrqp', 'unknown-entity', {
      parameter: 'speaker',
    });
    expect(errors[0].candidates).toEqual([]);
  });

  test.each(['"', '((', 'a AND (', '*', '\\', '~', 'x~2', '🙂', '-', '/', 'ß'])(
    '%s breaks no look-up',
    async (name) => {
      expectProblem(await service.get(withParameters('/v1/statements', { speaker: name })), 'unknown-entity');
    },
  );

  test('an event is no speaker, even where it is what a statement is about', async () => {
    await expectFault('/v1/statements?speaker=cold-war', 'unknown-entity', { parameter: 'speaker' });
    await expectFault('/v1/statements?speaker=cold-war&about=cold-war', 'unknown-entity', {
      parameter: 'speaker',
    });
  });

  describe('that two entities share', () => {
    const graph = testGraph();
    const other = {
      id: 'washington-state',
      type: 'Place' as const,
      name: 'Washington State',
      aliases: ['Washington'],
      iso3166: null,
      wikidata: null,
      country: null,
      description: null,
    };

    beforeAll(() => writeEntities(graph, [entityRow(other)]));
    afterAll(async () => {
      await write(graph, async (transaction) => {
        await transaction.run('MATCH (e:Entity {id: $id}) DETACH DELETE e', { id: other.id });
        await transaction.run('MATCH (n:Name) WHERE NOT EXISTS { (n)-[:NAMES]->() } DELETE n');
      });
      const { status } = await service.get('/v1/statements?about=Washington');
      expect(status).toBe(200);
    });

    test.each([
      '/v1/statements?about=Washington',
      '/v1/statements?about=the+washington',
      '/v1/statements?about=WASHINGTON&speaker=Trump',
    ])('%s is ambiguous, and the candidates are listed', async (url) => {
      const { errors } = await expectFault(url, 'ambiguous-name', {
        parameter: 'about',
        expected: 'one of their ids',
      });
      expect(errors[0].candidates).toEqual([
        { id: 'united-states', name: 'United States', type: 'Country' },
        { id: 'washington-state', name: 'Washington State', type: 'Place' },
      ]);
    });

    test('an id is not', async () => {
      expect((await service.get('/v1/statements?about=united-states')).status).toBe(200);
      expect((await service.get('/v1/statements?about=washington-state')).body.items).toEqual([]);
    });

    test('the path of one entity', async () => {
      await expectFault('/v1/entities/Washington', 'ambiguous-name', { parameter: 'id' });
    });
  });
});

describe('cursors', () => {
  const cursorOf = async (url: string) => (await service.get(url)).body.next as string;

  test.each(['x', 'AAAA', '%00', '..', 'e30=', '🙂', 'null'])('%s is none', async (cursor) => {
    await expectFault(withParameters('/v1/statements', { cursor }), 'invalid-cursor', {
      parameter: 'cursor',
    });
  });

  test('one character is changed', async () => {
    const cursor = await cursorOf('/v1/statements?limit=1');
    for (const at of [0, 5, cursor.length - 1]) {
      const changed = `${cursor.slice(0, at)}${cursor[at] === 'A' ? 'B' : 'A'}${cursor.slice(at + 1)}`;
      await expectFault(`/v1/statements?cursor=${changed}`, 'invalid-cursor', { parameter: 'cursor' });
    }
  });

  test.each([
    '/v1/statements?sort=oldest',
    '/v1/statements?about=pakistan',
    '/v1/statements?attribution=any',
    '/v1/events?limit=1',
    '/v1/entities?limit=1',
  ])('one of another query: %s', async (url) => {
    const cursor = await cursorOf('/v1/statements?limit=1');
    const { search } = new URL(url, 'http://this.host');
    await expectFault(`${url}${search ? '&' : '?'}cursor=${cursor}`, 'invalid-cursor', {
      parameter: 'cursor',
    });
  });

  test('an empty one, and one that is too long', async () => {
    await expectFault('/v1/statements?cursor=', 'invalid-parameter', { parameter: 'cursor' });
    await expectFault(`/v1/statements?cursor=${'x'.repeat(1001)}`, 'invalid-parameter', {
      parameter: 'cursor',
    });
  });
});

describe('addresses and methods', () => {
  const ask = async (method: string, url: string, payload?: string, type?: string): Promise<Answer> => {
    const response = await service.app.inject({
      method: method as 'GET',
      url,
      ...(payload !== undefined && { payload }),
      headers: { ...(type && { 'content-type': type }) },
    });
    return {
      status: response.statusCode,
      headers: response.headers as Record<string, string>,
      body: response.json(),
    };
  };

  test.each(['/v2/statements', '/V1/statements', '/v1/statement', '/.env', '/v1/statements/a/b'])(
    '%s is not there',
    async (url) => {
      const answer = await ask('GET', url);
      expectProblem(answer, 'not-found');
      expect(answer.body.detail).toContain(url);
    },
  );

  test.each([
    ['POST', '/v1/statements'],
    ['PUT', '/v1/statements/kurilla-pakistan-phenomenal-partner?x=1'],
    ['DELETE', '/v1/events/General%20Munir'],
    ['PATCH', '/v1/events/'],
    ['POST', '/healthz'],
    ['POST', '/openapi.json'],
    ['TRACE', '/v1/articles'],
  ])('%s %s is not allowed', async (method, url) => {
    const answer = await ask(method, url);
    expectProblem(answer, 'method-not-allowed');
    expect(answer.headers.allow?.split(', ')).toEqual(expect.arrayContaining(['GET', 'HEAD']));
    expect(answer.headers.allow).not.toContain(method);
  });

  test('a method that is not allowed is told before its body is read', async () => {
    expectProblem(await ask('POST', '/v1/statements', '<a/>', 'text/xml'), 'method-not-allowed');
  });

  test.each(['/v1/statements/%', '/v1/statements/%E0%A4%A', '/v1/entities/%ZZ', '/%'])(
    '%s is no address',
    async (url) => {
      expectProblem(await ask('GET', url), 'bad-request');
    },
  );

  test('an id that is too long', async () => {
    expectProblem(await ask('GET', `/v1/entities/${'a'.repeat(201)}`), 'uri-too-long');
    expectProblem(await ask('GET', `/v1/statements/${'a'.repeat(150)}`), 'invalid-parameter');
  });

  test.each(['/v1/statements/Not%20A%20Slug', '/v1/events/a%2Fb', "/v1/articles/x'%20OR%201=1"])(
    '%s is no id',
    async (url) => {
      expectProblem(await ask('GET', url), 'invalid-parameter');
    },
  );

  test('a parameter where there is none', async () => {
    expectProblem(
      await ask('GET', '/v1/statements/kurilla-pakistan-phenomenal-partner?x=1'),
      'unknown-parameter',
    );
  });

  test('OPTIONS asks for nothing, with and without the headers of a preflight', async () => {
    const plain = await service.app.inject({ method: 'OPTIONS', url: '/v1/statements' });
    expect(plain.statusCode).toBe(204);
    const preflight = await service.app.inject({
      method: 'OPTIONS',
      url: '/v1/statements',
      headers: { origin: 'https://elsewhere.example', 'access-control-request-method': 'GET' },
    });
    expect(preflight.statusCode).toBe(204);
    expect(preflight.headers['access-control-allow-origin']).toBe('*');
    expect(preflight.headers['access-control-allow-methods']).toBe('GET, HEAD');
  });
});

describe('what is no HTTP', () => {
  const graph = testGraph();
  let app: FastifyInstance;
  let port: number;

  beforeAll(async () => {
    app = await buildApp({ graph });
    await app.listen({ port: 0, host: '127.0.0.1' });
    port = (app.server.address() as AddressInfo).port;
  });
  afterAll(() => app.close());

  /** Sends bytes, and reads to the end of the connection. */
  async function send(bytes: string | Buffer): Promise<Answer> {
    const socket = connect(port, '127.0.0.1');
    const chunks: Buffer[] = [];
    socket.on('data', (chunk) => chunks.push(chunk));
    socket.on('error', () => {});
    socket.write(bytes);
    await once(socket, 'close');
    const [head, body] = Buffer.concat(chunks).toString('utf8').split('\r\n\r\n');
    const [line, ...fields] = head!.split('\r\n');
    return {
      status: Number(line!.split(' ')[1]),
      headers: Object.fromEntries(
        fields.map((field) => [field.split(': ')[0]!.toLowerCase(), field.split(': ')[1]!]),
      ),
      body: JSON.parse(body!),
    };
  }

  test('headers of 20 kB', async () => {
    const answer = await send(
      `GET /v1/countries HTTP/1.1\r\nHost: x\r\nX-Long: ${'a'.repeat(20_000)}\r\n\r\n`,
    );
    expectProblem(answer, 'headers-too-large');
    expect(answer.headers.connection).toBe('close');
  });

  test('an address of 20 kB', async () => {
    expectProblem(await send(`GET /${'a'.repeat(20_000)} HTTP/1.1\r\nHost: x\r\n\r\n`), 'headers-too-large');
  });

  test('TLS', async () => {
    const hello = Buffer.from('16030100c8010000c40303', 'hex');
    expectProblem(await send(Buffer.concat([hello, Buffer.alloc(190, 7)])), 'bad-request');
  });

  test.each([
    'hello\r\n\r\n',
    'GET / HTTP/9.9\r\n\r\n',
    'FOO / HTTP/1.1\r\nHost: x\r\n\r\n',
    '\u0000\u0001\u0002\r\n\r\n',
  ])('%j', async (bytes) => {
    expectProblem(await send(bytes), 'bad-request');
  });

  test('two lengths of one body', async () => {
    const smuggled =
      'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n';
    expectProblem(await send(smuggled), 'bad-request');
  });

  test('headers that never end', { timeout: 20_000 }, async () => {
    const started = Date.now();
    const answer = await send('GET /v1/countries HTTP/1.1\r\nHost: x\r\n');
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(Date.now() - started).toBeLessThan(10_000);
  });
});

describe('a database that does not answer', () => {
  const graphs: Graph[] = [];
  const apps: FastifyInstance[] = [];
  let silent: Server;

  beforeAll(async () => {
    silent = createServer(() => {}).listen(0, '127.0.0.1');
    await once(silent, 'listening');
  });
  afterAll(async () => {
    for (const app of apps) await app.close();
    for (const graph of graphs) await closeGraph(graph);
    silent.close();
  });

  const serviceOn = async (port: number) => {
    const graph = openGraph({
      uri: `bolt://127.0.0.1:${port}`,
      user: 'neo4j',
      password: PASSWORD,
      database: 'neo4j',
    });
    graphs.push(graph);
    const app = await buildApp({ graph });
    apps.push(app);
    return app;
  };

  test.each<[string, () => number, 'database-unavailable' | 'query-timeout']>([
    ['refuses', () => 1, 'database-unavailable'],
    ['takes the connection and says nothing', () => (silent.address() as AddressInfo).port, 'query-timeout'],
  ])('%s', async (_name, port, code) => {
    const app = await serviceOn(port());
    for (const url of [
      '/v1/statements',
      '/v1/statements?speaker=Trump',
      '/v1/entities/pakistan',
      '/readyz',
    ]) {
      const started = Date.now();
      const response = await app.inject({ url });
      const took = Date.now() - started;
      expectProblem(
        {
          status: response.statusCode,
          headers: response.headers as Record<string, string>,
          body: response.json(),
        },
        url === '/readyz' ? 'database-unavailable' : code,
      );
      if (response.statusCode === 503) expect(Number(response.headers['retry-after'])).toBeGreaterThan(0);
      expect(took, url).toBeLessThan(3500);
    }
    const health = await app.inject({ url: '/healthz' });
    expect(health.statusCode).toBe(200);
    expect((await app.inject({ url: '/openapi.json' })).statusCode).toBe(200);
  });

  test('one that answers is ready', async () => {
    const { status, body } = await service.get('/readyz');
    expect(status).toBe(200);
    expect(body).toMatchObject({ status: 'ok', graphVersion: expect.any(Number) });
    expect((await service.get('/healthz')).body).toEqual({ status: 'ok' });
  });
});

describe('whatever is asked', () => {
  const anything = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 30 }),
    fc.string({ unit: 'grapheme', maxLength: 30 }),
    fc.constantFrom(
      '',
      '"',
      '\\',
      '*',
      'a AND (',
      'NOT',
      '+',
      '~',
      '/x/',
      '%',
      "' OR 1=1",
      '}) return 1 //',
      '$low',
      '0x10',
      '1e1',
      '-0',
      '9'.repeat(30),
      'null',
      'undefined',
      '[]',
      '{}',
      '2018-02-30',
      '\uffff',
      '\u0000',
      '🙂',
      'ﬁ',
      '\u202e',
      'İ',
      'x'.repeat(300),
    ),
  );
  const sensible = fc.constantFrom(
    'Trump',
    'the US',
    'pakistan',
    'Kurilla',
    'war-not-kept-going',
    'shifting-sands',
    'analyst',
    'Person',
    '051',
    'SUPPORT,111',
    'positive',
    'direct',
    'contested',
    'any',
    'oldest',
    '2018-01-01',
    '2025-12-31',
    'true',
    '0.5',
    '1',
    '3',
    'meeting',
    'Trump,Munir',
  );
  const requests = fc.constantFrom(...queries).chain((query) => {
    const value = fc.oneof({ weight: 1, arbitrary: anything }, { weight: 2, arbitrary: sensible });
    const named = fc.constantFrom(...Object.keys(query.params.shape));
    const name = fc.oneof({ weight: 9, arbitrary: named }, { weight: 1, arbitrary: anything });
    const id = fc.oneof(anything, sensible);
    return fc.tuple(fc.array(fc.tuple(name, value), { maxLength: 4 }), id).map(([pairs, given]) => {
      const { request } = query.examples[0]!;
      const inPath = Object.fromEntries(
        Object.keys(request)
          .filter((key) => query.path.includes(`{${key}}`))
          .map((key) => [key, given.toWellFormed()]),
      );
      const search = new URLSearchParams(pairs);
      const path = exampleUrl(query, { request: inPath });
      return search.size > 0 ? `${path}?${search}` : path;
    });
  });

  test('the service does not fail', { timeout: 300_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(requests, async (url) => {
        const response = await service.app.inject({ url });
        expect(response.statusCode, `${url} ${response.body.slice(0, 300)}`).toBeLessThan(500);
        if (response.statusCode < 400) return;
        const answer = {
          status: response.statusCode,
          headers: response.headers as Record<string, string>,
          body: response.json(),
        };
        expectProblem(answer, answer.body.code);
      }),
      { numRuns: 400, seed: 20250618 },
    );
  });
});
