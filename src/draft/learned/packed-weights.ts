import { gunzipSync, gzipSync } from 'node:zlib';

/** Weights as whole numbers from -127 to 127, by 24 bits of the hash of a feature's name. */
type Whole = ReadonlyMap<number, number>;

/**
 * Packs weights: the hashes in rising order as the steps between them, seven bits a byte with the lowest first, then the weights, a
 * byte each; all of it compressed.
 */
export function packWeights(weights: Whole): Buffer {
  const sorted = [...weights].sort(([a], [b]) => a - b);
  const steps: number[] = [];
  let before = 0;
  for (const [hash] of sorted) {
    let step = hash - before;
    before = hash;
    while (step > 0x7f) {
      steps.push((step & 0x7f) | 0x80);
      step >>>= 7;
    }
    steps.push(step);
  }
  const count = Buffer.alloc(4);
  count.writeUInt32LE(sorted.length);
  return gzipSync(
    Buffer.concat([count, Buffer.from(steps), Buffer.from(Int8Array.from(sorted, ([, weight]) => weight))]),
    { level: 9 },
  );
}

/** @param unit what a weight of 1 stands for. */
export function unpackWeights(packed: Uint8Array, unit: number): Map<number, number> {
  const bytes = gunzipSync(packed);
  const count = bytes.readUInt32LE(0);
  const weights = new Map<number, number>();
  let [at, hash] = [4, 0];
  for (let nth = 0; nth < count; nth++) {
    let [step, shift] = [0, 0];
    for (;;) {
      const byte = bytes[at++]!;
      step |= (byte & 0x7f) << shift;
      shift += 7;
      if (byte < 0x80) break;
    }
    hash += step;
    weights.set(hash, bytes.readInt8(bytes.length - count + nth) * unit);
  }
  return weights;
}
