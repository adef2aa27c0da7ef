import type { Graph } from '../db/client.ts';
import { type AtomEntry, atomFeed } from '../formats/atom.ts';
import type { Row } from '../model/row.ts';
import { BEFORE_ALL, updatedEntries } from '../query/changed-at.ts';
import type { Query, RequestContext } from '../query/define.ts';

/**
 * A page of a list as an Atom feed.
 * @param url what was asked for.
 */
export async function feedOf(
  graph: Graph,
  { summary, atom }: Query,
  body: Row,
  url: URL,
  { origin }: RequestContext,
): Promise<string> {
  const entries = await updatedEntries(graph, (body.items as Row[]).map(atom as (item: Row) => AtomEntry));
  const moments = entries.map(({ updated }) => updated).sort();
  const filters = [...url.searchParams].filter(([name]) => !OF_THE_FEED.has(name));
  const asked = filters.map(([name, value]) => `${name}: ${value}`).join(', ');
  const withParams = (search: URLSearchParams) =>
    search.size > 0 ? `${url.pathname}?${search}` : url.pathname;
  const next = new URLSearchParams(url.search);
  next.set('format', 'atom');
  next.set('cursor', String(body.next));
  return atomFeed({
    origin,
    title: asked === '' ? summary : `${summary} (${asked})`,
    self: url.pathname + url.search,
    list: withParams(new URLSearchParams(filters)),
    next: body.next ? withParams(next) : undefined,
    entries,
    updated: moments.at(-1) ?? BEFORE_ALL,
  });
}

/** Parameters that say how a list is given, not what it lists: the id of a feed is that of its list. */
const OF_THE_FEED = new Set(['cursor', 'format', 'limit', 'total']);
