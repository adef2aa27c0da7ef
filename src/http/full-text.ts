/**
 * A Lucene query that asks for all words of a user's text, and for phrases in double quotes as such. Every word is
 * quoted, so nothing in the text is an operator.
 */
export function fullTextQuery(text: string): string {
  const terms = text.match(/"[^"]*"|[^\s"]+/g) ?? [];
  const quoted = terms
    .map((term) => term.replaceAll('"', '').replaceAll('\\', ' ').trim())
    .filter(isSearchable)
    .map((term) => `"${term}"`);
  return quoted.join(' AND ');
}

/** Whether a text holds anything that an index keeps; Lucene refuses a query without it. */
export const isSearchable = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);
