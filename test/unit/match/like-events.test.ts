import { expect, test } from 'vitest';
import { likeEvents, type ToldEvent } from '../../../src/match/like-events.ts';
import { on } from './rendering-of.ts';

const hearing = (values: Partial<ToldEvent> = {}): ToldEvent => ({
  kind: 'hearing',
  label: 'A Senate committee hears the inspector of the Orren dam',
  language: 'en',
  days: on('2031-05-12'),
  place: 'northmark',
  participants: ['nora-velde', 'senate-committee'],
  ...values,
});
const later = hearing({
  label: 'Inspector of the Orren dam testifies before senators',
  days: on('2031-05-13'),
  place: null,
});

test('an event that another article tells of in other words is offered, with its reason', () => {
  expect(likeEvents(hearing(), later)).toEqual({
    score: expect.any(Number),
    reason: expect.stringContaining('2 of 2 participants'),
  });
  expect(likeEvents(later, hearing())).toEqual(likeEvents(hearing(), later));
});

test.each([
  ['on other days', { days: on('2031-06-12') }],
  [
    'that happened to others, of another kind',
    { participants: ['paul-imrie'], kind: 'vote', label: 'A committee votes on the dam' },
  ],
  ['with another number', { label: 'A Senate committee hears 12 inspectors of the dam' }],
])('one %s is not', (_, values) => {
  const numbered = hearing({ label: 'A Senate committee hears 3 inspectors of the dam' });
  expect(
    likeEvents('label' in values && !('kind' in values) ? numbered : hearing(), hearing(values)),
  ).toBeNull();
});

test('one of the same sort without a word in common is not', () => {
  expect(likeEvents(hearing(), hearing({ label: 'Bankers explain themselves' }))).toBeNull();
});
