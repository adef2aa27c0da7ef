import fc from 'fast-check';
import { expect } from 'vitest';
import { queries } from '../../../src/endpoints/index.ts';
import { ProblemDetails } from '../../../src/http/problem.ts';
import { faultRow } from '../../support/fault-row.ts';
import { expectGood, expectNoLeak } from '../../support/leaks.ts';
import {
  addressOf,
  type ParameterKind,
  type QueryParameter,
  queryParameters,
} from '../../support/query-parameters.ts';
import { testService } from '../../support/service.ts';

const service = testService();
const RUNS = 1000;

const NO_NUMBER = [
  '0x10',
  '1e1',
  '-0',
  '+1',
  ' 1',
  '1 ',
  '',
  '01',
  '1_0',
  '1n',
  '１',
  '١',
  'NaN',
  'Infinity',
  '1\n',
  'null',
];
const WRONG: Record<ParameterKind, string[]> = {
  integer: [...NO_NUMBER, '1.0', '1.5', '9'.repeat(30)],
  number: [...NO_NUMBER, '.5', '1.', '0,5', '2', '-0.5', '0.5 '],
  boolean: [...NO_NUMBER, '1', '0', 'TRUE', 'yes', 'true ', ' false', 'true,false'],
  enum: NO_NUMBER,
  date: [
    ...NO_NUMBER,
    '2018',
    '2018-02-30',
    '2018-1-1',
    ' 2018-01-01',
    '2018-01-01 ',
    '+2018-01-01',
    '-2018-01-01',
    '20180101',
    '2018-01-01T00:00',
    '٢٠١٨-٠١-٠١',
  ],
  cursor: [''],
  text: ['', ' ', '\t', '\u0000'],
};

const wrongValues = ({ kind, words, maximum }: QueryParameter) => [
  ...WRONG[kind],
  ...words.flatMap((word) => [`${word} `, ` ${word}`, `${word},`, word.toUpperCase(), word.toLowerCase()]),
  ...(maximum === undefined ? [] : [String(maximum + 1)]),
];

interface Wrong {
  url: string;
  name: string;
  told: string;
}

/** A value that a parameter cannot have. */
const malformed: Wrong[] = queryParameters
  .filter(({ inPath }) => !inPath)
  .flatMap((parameter) =>
    wrongValues(parameter)
      .filter((value) => !parameter.words.includes(value))
      .map((value) => ({
        url: addressOf(parameter.query, { [parameter.name]: value }),
        name: parameter.name,
        told: value,
      })),
  );

const repeated: Wrong[] = queryParameters
  .filter(({ inPath, isList }) => !inPath && !isList)
  .map(({ query, name }) => ({ url: `${addressOf(query, { [name]: '1' })}&${name}=1`, name, told: '1' }));

const unknown: fc.Arbitrary<Wrong> = fc
  .tuple(
    fc.constantFrom(...queries),
    fc.oneof(
      fc.stringMatching(/^[A-Za-z][\w.-]{0,20}$/),
      fc.constantFrom(
        'limit[]',
        'limit[0]',
        'limit.x',
        'Limit',
        ' limit',
        'limit ',
        '$limit',
        '*',
        'cursor\u0000',
        'ﬁlter',
      ),
    ),
  )
  .filter(([{ params }, name]) => !(name in params.shape))
  .map(([query, name]) => ({ url: addressOf(query, { [name]: '1' }), name, told: name }));

faultRow(
  5,
  'unknown or repeated parameter, `0x10`, `1e1`, `-0`, empty',
  async () => {
    let refused = 0;
    const wrong = fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(...malformed) },
      { weight: 2, arbitrary: fc.constantFrom(...repeated) },
      { weight: 2, arbitrary: unknown },
    );
    await fc.assert(
      fc.asyncProperty(wrong, async ({ url, name, told }) => {
        const response = await service.app.inject({ url });
        expect(response.statusCode, url).toBe(400);
        const { errors } = ProblemDetails.parse(response.json());
        expect(
          errors.map(({ parameter }) => parameter),
          url,
        ).toContain(name);
        expectNoLeak(response.body, [told]);
        refused++;
      }),
      { numRuns: RUNS, seed: 5 },
    );
    await expectGood(service.get);
    return `${refused.toLocaleString('en')} of ${RUNS.toLocaleString('en')} refused with 400`;
  },
  60_000,
);
