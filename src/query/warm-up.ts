import type { z } from 'zod';
import { collectGarbage } from '../collect-garbage.ts';
import { draftsOf, type Graph } from '../db/client.ts';
import { Problem } from '../errors.ts';
import { QUERIES } from '../limits.ts';
import type { Row } from '../model/row.ts';
import { metaOf, wordsOf } from '../model/schema-reader.ts';
import type { Example, Query } from './define.ts';
import { draftsThere } from './drafts.ts';
import { parametersOf, requestReader } from './request-url.ts';
import { runnerOf } from './run.ts';

export interface WarmUpProgress {
  done: number;
  all: number;
}

type Task = () => Promise<unknown>;

interface WarmUpTasks {
  before?: Task | undefined;
  more?: readonly Task[];
  drafts?: readonly Task[] | undefined;
}

/** As many as leave a small machine something for requests. */
const AT_ONCE = 2;

/**
 * Has the database plan what clients ask, so that none of them waits for that: first the examples of all queries, then what else
 * the documentation asks, then each parameter alone. What fails is left to the request that meets it.
 * @param documented URLs of requests that the documentation shows.
 */
export function warmUp(graph: Graph, queries: readonly Query[], documented: readonly string[] = []) {
  const runners = new Map(queries.map((query) => [query, runnerOf(query)]));
  const ask = (one: Graph, query: Query, request: Example['request']) =>
    asking(one, runners.get(query)!, () => parametersOf(query, request));
  const examplesOf = (one: Graph, some: readonly Query[]) =>
    some.flatMap((query) => query.examples.map(({ request }) => ask(one, query, request)));
  const ofDrafts = examplesOf(
    draftsOf(graph),
    queries.filter(({ drafts }) => drafts),
  );
  const requestOf = requestReader(queries);
  const requests = [
    ...examplesOf(graph, queries),
    ...documented
      .flatMap((url) => requestOf(url) ?? [])
      .map(({ asked, request }) => ask(graph, asked, request)),
    ...queries.flatMap((query) => singly(query).map((request) => ask(graph, query, request))),
  ];
  let progress: WarmUpProgress | undefined = { done: 0, all: requests.length };
  let latest = new AbortController();

  /** Plans all of it in the place of what was under way before. */
  async function plan({ before, more = [], drafts }: WarmUpTasks, isFirst: boolean): Promise<void> {
    latest.abort();
    latest = new AbortController();
    const { signal } = latest;
    const tasks = [...more, ...requests];
    progress = isFirst ? { done: 0, all: tasks.length } : undefined;
    const giveUp = setTimeout(() => {
      progress = undefined;
    }, QUERIES.warmUp);
    signal.addEventListener('abort', () => clearTimeout(giveUp));
    await before?.().catch(() => {});
    await each(tasks, AT_ONCE, signal, () => {
      if (progress) progress.done++;
    });
    if (signal.aborted) return;
    clearTimeout(giveUp);
    // A service that is ready already would stand still for it.
    if (isFirst) collectGarbage();
    progress = undefined;
    const areThere = await areThereDrafts(graph);
    const isAsked = drafts !== undefined || areThere;
    await each([...(drafts ?? []), ...(isAsked ? ofDrafts : [])], 1, signal);
  }

  return {
    /** Until it has planned all of them but those for drafts, or for as long as a start may take. */
    get progress() {
      return progress;
    },
    /**
     * @param tasks.before what changes the schema, after which the database would plan everything anew.
     * @param tasks.more what is to be planned beside the requests.
     * @param tasks.drafts what is to be planned for drafts beside these; without it they are planned where there are any.
     */
    run: (tasks: WarmUpTasks = {}) => plan(tasks, true),
    /** The same where the database was started anew under the service, which serves meanwhile and waits for nothing. */
    again: (tasks: WarmUpTasks = {}) => plan(tasks, false),
  };
}

async function each(
  tasks: readonly Task[],
  atOnce: number,
  signal: AbortSignal,
  onDone: () => void = () => {},
): Promise<void> {
  const left = tasks.values();
  const worker = async () => {
    for (const task of left) {
      await task().catch(() => {});
      if (signal.aborted) return;
      onDone();
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}

const areThereDrafts = (graph: Graph): Promise<boolean> =>
  draftsThere.rows(draftsOf(graph)).then(
    ([found]) => found!.areThere,
    () => false,
  );

/** What any name means to a graph that does not know it, so that what follows the name is planned as well. */
const NOBODY: Graph['resolvedNames'] = { has: () => true, get: () => 'nobody', set: () => {} };

function asking(graph: Graph, runner: ReturnType<typeof runnerOf>, parameters: () => Row): Task {
  const respond = (at: Graph) => runner.respondJson(at, parameters(), { origin: '' });
  return async () => {
    try {
      return await respond(graph);
    } catch (error) {
      const isOfName =
        error instanceof Problem && (error.code === 'unknown-entity' || error.code === 'ambiguous-name');
      if (!isOfName) throw error;
      return respond({ ...graph, resolvedNames: NOBODY });
    }
  };
}

/** A request with what a query cannot do without, and one with each optional parameter beside that. */
function singly({ params, pathParams, examples }: Query): Example['request'][] {
  const inPath = Object.keys(pathParams?.shape ?? {});
  const shape = params.shape as Record<string, z.ZodType>;
  const isOptional = (name: string) => shape[name]?.safeParse(undefined).success ?? false;
  const needed = Object.fromEntries(
    Object.entries(examples[0]?.request ?? {}).filter(([name]) => inPath.includes(name) || !isOptional(name)),
  );
  const further = Object.entries(shape)
    .filter(([name]) => isOptional(name) && !['limit', 'cursor', 'format'].includes(name))
    .flatMap(([name, schema]) => sampleValues(schema).map((value) => ({ ...needed, [name]: value })));
  return [needed, ...further];
}

/** Longer lists of words are of values alone, and what is sent is the same for each. */
const MOST_WORDS = 8;

/** Values of a parameter: those that its documentation has, and its words. */
function sampleValues(schema: z.ZodType): (string | string[])[] {
  const { examples = [] } = metaOf(schema);
  const words = wordsOf(schema);
  const given = examples.map((value) => (Array.isArray(value) ? value : String(value)));
  return [...given, ...(words.length > MOST_WORDS ? words.slice(0, 1) : words)];
}
