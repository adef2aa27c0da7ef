import { join } from 'node:path';
import { projectFolder } from '../../src/project.ts';

/** One round of load on one peer. */
export interface Measured {
  peer: string;
  connections: number;
  /** Responses a second. */
  rate: number;
  /** Milliseconds. */
  p50: number;
  p99: number;
  failed: number;
  /** Milliseconds of processor time for each response, in the peer's process and in Neo4j. */
  service: number;
  neo4j: number;
  /** Megabytes of the peer's process after the round. */
  resident: number;
}

export interface Setting {
  statements: number;
  rounds: number;
  seconds: number;
  cores: number;
  processor: string;
}

/** The median round of each peer and number of connections, each figure by itself; failures are added up. */
export function medians(measured: Measured[]): Measured[] {
  const groups = Map.groupBy(measured, ({ peer, connections }) => `${connections} ${peer}`);
  return [...groups.values()].map((rounds) => {
    const middle = (figure: (round: Measured) => number) => median(rounds.map(figure));
    return {
      ...rounds[0]!,
      rate: middle(({ rate }) => rate),
      p50: middle(({ p50 }) => p50),
      p99: middle(({ p99 }) => p99),
      failed: rounds.reduce((sum, { failed }) => sum + failed, 0),
      service: middle(({ service }) => service),
      neo4j: middle(({ neo4j }) => neo4j),
      resident: Math.max(...rounds.map(({ resident }) => resident)),
    };
  });
}

const median = (values: number[]) => {
  const sorted = values.toSorted((a, b) => a - b);
  return (sorted[Math.floor((sorted.length - 1) / 2)]! + sorted[Math.ceil((sorted.length - 1) / 2)]!) / 2;
};

const BASE = 'Query API, same Cypher';

/** The table as Markdown: what was asked, on what, and each figure with its ratio to the Query API in the same run. */
export function reportOf(
  table: Measured[],
  { statements, rounds, seconds, cores, processor }: Setting,
): string {
  const sections = [...Map.groupBy(table, ({ connections }) => connections)].map(([connections, rows]) => {
    const base = rows.find(({ peer }) => peer === BASE)!;
    const lines = rows.map((row) =>
      [
        row.peer,
        row.rate.toFixed(0),
        (row.rate / base.rate).toFixed(2),
        ...(row.rate === 0
          ? ['–', '–']
          : [row.p50.toFixed(row.connections === 1 ? 2 : 0), row.p99.toFixed(0)]),
        row.service === 0 || row.rate === 0 ? '–' : row.service.toFixed(2),
        row.rate === 0 ? '–' : row.neo4j.toFixed(2),
        row.resident.toFixed(0),
        row.failed,
      ].join(' | '),
    );
    return `## ${connections} ${connections === 1 ? 'connection' : 'connections'}

| | responses a second | to the Query API | p50, ms | p99, ms | CPU of the peer, ms | CPU of Neo4j, ms | resident, MB | failed |
|---|--:|--:|--:|--:|--:|--:|--:|--:|
${lines.map((line) => `| ${line} |`).join('\n')}
`;
  });
  return `# Serving

Written by \`npm run bench -- serve\`. Each peer is asked the same: the newest 25 statements of a speaker with their
quotations and attributions, the most quoted speakers most often, out of ${statements.toLocaleString('en')} generated statements. One run,
${rounds} rounds of ${seconds} s a peer in turn, medians; ${cores} cores (${processor}) shared by the load, the peer and Neo4j. CPU is for
each response. Only ratios within the run mean something. *Nothing kept* is the same page without the JSON that this service stores with
each statement, joined out of the graph at each request. *Gzip* asks as browsers do; all others ask for plain bytes.

![Responses a second](serving.svg)

${sections.join('\n')}`;
}

/** The rates as an SVG, on a logarithmic scale. */
export async function chartOf(table: Measured[], { statements }: Setting): Promise<string> {
  const modules = join(projectFolder, 'bench/peers/chart.js');
  const { svgOf } = (await import(modules)) as { svgOf(spec: object): Promise<string> };
  return svgOf({
    title: `Responses a second, ${statements.toLocaleString('en')} statements`,
    data: {
      values: table
        .filter(({ rate }) => rate > 0)
        .map(({ peer, connections, rate }) => ({ peer, connections: String(connections), rate })),
    },
    // Bars have no beginning on a logarithmic scale.
    mark: { type: 'point', filled: true, size: 90, opacity: 1 },
    width: 520,
    encoding: {
      y: { field: 'peer', type: 'nominal', sort: null, title: null, axis: { labelLimit: 220 } },
      x: {
        field: 'rate',
        type: 'quantitative',
        scale: { type: 'log' },
        title: 'responses a second (logarithmic)',
      },
      color: { field: 'connections', type: 'nominal', sort: null, title: 'connections' },
    },
  });
}
