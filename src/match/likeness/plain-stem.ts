import irregular from './irregular.json' with { type: 'json' };

const PLAIN: ReadonlyMap<string, string> = new Map(Object.entries(irregular));

/** The stem of the plain form of a word, by its stem: "child" for "children", "lose" for "lost". */
export const plainStem = (stem: string): string => PLAIN.get(stem) ?? stem;
