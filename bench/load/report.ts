import { availableParallelism } from 'node:os';
import type { Measured } from './measure.ts';

/** A way of loading, and what it took. */
export interface Loaded {
  title: string;
  measured: Measured;
}

/** The text of `docs/benchmarks/loading.md`; the first way is the one that the others are compared with. */
export function loadingReport(ways: Loaded[], database: string): string {
  const plain = ways[0]!.measured;
  const lines = ways.map(({ title, measured: { statements, checking, writing, created, resident } }) =>
    [
      title,
      rate(statements, writing),
      (plain.writing / writing).toFixed(2),
      checking === null ? '–' : rate(statements, checking),
      rate(statements, (checking ?? 0) + writing),
      minutes((checking ?? 0) + writing),
      `${resident} MB`,
      created?.toLocaleString('en') ?? '',
    ].join(' | '),
  );
  return `# Loading ${plain.statements.toLocaleString('en')} statements

The same generated articles, each way in a process of its own, one after the other on ${availableParallelism()} cores shared with
${database}. *Plain* merges unwound rows, 1,000 at a time, two writers, on the same constraints and indexes,
with what the graph keeps of each statement worked out beforehand. *Checking* is the pass before writing, which refuses what is not right before anything is
written; writing reads, checks and anchors each article once more. The figure of \`--bulk\` holds checking, which it does as it writes, the
start of its database and the making of its indexes. \`npm run bench -- load\` writes this anew.

| | written, a second | of plain | checked, a second | all, a second | all, minutes | peak memory | created |
|---|--:|--:|--:|--:|--:|--:|--:|
${lines.map((line) => `| ${line} |`).join('\n')}

${agreement(ways)}
`;
}

const rate = (statements: number, milliseconds: number) =>
  Math.round((statements / milliseconds) * 1000).toLocaleString('en');

const minutes = (milliseconds: number) => (milliseconds / 60_000).toFixed(1);

function agreement(ways: Loaded[]): string {
  const contents = [...new Set(ways.map(({ measured }) => measured.content))];
  return contents.length === 1
    ? `All databases hold as many nodes and relationships of each kind: ${contents[0]}.`
    : `The databases differ:\n\n${contents.map((one) => `- ${one}`).join('\n')}`;
}
