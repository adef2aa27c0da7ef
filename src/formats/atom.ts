import type { Thing } from '../model/thing.ts';
import { MEDIA_TYPES } from './media-types.ts';
import { xmlDocument } from './xml.ts';

/** An item of a list as an entry of a feed. */
export interface AtomEntry {
  /** Its path, which is its id too. */
  path: string;
  title: string;
  /** What it says, as plain text. */
  content: string;
  authors?: readonly string[];
  categories?: readonly string[];
  /** What it is of: a change of one of these is a change of the entry. */
  of: readonly Thing[];
  /** The day that it is of itself, such as that of a statement; null where it has none. */
  day?: string | null;
  /** When it was made, of what never changes. */
  at?: string;
}

export interface AtomFeed {
  /** What absolute URLs of this service begin with. */
  origin: string;
  title: string;
  /** Paths of the feed itself, of the same list without a format, and of its next page. */
  self: string;
  list: string;
  next?: string;
  entries: readonly (AtomEntry & { updated: string })[];
  /** When anything of the list was changed last. */
  updated: string;
}

const AUTHOR = 'On Record';

/** A list as an Atom feed (RFC 4287, pages as in RFC 5005). Ids are URLs, which stay. */
export function atomFeed({ origin, title, self, list, next, entries, updated }: AtomFeed): string {
  const link = (rel: string, path: string, type: string) => ({
    '@rel': rel,
    '@type': type,
    '@href': origin + path,
  });
  const feed = {
    '@xmlns': 'http://www.w3.org/2005/Atom',
    id: origin + list,
    title,
    updated,
    author: { name: AUTHOR, uri: `${origin}/` },
    link: [
      link('self', self, MEDIA_TYPES.atom),
      link('alternate', list, MEDIA_TYPES.html),
      ...(next === undefined ? [] : [link('next', next, MEDIA_TYPES.atom)]),
    ],
    entry: entries.map((entry) => ({
      id: origin + entry.path,
      title: entry.title,
      updated: entry.updated,
      ...(entry.authors?.length && { author: entry.authors.map((name) => ({ name })) }),
      link: link('alternate', entry.path, MEDIA_TYPES.html),
      category: (entry.categories ?? []).map((term) => ({ '@term': term })),
      content: { '@type': 'text', '#text': entry.content },
    })),
  };
  return xmlDocument({ feed });
}
