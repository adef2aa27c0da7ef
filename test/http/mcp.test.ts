import type { Client } from '@modelcontextprotocol/client';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildApp } from '../../src/app.ts';
import { COUNTED, QUESTIONS } from '../support/forty-questions.ts';
import { testGraph } from '../support/graph.ts';
import { connected, mcpUrl, PROTOCOLS, toolArguments } from '../support/mcp-client.ts';

// biome-ignore-start lint/suspicious/noExplicitAny: results of every shape
const KEY = 'a-key-of-more-than-twenty-characters';
const graph = testGraph();
let app: Awaited<ReturnType<typeof buildApp>>;
let url: URL;
let client: Client;

beforeAll(async () => {
  app = await buildApp({ graph, checkResponses: true, writeKeys: [{ name: 'operator', key: KEY }] });
  url = await mcpUrl(app);
  client = await connected(url);
});
afterAll(async () => {
  await client?.close();
  await app?.close();
});

/** What a tool returns where it does not fail. */
async function called(name: string, args: Record<string, unknown> = {}): Promise<any> {
  const result = await client.callTool({ name, arguments: args });
  expect(result.isError, JSON.stringify(result.content)).not.toBe(true);
  return result.structuredContent;
}

/** What a tool says where it fails. */
async function refused(name: string, args: Record<string, unknown>): Promise<string> {
  const { isError, content } = await client.callTool({ name, arguments: args });
  expect(isError).toBe(true);
  return (content[0] as { text: string }).text;
}

describe('the tools', () => {
  test('are read-only and typed, and say in few words what they take', async () => {
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name)).toEqual([
      'find_statements',
      'check_quotation',
      'get_statement',
      'resolve_name',
      'get_entity',
      'find_events',
      'get_event',
      'who_about_whom',
      'count_statements',
      'connect',
      'search_text',
      'find_relations',
      'find_mentions',
      'find_articles',
      'get_article',
    ]);
    for (const { annotations, outputSchema, inputSchema, description, name } of tools) {
      expect(annotations, name).toMatchObject({ readOnlyHint: true, destructiveHint: false });
      expect(outputSchema?.type, name).toBe('object');
      expect(inputSchema.type, name).toBe('object');
      expect(description, name).toMatch(/\.$/);
    }
    const { properties } = tools[0]!.inputSchema as any;
    expect(properties.limit).toMatchObject({ type: 'integer', minimum: 1, maximum: 100 });
    expect(properties.contested.type).toBe('boolean');
    expect(properties.speaker).toMatchObject({ type: 'array', items: { type: 'string' } });
    expect(properties.review, 'what nobody reviewed is for people').toBeUndefined();
    expect(JSON.stringify(tools).length).toBeLessThan(71_000);
  });

  test.each<[string, Record<string, unknown>]>([
    ['find_statements', {}],
    ['check_quotation', { quote: 'a phenomenal partner in the counterterrorism world' }],
    ['get_statement', { id: 'two-smart-people-stopped-war' }],
    ['resolve_name', { name: 'Munir' }],
    ['get_entity', { id: 'Pakistan' }],
    ['find_events', {}],
    ['get_event', { id: 'trump-munir-meeting-2025' }],
    ['who_about_whom', {}],
    ['count_statements', { groupBy: 'speaker' }],
    ['connect', { from: 'Rumi', to: 'Asim Munir' }],
    ['search_text', { q: 'Pakistan' }],
    ['find_relations', {}],
    ['find_mentions', {}],
    ['find_articles', {}],
    ['get_article', { id: 'shifting-sands' }],
  ])('%s %o returns no more than 2,000 tokens', async (name, args) => {
    // English as JSON has some four characters a token.
    expect(JSON.stringify(await called(name, args)).length / 4).toBeLessThan(2000);
  });

  test('count all that matches where they are asked to', async () => {
    const { total, sampled } = await called('find_statements', {
      about: ['Pakistan'],
      total: true,
      limit: 1,
    });
    expect([total, sampled]).toEqual([11, false]);
  });

  test('go on after what fitted', async () => {
    const all: string[] = [];
    let cursor: string | null = null;
    let pages = 0;
    do {
      const { items, next } = await called('find_statements', { ...(cursor && { cursor }) });
      all.push(...items.map(({ id }: any) => id));
      cursor = next;
      pages++;
    } while (cursor !== null);
    expect(pages).toBeGreaterThan(1);
    expect(all).toEqual([...new Set(all)]);
    const { items } = await called('find_statements', { limit: 100 });
    expect(items.map(({ id }: any) => id)).toEqual(all);
  });

  test('give permalinks that lead to what they name', async () => {
    const { items } = await called('find_statements', { speaker: ['Trump'] });
    for (const { url: link, id } of items) {
      const response = await app.inject(new URL(link).pathname);
      expect(response.json().id).toBe(id);
    }
  });

  test('give the words of the article where they say they are', async () => {
    const { items } = await called('find_statements', { limit: 50 });
    const text = [...(await app.inject('/v1/articles/shifting-sands')).json().text];
    for (const { sources } of items)
      for (const { quote, start, end } of sources)
        if (!quote.includes('[…]')) expect(text.slice(start, end).join('')).toBe(quote);
  });

  test('hand out an article piece by piece', async () => {
    const whole = (await app.inject('/v1/articles/shifting-sands')).json().text;
    let read = '';
    let offset: number | null = 0;
    while (offset !== null) {
      const piece = await called('get_article', { id: 'shifting-sands', offset });
      read += piece.text;
      offset = piece.next;
    }
    expect(read).toBe(whole);
  });

  test('check a quotation word by word', async () => {
    const quote = 'they have been a reliable partner in the counterterrorism world';
    const { verdict, findings } = await called('check_quotation', { quote, speaker: ['Kurilla'] });
    expect(verdict).toBe('altered');
    expect(findings[0].diff).toBe(
      'they have been a [-phenomenal-] {+reliable+} partner in the counterterrorism world',
    );
  });

  test('tell whom a name may mean', async () => {
    const { candidates } = await called('resolve_name', { name: 'Munir' });
    expect(candidates[0]).toMatchObject({ id: 'asim-munir', type: 'Person', match: true });
    expect(await called('resolve_name', { name: 'Nobody Of That Name' })).toEqual({ candidates: [] });
  });
});

