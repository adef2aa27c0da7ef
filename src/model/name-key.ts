/**
 * The form in which names are compared: compatibility characters, case, dots, apostrophes, a leading "the" and
 * repeated spaces make no difference, so that "the U.S." finds "US".
 */
export function nameKey(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[.'’]/g, '')
    .replace(/[‐‑‒–—]/g, '-')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^the /, '');
}
