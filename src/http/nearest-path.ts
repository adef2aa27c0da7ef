import { distance } from 'fastest-levenshtein';
import { isClose, singular } from '../model/nearest.ts';

/** A route as others may have meant it. */
export interface KnownRoute {
  /** With parameters as `:name`. */
  url: string;
  /** Names of its query parameters. */
  parameters: readonly string[];
}

/** Words that people try for those of the paths. */
const SYNONYMS: Record<string, string> = {
  person: 'people',
  persons: 'people',
  speakers: 'people',
  quotes: 'statements',
  quotations: 'statements',
  sources: 'articles',
  orgs: 'organizations',
  health: 'healthz',
  ready: 'readyz',
  status: 'readyz',
  swagger: 'docs',
  'api-docs': 'docs',
  'swagger.json': 'openapi.json',
  'openapi.yaml': 'openapi.json',
};

/** Lists of some of the entities; each of their items is one of `/v1/entities`. */
const LISTS_OF_ENTITIES = ['people', 'leaders', 'officials', 'analysts', 'countries', 'organizations'];

/** The parameters by which a list is narrowed to one thing, by the kind of the thing, the first that the list has. */
const NARROWED_BY: Record<string, readonly string[]> = {
  entities: ['speaker', 'entity', 'participants', 'subject', 'author'],
  articles: ['article'],
  events: ['about'],
};

/**
 * The path that comes nearest to one that is unknown: misspelt, without its version, in the wrong number, below the list
 * instead of beside it. Where none comes near, it is the map of all paths.
 */
export function nearestPath(path: string, routes: readonly KnownRoute[]): string {
  const given = path.split('/').filter(Boolean).map(decoded);
  const versioned = /^(api|rest|v\d+(\.\d+)*)$/i;
  let first = 0;
  while (first < given.length && versioned.test(given[first]!)) first++;
  const rest = given.slice(first);
  if (rest.length === 0) return '/v1';
  return (
    nearestOf([['v1', ...rest], rest], routes) ??
    belowList(rest, routes) ??
    routes.find(({ url }) => url.endsWith(`/${rest.join('/')}`))?.url ??
    shorter(rest, routes) ??
    (first > 0 ? '/v1' : '/')
  );
}

/** The path of a thing of a kind, or of a list of what belongs to it. */
export function pathBelow(kind: string, id: string, list: string | undefined, routes: readonly KnownRoute[]) {
  if (list === undefined) return pathOf(['v1', kind, id]);
  const below = nearestOf([['v1', kind, id, list]], routes);
  if (below !== undefined) return below;
  const beside = routes.find(({ url }) => url === `/v1/${nearestWord(list, firstWords(routes))}`);
  const parameter = NARROWED_BY[kind]?.find((name) => beside?.parameters.includes(name));
  return parameter && beside ? `${beside.url}?${parameter}=${encodeURIComponent(id)}` : undefined;
}

/** `/v1/people/Trump` is an entity, and `/v1/entities/x/statements` the list of statements under a filter. */
function belowList([list, id, below, ...more]: string[], routes: readonly KnownRoute[]): string | undefined {
  if (id === undefined || more.length > 0) return undefined;
  const word = nearestWord(list!, firstWords(routes));
  const kind = word && LISTS_OF_ENTITIES.includes(word) ? 'entities' : word;
  return kind === undefined || !(kind in NARROWED_BY) ? undefined : pathBelow(kind, id, below, routes);
}

/** What is left of a path that goes on too far. */
function shorter(rest: string[], routes: readonly KnownRoute[]): string | undefined {
  for (let length = rest.length - 1; length > 0; length--) {
    const beginning = rest.slice(0, length);
    const near = nearestOf([['v1', ...beginning], beginning], routes) ?? belowList(beginning, routes);
    if (near !== undefined) return near;
  }
  return undefined;
}

/** The route with as many segments that takes the fewest edits, with what was given in the place of its parameters. */
function nearestOf(candidates: string[][], routes: readonly KnownRoute[]): string | undefined {
  let best: { path: string; edits: number } | undefined;
  for (const given of candidates) {
    for (const { url } of routes) {
      const pattern = url.split('/').filter(Boolean);
      if (pattern.length !== given.length) continue;
      const edits = pattern.reduce((sum, word, nth) => sum + editsOf(given[nth]!, word), 0);
      if (edits >= (best?.edits ?? Number.POSITIVE_INFINITY)) continue;
      const path = pathOf(pattern.map((word, nth) => (word.startsWith(':') ? given[nth]! : word)));
      best = { path, edits };
    }
  }
  return best?.path;
}

/** How far a segment is from a word of a route: infinitely, unless it is close. */
function editsOf(given: string, word: string): number {
  if (word.startsWith(':')) return 0.1;
  const lower = given.toLowerCase();
  if (SYNONYMS[lower] === word) return 0.5;
  const [one, other] = [singular(lower), singular(word)];
  if (!isClose(lower, word) && !isClose(one, other)) return Number.POSITIVE_INFINITY;
  return Math.min(distance(lower, word), distance(one, other) + 0.5);
}

function nearestWord(given: string, words: readonly string[]): string | undefined {
  const [best] = words
    .map((word) => ({ word, edits: editsOf(given, word) }))
    .sort((a, b) => a.edits - b.edits);
  return best && Number.isFinite(best.edits) ? best.word : undefined;
}

/** The first words after the version. */
const firstWords = (routes: readonly KnownRoute[]) => [
  ...new Set(routes.flatMap(({ url }) => (url.startsWith('/v1/') ? [url.split('/')[2]!] : []))),
];

const pathOf = (segments: string[]) => `/${segments.map(encodeURIComponent).join('/')}`;

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
