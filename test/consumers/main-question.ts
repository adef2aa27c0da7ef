import { expect } from 'vitest';

/** What each client tells of the answer to "What did Kurilla or Trump say about Pakistan, in their own words?". */
export const MAIN_ANSWER = {
  statements: 2,
  id: 'trump-thanks-munir',
  speaker: 'donald-trump',
  about: 'asim-munir',
  text: expect.stringContaining('The reason I had him here'),
  start: 4424,
  end: 4520,
  next: null,
};

/** What each client tells of the problem that a misspelt name gets. */
export const MISSPELT_ANSWER = { code: 'unknown-entity', nearest: 'michael-kurilla' };
