import table from './table.json' with { type: 'json' };

const RELATED = new Map<string, Set<string>>();
for (const [stem, others] of Object.entries(table))
  for (const other of others.split(' ')) {
    add(stem, other);
    add(other, stem);
  }

function add(stem: string, other: string) {
  const known = RELATED.get(stem);
  if (known) known.add(other);
  else RELATED.set(stem, new Set([other]));
}

/** Whether two English stems are of words that share a meaning, or of which one is derived from the other. */
export const areRelated = (one: string, other: string): boolean => RELATED.get(one)?.has(other) ?? false;