describe('a failure says what would be right', () => {
  test.each<[string, Record<string, unknown>, RegExp]>([
    ['find_statements', { speakr: 'Trump' }, /unknown-parameter[\s\S]*nearest is speaker/],
    [
      'find_statements',
      { speaker: ['Kurila'] },
      /unknown-entity[\s\S]*michael-kurilla \(Michael E. Kurilla, Person\)/,
    ],
    ['find_statements', { limit: 1000 }, /limit is "1000", expected a whole number from 1 to 100/],
    ['find_statements', { contested: 'maybe' }, /expected one of true, false/],
    ['find_statements', { saidFrom: 'yesterday' }, /expected an EDTF date/],
    ['find_statements', { act: ['prasie'] }, /nearest is praise/i],
    ['find_statements', { cursor: 'x' }, /invalid-cursor[\s\S]*next/],
    ['find_statements', { saidFrom: '2020', saidTo: '2018' }, /after saidTo/],
    ['get_statement', { id: 'no-such-statement' }, /not-found[\s\S]*find_statements/],
    ['find_events', { participants: ['Kurila'] }, /unknown-entity[\s\S]*resolve_name/],
    ['get_statement', {}, /id is missing/],
    ['connect', { from: 'Rumi', to: 'Rumi' }, /another entity/],
    ['count_statements', { groupBy: 'mood' }, /expected one of speaker/],
  ])('%s %o', async (name, args, text) => {
    const told = await refused(name, args);
    expect(told).toMatch(text);
    // They are in the body of a problem, which an agent does not see.
    expect(told).not.toContain('`errors`');
  });

  test('an argument that is null counts as not given', async () => {
    const { items } = await called('find_statements', { speaker: null, saidFrom: null, limit: 2 });
    expect(items).toHaveLength(2);
  });
});

