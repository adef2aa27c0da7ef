import type { z } from 'zod';
import type { Graph } from '../db/client.ts';
import { QUERIES } from '../limits.ts';
import type { Row } from '../model/row.ts';
import { metaOf } from '../model/schema-reader.ts';
import type { Example, Query } from './define.ts';
import { runnerOf } from './run.ts';

export interface WarmUpProgress {
  done: number;
  all: number;
}

/** As many as leave a small machine something for requests. */
const AT_ONCE = 2;

/**
 * Has the database plan what clients ask, so that none of them waits for that: first the examples of all queries, then each
 * parameter alone. What fails is left to the request that meets it.
 */
export function warmUp(graph: Graph, queries: readonly Query[]) {
  const examples = queries.flatMap((query) =>
    query.examples.map(({ request }) => ask(graph, query, request)),
  );
  const further = queries.flatMap((query) => singly(query).map((request) => ask(graph, query, request)));
  let progress: WarmUpProgress | undefined = { done: 0, all: examples.length };
  return {
    /** Until it has planned the examples, or for as long as a start may take. */
    get progress() {
      return progress;
    },
    /** @param more what is to be planned beside the examples. */
    async run(more: readonly (() => Promise<unknown>)[]): Promise<void> {
      const first = [...more, ...examples];
      progress = { done: 0, all: first.length };
      const giveUp = setTimeout(() => {
        progress = undefined;
      }, QUERIES.warmUp);
      await each(first, AT_ONCE, () => {
        if (progress) progress.done++;
      });
      clearTimeout(giveUp);
      progress = undefined;
      await each(further, 1);
    },
  };
}

async function each(
  tasks: readonly (() => Promise<unknown>)[],
  atOnce: number,
  onDone: () => void = () => {},
): Promise<void> {
  const left = tasks.values();
  const worker = async () => {
    for (const task of left) {
      await task().catch(() => {});
      onDone();
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}

function ask(graph: Graph, query: Query, request: Example['request']): () => Promise<unknown> {
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
