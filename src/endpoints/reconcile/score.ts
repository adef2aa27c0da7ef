import { TEXTS } from '../../limits.ts';
import { alpha3Code } from '../../model/country-code.ts';
import { nameKey, plainForms } from '../../model/name-key.ts';
import { wikidataId } from '../../model/wikidata-id.ts';
import { adjectiveOf } from '../../query/name-lookup.ts';
import { similarity } from '../../search/similarity.ts';
import type { NamedEntity, ReconcilableEntity } from './entity.ts';
import { type PropertyValue, propertyOf, typeOf } from './properties.ts';
import type { ReconcileQuery } from './requests.ts';

export interface Candidate {
  id: string;
  name: string;
  description?: string;
  type: { id: string; name: string }[];
  score: number;
  match: boolean;
  features: { id: string; value: number | boolean }[];
}

/** Names that mean one thing; a metonym ("Washington") or an adjective ("Pakistani") may well mean another. */
const SURE = new Set(['name', 'abbreviation', 'title']);

const EXACT = 100;
/** A metonym or an adjective, to the letter; a name but for its accents; the code of a country, which may well be a name. */
const UNSURE = 85;
/** A name that another entity bears by itself, to the letter: it leaves no doubt about that one. */
const SHARED = 65;
/** The most that a name which only resembles scores. */
const SIMILAR = 80;
/** Found by an identifier alone, whatever the name. */
const IDENTIFIED = 60;
/** A candidate that scores this much leaves doubt about every other. */
const CLOSE = 70;
const LEAST = 30;

interface Scored {
  entity: ReconcilableEntity;
  exact: boolean;
  name: number;
  properties: number | null;
  typed: boolean;
  score: number;
}

/**
 * The candidates of a query, best first. One of them is a match only where it alone has exactly the name and all that
 * is asked for, and no other comes close: what is ambiguous is left to the client.
 */
export function rankCandidates(query: ReconcileQuery, entities: ReconcilableEntity[]): Candidate[] {
  const scored = entities
    .map((entity) => scoreOf(query, entity))
    .filter(({ typed, score }) => score >= LEAST && (typed || query.type_strict === 'should'))
    .sort((a, b) => b.score - a.score || (a.entity.id < b.entity.id ? -1 : 1));
  const [best, second] = scored;
  const isCertain = best?.exact && (second === undefined || second.score < CLOSE);
  return scored.slice(0, query.limit).map((one) => candidate(one, one === best && Boolean(isCertain)));
}

function scoreOf(query: ReconcileQuery, entity: ReconcilableEntity): Scored {
  const given = query.query ?? '';
  const fulfilled = query.properties.map(({ pid, v }) => {
    const values = propertyOf(pid).values(entity);
    return v.some((one) => values.some((value) => isSame(one, value)));
  });
  const identified = query.properties.some(({ pid }, at) => fulfilled[at] && IDENTIFIERS.has(pid));
  const share = fulfilled.length === 0 ? null : fulfilled.filter(Boolean).length / fulfilled.length;
  const typed = hasType(query, entity);
  const name = query.query === undefined ? (identified ? EXACT : 0) : nameScore(given, entity);
  const weighted = name * (share === null ? 1 : 0.7 + 0.3 * share) * (typed ? 1 : 0.8);
  const score = Math.round(identified ? Math.max(weighted, IDENTIFIED) : weighted);
  return {
    entity,
    exact: name === EXACT && typed && (share ?? 1) === 1,
    name,
    properties: share,
    typed,
    score,
  };
}

const IDENTIFIERS = new Set(['iso3166', 'wikidata']);

/** An entity has one type, so it can have all of several only if they are the same. */
const hasType = ({ type, type_strict }: ReconcileQuery, entity: ReconcilableEntity) =>
  type.length === 0 ||
  (type_strict === 'all' ? type.every((one) => one === entity.type) : type.includes(entity.type));

function nameScore(given: string, { id, names, wikidata, iso3166 }: ReconcilableEntity): number {
  if (given === id) return EXACT;
  if (given.length > TEXTS.line) return 0;
  const key = nameKey(given);
  const same = names.filter((name) => name.key === key);
  if (same.some(({ shared }) => shared)) return SHARED;
  if (same.length > 0) return same.some(({ kind }) => SURE.has(kind)) ? EXACT : UNSURE;
  if (wikidata !== null && wikidataId(given) === wikidata) return EXACT;
  if (iso3166 !== null && alpha3Code(given) === iso3166) return UNSURE;
  const { words, plain } = plainForms(key);
  const forms = names.map((name) => ({ ...name, ...plainForms(name.key) }));
  if (forms.some((name) => name.plain === plain)) return UNSURE;
  const adjective = adjectiveOf(plain);
  if (forms.some((name) => name.kind === 'adjective' && name.plain === adjective)) return UNSURE;
  return Math.max(0, ...forms.map((name) => similarity(words, name.words))) * SIMILAR;
}

type GivenValue = ReconcileQuery['properties'][number]['v'][number];

/** What a value says: a cell that was reconciled before says an id, here or elsewhere, and perhaps a name. */
export const textsOf = (given: GivenValue): string[] =>
  typeof given === 'object' ? [given.id, ...(given.name === undefined ? [] : [given.name])] : [String(given)];

function isSame(given: GivenValue, value: PropertyValue): boolean {
  if (typeof value === 'object') return isSameEntity(given, value);
  const wanted = String(value);
  return textsOf(given).some(
    (text) => (wikidataId(text) ?? keyOf(text)) === (wikidataId(wanted) ?? nameKey(wanted)),
  );
}

/** The id of an entity decides, and that of Wikidata; a name counts where there is no other id to go by. */
function isSameEntity(given: GivenValue, { id, wikidata, keys }: NamedEntity): boolean {
  const [first, name] = textsOf(given);
  const own = first!.replace(/^https?:\/\/[^/]+\/v1\/entities\//, '');
  if (own === id) return true;
  const foreign = wikidataId(first!);
  if (foreign !== undefined && wikidata !== null) return foreign === wikidata;
  const text = typeof given === 'object' ? (foreign === undefined ? undefined : name) : first;
  return text !== undefined && keys.includes(keyOf(text));
}

/** What is longer than any name or description is the same as none. */
const keyOf = (given: string) => (given.length > TEXTS.line ? given : nameKey(given));

const candidate = ({ entity, exact, name, properties, typed, score }: Scored, match: boolean): Candidate => ({
  id: entity.id,
  name: entity.name,
  ...(entity.description !== null && { description: entity.description }),
  type: [typeOf(entity.type)],
  score,
  match,
  features: [
    { id: 'name', value: Math.round(name) },
    { id: 'exact', value: exact },
    { id: 'type', value: typed },
    ...(properties === null ? [] : [{ id: 'properties', value: Math.round(properties * 100) }]),
  ],
});