describe('the forty questions, each in one call', () => {
  const TOOLS: Record<string, string> = {
    '/v1/statements': 'find_statements',
    '/v1/events': 'find_events',
    '/v1/stats/statements': 'count_statements',
  };
  const asCall = (request: string): [string, Record<string, unknown>] => {
    const { pathname, searchParams } = new URL(request, 'http://localhost');
    return [TOOLS[pathname]!, toolArguments(searchParams)];
  };

  test.each(QUESTIONS)('%s', async (_question, request, ids) => {
    const [name, args] = asCall(request);
    const { items, next } = await called(name, { ...args, limit: 50 });
    expect(items.map(({ id }: any) => id).toSorted()).toEqual(ids.toSorted());
    expect(next).toBeNull();
  });

  test.each(COUNTED)('%s', async (_question, request, counts) => {
    const { items } = await called(...asCall(request));
    expect(items.map(({ id, count }: any) => [id, count])).toEqual(counts);
  });

  test('Who speaks against whom?', async () => {
    const { items } = await called('who_about_whom', { polarity: ['negative'] });
    expect(items.map(({ speaker, target, count }: any) => [speaker.id, target.id, count]).toSorted()).toEqual(
      [
        ['donald-trump', 'pakistan', 1],
        ['marvin-weinbaum', 'united-states', 2],
      ],
    );
  });

  test('What does the author hold?', async () => {
    const { items } = await called('find_relations', { assertedBy: 'opinion' });
    expect(items.map(({ subject, predicate, object }: any) => [subject.id, predicate, object.id])).toEqual([
      ['pakistan', 'PARTNER_OF', 'united-states'],
      ['pakistan-armed-forces', 'INFLUENCES', 'pakistan'],
    ]);
  });

  test('Where are Trump and Munir named in one sentence?', async () => {
    const { items } = await called('find_mentions', { entity: 'Munir', beside: 'Trump', form: ['alias'] });
    expect(new Set(items.map(({ quote }: any) => quote))).toEqual(
      new Set(['General Asim Munir', 'General Munir', 'Munir']),
    );
  });

  test('Who leads, who commands, and who is an expert?', async () => {
    const { items } = await called('find_relations', { predicate: ['LEADS', 'COMMANDS', 'EXPERT_ON'] });
    expect(items.map(({ subject }: any) => subject.id)).toEqual([
      'donald-trump',
      'marvin-weinbaum',
      'michael-kurilla',
    ]);
  });
});

describe.each(Object.entries(PROTOCOLS))('version %s', (version, options) => {
  let speaking: Client;
  beforeAll(async () => {
    speaking = await connected(url, { options });
  });
  afterAll(() => speaking?.close());

  test('is spoken', async () => {
    expect(speaking.getNegotiatedProtocolVersion()).toBe(version);
    expect(speaking.getInstructions()).toContain('does not prove');
    const { structuredContent, content } = await speaking.callTool({
      name: 'find_statements',
      arguments: { speaker: ['Kurilla'] },
    });
    expect((structuredContent as any).items).toHaveLength(4);
    expect(JSON.parse((content[0] as { text: string }).text)).toEqual(structuredContent);
  });

  test('has articles, vocabularies and the cookbook', async () => {
    const { resources } = await speaking.listResources();
    const uris = resources.map(({ uri }) => uri);
    expect(uris).toEqual(
      expect.arrayContaining([
        'onrecord://cookbook',
        'onrecord://vocabularies/acts',
        'onrecord://articles/shifting-sands',
      ]),
    );
    const { contents } = await speaking.readResource({ uri: 'onrecord://articles/shifting-sands' });
    const { text, ...about } = (await app.inject('/v1/articles/shifting-sands')).json();
    expect(contents[0]).toMatchObject({ mimeType: 'text/plain', text });
    expect(JSON.parse((contents[1] as any).text)).toEqual(about);
    const { contents: terms } = await speaking.readResource({ uri: 'onrecord://vocabularies/predicates' });
    expect(JSON.parse((terms[0] as any).text).terms.length).toBeGreaterThan(5);
    await expect(speaking.readResource({ uri: 'onrecord://articles/none-such' })).rejects.toThrow(
      /not found/i,
    );
    await expect(speaking.readResource({ uri: 'onrecord://articles/..%2F..' })).rejects.toThrow(/not found/i);
  });

  test('has prompts, and completes names', async () => {
    const { prompts } = await speaking.listPrompts();
    expect(prompts.map(({ name }) => name)).toEqual([
      'check_quotation',
      'profile_of_a_person',
      'what_two_outlets_say_differently',
    ]);
    const { messages } = await speaking.getPrompt({
      name: 'check_quotation',
      arguments: { quote: 'a phenomenal partner', speaker: 'Kurilla' },
    });
    expect((messages[0]!.content as any).text).toMatch(/did Kurilla say it\?\n\na phenomenal partner/);
    const { completion } = await speaking.complete({
      ref: { type: 'ref/prompt', name: 'profile_of_a_person' },
      argument: { name: 'name', value: 'mun' },
    });
    expect(completion.values).toContain('Asim Munir');
  });
});

