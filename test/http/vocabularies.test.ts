import { expect, test } from 'vitest';
import { buildApp } from '../../src/app.ts';
import { closeGraph, openGraph } from '../../src/db/client.ts';
import { VOCABULARIES } from '../../src/model/vocabularies.ts';
import * as words from '../../src/model/vocabulary.ts';
import { testService } from '../support/service.ts';

const service = testService();

interface Term {
  code: string;
  description: string | null;
  broader: string | null;
}

test('/v1/vocabularies lists each vocabulary, and each has its terms', async () => {
  const { body } = await service.get('/v1/vocabularies');
  expect(body.items.map(({ name }: { name: string }) => name)).toEqual(Object.keys(VOCABULARIES));
  for (const { name, label, description, terms } of body.items) {
    const one = (await service.get(`/v1/vocabularies/${name}`)).body;
    expect(one).toMatchObject({ truncated: false });
    expect(one.items).toHaveLength(terms);
    expect(label).not.toBe('');
    expect(description).not.toBe('');
    const codes = one.items.map(({ code }: Term) => code);
    for (const { code, description, broader } of one.items as Term[]) {
      if (name !== 'acts') expect(description, code).not.toBeNull();
      if (broader !== null) expect(codes).toContain(broader);
    }
  }
});

test('the terms of an enumeration are exactly its words', () => {
  const served = new Set(
    Object.values(VOCABULARIES).map(({ terms }) =>
      terms
        .map(({ code }) => code)
        .toSorted()
        .join(),
    ),
  );
  for (const [name, schema] of Object.entries(words))
    expect(served, name).toContain([...schema.options].toSorted().join());
});

test('kinds of role and event and predicates come with words of an article', async () => {
  for (const name of ['roles', 'eventKinds', 'predicates']) {
    const { body } = await service.get(`/v1/vocabularies/${name}`);
    for (const { code, description, example } of body.items) {
      expect(description, code).toMatch(/\.$/);
      expect(example, code).toMatch(/\w/);
    }
  }
});

test.each([
  ['eventKinds', ['hearing', 'court-ruling', 'press-conference', 'disaster', 'attack', 'vote']],
  ['roles', ['politician', 'spokesperson', 'diplomat', 'judge', 'lawyer', 'witness']],
  ['predicates', ['SPOKESPERSON_OF', 'ADVISER_TO', 'EMPLOYED_BY', 'LOCATED_IN']],
])('%s have what news is about', async (name, codes) => {
  const { body } = await service.get(`/v1/vocabularies/${name}`);
  expect(body.items.map(({ code }: Term) => code)).toEqual(expect.arrayContaining(codes));
});

test('acts come with what CAMEO, PLOVER and Goldstein say', async () => {
  const { body } = await service.get('/v1/vocabularies/acts');
  expect(body.items.find(({ code }: Term) => code === '051')).toEqual({
    code: '051',
    label: 'Praise or endorse',
    description: null,
    example: null,
    broader: '05',
    act: {
      cameo: '051',
      label: 'Praise or endorse',
      plover: 'SUPPORT',
      quadClass: 'verbal cooperation',
      goldstein: 3.4,
    },
  });
  const csv = (await service.get('/v1/vocabularies/acts?format=csv')).body as string;
  expect(csv.split('\r\n')[0]).toBe(
    'code,label,description,example,broader,act.cameo,act.label,act.plover,act.quadClass,act.goldstein',
  );
  expect(csv.trim().split('\r\n')).toHaveLength(317);
});

test('needs no database', async () => {
  const nowhere = openGraph({ uri: 'bolt://127.0.0.1:1', user: 'a', password: 'b', database: 'neo4j' });
  const app = await buildApp({ graph: nowhere, checkResponses: true });
  const { statusCode, headers } = await app.inject({ url: '/v1/vocabularies/ranks' });
  expect(statusCode).toBe(200);
  expect(headers['cache-control']).toBe('public, max-age=3600');
  await app.close();
  await closeGraph(nowhere);
});

test('says what is wrong with a request', async () => {
  expect((await service.get('/v1/vocabularies/rank')).body).toMatchObject({
    status: 400,
    code: 'invalid-parameter',
    errors: [{ parameter: 'name', nearest: 'ranks', expected: expect.stringContaining('quoteTypes') }],
  });
  expect((await service.get('/v1/vocabularies/ranks?limit=0')).body.code).toBe('invalid-parameter');
  expect((await service.get('/v1/vocabularies?q=a')).body.code).toBe('unknown-parameter');
});
