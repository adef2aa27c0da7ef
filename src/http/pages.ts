import { z } from 'zod';
import type { Graph } from '../db/client.ts';
import { Problem } from '../errors.ts';
import type { Row } from '../model/row.ts';
import type {
  FurtherRequest,
  FurtherResponses,
  PageDefinition,
  PageExample,
  PageQuery,
} from '../pages/define.ts';
import { pageOf } from '../pages/index.ts';
import { documentOf } from '../pages/layout.ts';
import { draftLinks, withDraftNotice } from '../pages/parts/drafts.ts';
import {
  cursorIn,
  formatsOf,
  type Outcome,
  type Query,
  type RequestContext,
  type Runner,
} from '../query/define.ts';
import { isOfDrafts, MARKING_FORMATS } from '../query/drafts.ts';
import { readNames } from '../query/names.ts';
import { exampleUrl } from '../query/request-url.ts';
import { runnerOf } from '../query/run.ts';

/** Responds to a query by a page. */
export type RenderPage = (
  graph: Graph,
  params: Row,
  context: RequestContext,
  url: URL,
) => Promise<Omit<Outcome, 'body'> & { text: string; next?: string | null }>;

export interface Pages {
  /** What renders the page of a query. */
  rendererOf: (query: Query) => RenderPage;
  /** The further responses of a page, by name. */
  readFurther: (
    graph: Graph,
    further: Record<string, FurtherRequest>,
    context: RequestContext,
  ) => Promise<FurtherResponses>;
}

/** Prepares the pages of these queries, which may show responses of each other and of operations. */
export function preparePages(queries: readonly Query[], operations: readonly ReadableOperation[]): Pages {
  const readers = new Map<string, { read: Reader; hasDrafts: boolean }>([
    ...[...queries, ...operations].map(
      (one) =>
        [
          one.operationId,
          {
            read: 'row' in one ? readerOfQuery(one) : readerOfOperation(one),
            hasDrafts: 'review' in (one.params?.shape ?? {}),
          },
        ] as const,
    ),
  ]);
  const readFurther: Pages['readFurther'] = async (graph, further, context) => {
    const read = Object.entries(further).map(async ([name, { operationId, params, most, review }]) => {
      const { read: reader, hasDrafts } = readers.get(operationId)!;
      const asked = review !== undefined && hasDrafts ? { ...params, review } : params;
      return [name, await reader(graph, asked, context, most)];
    });
    return Object.fromEntries(await Promise.all(read));
  };
  return {
    readFurther,
    rendererOf(query) {
      const page = pageOf(query.operationId);
      const runner = runnerOf(query);
      const about = aboutOf(query);
      const markingFormats = formatsOf(query).filter((format) => MARKING_FORMATS.includes(format));
      return async (graph, params, context, url) => {
        const { review } = params;
        const hasDrafts = isOfDrafts(review);
        const [{ body, isTruncated, revision }, further] = await Promise.all([
          respondWith(runner, hasDrafts ? undefined : page.asks, graph, params, context),
          readFurther(graph, furtherOf(page, params), context),
        ]);
        const formats = hasDrafts ? markingFormats : about.formats;
        const place = { url, origin: context.origin, formats };
        const content = page.render({
          url,
          origin: context.origin,
          body,
          further,
          nameOf: await readNames(graph, page.things?.(body, further) ?? []),
          query: { ...about, formats },
        });
        const text = hasDrafts
          ? draftLinks(documentOf(withDraftNotice(content, String(review)), place))
          : documentOf(content, place);
        return { text, next: cursorIn(query, body), isTruncated, revision };
      };
    },
  };
}

/** The further responses of a page: of drafts too, where the page is. */
function furtherOf({ further }: PageDefinition, params: Row): Record<string, FurtherRequest> {
  const requests = Object.entries(further?.(params) ?? {});
  const { review } = params;
  if (!isOfDrafts(review)) return Object.fromEntries(requests);
  return Object.fromEntries(requests.map(([name, one]) => [name, { ...one, review: String(review) }]));
}

/** Responds to what a page asks for by itself too, or without it where that cannot be had at the moment. */
async function respondWith(
  runner: Runner,
  asks: Row | undefined,
  ...[graph, params, context]: Parameters<Runner['respond']>
): Promise<Outcome> {
  if (asks === undefined) return runner.respond(graph, params, context);
  return runner.respond(graph, { ...asks, ...params }, context).catch((error: unknown) => {
    if (error instanceof Problem && error.code === 'starting') return runner.respond(graph, params, context);
    throw error;
  });
}

/** What a page needs of an operation to show its response. */
interface ReadableOperation {
  operationId: string;
  params?: z.ZodObject;
  pathParams?: z.ZodObject;
  // biome-ignore lint/suspicious/noExplicitAny: the parameters are those of the schemas
  respond: (graph: Graph, request: any) => Promise<{ body?: unknown }> | { body?: unknown };
}

type Reader = (graph: Graph, params: Row, context: RequestContext, most?: number) => Promise<unknown>;

/** Reads the response of a query to parameters as a URL has them, or the items of a list up to a number. */
function readerOfQuery(query: Query): Reader {
  const runner = runnerOf(query);
  const schema = z.object({ ...query.params.shape, ...query.pathParams?.shape });
  return async (graph, given, context, most) => {
    const params = schema.parse(given) as Row;
    if (most === undefined) return (await runner.respond(graph, params, context)).body;
    return { items: await firstItems(runner, graph, { ...params, limit: most }, context) };
  };
}

async function firstItems(
  runner: Runner,
  graph: Graph,
  params: Row,
  context: RequestContext,
): Promise<Row[]> {
  const items: Row[] = [];
  let part = await runner.readParts(graph, params, context);
  for (;;) {
    items.push(...part.items);
    if (part.next === null) return items;
    part = await part.next();
  }
}

/** The same of an operation, whose lists are read as its parameters say. */
function readerOfOperation({ respond, params, pathParams }: ReadableOperation): Reader {
  const schema = z.object({ ...params?.shape, ...pathParams?.shape });
  return async (graph, given, context, most) => {
    const parsed = { ...schema.parse(given), ...(most !== undefined && { limit: most }) };
    const request = { params: parsed, body: undefined, bytes: new Uint8Array(), ...context };
    return (await respond(graph, request)).body;
  };
}

const aboutOf = (query: Query): PageQuery => ({
  operationId: query.operationId,
  summary: query.summary,
  description: query.description,
  formats: formatsOf(query),
  examples: query.examples.map((example) => ({ summary: example.summary, url: exampleUrl(query, example) })),
});

/** The questions of the first page: those on statements, and the first one of each of some others. */
export const homeExamples = (queries: readonly Query[]): PageExample[] =>
  queries.flatMap((query) => {
    const most = EXAMPLES[query.operationId] ?? 0;
    return aboutOf(query).examples.slice(0, most);
  });

const EXAMPLES: Record<string, number> = {
  listStatements: 6,
  countWhoAboutWhom: 1,
  listEntityTimeline: 1,
  getNetwork: 1,
};
