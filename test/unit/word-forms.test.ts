import { describe, expect, test } from 'vitest';
import { wordForms } from '../../src/search/word-forms.ts';

describe('the forms of a word', () => {
  test.each([
    ['terror', 'terrorism'],
    ['terrorist', 'terrorism'],
    ['army', 'armies'],
    ['policy', 'policies'],
    ['attack', 'attackers'],
    ['war', 'warring'],
    ['stop', 'stopped'],
    ['die', 'died'],
    ['accuse', 'accusation'],
    ['negotiate', 'negotiations'],
    ['criticism', 'criticized'],
    ['criticise', 'criticizing'],
    ['institutionalise', 'institutionalized'],
    ['organisation', 'organizations'],
    ['analyse', 'analyzed'],
    ['labour', 'labor'],
    ['honour', 'honored'],
    ['neighbouring', 'neighbors'],
    ['centre', 'centers'],
    ['centred', 'centered'],
    ['defence', 'defenses'],
    ['licence', 'licensed'],
    ['dialogue', 'dialogs'],
    ['programme', 'programs'],
    ['practise', 'practiced'],
    ['sceptical', 'skeptical'],
    ['skilful', 'skillful'],
    ['travelled', 'traveling'],
    ['cancelling', 'canceled'],
    ['judgement', 'judgments'],
    ['aluminium', 'aluminum'],
    ['grey', 'gray'],
    ['Pakistanis', 'Pakistani'],
  ])('%s and %s are found by each other', (one, other) => {
    expect(wordForms(one)).toContain(other.toLowerCase());
    expect(wordForms(other)).toContain(one.toLowerCase());
  });

  test.each([
    ['general', 'generate'],
    ['international', 'internal'],
    ['news', 'new'],
    ['paradise', 'parade'],
    ['police', 'policy'],
    ['hour', 'hor'],
    ['ISIS', 'isi'],
    ['isis', 'isi'],
    ['US', 'use'],
  ])('%s and %s are not', (one, other) => {
    expect(wordForms(one)).not.toContain(other);
    expect(wordForms(other)).not.toContain(one.toLowerCase());
  });

  test.each(['constructor', '__proto__', 'aaaaaaaa', 'x'.repeat(200)])('of %s hold itself', (word) => {
    expect(wordForms(word)).toContain(word);
  });
});

test('what is too long for a word has itself alone, and takes no time', () => {
  const started = process.cpuUsage();
  const long = 'a'.repeat(5000);
  expect(wordForms(long)).toEqual([long]);
  expect(process.cpuUsage(started).user).toBeLessThan(500_000);
});