describe('with a key', () => {
  test('an article is checked, and not written', async () => {
    const keyed = await connected(url, { headers: { authorization: `Bearer ${KEY}` } });
    const { tools } = await keyed.listTools();
    expect(tools.at(-2)).toMatchObject({ name: 'check_article', annotations: { readOnlyHint: true } });
    const text = 'Donald Trump told reporters: “Pakistan is a partner.”';
    const part = { quoteType: 'direct', quote: 'Pakistan is a partner.', cue: 'told' };
    const by = {
      speaker: 'donald-trump',
      rank: 'preferred',
      basis: 'cue-named',
      confidence: 1,
      evidence: 'Donald Trump',
    };
    const statement = { id: 'trump-partner-by-mcp', act: '051', about: ['pakistan'] };
    const annotation = {
      article: { title: 'A check', language: 'en', published: '2025-06-20' },
      statements: [{ ...statement, quotations: [{ ...part, attributions: [by] }] }],
    };
    const check = (given: object) =>
      keyed.callTool({
        name: 'check_article',
        arguments: { id: 'checked-by-mcp', text, annotation, ...given },
      });
    expect((await check({})).structuredContent).toMatchObject({ outcome: 'would-be-created' });
    expect((await app.inject('/v1/articles/checked-by-mcp')).statusCode).toBe(404);
    const wrong = await check({ text: 'Another text.' });
    expect(wrong.isError).toBe(true);
    expect((wrong.content[0] as any).text).toMatch(/invalid-article[\s\S]*\/annotation\/statements\/0/);
    await keyed.close();
  });

  test('an article is drafted, and its draft is one that check_article takes', async () => {
    const keyed = await connected(url, { headers: { authorization: `Bearer ${KEY}` } });
    const text = 'A vote\n\n“Pakistan is a partner of ours,” said Gen. Michael Kurilla.\n';
    const call = (name: string, args: Record<string, unknown>) => keyed.callTool({ name, arguments: args });
    const draft = (await call('draft_article', { text, published: '2025-06-20' })).structuredContent as any;
    const [attribution] = draft.annotation.statements[0].quotations[0].attributions;
    expect(attribution).toMatchObject({ speaker: 'michael-kurilla', draft: { rule: 'source-name' } });
    expect((await call('check_article', draft)).structuredContent).toMatchObject({
      outcome: 'would-be-created',
    });
    const { isError, content } = await call('draft_article', { html: '<p></p>' });
    expect(isError).toBe(true);
    expect((content[0] as any).text).toMatch(/\/html: expected an article/);
    await keyed.close();
  });

  test('nobody calls the tools without', async () => {
    await expect(client.callTool({ name: 'draft_article', arguments: {} })).rejects.toThrow(/draft_article/);
    await expect(client.callTool({ name: 'check_article', arguments: {} })).rejects.toThrow(/check_article/);
  });

  test('a wrong one is refused', async () => {
    await expect(connected(url, { headers: { authorization: 'Bearer wrong' } })).rejects.toThrow();
    const { statusCode, body } = await post({ headers: { authorization: 'Bearer wrong' } });
    expect([statusCode, JSON.parse(body).code]).toEqual([401, 'key-required']);
  });
});

