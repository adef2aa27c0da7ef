import { parseArgs } from 'node:util';
import { bulkLoad } from '../../src/commands/bulk-load.ts';
import { readConfig } from '../../src/config.ts';
import { closeGraph, openGraph } from '../../src/db/client.ts';
import { findAlike } from '../../src/ingest/alike/find-alike.ts';
import { type ArticleFacts, statementCount } from '../../src/ingest/facts/facts.ts';
import { projectFolder } from '../../src/project.ts';
import { generatedArticles, generatedEntities } from '../generate.ts';

// Compares generated statements with those of a generated graph, as `npm run validate` does, and prints how long that takes.
const { values } = parseArgs({
  options: {
    statements: { type: 'string', default: '100000' },
    checked: { type: 'string', default: '10000' },
  },
});
const [statements, wanted] = [Number(values.statements), Number(values.checked)];
const TOGETHER = 25;

const tell = (text: string) => console.log(`  ${text}`);
const options = { projectFolder, ephemeral: true, onProgress: tell };
const config = readConfig({ ...process.env, NEO4J_URI: undefined });
const entities = generatedEntities();
const database = await bulkLoad(config, options, {
  entities,
  articles: generatedArticles(statements),
  statements,
});
const graph = openGraph(database);
try {
  const others = [...generatedArticles(wanted, { seed: 2 })].map(renamed);
  await findAlike(graph, others.slice(0, TOGETHER), []);
  const started = performance.now();
  let [checked, joined, offered] = [0, 0, 0];
  for (let at = 0; at < others.length; at += TOGETHER) {
    const some = others.slice(at, at + TOGETHER);
    const { statements: alike } = await findAlike(graph, some, []);
    checked += some.reduce((sum, article) => sum + statementCount(article), 0);
    joined += alike.filter(({ outcome }) => outcome === 'joined').length;
    offered += alike.filter(({ outcome }) => outcome === 'offered').length;
  }
  const seconds = (performance.now() - started) / 1000;
  const { user, system } = process.cpuUsage();
  console.log(
    JSON.stringify({
      statements,
      checked,
      seconds: Math.round(seconds * 10) / 10,
      joined,
      offered,
      cpu: Math.round((user + system) / 1e6),
    }),
  );
} finally {
  await closeGraph(graph);
  await database.stop();
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
