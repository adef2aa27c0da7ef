import { createServer } from 'node:net';
import closeWithGrace from 'close-with-grace';
import type { FastifyBaseLogger } from 'fastify';
import { buildApp } from '../app.ts';
import { type Config, writeKeysOf } from '../config.ts';
import type { Graph } from '../db/client.ts';
import { Plans } from '../db/plans.ts';
import { applyDraftSchema } from '../db/schema.ts';
import { operations, queries } from '../endpoints/index.ts';
import { cookbookQuestions } from '../http/cookbook.ts';
import { respondTo } from '../http/operation.ts';
import { startChecking } from '../ingest/check/check-apart.ts';
import { validate } from '../ingest/ingest.ts';
import { formatTally } from '../ingest/tally.ts';
import { forgetChanges } from '../ingest/write/prune-changes.ts';
import { rehearseDrafts, rehearseWrites } from '../ingest/write/rehearse-writes.ts';
import { GRACE, RESTARTS } from '../limits.ts';
import { logTo } from '../log.ts';
import type { DatabaseNews } from '../neo4j/types.ts';
import { ownAuthority, seedFolder } from '../project.ts';
import { parametersOf, requestReader } from '../query/request-url.ts';
import { warmUp } from '../query/warm-up.ts';
import {
  type CommandState,
  databaseSteps,
  loadStep,
  release,
  reopenForRequests,
  startCounts,
} from './prepare.ts';
import { runSteps } from './steps.ts';

/**
 * Finds or starts Neo4j, loads the seed if asked to, and serves until SIGINT or SIGTERM; then it completes what is
 * under way and stops the database that it started.
 */
export async function serve(config: Config, { load }: { load: boolean }): Promise<void> {
  const state: CommandState = load ? { checked: validate([seedFolder], ownAuthority) } : {};
  let close = () => release(state);
  // A start that fails leaves nothing to do, which is no reason to exit with 0.
  const options: closeWithGrace.Options = { delay: GRACE, logger: false, skip: ['beforeExit'] };
  const { uninstall } = closeWithGrace(options, async ({ err, signal }) => {
    if (err) console.error(`\n${err.message}`);
    if (signal) console.log(`\n${signal}: closing`);
    await close();
  });
  const writeKeys = writeKeysOf(config);
  const end = async (message: string) => {
    uninstall();
    console.error(`\n${message}`);
    setTimeout(() => process.exit(1), GRACE).unref();
    await close();
    process.exit(1);
  };
  try {
    await refuseTakenPort(config);
    await runSteps(state, [...databaseSteps(config, false), ...(load ? [loadStep] : [])]);
    await reopenForRequests(state);
    let news: DatabaseNews | undefined;
    const plans = new Plans();
    let log: FastifyBaseLogger | undefined;
    const counts = startCounts(state, config, (text) => log?.info(text));
    const graph = { ...state.graph!, plans, counts };
    const documented = cookbookQuestions().map(({ path }) => path);
    const more = documentedReads(graph, documented);
    const tasks = writeKeys.length === 0 ? { more } : withRehearsals(graph, more);
    const warming = warmUp(graph, queries, documented);
    const app = await buildApp({
      graph,
      warmUp: () => warming.progress,
      logger: {
        level: config.LOG_LEVEL,
        stream: logTo(process.stdout),
      },
      responseCacheSize: config.RESPONSE_CACHE,
      writeKeys,
      rateLimit: config.RATE_LIMIT,
      connectionsPerClient: config.CONNECTIONS_PER_CLIENT,
      trustProxy: config.TRUST_PROXY,
      databaseNews: () => (news?.state === 'down' ? news.text : undefined),
      publicUrl: config.PUBLIC_URL,
      securityContact: config.SECURITY_CONTACT,
      watchesProcess: true,
    });
    ({ log } = app);
    state.database?.watch?.(RESTARTS, (latest) => {
      news = latest;
      app.log[latest.state === 'up' ? 'warn' : 'error'](latest.text);
      // What the database had planned is forgotten.
      if (latest.state === 'up') {
        plans.forget();
        void warming.again(tasks);
      }
      if (latest.state === 'lost') void end(latest.text);
    });
    const pruning =
      writeKeys.length > 0
        ? forgetChanges(graph, config.CHANGES_KEPT, (error) =>
            app.log.warn({ err: error }, 'old changes could not be forgotten'),
          )
        : undefined;
    close = async () => {
      clearInterval(pruning);
      await app.close();
      await release(state);
    };
    if (writeKeys.length > 0) startChecking();
    const url = await app.listen({ port: config.PORT, host: config.HOST });
    if (state.tally && state.tally.total('created') > 0) console.log(`\n${formatTally(state.tally)}`);
    console.log(welcome(url));
    const started = performance.now();
    await warming.run(tasks);
    app.log.info({ seconds: Math.round((performance.now() - started) / 1000) }, 'all queries are planned');
  } catch (error) {
    await close();
    uninstall();
    throw error;
  }
}

/** What operations read for URLs that the documentation shows. */
function documentedReads(graph: Graph, urls: readonly string[]): (() => Promise<unknown>)[] {
  const requestOf = requestReader(operations.filter(({ method, reads }) => method === 'GET' && reads));
  return urls
    .flatMap((url) => requestOf(url) ?? [])
    .map(
      ({ asked, request }) =>
        async () =>
          respondTo(asked, graph, { params: parametersOf(asked, request) }),
    );
}

/** With what makes the first writer, and the first to write a draft, wait no longer than those after them. */
const withRehearsals = (graph: Graph, more: readonly (() => Promise<unknown>)[]) => ({
  before: () => applyDraftSchema(graph),
  more: [() => rehearseWrites(graph), ...more],
  drafts: [() => rehearseDrafts(graph)],
});

/** A port that is taken is better told before Neo4j starts than after. */
async function refuseTakenPort({ PORT, HOST }: Config): Promise<void> {
  const probe = createServer();
  await new Promise<void>((resolve, reject) => {
    probe.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE'
          ? new Error(
              `Port ${PORT} on ${HOST} is taken. Is On Record running already? Otherwise choose another: PORT=3001 npm start`,
            )
          : new Error(`Cannot serve on ${HOST}, port ${PORT}: ${error.message}`),
      ),
    );
    probe.listen(PORT, HOST, () => probe.close(() => resolve()));
  });
}

const welcome = (url: string) => `
On Record serves ${url}

  API          ${url}/v1/statements
  docs         ${url}/docs and ${url}/reference
  OpenAPI      ${url}/openapi.json

Three requests to try:
  curl '${url}/v1/statements?about=Pakistan'
  curl '${url}/v1/statements?contested=true'
  curl '${url}/v1/events?participants=US&participants=Pakistan'

Ctrl-C ends it.`;
