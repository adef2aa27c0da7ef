import table from './table.json' with { type: 'json' };

const FREQUENCIES: ReadonlyMap<string, number> = new Map(
  Object.entries(table).flatMap(([zipf, stems]) =>
    stems.split(' ').map((stem) => [stem, Number(zipf)] as const),
  ),
);

/** The Zipf frequency at which a word says nothing, and by how much it has to be less to say one unit more. */
const EMPTY = 6.5;
const PER_UNIT = 2;
const LEAST = 0.15;
/** Of a word that hardly occurs. */
export const RAREST_WEIGHT = 1.5;

/**
 * How much it says that two texts share a word, by how rare it is: from 0.15 ("people") over about 1 ("sanctions") to 1.5.
 * @param stem the stem of an English word, as `stemOf` makes it.
 */
export function wordWeight(stem: string): number {
  const zipf = FREQUENCIES.get(stem);
  return zipf === undefined
    ? RAREST_WEIGHT
    : Math.min(RAREST_WEIGHT, Math.max(LEAST, (EMPTY - zipf) / PER_UNIT));
}
