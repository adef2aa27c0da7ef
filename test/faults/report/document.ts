import type { Outcome, Result } from './outcomes.ts';

export interface Setting {
  cores: number;
  /** Name and version of the database. */
  database: string;
}

/** The text of `docs/reliability.md`. */
export function reliabilityDocument(outcomes: readonly Outcome[], { cores, database }: Setting): string {
  const lines = outcomes.map(({ row, fault, tool, passesWhen, figure, result }) =>
    [row, fault, tool, passesWhen, reached(figure, result), result].map(cell).join(' | '),
  );
  return `# Reliability

Written by \`npm run test:faults\` on ${cores} cores shared by the load, the service and ${database}. In every row the
process stays alive, the next good request is answered with 200, and no body holds a stack, Cypher or a secret.

**${summary(outcomes)}**

| # | fault | tool | passes when | figure | result |
|--:|---|---|---|---|---|
${lines.map((line) => `| ${line} |`).join('\n')}
`;
}

export function summary(outcomes: readonly Outcome[]): string {
  const count = (wanted: Result) => outcomes.filter(({ result }) => result === wanted).length;
  return `${count('passed')} passed, ${count('failed')} failed, ${count('not run')} not run, of ${outcomes.length}`;
}

const reached = (figure: string, result: Result) => (result === 'not run' ? `not run: ${figure}` : figure);

const cell = (value: string | number) =>
  String(value)
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/[|<>]/g, (character) => `\\${character}`);
