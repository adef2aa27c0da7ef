import table from './vectors.json' with { type: 'json' };

const DIMENSIONS = 100;

const PACKED: ReadonlyMap<string, string> = new Map(Object.entries(table));
/** Vectors of length 1; a stem is unpacked when it is first met. */
const vectors = new Map<string, Float32Array>();

function vectorOf(stem: string): Float32Array | undefined {
  const known = vectors.get(stem);
  if (known) return known;
  const packed = PACKED.get(stem);
  if (packed === undefined) return undefined;
  const vector = unpack(packed);
  vectors.set(stem, vector);
  return vector;
}

/** Two values of four bits stand in a byte. */
function unpack(packed: string): Float32Array {
  const bytes = Buffer.from(packed, 'base64url');
  const vector = new Float32Array(DIMENSIONS);
  for (const [at, byte] of bytes.entries()) {
    vector[2 * at] = (byte >> 4) - 8;
    vector[2 * at + 1] = (byte & 15) - 8;
  }
  const length = Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0));
  return vector.map((value) => value / length);
}

/**
 * How alike the contexts are in which two words occur, by their English stems: from -1 over 0, as of any two words, to 1. 0 where one
 * of them is not known.
 */
export function likenessOf(one: string, other: string): number {
  const [here, there] = [vectorOf(one), vectorOf(other)];
  if (!here || !there) return 0;
  let product = 0;
  for (let at = 0; at < DIMENSIONS; at++) product += here[at]! * there[at]!;
  return product;
}
