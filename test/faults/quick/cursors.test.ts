import fc from 'fast-check';
import { expect } from 'vitest';
import { encodeCursor } from '../../../src/query/page.ts';
import { faultRow } from '../../support/fault-row.ts';
import { expectGood, expectNoLeak } from '../../support/leaks.ts';
import { addressOf, queryParameters } from '../../support/query-parameters.ts';
import { testService } from '../../support/service.ts';

const service = testService();
const TOGETHER = 50;
const ROUNDS = 200;

const lists = [
  ...queryParameters
    .filter(({ name }) => name === 'cursor')
    .map(({ query }) => addressOf(query, { limit: '1' })),
  '/v1/articles/shifting-sands/annotations?limit=1',
];

const withCursor = (url: string, cursor: string) =>
  `${url}&cursor=${encodeURIComponent(cursor.toWellFormed())}`;

/** Each list with the cursor of its second page. */
async function pages(): Promise<[url: string, cursor: string][]> {
  const found: [string, string][] = [];
  for (const url of lists) {
    const { status, body, headers } = await service.get(url);
    expect(status, url).toBe(200);
    const cursor = body.next ?? new URLSearchParams(headers.link?.match(/\?(.*)>/)?.[1]).get('cursor');
    if (!cursor) continue;
    expect((await service.get(withCursor(url, cursor))).status, url).toBe(200);
    found.push([url, cursor]);
  }
  expect(found.length).toBeGreaterThan(10);
  return found;
}

const flipped = (cursor: string, bit: number) => {
  const bytes = Buffer.from(cursor, 'base64url');
  const at = bit % (bytes.length * 8);
  bytes[at >> 3]! ^= 1 << (at & 7);
  return bytes.toString('base64url');
};
const changed = (cursor: string, at: number, by: string) => {
  const place = at % cursor.length;
  return cursor.slice(0, place) + by + cursor.slice(place + 1);
};

faultRow(
  11,
  'forged, truncated, other query’s cursor',
  async () => {
    const real = await pages();
    const one = fc.constantFrom(...real);
    const alphabet = fc.constantFrom(
      ...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_=+/. ',
    );
    const base = fc
      .uint8Array({ minLength: 1, maxLength: 60 })
      .map((bytes) => Buffer.from(bytes).toString('base64url'));
    const forged = fc
      .oneof(
        fc.tuple(one, fc.nat()).map(([[url, cursor], bit]) => [url, cursor, flipped(cursor, bit)]),
        fc
          .tuple(one, fc.nat())
          .map(([[url, cursor], at]) => [url, cursor, cursor.slice(0, at % cursor.length)]),
        fc
          .tuple(one, fc.nat(), alphabet)
          .map(([[url, cursor], at, by]) => [url, cursor, changed(cursor, at, by)]),
        fc.tuple(one, one).map(([[url, cursor], [, other]]) => [url, cursor, other]),
        fc.tuple(one, alphabet).map(([[url, cursor], more]) => [url, cursor, cursor + more]),
        fc.tuple(one, base).map(([[url, cursor], bytes]) => [url, cursor, bytes]),
        fc
          .tuple(one, fc.string({ unit: 'binary', maxLength: 50 }))
          .map(([[url, cursor], text]) => [url, cursor, text]),
        fc
          .tuple(one, fc.string())
          .map(([[url, cursor], key]) => [url, cursor, encodeCursor('listStatements []', `k${key}`)]),
      )
      .filter(([, cursor, other]) => cursor !== other) as fc.Arbitrary<[string, string, string]>;
    let refused = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(forged, { minLength: TOGETHER, maxLength: TOGETHER }), async (all) => {
        const ask = async ([url, , cursor]: (typeof all)[number]) => {
          const { statusCode, body } = await service.app.inject({ url: withCursor(url, cursor) });
          const { code } = JSON.parse(body);
          const about = `${url} ${JSON.stringify(cursor)}`;
          // An empty one, and one of more than 1,000 characters, is no cursor at all.
          expect(cursor === '' ? 'invalid-parameter' : 'invalid-cursor', about).toBe(code);
          expect(statusCode, about).toBe(400);
          expectNoLeak(body, [cursor]);
          refused++;
        };
        await Promise.all(all.map(ask));
      }),
      { numRuns: ROUNDS, seed: 11 },
    );
    await expectGood(service.get);
    return `${refused.toLocaleString('en')} of ${(ROUNDS * TOGETHER).toLocaleString('en')} refused with 400, in ${real.length} lists`;
  },
  60_000,
);

faultRow(
  11,
  'a cursor that is sealed as it should be, with a key that no page gave',
  async () => {
    const keys = fc.oneof(
      fc.string({ unit: 'binary', minLength: 1, maxLength: 60 }),
      fc.constantFrom(
        '9999~',
        '\uffff',
        '\u0000',
        "' OR 1=1 //",
        '2018-01-01_',
        '-1',
        '1e9',
        '0000-00-00_x',
        '!',
        '~',
      ),
    );
    const identities = ['listStatements []', 'listArticles []', 'listEvents []', 'listEntities []'];
    let asked = 0;
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...identities), keys, async (identity, key) => {
        const path = `/v1/${identity.slice(4, -3).toLowerCase()}`;
        const url = withCursor(`${path}?limit=2`, encodeCursor(identity, key));
        const { statusCode, body } = await service.app.inject({ url });
        expect([200, 400], body.slice(0, 200)).toContain(statusCode);
        asked++;
      }),
      { numRuns: 300, seed: 11 },
    );
    return `0 5xx in ${asked} of any key`;
  },
  60_000,
);
