import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { buildApp } from '../src/app.ts';
import { CountIndex } from '../src/columns/count-index.ts';
import { closeGraph, openGraph } from '../src/db/client.ts';
import { PAGES } from '../src/limits.ts';

// What pages cost the service beside the JSON that they are made of, and what first views weigh. It reads the database of
// NEO4J_URI, which has to hold the seed, and caches nothing: `npm run bench:pages -- 200` asks each URL 200 times.

const rounds = Number(process.argv[2] ?? 100);

/** Pages, each with the URLs whose JSON it shows; a page asks for totals and facets by itself. */
const MADE_OF: Record<string, string[]> = {
  '/v1/statements': ['/v1/statements?facets=speaker&facets=about&facets=act'],
  '/v1/statements/two-smart-people-stopped-war': [
    '/v1/statements/two-smart-people-stopped-war',
    '/v1/decisions?target=two-smart-people-stopped-war',
  ],
  '/v1/articles/shifting-sands': [
    '/v1/articles/shifting-sands',
    `/v1/articles/shifting-sands/annotations?limit=500`,
    '/v1/statements?article=shifting-sands&limit=500',
  ],
  '/v1/entities/donald-trump': [
    '/v1/entities/donald-trump',
    '/v1/entities/donald-trump/timeline?limit=60&attribution=any',
  ],
  '/v1/events/trump-munir-meeting-2025': [
    '/v1/events/trump-munir-meeting-2025',
    '/v1/decisions?target=trump-munir-meeting-2025',
  ],
  '/v1/people': ['/v1/people?total=true'],
  '/v1/contested': ['/v1/contested?facets=type&facets=field'],
  '/v1/excluded': ['/v1/excluded?total=true&facets=article'],
  '/v1/stats/who-about-whom': ['/v1/stats/who-about-whom?limit=500'],
  '/v1/timeline': ['/v1/timeline'],
  '/v1/network': ['/v1/network'],
  '/v1/search?q=terror': ['/v1/search?q=terror'],
  '/v1/changes': ['/v1/changes?sort=newest'],
  '/v1/decisions': ['/v1/decisions?sort=newest&total=true'],
  '/v1/paths?from=Rumi&to=Asim+Munir': ['/v1/paths?from=Rumi&to=Asim+Munir'],
  '/v1/stats/statements?groupBy=speaker': ['/v1/stats/statements?groupBy=speaker'],
};

/** What a reader sees first, without the page of the network. */
const FIRST_VIEWS = ['/', '/v1/statements', '/v1/articles/shifting-sands', '/v1/entities/donald-trump'];

/** Requests after which the code of a page is compiled. */
const WARM_UP = 60;

const { NEO4J_URI, NEO4J_USER = 'neo4j', NEO4J_PASSWORD = '' } = process.env;
if (NEO4J_URI === undefined) throw new Error('Expected NEO4J_URI: a database with the seed.');
const connection = { uri: NEO4J_URI, user: NEO4J_USER, password: NEO4J_PASSWORD, database: 'neo4j' };
const graph = openGraph(connection);
const folder = mkdtempSync(join(tmpdir(), 'on-record-bench-'));
const counts = new CountIndex({ graph, connection, folder });
await counts.open();
const app = await buildApp({ graph: { ...graph, counts }, rateLimit: 0 });
try {
  console.log(`milliseconds of the service's processor, of ${rounds} requests one after the other`);
  for (const [url, parts] of Object.entries(MADE_OF)) {
    const page = await cost([url], 'text/html');
    const json = await cost(parts, 'application/json');
    console.log(
      `${url}: ${page.toFixed(2)} as a page, ${json.toFixed(2)} as JSON: ${(page / json).toFixed(2)}`,
    );
  }
  for (const url of FIRST_VIEWS)
    console.log(`${url}: ${(await weight(url)) / 1000} kB compressed, with style and scripts`);
  console.log(`of an article at most ${PAGES.spans} spans are marked`);
} finally {
  await app.close();
  await counts.close();
  await closeGraph(graph);
  rmSync(folder, { recursive: true });
}

/** Mean cost of asking for all of some URLs, each answered with 200. */
async function cost(urls: string[], accept: string): Promise<number> {
  const ask = async () => {
    for (const url of urls) {
      const { statusCode, body } = await app.inject({ url, headers: { accept } });
      if (statusCode !== 200) throw new Error(`${url}: ${statusCode} ${body}`);
    }
  };
  for (let warm = 0; warm < WARM_UP; warm++) await ask();
  const before = process.cpuUsage();
  for (let round = 0; round < rounds; round++) await ask();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 / rounds;
}

async function weight(url: string): Promise<number> {
  const { body } = await app.inject({ url, headers: { accept: 'text/html' } });
  const files = [...body.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map(([, path]) => path!);
  const loaded = await Promise.all([...new Set(files)].map((path) => app.inject({ url: path })));
  return [Buffer.from(body), ...loaded.map(({ rawPayload }) => rawPayload)]
    .map((part) => gzipSync(part).length)
    .reduce((sum, part) => sum + part);
}
