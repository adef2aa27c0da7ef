import table from './vectors.json' with { type: 'json' };

const DIMENSIONS = 100;

/** Values from -7 to 7, and the length of the vector. */
interface Vector {
  values: Int8Array;
  length: number;
}

const PACKED: ReadonlyMap<string, string> = new Map(Object.entries(table));
/** A stem is unpacked when it is first met. */
const vectors = new Map<string, Vector>();

function vectorOf(stem: string): Vector | undefined {
  const known = vectors.get(stem);
  if (known) return known;
  const packed = PACKED.get(stem);
  if (packed === undefined) return undefined;
  const vector = unpack(packed);
  vectors.set(stem, vector);
  return vector;
}

/** Two values of four bits stand in a byte. */
function unpack(packed: string): Vector {
  const bytes = Buffer.from(packed, 'base64url');
  const values = new Int8Array(DIMENSIONS);
  for (const [at, byte] of bytes.entries()) {
    values[2 * at] = (byte >> 4) - 8;
    values[2 * at + 1] = (byte & 15) - 8;
  }
  return { values, length: Math.sqrt(product(values, values)) };
}

/** The sum of the products of whole numbers, four at a time: this is where the time of a comparison goes. */
function product(one: Int8Array, other: Int8Array): number {
  let sum = 0;
  for (let at = 0; at < DIMENSIONS; at += 4)
    sum +=
      one[at]! * other[at]! +
      one[at + 1]! * other[at + 1]! +
      one[at + 2]! * other[at + 2]! +
      one[at + 3]! * other[at + 3]!;
  return sum;
}

/**
 * How alike the contexts are in which other words occur to those of one, by their English stems: from -1 over 0, as of any two words, to
 * 1; 0 where the other is not known. Null where the one is not.
 */
export function likenessTo(one: string): ((other: string) => number) | null {
  const here = vectorOf(one);
  if (!here) return null;
  return (other) => {
    const there = vectorOf(other);
    return there ? product(here.values, there.values) / (here.length * there.length) : 0;
  };
}
