import { expect, test } from 'vitest';
import { sentenceStarts } from '../../src/ingest/facts/sentences.ts';

function sentences(text: string, language = 'en'): string[] {
  const starts = sentenceStarts(text, language);
  const points = [...text];
  return starts.map((start, at) =>
    points
      .slice(start, starts[at + 1])
      .join('')
      .trim(),
  );
}

test.each([
  ['One. Two! Three?', ['One.', 'Two!', 'Three?']],
  ['Mr. Trump met Gen. Asim Munir. They spoke.', ['Mr. Trump met Gen. Asim Munir.', 'They spoke.']],
  [
    'Michael E. Kurilla said so. J. R. R. Tolkien did not.',
    ['Michael E. Kurilla said so.', 'J. R. R. Tolkien did not.'],
  ],
  ['The U.S. President left. He said no.', ['The U.S. President left.', 'He said no.']],
  ['“They fight.” She left.', ['“They fight.”', 'She left.']],
  ['“Go!” she said. “Now.”', ['“Go!” she said.', '“Now.”']],
  ['On Jan. 5 it began.', ['On Jan. 5 it began.']],
  ['A headline without a dot\nThe text begins.', ['A headline without a dot', 'The text begins.']],
  ['“in two\n\nparagraphs” it was said.', ['“in two', 'paragraphs” it was said.']],
  ['🙂 One. 🙂 Two.', ['🙂 One.', '🙂 Two.']],
  ['What is mixed. Final words', ['What is mixed.', 'Final words']],
  ['', []],
])('%s', (text, expected) => {
  expect(sentences(text)).toEqual(expected);
});

test.each([
  ['zh-Hans', '他说了。她没有说。', ['他说了。', '她没有说。']],
  ['ur', 'عاصم منیر نے کہا۔ ٹرمپ نے سنا۔', ['عاصم منیر نے کہا۔', 'ٹرمپ نے سنا۔']],
  ['hi', 'उसने कहा। वह चला गया।', ['उसने कहा।', 'वह चला गया।']],
])('in %s', (language, text, expected) => {
  expect(sentences(text, language)).toEqual(expected);
});
