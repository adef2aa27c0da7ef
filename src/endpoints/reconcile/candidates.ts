import type { Graph } from '../../db/client.ts';
import { alpha3Code } from '../../model/country-code.ts';
import { wikidataId } from '../../model/wikidata-id.ts';
import { lookup } from '../../query/name-lookup.ts';
import { nameWords, wordTerm } from '../../search/name-query.ts';
import { candidatesOfQueries } from './entity.ts';
import type { ReconcileQuery, RefusedQuery } from './requests.ts';
import { type Candidate, rankCandidates, textsOf } from './score.ts';

/** No name is longer; a cell that is holds something else. */
const LONGEST_NAME = 200;
const MOST_WORDS = 10;

/** Names that come close are dear to find, and a read has little time. */
const QUERIES_PER_READ = 10;
/** As many as any query may ask for. */
const MOST_CANDIDATES = 50;

/** The candidates of each query of a batch, each query by itself; one that could not be read has none, and says why. */
export async function reconcile(
  graph: Graph,
  batch: Record<string, ReconcileQuery | RefusedQuery>,
): Promise<Record<string, { result: Candidate[] } & Partial<RefusedQuery>>> {
  const given = Object.entries(batch);
  const queries = given.flatMap(([, query], number) =>
    'errors' in query ? [] : [{ number, ...lookups(query) }],
  );
  const rows: Awaited<ReturnType<typeof candidatesOfQueries.rows>> = [];
  for (let at = 0; at < queries.length; at += QUERIES_PER_READ) {
    const part = { queries: queries.slice(at, at + QUERIES_PER_READ), most: MOST_CANDIDATES };
    rows.push(...(await candidatesOfQueries.rows(graph, part)));
  }
  const found = Map.groupBy(rows, ({ number }) => number);
  return Object.fromEntries(
    given.map(([id, query], number) => [
      id,
      'errors' in query
        ? { result: [], errors: query.errors }
        : { result: rankCandidates(query, found.get(number) ?? []) },
    ]),
  );
}

/** What a query is looked up by: an id, a name, names that come close, identifiers. */
function lookups({ query = '', properties }: ReconcileQuery) {
  const isName = query.length <= LONGEST_NAME && query.isWellFormed();
  const name = isName ? query : '';
  const { given, plain, demonym } = lookup(name);
  const words = nameWords(name).slice(0, MOST_WORDS);
  const texts = (property: string) =>
    properties.filter(({ pid }) => pid === property).flatMap(({ v }) => v.flatMap(textsOf));
  return {
    given,
    plain,
    demonym,
    fuzzy: words.length > 0 ? [words.map(fuzzy).join(' OR ')] : [],
    wikidata: [name, ...texts('wikidata')].flatMap((text) => wikidataId(text) ?? []),
    iso3166: [name, ...texts('iso3166')].flatMap((text) => alpha3Code(text.trim()) ?? []),
  };
}

/** The longer a word, the more of its letters may be wrong. */
const fuzzy = (word: string) => wordTerm(word, word.length < 4 ? 0 : word.length < 10 ? 1 : 2);
