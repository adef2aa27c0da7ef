/** A type with its article: "a Person", "an Organization". */
export const aOrAn = (type: string): string => `${/^[AEIOU]/.test(type) ? 'an' : 'a'} ${type}`;
