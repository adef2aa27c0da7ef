import { gunzipSync, gzipSync } from 'node:zlib';

/** A split goes to the left where its number is below the cut; a leaf adds its value. */
export type Tree = { feature: number; cut: number; left: Tree; right: Tree } | { value: number };

/** Trees over a list of numbers, whose values add up to a score. */
export interface BoostedTrees {
  base: number;
  trees: Tree[];
}

export function scoreOfTrees({ base, trees }: BoostedTrees, numbers: readonly number[]): number {
  let sum = base;
  for (const tree of trees) {
    let node = tree;
    while ('feature' in node) node = numbers[node.feature]! < node.cut ? node.left : node.right;
    sum += node.value;
  }
  return sum;
}

/** The number of a feature in a packed tree that stands for a leaf. */
const LEAF = 255;
/** What a leaf is counted in. */
const UNIT = 5e-4;

/**
 * Packs trees, each from its root on: a byte for the feature of a split or for a leaf, two bytes for which of all cuts a split has or
 * for the value of a leaf; before them the counts, the base and the cuts. All of it is compressed.
 */
export function packTrees({ base, trees }: BoostedTrees): Buffer {
  const features: number[] = [];
  const values: number[] = [];
  const cuts = new Map<number, number>();
  const write = (node: Tree) => {
    if ('feature' in node) {
      const nth = cuts.get(node.cut) ?? cuts.size;
      cuts.set(node.cut, nth);
      features.push(node.feature);
      values.push(nth);
      write(node.left);
      write(node.right);
    } else {
      features.push(LEAF);
      values.push(Math.max(-32_767, Math.min(32_767, Math.round(node.value / UNIT))));
    }
  };
  for (const tree of trees) write(tree);
  const bytes = Buffer.alloc(12 + 4 * cuts.size + 3 * features.length);
  bytes.writeUInt32LE(features.length, 0);
  bytes.writeUInt32LE(cuts.size, 4);
  bytes.writeFloatLE(base, 8);
  for (const [cut, nth] of cuts) bytes.writeFloatLE(cut, 12 + 4 * nth);
  const start = 12 + 4 * cuts.size;
  bytes.set(features, start);
  for (const [nth, value] of values.entries()) bytes.writeInt16LE(value, start + features.length + 2 * nth);
  return gzipSync(bytes, { level: 9 });
}

export function unpackTrees(packed: Uint8Array): BoostedTrees {
  const bytes = gunzipSync(packed);
  const [count, cuts] = [bytes.readUInt32LE(0), bytes.readUInt32LE(4)];
  const start = 12 + 4 * cuts;
  let at = 0;
  const read = (): Tree => {
    const feature = bytes[start + at]!;
    const value = bytes.readInt16LE(start + count + 2 * at);
    at++;
    if (feature === LEAF) return { value: value * UNIT };
    return { feature, cut: bytes.readFloatLE(12 + 4 * value), left: read(), right: read() };
  };
  const trees: Tree[] = [];
  while (at < count) trees.push(read());
  return { base: bytes.readFloatLE(8), trees };
}
