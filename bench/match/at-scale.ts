// `npm run match:scale`: compares generated statements with those of a generated graph, as `npm run validate` does; prints how long that takes and
// what of it is right, and writes both into docs/matching.md with `--write`. No statement has an id, so that its words alone tell what it is one with.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { bulkLoad } from '../../src/commands/bulk-load.ts';
import { readConfig } from '../../src/config.ts';
import { closeGraph, openGraph } from '../../src/db/client.ts';
import type { Alike } from '../../src/ingest/alike/alike.ts';
import { findAlike } from '../../src/ingest/alike/find-alike.ts';
import { type ArticleFacts, statementCount } from '../../src/ingest/facts/facts.ts';
import { projectFolder } from '../../src/project.ts';
import { factsOfInput, generatedArticles, generatedEntities } from '../generate.ts';
import { pressSentences } from '../generated/press-sentences.ts';
import { wholeNumber } from '../whole-number.ts';
import { type Original, type Retold, retell, WAYS } from './retold.ts';

const { values } = parseArgs({
  options: {
    statements: { type: 'string', default: '100000' },
    checked: { type: 'string', default: '10000' },
    write: { type: 'boolean', default: false },
  },
});
const [statements, wanted] = [
  wholeNumber('statements', values.statements),
  wholeNumber('checked', values.checked),
];
const PER_ARTICLE = 20;
/** Half of what is checked tells something again, the other half is new. */
const articlesOfEach = Math.ceil(wanted / 2 / PER_ARTICLE);

const tell = (text: string) => console.log(`  ${text}`);
const config = readConfig({ ...process.env, NEO4J_URI: undefined });
const originals: Original[] = [];
const every = Math.max(1, Math.floor(statements / PER_ARTICLE / articlesOfEach));
let seen = 0;
const inGraph = generatedArticles(statements, {
  sentences: pressSentences,
  withIds: false,
  onSayings: (sayings, day) => {
    if (seen++ % every === 0 && originals.length < articlesOfEach) originals.push({ sayings, day });
  },
});
const database = await bulkLoad(
  config,
  { projectFolder, ephemeral: true, onProgress: tell },
  { entities: generatedEntities(), articles: inGraph },
);
const graph = openGraph(database);
try {
  const { inputs, retold } = retell(originals);
  const fresh = generatedArticles(articlesOfEach * PER_ARTICLE, {
    sentences: pressSentences,
    withIds: false,
    seed: 2,
  });
  const articles = [...inputs.map(factsOfInput), ...[...fresh].map(renamed)];
  await findAlike(graph, articles.slice(0, 5), []);
  const started = performance.now();
  const before = process.cpuUsage();
  const { statements: alike } = await findAlike(graph, articles, []);
  const seconds = (performance.now() - started) / 1000;
  const { user, system } = process.cpuUsage(before);
  const checked = articles.reduce((sum, article) => sum + statementCount(article), 0);
  const figures = {
    statements,
    checked,
    seconds: Math.round(seconds * 10) / 10,
    millisecondsEach: Math.round((10_000 * seconds) / checked) / 10,
    cpuSeconds: Math.round((user + system) / 1e6),
    ...outcomes(alike, retold),
  };
  console.log(JSON.stringify(figures, null, 2));
  if (values.write) write(figures);
} finally {
  await closeGraph(graph);
  await database.stop();
}

/** What of the statements that tell others again is joined with these, and what only offered, in per cent. */
function outcomes(alike: readonly Alike[], retold: ReadonlyMap<string, Retold>) {
  const isRight = ({ id, with: other }: Alike) => plain(other.text) === retold.get(id)?.words;
  const [joined, offered] = [
    alike.filter(({ outcome }) => outcome === 'joined'),
    alike.filter(({ outcome }) => outcome === 'offered'),
  ];
  const [joinedRight, offeredRight] = [joined, offered].map(
    (some) => new Set(some.filter(isRight).map(({ id }) => id)),
  ) as [Set<string>, Set<string>];
  const foundOf = (way: string) => {
    const ids = [...retold].filter(([, one]) => one.way === way).map(([id]) => id);
    const left = ids.filter((id) => !joinedRight.has(id));
    return {
      joined: percent(ids.length - left.length, ids.length),
      offered: percent(left.filter((id) => offeredRight.has(id)).length, ids.length),
    };
  };
  return {
    joined: joined.length,
    offered: offered.length,
    precisionOfJoins: percent(joined.filter(isRight).length, joined.length),
    retold: retold.size,
    found: Object.fromEntries(WAYS.map((way) => [way, foundOf(way)])),
  };
}

type Figures = ReturnType<typeof outcomes> & Record<string, unknown>;

function percent(some: number, all: number): number | null {
  return all === 0 ? null : Math.round((1000 * some) / all) / 10;
}

/** The words without marks around them. */
function plain(text: string): string {
  return text.replace(/^“/, '').replace(/”$/, '');
}

/** The same article under another id, so that it is none of the graph. */
function renamed(article: ArticleFacts): ArticleFacts {
  const facts = article.facts.map((fact) => ({
    ...fact,
    id: fact.kind === 'Quotation' ? `other-${fact.id}` : fact.id,
    edges: fact.edges.map((edge) =>
      edge.type === 'ATTRIBUTES' ? { ...edge, to: `other-${edge.to}` } : edge,
    ),
  }));
  return { ...article, id: `other-${article.id}`, facts };
}

/** Writes a row of the table of docs/matching.md, in the place of that of as many statements. */
function write(figures: Figures): void {
  const file = join(projectFolder, 'docs/matching.md');
  const text = readFileSync(file, 'utf8');
  const [start, end] = ['<!-- match:scale -->\n', '<!-- /match:scale -->'].map((mark) => text.indexOf(mark));
  if (start === undefined || end === undefined || start < 0 || end < start)
    throw new Error(`${file} has no table between <!-- match:scale --> and <!-- /match:scale -->`);
  const from = start + '<!-- match:scale -->\n'.length;
  const [head, line, ...rows] = text.slice(from, end).trimEnd().split('\n');
  const number = (value: unknown) => Number(value).toLocaleString('en');
  const ways = WAYS.map((way) => `${figures.found[way]!.joined} + ${figures.found[way]!.offered}`);
  const row = `| ${[number(figures.statements), number(figures.checked), figures.seconds, figures.millisecondsEach, figures.joined, figures.precisionOfJoins, ...ways].join(' | ')} |`;
  const kept = rows.filter((one) => !one.startsWith(`| ${number(figures.statements)} |`));
  const statementsOf = (one: string) => Number(one.split('|')[1]!.replaceAll(',', ''));
  const sorted = [...kept, row].sort((one, other) => statementsOf(one) - statementsOf(other));
  writeFileSync(file, `${text.slice(0, from)}${[head, line, ...sorted].join('\n')}\n${text.slice(end)}`);
}
