/**
 * A Lucene query for all words of a user's text, and for what stands in double quotes as a phrase. Every word is quoted,
 * so nothing in the text is an operator.
 */
export const fullTextQuery = (text: string): string =>
  textTerms(text)
    .map((term) => `"${term}"`)
    .join(' AND ');

/** The words and phrases of a user's text. */
export const textTerms = (text: string): string[] =>
  (text.match(/"[^"]*"|[^\s"]+/g) ?? [])
    .map((term) => term.replaceAll('"', '').replaceAll('\\', ' ').trim())
    .filter(isSearchable);

/** Whether a text has a word that an index holds; Lucene refuses a query without one. */
export const isSearchable = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);
