import type { z } from 'zod';
import { draftsOf, type Graph } from '../db/client.ts';
import { QUERIES } from '../limits.ts';
import type { Row } from '../model/row.ts';
import { metaOf } from '../model/schema-reader.ts';
import type { Example, Query } from './define.ts';
import { draftsThere } from './drafts.ts';
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
 * Has the database plan what clients ask, so that none of them waits for that: first the examples of all queries, then each
 * parameter alone. What fails is left to the request that meets it.
 */
export function warmUp(graph: Graph, queries: readonly Query[]) {
  const examplesOf = (one: Graph, some: readonly Query[]) =>
    some.flatMap((query) => query.examples.map(({ request }) => ask(one, query, request)));
  const examples = examplesOf(graph, queries);
  const ofDrafts = examplesOf(
    draftsOf(graph),
    queries.filter(({ drafts }) => drafts),
  );
  const further = queries.flatMap((query) => singly(query).map((request) => ask(graph, query, request)));
  let progress: WarmUpProgress | undefined = { done: 0, all: examples.length };
  return {
    /** Until it has planned the examples, or for as long as a start may take. */
    get progress() {
      return progress;
    },
    /**
     * @param before what changes the schema, after which the database would plan everything anew.
     * @param more what is to be planned beside the examples.
     * @param drafts what is to be planned for drafts beside these; without it they are planned where there are any.
     */
    async run({ before, more = [], drafts }: WarmUpTasks = {}): Promise<void> {
      const first = [...more, ...examples];
      progress = { done: 0, all: first.length };
      const giveUp = setTimeout(() => {
        progress = undefined;
      }, QUERIES.warmUp);
      await before?.().catch(() => {});
      await each(first, AT_ONCE, () => {
        if (progress) progress.done++;
      });
      clearTimeout(giveUp);
      progress = undefined;
      const areThere = await areThereDrafts(graph);
      const isAsked = drafts !== undefined || areThere;
      await each([...(drafts ?? []), ...(isAsked ? ofDrafts : []), ...further], 1);
    },
  };
}

async function each(tasks: readonly Task[], atOnce: number, onDone: () => void = () => {}): Promise<void> {
  const left = tasks.values();
  const worker = async () => {
    for (const task of left) {
      await task().catch(() => {});
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

function ask(graph: Graph, query: Query, request: Example['request']): Task {
  const runner = runnerOf(query);
  return async () => runner.respondJson(graph, parametersOf(query, request), { origin: '' });
}

function parametersOf({ params, pathParams }: Query, request: Example['request']): Row {
  const inPath = Object.keys(pathParams?.shape ?? {});
  const [path, rest] = [true, false].map((wanted) =>
    Object.fromEntries(Object.entries(request).filter(([name]) => inPath.includes(name) === wanted)),
  );
  return { ...pathParams?.parse(path), ...params.parse(rest) };
}

/** Requests with one optional parameter each, as its documentation has it, beside those that a query cannot do without. */
function singly({ params, pathParams, examples }: Query): Example['request'][] {
  const inPath = Object.keys(pathParams?.shape ?? {});
  const shape = params.shape as Record<string, z.ZodType>;
  const isOptional = (name: string) => shape[name]?.safeParse(undefined).success ?? false;
  const needed = Object.entries(examples[0]?.request ?? {}).filter(
    ([name]) => inPath.includes(name) || !isOptional(name),
  );
  return Object.entries(shape)
    .filter(([name]) => isOptional(name) && !['limit', 'cursor', 'format'].includes(name))
    .flatMap(([name, schema]) =>
      (metaOf(schema).examples ?? []).map((value) =>
        Object.fromEntries([...needed, [name, Array.isArray(value) ? value : String(value)]]),
      ),
    );
}
