import { expect, test } from 'vitest';
import { foldWords } from '../../../src/match/fold/fold-words.ts';

const keys = (text: string, language = 'en') => foldWords(text, language).map(({ key }) => key);
const weightOf = (text: string, key: string) =>
  foldWords(text, 'en').find((word) => word.key === key)!.weight;

test.each([
  ['quotation marks and dashes', '“We won’t yield” – ever', "'We won't yield' - ever"],
  [
    'contractions',
    "They can't win; it's over and we're done",
    'They can not win; it is over and we are done',
  ],
  ['British and American spelling', 'The labour programme was honourable', 'The labor program was honorable'],
  ['numbers in words', 'fifteen per cent of two hundred and six ships', '15% of 206 ships'],
  ['thousands in words', 'two thousand and six of one thousand three hundred', '2006 of 1,300'],
  ['large numbers', 'one and a half million households', '1,500,000 households'],
  ['amounts', '$1.5bn', '1.5 billion dollars'],
  ['a changed letter', '[t]he letters were filed', 'The letters were filed'],
  ['words that an editor put in', 'They [the inspectors] were thanked', 'They were thanked'],
  ['ellipses', 'They thanked me … and filed the letters', 'They thanked me ... and filed the letters'],
  [
    'compounds',
    'a cease-fire of the co-operating healthcare workforce',
    'a ceasefire of the cooperating health-care work force',
  ],
])('%s make no difference', (_, one, other) => {
  const [here, there] = [one, other].map((text) => keys(text).sort());
  expect(here).toEqual(there);
});

test('two numbers that follow each other are two', () => {
  expect(keys('in 2019 2020')).toEqual(['in', '2019', '2020']);
  expect(keys('two three')).toEqual(['2', '3']);
  expect(keys('two thousand 300')).toEqual(['2000', '300']);
});

test('what outlets and titles always write says little, a rare word much', () => {
  expect(weightOf('the President was deterred', 'deter')).toBeGreaterThan(1);
  expect(weightOf('the President was deterred', 'presid')).toBeLessThan(0.3);
  expect(weightOf('it pleased Velde', 'veld')).toBeLessThan(0.6);
  expect(weightOf('it was the people', 'the')).toBe(0);
});

test('another language is folded and not spelled out', () => {
  expect(keys('Das Große Réseau', 'de')).toEqual(['das', 'grosse', 'reseau']);
});
