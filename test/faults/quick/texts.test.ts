import fc from 'fast-check';
import { afterAll, expect } from 'vitest';
import { InputError } from '../../../src/ingest/check/input-error.ts';
import { writeChecked } from '../../../src/ingest/ingest.ts';
import { faultRow } from '../../support/fault-row.ts';
import { testGraph } from '../../support/graph.ts';
import { restoreSeed } from '../../support/graph-dump.ts';
import { expectGood } from '../../support/leaks.ts';
import { scratchInputs, scratchRecord } from '../../support/scratch.ts';
import { testService } from '../../support/service.ts';

const service = testService();
const graph = testGraph();
const inputs = scratchInputs();
afterAll(() => restoreSeed(graph));

const RANDOM = 60;

/** Texts that lose something where they are cut, folded, escaped or counted in the wrong units. */
const FIXED = [
  'NUL \0 within',
  'a lone \ud83d surrogate',
  'a lone \ude42 surrogate',
  'swapped \ude42\ud83d halves',
  'bidi \u202eright to left\u202c \u2066isolate\u2069 \u200f\u061c',
  'not composed: cafe\u0301',
  'Hangul in parts: \u1112\u1161\u11ab',
  'a family 👩‍👩‍👧‍👦, a flag 🏴󠁧󠁢󠁳󠁣󠁴󠁿, skin 👍🏽',
  'beyond the plane 𝒳 𠮷 🂡',
  'no characters \ufffe \uffff \u{10ffff}',
  'a byte-order mark \ufeff within',
  'lines\nand\ttabs',
  'a return\rand another\r\n',
  'separators \u2028 and \u2029 and \u0085',
  'C1 \u009b31m and ESC \u001b[31m',
  'spaces \u00a0 \u3000 \u200b \u200d',
  'ligature ﬁ, long ſ, Kelvin \u212a, dotless ı, İ',
  'a { "json": [null] } \\u0041 \\n \\',
  '<script>alert(1)</script> &amp; \'quotes\' "twice"',
  `long ${'word '.repeat(2000)}end`,
  `long without a space ${'語'.repeat(10_000)}`,
];

const pieces = fc.constantFrom(
  ...[
    'a',
    ' ',
    '\n',
    '\t',
    '\r',
    '\0',
    '\ud83d',
    '\ude42',
    '🙂',
    '👩‍👧',
    'e\u0301',
    'é',
    '\u202e',
    '\u2069',
    '\u200f',
  ],
  ...[
    '\ufeff',
    '\u2028',
    '\u0085',
    'ﬁ',
    'İ',
    '語',
    '𠮷',
    '"',
    '\\',
    '”',
    "'",
    '<b>',
    '\uffff',
    '\u0007',
    '\u1112\u1161',
  ],
);
const random = fc.oneof(
  fc.array(pieces, { minLength: 1, maxLength: 20 }).map((all) => all.join('')),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }),
);

faultRow(
  10,
  'NUL, lone surrogate, bidi, NFD, emoji, 10 k text',
  async () => {
    const texts = [...FIXED, ...fc.sample(random, { numRuns: RANDOM, seed: 10 })].map((text) => `x${text}x`);
    const records = texts.map((words, nth) => scratchRecord(`text-${nth}`, { words, title: words }));
    const taken = records.filter((record) => !isRefused(record));
    const refused = records.length - taken.length;
    expect(refused).toBeGreaterThan(5);
    expect(taken.length).toBeGreaterThan(20);

    await writeChecked(graph, inputs.check(taken));
    for (const { id, text, annotation } of taken) {
      const words = annotation.article.title;
      const article = await service.get(`/v1/articles/${id}`);
      expect([article.status, article.body.text, article.body.title], id).toEqual([200, text, words]);
      const statement = await service.get(`/v1/statements/${id}-says`);
      expect([statement.status, statement.body.text], id).toEqual([200, words]);
      const [quotation] = statement.body.quotations;
      const [{ exact, start, end }] = quotation.evidence;
      expect([...text].slice(start, end).join(''), id).toBe(exact);
    }
    const lists = await service.app.inject({ url: '/v1/statements?speaker=scratch-speaker&format=ndjson' });
    const listed = lists.body
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line).text);
    expect(new Set(listed)).toEqual(new Set(taken.map(({ annotation }) => annotation.article.title)));
    await expectGood(service.get);
    return `${taken.length} equal after the round trip, ${refused} refused with file, line and field`;
  },
  120_000,
);

/** Whether the check refuses a record; each fault names its file, its line and its field. */
function isRefused(record: object): boolean {
  try {
    inputs.check([record]);
    return false;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    for (const { file, line, field, detail } of error.faults) {
      expect(file).toMatch(/articles\.ndjson$/);
      expect(line).toBeGreaterThan(0);
      expect(field).not.toBe('');
      expect(detail).not.toBe('');
    }
    return true;
  }
}
