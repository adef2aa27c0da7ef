/** How many nodes or relationships of each kind a run created, updated, left as they were and removed. */
export interface Count {
  created: number;
  updated: number;
  unchanged: number;
  removed: number;
}

export type Change = keyof Count;

export class Tally {
  readonly nodes = new Map<string, Count>();
  readonly relationships = new Map<string, Count>();

  add(of: 'nodes' | 'relationships', kind: string, change: Change, count = 1): void {
    const entry = this[of].get(kind) ?? { created: 0, updated: 0, unchanged: 0, removed: 0 };
    entry[change] += count;
    this[of].set(kind, entry);
  }

  merge(other: Tally): void {
    for (const part of ['nodes', 'relationships'] as const) {
      for (const [kind, counts] of other[part]) {
        for (const change of Object.keys(counts) as Change[]) this.add(part, kind, change, counts[change]);
      }
    }
  }

  total(change: Change): number {
    return [...this.nodes.values(), ...this.relationships.values()].reduce(
      (sum, count) => sum + count[change],
      0,
    );
  }
}

/** The tally as a table of plain text, nodes first. */
export function formatTally(tally: Tally): string {
  const header = ['', 'created', 'updated', 'unchanged', 'removed'];
  const rows = [...section('nodes', tally.nodes), ...section('relationships', tally.relationships)];
  const widths = header.map((cell, column) =>
    Math.max(cell.length, ...rows.map((row) => row[column]!.length)),
  );
  return [header, ...rows]
    .map((row) =>
      row
        .map((cell, column) => (column === 0 ? cell.padEnd(widths[0]!) : cell.padStart(widths[column]!)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

const section = (title: string, counts: Map<string, Count>) => [
  [title, '', '', '', ''],
  ...[...counts]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([kind, { created, updated, unchanged, removed }]) => [
      `  ${kind}`,
      ...[created, updated, unchanged, removed].map(String),
    ]),
];
