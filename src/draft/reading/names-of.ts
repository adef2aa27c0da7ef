/** The names in "By Ada Bell and Cal Dorn". */
export const namesOf = (byline: string): string[] =>
  byline
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^by:?\s+/i, '')
    .split(/,|;|\band\b|&/)
    .map((name) => name.trim())
    .filter((name) => /^\p{Lu}[\p{L}.’'-]+( [\p{L}.’'-]+){1,4}$/u.test(name));
