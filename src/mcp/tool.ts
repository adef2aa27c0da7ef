import { z } from 'zod';
import { MCP } from '../limits.ts';
import type { Row } from '../model/row.ts';
import { metaOf } from '../model/schema-reader.ts';
import { type Query, TOTAL_SHAPE } from '../query/define.ts';
import { wholeNumber } from '../query/parameters.ts';
import type { Ask } from './ask.ts';
import { tokensOf } from './lean/text.ts';

/** A tool of the protocol. */
export interface Tool {
  name: string;
  title: string;
  /** What it is for, and when to take it. */
  description: string;
  params: z.ZodObject;
  output: z.ZodObject;
  /** Whether only who has the key of the service may call it. */
  needsKey?: true;
  /** @param params as `params` has them. */
  run: (ask: Ask, params: Row) => Promise<Row>;
}

/**
 * The parameters of a route as a tool takes them: without those that say how a response is written, and without drafts, so that
 * an agent is told only what a person has reviewed.
 */
export function parametersOf({ pathParams, params }: Query): z.core.$ZodLooseShape {
  const { format: _format, rows: _rows, bom: _bom, review: _review, ...shape } = params.shape;
  return { ...pathParams?.shape, ...shape };
}

/** How many items a tool returns, by what its route lets it. */
function limitOf({ params }: Query): { usual: number; schema: z.ZodType } {
  const { maximum = MCP.mostItems, default: preset = MCP.items } = metaOf(params.shape.limit!);
  const most = Math.min(Number(maximum), MCP.mostItems);
  const usual = Math.min(Number(preset), MCP.items);
  const description = `How many items at most. By default as many as fit ${MCP.tokens} tokens; with it up to ${MCP.mostTokens}.`;
  return { usual, schema: wholeNumber(1, most, usual, description).optional() };
}

/** A tool that reads what a route reads, and how an item of it is told in few words. */
interface RouteTool<Item> {
  name: string;
  title: string;
  description: string;
  query: Query;
  item: z.ZodObject;
  lean: (item: Item, origin: string) => Row;
}

const more = {
  truncated: z.boolean().describe('Whether a bound left something out that no further page has.'),
  next: z
    .string()
    .nullable()
    .describe('`cursor` of the next page, with the same arguments; null at the end.'),
};

/** A tool whose result is the one item that a route responds with. */
export const itemTool = <Item>({ query, item, lean, ...about }: RouteTool<Item>): Tool => ({
  ...about,
  params: z.strictObject(parametersOf(query)),
  output: item,
  async run(ask, params) {
    const { body } = await ask.query(query, params);
    return lean(body as Item, ask.origin);
  },
});

/** A tool that lists what a route lists, as many items as a response may have tokens. */
export function listTool<Item>({ query, item, lean, ...about }: RouteTool<Item>): Tool {
  const isPaged = query.kind === 'page';
  const shape = parametersOf(query);
  const limit = limitOf(query);
  const beside = 'meta' in query ? (query.meta?.shape ?? {}) : {};
  return {
    ...about,
    params: z.strictObject({ ...shape, limit: limit.schema }),
    output: z.object({
      items: z.array(item),
      ...(isPaged ? { ...more, ...TOTAL_SHAPE } : { truncated: more.truncated }),
      ...beside,
    }),
    async run(ask, { limit: given, ...filters }) {
      const most = given === undefined ? MCP.tokens : MCP.mostTokens;
      const read = async (count: number) => {
        const { body, isTruncated } = await ask.query(query, { ...filters, limit: count });
        const { items, next, truncated: _truncated, ...rest } = body;
        const leanItems = (items as Item[]).map((one) => lean(one, ask.origin));
        return { items: leanItems, next: next ?? null, isTruncated, rest };
      };
      let page = await read(Number(given ?? limit.usual));
      const fitting = countFitting(page.items, most - tokensOf(page.rest));
      const isCut = fitting < page.items.length;
      // What is left out begins the next page, whose cursor only a shorter page has.
      if (isCut && isPaged) page = await read(fitting);
      const items = page.items.slice(0, fitting);
      const truncated = page.isTruncated || (isCut && !isPaged);
      return { items, truncated, ...(isPaged && { next: page.next }), ...page.rest };
    },
  };
}

/** How many items of a list fit in a number of tokens; one always does. */
function countFitting(items: readonly unknown[], most: number): number {
  let tokens = 0;
  const at = items.findIndex((item) => {
    tokens += tokensOf(item);
    return tokens > most;
  });
  return at < 0 ? items.length : Math.max(at, 1);
}
