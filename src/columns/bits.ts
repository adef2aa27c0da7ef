/** The words of a set as bits, each by its place in the vocabulary. */
export const bitsOf =
  (words: readonly string[]) =>
  (given: readonly string[]): number =>
    given.reduce((bits, word) => bits | (1 << words.indexOf(word)), 0);
