import { expect, test } from 'vitest';
import { candidateKeys, soughtKeys } from '../../../src/match/candidate-keys.ts';
import { renderingOf } from './rendering-of.ts';

const WORDS = 'The spillway gate was corroded, and they thanked me for my diligence and filed the letters';

test('a report finds what it reports by two words that stand near each other', () => {
  const report = renderingOf('the gate of the spillway had corroded', { quoteType: 'indirect' });
  const stored = candidateKeys(renderingOf(WORDS));
  expect(soughtKeys(report).filter((key) => stored.includes(key))).toContain('gate_spillway');
});

test('keys have no spaces, and of a long text few are sought', () => {
  const long = renderingOf(
    `${WORDS}. ${'Whoever inspected dams for thirty years recognises negligence'.repeat(3)}`,
  );
  expect(candidateKeys(long).every((key) => /^\S+$/.test(key))).toBe(true);
  expect(soughtKeys(long)).toHaveLength(8);
});

test('words that everybody says are no keys', () => {
  expect(candidateKeys(renderingOf('They said that it was what it was'))).toEqual([]);
});
