import type { Rendering } from '../../../src/match/rendering.ts';

let count = 0;

/** A rendering of an article of its own, said by one person on one day, direct where nothing else is given. */
export function renderingOf(words: string, values: Partial<Rendering> = {}): Rendering {
  const id = `r-${count++}`;
  return {
    id,
    articleId: id,
    language: 'en',
    quoteType: 'direct',
    parts: [words],
    quoted: [],
    occasionSigns: [],
    speakers: ['nora-velde'],
    describedOf: [],
    said: on('2031-05-12'),
    saidBasis: 'explicit',
    published: on('2031-05-13'),
    occasions: [],
    ...values,
  };
}

export const on = (day: string) => ({ earliest: day, latest: day });
