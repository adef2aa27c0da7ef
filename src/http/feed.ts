import type { Graph } from '../db/client.ts';
import { atomFeed } from '../formats/atom.ts';
import type { Row } from '../model/row.ts';
import { BEFORE_ALL, updatedEntries } from '../query/changed-at.ts';
import { cursorIn, type Query, type RequestContext } from '../query/define.ts';
import { readNames } from '../query/names.ts';

/**
 * A page of a list as an Atom feed.
 * @param url what was asked for.
 */
export async function feedOf(
  graph: Graph,
  query: Query,
  body: Row,
  url: URL,
  { origin }: RequestContext,
): Promise<string> {
  const { summary, atom, things = () => [] } = query;
  const items = body.items as Row[];
  const nameOf = await readNames(graph, items.flatMap(things));
  const entries = await updatedEntries(
    graph,
    items.map((item) => atom!(item, nameOf)),
  );
  const moments = entries.map(({ updated }) => updated).sort();
  const filters = [...url.searchParams].filter(([name]) => !OF_THE_FEED.has(name));
  const asked = filters.map(([name, value]) => `${name}: ${value}`).join(', ');
  const withParams = (search: URLSearchParams) =>
    search.size > 0 ? `${url.pathname}?${search}` : url.pathname;
  const next = new URLSearchParams(url.search);
  next.set('format', 'atom');
  const cursor = cursorIn(query, body);
  next.set('cursor', String(cursor));
  return atomFeed({
    origin,
    title: asked === '' ? summary : `${summary} (${asked})`,
    self: url.pathname + url.search,
    list: withParams(new URLSearchParams(filters)),
    next: cursor ? withParams(next) : undefined,
    entries,
    updated: moments.at(-1) ?? BEFORE_ALL,
  });
}

/** Parameters that say how a list is given, not what it lists: the id of a feed is that of its list. */
const OF_THE_FEED = new Set(['cursor', 'format', 'limit', 'total']);
