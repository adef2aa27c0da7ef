/**
 * A Lucene query that asks for all words of a user's text, and for phrases in double quotes as such. Every word is
 * quoted, so nothing in the text is an operator.
 */
export const fullTextQuery = (text: string): string =>
  textTerms(text)
    .map((term) => `"${term}"`)
    .join(' AND ');

/** The words and phrases that a user's text asks for. */
export const textTerms = (text: string): string[] =>
  (text.match(/"[^"]*"|[^\s"]+/g) ?? [])
    .map((term) => term.replaceAll('"', '').replaceAll('\\', ' ').trim())
    .filter(isSearchable);

/** Whether a text holds anything that an index keeps; Lucene refuses a query without it. */
export const isSearchable = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);
