import fc from 'fast-check';
import { expect } from 'vitest';
import { faultRow } from '../../support/fault-row.ts';
import { expectGood, expectNoLeak } from '../../support/leaks.ts';
import { addressOf, queryParameters } from '../../support/query-parameters.ts';
import { testService } from '../../support/service.ts';

const service = testService();
const TOGETHER = 10;
const ROUNDS = 100;

const parts = fc.constantFrom(
  ...['war', 'Pakistan', 'nuclear', 'don’t', 'naïve', 'x'.repeat(60), '0', '2018'],
  ...[
    '"',
    '""',
    '\\',
    '\\"',
    '*',
    '?',
    '~',
    '~2',
    '^',
    '^4',
    ':',
    'text:',
    'id:*',
    '+',
    '-',
    '!',
    '&&',
    '||',
    '/',
  ],
  ...[
    '(',
    ')',
    '[',
    ']',
    '{',
    '}',
    '[a TO z]',
    '{* TO *}',
    '/regex.*/',
    '/(a+)+$/',
    'AND',
    'OR',
    'NOT',
    'TO',
  ],
  ...[
    '*:*',
    '_exists_:id',
    '<',
    '>=',
    '=',
    "'",
    '`',
    '$q',
    ' ',
    '  ',
    '\u00a0',
    '\u3000',
    '\u200d',
    '\u202e',
  ],
  ...['🙂', '👩‍👩‍👧', 'é', 'e\u0301', 'ﬁ', 'ß', '日本', 'مرحبا', '\uffff', '\ud83d', '%', '%00', '&'],
);
const hostile = fc.oneof(
  { weight: 8, arbitrary: fc.array(parts, { minLength: 1, maxLength: 10 }).map((all) => all.join('')) },
  { weight: 4, arbitrary: fc.array(parts, { minLength: 1, maxLength: 10 }).map((all) => all.join(' ')) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 200 }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('a'.repeat(10_000), '"'.repeat(199), `${'('.repeat(99)}a`, 'a '.repeat(100)),
  },
);
const searches = fc.constantFrom(...queryParameters.filter(({ name }) => name === 'q' || name === 'prefix'));

faultRow(
  7,
  'hostile full-text strings',
  async () => {
    const statuses = new Map<number, number>();
    const asks = fc.array(fc.tuple(searches, hostile), { minLength: TOGETHER, maxLength: TOGETHER });
    await fc.assert(
      fc.asyncProperty(asks, async (all) => {
        const ask = async ([{ query, name }, text]: (typeof all)[number]) => {
          const url = addressOf(query, { [name]: text });
          const { statusCode, body } = await service.app.inject({ url });
          statuses.set(statusCode, (statuses.get(statusCode) ?? 0) + 1);
          expect([200, 400], `${url} ${body.slice(0, 200)}`).toContain(statusCode);
          if (statusCode !== 200) expectNoLeak(body, [text]);
        };
        await Promise.all(all.map(ask));
      }),
      { numRuns: ROUNDS, seed: 7 },
    );
    // Most of it can be looked for.
    expect(statuses.get(200)).toBeGreaterThan((ROUNDS * TOGETHER) / 2);
    await expectGood(service.get);
    return `0 5xx in ${(ROUNDS * TOGETHER).toLocaleString('en')}, ${statuses.get(200)} of them answered with 200`;
  },
  120_000,
);
