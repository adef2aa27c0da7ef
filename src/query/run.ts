import { batchedRead } from '../db/batch.ts';
import { parsed } from '../db/client.ts';
import { unknownId } from '../errors.ts';
import { inOrderOf } from '../model/field-order.ts';
import type { Row } from '../model/row.ts';
import {
  type ComputedQuery,
  type ConstantQuery,
  type CountedQuery,
  type OneQuery,
  type Outcome,
  type Query,
  type Run,
  type Runner,
  responseSchema,
  type TableQuery,
} from './define.ts';
import { columnsOf, withDrafts } from './drafts.ts';
import { pageRunner } from './page.ts';
import { refuseReversedDays } from './parameters.ts';
import { referenceResolver } from './resolve-references.ts';

/** Items of a list that has no pages: it is counted as a whole, so it is held as a whole. */
const MAX_STREAMED_TABLE = 10_000;
const DEFAULT_LIMIT = 50;

/** What runs a query of any kind. */
export function runnerOf(query: Query): Runner {
  switch (query.kind) {
    case 'page':
      return pageRunner(query);
    case 'one':
      return wholeRunner(query, oneOf(query));
    case 'table':
      return wholeRunner(query, tableOf(query));
    case 'counted':
      return wholeRunner(query, countedOf(query));
    case 'computed':
      return wholeRunner(query, computedOf(query));
    case 'constant':
      return wholeRunner(query, constantOf(query));
  }
}

/** @param respond is given ids in the place of names, and `limit` as the most items that are wanted. */
function wholeRunner(query: Query, respond: Run<Outcome>): Runner {
  const arrange = inOrderOf(responseSchema(query)) as (value: unknown) => Row;
  const isBare = query.kind === 'computed' && query.envelope === false;
  const resolveReferences = referenceResolver(query);
  const ofOne: Run<Outcome> = async (graph, params, context) => {
    refuseReversedDays(params);
    return respond(graph, await resolveReferences(graph, params), context);
  };
  const resolved = query.drafts ? withDrafts(ofOne) : ofOne;
  return {
    respond: resolved,
    async respondJson(graph, params, context) {
      const { body, ...outcome } = await resolved(graph, params, context);
      return { text: JSON.stringify(arrange(isBare ? body.items : body)), ...outcome };
    },
    async readParts(graph, params, context) {
      const limit =
        params.limit ?? (query.kind === 'table' || query.kind === 'counted' ? MAX_STREAMED_TABLE : undefined);
      const { body, isTruncated } = await resolved(graph, { ...params, limit }, context);
      return { items: body.items as Row[], next: null, isTruncated };
    },
  };
}

function oneOf({ read, bind }: OneQuery): Run<Outcome> {
  const [text, columns] = [read.text(undefined), columnsOf(read.row)];
  return async (graph, params) => {
    const rows = await batchedRead(graph, text, bind(params), columns);
    const [body] = parsed(graph, read.row, rows);
    if (!body) throw unknownId(params.id);
    const { revision } = body as { revision?: string };
    return { body, isTruncated: false, ...(revision !== undefined && { revision }) };
  };
}

const tableOf =
  ({ read, plan, item = (row) => row }: TableQuery): Run<Outcome> =>
  async (graph, params) => {
    const { limit: _limit, format: _format, ...filters } = params;
    const limit = Number(params.limit ?? DEFAULT_LIMIT);
    const { options, bind } = plan(filters);
    const rows = (await read.rows(graph, { ...bind, limit: limit + 1 }, options)) as Row[];
    const truncated = rows.length > limit;
    const items = rows.slice(0, limit).map((row) => item(row, filters));
    return { body: { items, truncated }, isTruncated: truncated };
  };

const countedOf =
  ({ count }: CountedQuery): Run<Outcome> =>
  async (graph, params) => {
    const { limit: _limit, format: _format, rows: _rows, bom: _bom, ...filters } = params;
    const limit = Number(params.limit ?? DEFAULT_LIMIT);
    const { items: counted, ...beside } = await count(graph, filters, limit + 1);
    const truncated = counted.length > limit;
    const body = { items: counted.slice(0, limit), truncated, ...beside };
    return { body, isTruncated: truncated || beside.sampled === true };
  };

const computedOf =
  ({ respond }: ComputedQuery): Run<Outcome> =>
  async (graph, params, context) => {
    const body = await respond(graph, params, context);
    return { body, isTruncated: body.truncated === true || body.sampled === true };
  };

const constantOf =
  ({ rows }: ConstantQuery): Run<Outcome> =>
  async (_graph, params) => {
    const all = rows(params);
    const items = all.slice(0, Number(params.limit ?? all.length));
    const truncated = items.length < all.length;
    return { body: { items, truncated }, isTruncated: truncated };
  };
