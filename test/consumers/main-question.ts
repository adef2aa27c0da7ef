import { expect } from 'vitest';

/** What each client tells of the answer to "What did Kurilla or Trump say about Pakistan, in their own words?". */
export const MAIN_ANSWER = {
  statements: 1,
  id: 'kurilla-pakistan-phenomenal-partner',
  speaker: 'michael-kurilla',
  about: 'pakistan',
  text: expect.stringContaining('phenomenal partner'),
  start: 5484,
  end: 5620,
  next: null,
};

/** What each client tells of the problem that a misspelt name gets. */
export const MISSPELT_ANSWER = { code: 'unknown-entity', nearest: 'michael-kurilla' };
