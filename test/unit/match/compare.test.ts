import { expect, test } from 'vitest';
import { compare } from '../../../src/match/compare.ts';
import { occasionSigns } from '../../../src/match/occasion.ts';
import type { Rendering } from '../../../src/match/rendering.ts';
import { on, renderingOf } from './rendering-of.ts';

const WARNED = 'I warned them in writing on three occasions that the spillway gate was corroded';
const warned = (values: Partial<Rendering> = {}) => renderingOf(WARNED, values);
const verdictOf = (one: Rendering, other: Rendering) => compare(one, other).verdict;

test('the same words are one statement, verbatim', () => {
  expect(compare(warned(), warned())).toMatchObject({ verdict: 'sure', basis: 'verbatim' });
});

test('a fragment is one with the whole, and says why', () => {
  const fragment = renderingOf('Velde had “warned them in writing on three occasions”', {
    quoteType: 'mixed',
    quoted: ['warned them in writing on three occasions'],
  });
  expect(compare(warned(), fragment)).toMatchObject({
    verdict: 'sure',
    reason: expect.stringMatching(/7 quoted words in a row.*the same speaker/),
  });
});

test('a report in other words is one where the speaker and the day agree', () => {
  const report = renderingOf('Nora Velde had warned in writing that the gate was corroding', {
    quoteType: 'indirect',
  });
  expect(verdictOf(warned(), report)).toBe('sure');
  expect(verdictOf(warned(), { ...report, speakers: ['paul-imrie'] })).toBe('none');
});

test('outlets date a speech a day apart', () => {
  expect(verdictOf(warned(), warned({ said: on('2031-05-13') }))).toBe('sure');
});

test('the same words weeks later are another statement, which is offered', () => {
  expect(verdictOf(warned(), warned({ said: on('2031-06-30'), published: on('2031-07-01') }))).toBe('likely');
});

test('words that were said after an article was published cannot stand in it', () => {
  const undated = warned({ said: null, saidBasis: 'unknown', published: on('2031-05-08') });
  expect(verdictOf(warned(), undated)).toBe('likely');
});

test.each([
  [
    'a post and an interview',
    'Velde wrote on X: “ … ”',
    'Velde said in an interview with Radio Coast: “ … ”',
  ],
  ['a press conference and a post', 'Velde told reporters: “ … ”', 'Velde posted on Telegram: “ … ”'],
  ['interviews with two media', 'in an interview with Radio Coast', 'in an interview with the Gazette'],
])('the same words in %s are two statements', (_, one, other) => {
  expect(
    verdictOf(
      warned({ occasionSigns: occasionSigns(one, []) }),
      warned({ occasionSigns: occasionSigns(other, []) }),
    ),
  ).toBe('likely');
});

test('an event of both is one occasion, whatever stands around', () => {
  const occasions = ['orren-hearing'];
  const [one, other] = ['told reporters', 'in an interview with the Gazette'].map((around) =>
    warned({ occasionSigns: occasionSigns(around, ['hearing']), occasions }),
  );
  expect(verdictOf(one!, other!)).toBe('sure');
});

test('the same long words given to two are a contested speaker, a phrase of everybody is not', () => {
  const lawyer = { speakers: ['jonas-kern'] };
  expect(verdictOf(warned(), warned(lawyer))).toBe('sure');
  const phrase = 'We are monitoring the situation closely';
  expect(verdictOf(renderingOf(phrase), renderingOf(phrase, lawyer))).not.toBe('sure');
});

test('words that another repeats are another statement', () => {
  const repeated = renderingOf(`When Velde says ‘${WARNED}’, I believe her`, { speakers: ['paul-imrie'] });
  expect(verdictOf(warned(), repeated)).not.toBe('sure');
});

test.each([
  ['the opposite', 'The army would not unload the medicine', 'The army would unload the medicine'],
  [
    'another number',
    'The new gate would cost 2.3 million crowns',
    'The new gate would cost 4.1 million crowns',
  ],
])('%s is not the same', (_, one, other) => {
  const [here, there] = [one, other].map((words) => renderingOf(words, { quoteType: 'indirect' }));
  expect(verdictOf(here!, there!)).toBe('likely');
  expect(verdictOf(here!, { ...here!, id: 'again', articleId: 'again' })).toBe('sure');
});

test('names and titles prove nothing', () => {
  const [one, other] = [
    'He met President Nora Velde of Northmark',
    'He dismissed President Nora Velde of Northmark',
  ];
  const indirect = { quoteType: 'indirect', speakers: ['paul-imrie'] } as const;
  expect(verdictOf(renderingOf(one!, indirect), renderingOf(other!, indirect))).not.toBe('sure');
});

test('a repetition within one article is no agreement', () => {
  expect(compare(warned({ articleId: 'x' }), warned({ articleId: 'x' }))).toMatchObject({
    verdict: 'none',
    reason: 'one article',
  });
});

test('renderings in two languages share no words', () => {
  expect(verdictOf(warned(), warned({ language: 'de' }))).toBe('none');
});

test('texts that are made to take long do not', () => {
  const started = process.cpuUsage();
  for (const words of [
    'a'.repeat(20_000),
    'one '.repeat(5000),
    'spillway gate '.repeat(1400),
    "n't ".repeat(5000),
  ])
    compare(renderingOf(words), renderingOf(`${words} more`));
  expect(process.cpuUsage(started).user).toBeLessThan(3_000_000);
});