const INITIALIZE = {
  jsonrpc: '2.0',
  id: 1,
  method: 'initialize',
  params: { protocolVersion: '2025-11-25', capabilities: {}, clientInfo: { name: 'test', version: '1' } },
};

const post = ({
  headers = {},
  payload = JSON.stringify(INITIALIZE),
}: {
  headers?: object;
  payload?: string;
} = {}) =>
  app.inject({
    method: 'POST',
    url: '/mcp',
    headers: {
      'content-type': 'application/json',
      accept: 'application/json, text/event-stream',
      ...headers,
    },
    payload,
  });

describe('who calls', () => {
  test.each([
    [{ host: 'localhost:3000' }, 200],
    [{ host: '127.0.0.1:3000', origin: 'http://localhost:6274' }, 200],
    [{ host: '192.168.1.5:3000', origin: 'http://192.168.1.5:3000' }, 200],
    [{ host: 'evil.example', origin: 'http://evil.example' }, 403],
    [{ host: 'evil.example' }, 403],
    [{ host: 'localhost', origin: 'https://evil.example' }, 403],
    [{ host: 'localhost', origin: 'null' }, 403],
    [{ host: 'localhost', origin: 'http://localhost.evil.example' }, 403],
    [{ host: 'localhost.evil.example' }, 403],
  ])('%o', async (headers, status) => {
    const response = await post({ headers });
    expect(response.statusCode, response.body).toBe(status);
    if (status === 403) expect(response.json()).toMatchObject({ code: 'caller-refused' });
  });

  test('PUBLIC_URL names the host that it is known by', async () => {
    const known = await buildApp({ graph, publicUrl: 'https://record.example/api' });
    const call = (headers: Record<string, string>) =>
      known.inject({
        method: 'POST',
        url: '/mcp',
        headers: { accept: 'application/json, text/event-stream', ...headers },
        payload: INITIALIZE,
      });
    expect((await call({ host: 'record.example', origin: 'https://record.example' })).statusCode).toBe(200);
    expect((await call({ host: 'record.example', origin: 'https://other.example' })).statusCode).toBe(403);
    await known.close();
  });
});

describe('what is no call', () => {
  test('no JSON, and what is nested too deeply, is a parse error', async () => {
    for (const payload of ['{', `${'['.repeat(5000)}${']'.repeat(5000)}`]) {
      const response = await post({ payload });
      expect(response.statusCode).toBe(400);
      expect(response.json()).toMatchObject({ jsonrpc: '2.0', error: { code: -32700 } });
    }
  });

  test('a long body takes a key', async () => {
    const payload = JSON.stringify({
      ...INITIALIZE,
      params: { ...INITIALIZE.params, filler: 'x'.repeat(70_000) },
    });
    expect((await post({ payload })).json()).toMatchObject({ code: 'body-too-large' });
    expect((await post({ payload, headers: { authorization: `Bearer ${KEY}` } })).statusCode).toBe(200);
  });

  test('there are no sessions to listen to or to end', async () => {
    for (const method of ['GET', 'DELETE'] as const)
      expect((await app.inject({ method, url: '/mcp' })).statusCode, method).toBe(405);
  });

  test('another media type is refused', async () => {
    expect((await post({ headers: { 'content-type': 'text/plain' } })).json()).toMatchObject({
      code: 'unsupported-media-type',
    });
  });

  test('an unknown tool is an error of the protocol', async () => {
    await expect(client.callTool({ name: 'run_cypher', arguments: {} })).rejects.toThrow(/run_cypher/);
  });
});
// biome-ignore-end lint/suspicious/noExplicitAny: results of every shape
