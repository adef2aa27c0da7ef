import { z } from 'zod';
import { batchedRead } from '../db/batch.ts';
import { defineRead, type Graph, parsed, reviewedOf } from '../db/client.ts';
import { cypherFile } from '../db/cypher.ts';
import { Problem, sentencesOf } from '../errors.ts';
import type { Fault } from '../model/fault.ts';
import { nameKey, plainForms } from '../model/name-key.ts';
import { nearFirst } from '../model/nearest.ts';
import type { Row } from '../model/row.ts';
import { unwrap } from '../model/schema-reader.ts';
import { fuzzyQuery } from '../search/name-query.ts';
import type { Query } from './define.ts';
import { namingGraphs } from './drafts.ts';
import { Candidate, candidatesFor, lookup, namedEntities } from './name-lookup.ts';
import { type Meant, references, repeatedInstead } from './parameters.ts';

interface Reference {
  parameter: string;
  given: string;
  meant: Meant;
  isRepeated: boolean;
  /** The names of all parameters of the query. */
  parameters: ReadonlySet<string>;
}

export const nearestNames = defineRead({
  name: 'names that come close to a misspelt one',
  parameters: ['fuzzy'],
  row: Candidate.extend({ words: z.string() }),
  text: cypherFile('read/nearest-names'),
});

/**
 * Prepares what puts ids in the place of the names that parameters of a query give. It throws the problem `ambiguous-name`
 * with the candidates, or `unknown-entity` with the nearest names.
 */
export function entityResolver(query: Query): (graph: Graph, params: Row) => Promise<Row> {
  const naming = entityParameters(query);
  const parameters = new Set(Object.keys(query.params.shape));
  return async (graph, params) => {
    const named = naming.flatMap(({ parameter, ...reference }) => {
      const value = params[parameter] as string | string[] | undefined;
      const isRepeated = Array.isArray(value);
      const all = value === undefined ? [] : [value].flat();
      return all.map((given) => ({ parameter, given, isRepeated, parameters, ...reference }));
    });
    if (named.length === 0) return params;
    const known = graph.resolvedNames ?? new Map<string, string>();
    const missing = named.filter((reference) => !known.has(cacheKey(reference)));
    if (missing.length > 0) {
      const found = await resolve(graph, missing);
      for (const reference of missing) known.set(cacheKey(reference), found.get(reference.given)!);
    }
    const resolved = { ...params };
    for (const [parameter, references] of Map.groupBy(named, (one) => one.parameter)) {
      const found = new Set(references.map((reference) => known.get(cacheKey(reference))));
      resolved[parameter] = Array.isArray(params[parameter]) ? [...found].sort() : [...found][0];
    }
    return resolved;
  };
}

/** The parameters of a query that name entities. */
const entityParameters = (query: Query) =>
  Object.entries({ ...query.pathParams?.shape, ...query.params.shape }).flatMap(([parameter, schema]) => {
    const reference = references.get(unwrap(schema));
    return reference ? [{ parameter, ...reference }] : [];
  });

/** What a name is kept under; where something else can be meant, or an id alone, it may mean another thing. */
const cacheKey = ({ given, meant, parameter }: Reference) =>
  `${parameter === 'id' ? 'id' : ''} ${meant} ${given}`;

async function resolve(graph: Graph, named: Reference[]): Promise<Map<string, string>> {
  const names = named.map(({ given, meant }) => ({ ...lookup(given), events: meant !== 'entity' }));
  const reads = namingGraphs(graph).map((one) => batchedRead(one, namedEntities.text(undefined), { names }));
  const rows = parsed(graph, namedEntities.row, (await Promise.all(reads)).flat());
  const ids = new Map<string, string>();
  const ambiguous: Fault[] = [];
  const unknown: Fault[] = [];
  for (const reference of named) {
    const { given, parameter } = reference;
    const candidates = candidatesFor(
      rows.filter(({ type }) => isOfKind(reference, type)),
      given,
    );
    const [first] = candidates;
    if (parameter === 'id' && rows.some((row) => row.given === given && row.way === 'former')) {
      const detail = `${JSON.stringify(given)} goes by ${first!.id} since a decision.`;
      unknown.push({ parameter, detail, expected: 'the id that it goes by', nearest: first!.id });
      continue;
    }
    const exact =
      candidates.find(({ id }) => id === given) ?? (candidates.length === 1 ? candidates[0] : undefined);
    if (exact) ids.set(given, exact.id);
    else if (candidates.length > 1) {
      const detail = `${JSON.stringify(given)} names ${candidates.length} entities.`;
      ambiguous.push({ parameter, detail, expected: 'one of their ids', candidates });
    } else
      unknown.push(
        reference.meant === 'event' ? unknownEvent(reference) : await unknownFault(graph, reference),
      );
  }
  if (ambiguous.length > 0) throw new Problem('ambiguous-name', sentencesOf(ambiguous), ambiguous);
  if (unknown.length > 0) throw new Problem('unknown-entity', sentencesOf(unknown), unknown);
  return ids;
}

const isOfKind = ({ meant }: Reference, type: string) =>
  meant === 'either' || (type === 'Event') === (meant === 'event');

const unknownEvent = ({ parameter, given }: Reference): Fault => ({
  parameter,
  detail: `No event has the id ${JSON.stringify(given)}.`,
  expected: 'the id of an event, as /v1/events lists them',
});

const NEAREST = 3;

/** What is written for a speaker where none is meant. */
const NOBODY = /^(?:null|undefined|none|nobody|no one|unknown|unnamed|not named|anonymous)$/i;

/** What finds that for which nobody is named, by the parameter that names entities. */
const UNNAMED: Readonly<Record<string, { what: string; filter: string; value: boolean }>> = {
  speaker: { what: 'What nobody is named for', filter: 'unattributed', value: true },
  about: { what: 'What is aimed at those whom nobody names', filter: 'unnamedTarget', value: true },
  entity: { what: 'What the text leaves open', filter: 'resolved', value: false },
};

function nobodyFault({ parameter, given, parameters }: Reference): Fault | undefined {
  const { what, filter, value } = UNNAMED[parameter] ?? {};
  if (filter === undefined || !parameters.has(filter) || !NOBODY.test(given)) return undefined;
  const instead = `${filter}=${value}`;
  return {
    parameter,
    detail: `No entity has the id or name ${JSON.stringify(given)}. ${what} is found with ${instead}.`,
    expected: `the id or an alias of an entity, or ${instead} in its place`,
    candidates: [],
  };
}

async function unknownFault(graph: Graph, reference: Reference): Promise<Fault> {
  const { parameter, given, isRepeated } = reference;
  const nobody = nobodyFault(reference);
  if (nobody) return nobody;
  const { words } = plainForms(nameKey(given));
  const fuzzy = fuzzyQuery(words);
  const rows = fuzzy === '' ? [] : await nearestNames.rows(reviewedOf(graph), { fuzzy });
  const near = nearFirst(words, rows, (row) => row.words);
  const candidates = [
    ...new Map(near.map(({ words: _words, ...candidate }) => [candidate.id, candidate])).values(),
  ].slice(0, NEAREST);
  const nearest = candidates[0]?.id;
  const instead = isRepeated ? repeatedInstead(parameter, given) : '';
  const expected = `the id or an alias of an entity${instead}`;
  const detail = `No entity has the id or name ${JSON.stringify(given)}.${nearest ? ` The nearest is ${nearest}.` : ''}`;
  return { parameter, detail, expected, nearest, candidates };
}
