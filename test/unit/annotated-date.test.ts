import { expect, test } from 'vitest';
import { readYaml } from '../../src/ingest/read/yaml-document.ts';
import { Annotation } from '../../src/model/annotation.ts';

const annotation = (date: string) => `article: { title: A, language: zh-Hans, published: ${date} }
events:
  - { id: a, kind: other, label: A, date: ${date}, evidence: [A] }
relations:
  - { subject: a, predicate: ALLY_OF, object: b, date: ${date}, evidence: [A] }
statements:
  - id: a
    said: ${date}
    quotations:
      - quoteType: direct
        quote: A
        attributions: [{ speaker: a, rank: preferred, basis: cue-named, confidence: 1, evidence: A }]
`;

test.each([
  ['2025-06-10', '2025-06-10'],
  ['1947', '1947'],
  ['0576', '0576'],
  ['576', '0576'],
  ['2001-21~', '2001-21~'],
  ['"[1667,1668]"', '[1667,1668]'],
])('a date alone, %s, is one that the text states, wherever a date stands', (written, edtf) => {
  const { article, events, relations, statements } = Annotation.parse(readYaml(annotation(written)).value);
  expect(article.published).toBe(edtf);
  const stated = { edtf, basis: 'explicit' };
  expect([events[0]!.date, relations[0]!.date, statements[0]!.said]).toEqual([stated, stated, stated]);
});
