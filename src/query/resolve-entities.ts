import { distance } from 'fastest-levenshtein';
import { z } from 'zod';
import { type Graph, read } from '../db/client.ts';
import { cypher } from '../db/cypher.ts';
import { type Fault, Problem } from '../errors.ts';
import { nameKey } from '../model/name-key.ts';
import { batchedRead } from './batched-read.ts';
import type { Query } from './define.ts';
import { references } from './parameters.ts';

interface Reference {
  parameter: string;
  given: string;
  events: boolean;
}

type Candidate = { id: string; name: string; type: string };

/**
 * Puts ids in the place of the names that parameters give.
 * @throws Problem `ambiguous-name` with the candidates, or `unknown-entity` with the nearest names.
 */
export async function resolveReferences(graph: Graph, query: Query, params: Record<string, unknown>) {
  const named = entityParameters(query).flatMap(({ parameter, ...reference }) => {
    const value = params[parameter] as string | string[] | undefined;
    return value === undefined ? [] : [value].flat().map((given) => ({ parameter, given, ...reference }));
  });
  if (named.length === 0) return params;
  const known = graph.resolvedNames ?? new Map<string, string>();
  const missing = named.filter((reference) => !known.has(cacheKey(reference)));
  if (missing.length > 0) {
    const found = await resolve(graph, missing);
    for (const reference of missing) known.set(cacheKey(reference), found.get(reference.given)!);
  }
  const resolved = { ...params };
  for (const reference of named) {
    const { parameter, several } = reference;
    resolved[parameter] = several
      ? named.filter((one) => one.parameter === parameter).map((one) => known.get(cacheKey(one)))
      : known.get(cacheKey(reference));
  }
  return resolved;
}

const entityParametersOf = new WeakMap<Query, { parameter: string; several: boolean; events: boolean }[]>();

/** The parameters of a query that name entities. */
function entityParameters(query: Query) {
  let found = entityParametersOf.get(query);
  if (!found) {
    const shape = { ...query.pathParams?.shape, ...query.params.shape };
    found = Object.entries(shape).flatMap(([parameter, schema]) => {
      const reference = references.get(unwrap(schema as z.ZodType));
      return reference ? [{ parameter, ...reference }] : [];
    });
    entityParametersOf.set(query, found);
  }
  return found;
}

/** What a name is kept under; where no event can be meant it may mean another thing. */
const cacheKey = ({ given, events }: Reference) => `${events ? 'any' : 'entity'} ${given}`;

async function resolve(graph: Graph, named: Reference[]): Promise<Map<string, string>> {
  const names = named.map(({ given, events }) => ({ given, key: nameKey(given), events }));
  const rows = (await batchedRead(graph, cypher('read/resolve-names'), { names })) as (Candidate & {
    given: string;
  })[];
  const ids = new Map<string, string>();
  const ambiguous: Fault[] = [];
  const unknown: Fault[] = [];
  for (const { given, parameter, events } of named) {
    const candidates = candidatesFor(rows, given, events);
    const exact =
      candidates.find(({ id }) => id === given) ?? (candidates.length === 1 ? candidates[0] : undefined);
    if (exact) ids.set(given, exact.id);
    else if (candidates.length > 1) {
      const detail = `${JSON.stringify(given)} names ${candidates.length} entities.`;
      ambiguous.push({ parameter, detail, expected: 'one of their ids', candidates });
    } else unknown.push(await unknownFault(graph, parameter, given));
  }
  if (ambiguous.length > 0) throw new Problem('ambiguous-name', describe(ambiguous), ambiguous);
  if (unknown.length > 0) throw new Problem('unknown-entity', describe(unknown), unknown);
  return ids;
}

/** What a name may mean, each once: the same name may stand in several parameters, and not all of them take events. */
function candidatesFor(rows: (Candidate & { given: string })[], given: string, events: boolean) {
  const meant = rows.filter((row) => row.given === given && (events || row.type !== 'Event'));
  return [...new Map(meant.map(({ id, name, type }) => [id, { id, name, type }])).values()];
}

const NEAREST = 3;

async function unknownFault(graph: Graph, parameter: string, given: string): Promise<Fault> {
  const words = nameKey(given).match(/[\p{L}\p{N}]+/gu) ?? [];
  const fuzzy = words.map((word) => `${word}~2 OR ${word}*`).join(' OR ');
  const rows = fuzzy === '' ? [] : await read(graph, cypher('read/nearest-names'), { fuzzy });
  const key = nameKey(given);
  const ranked = (rows as (Candidate & { key: string })[])
    .map(({ key: name, ...candidate }) => ({ edits: distance(name, key), candidate }))
    .sort((a, b) => a.edits - b.edits);
  const candidates = [...new Map(ranked.map(({ candidate }) => [candidate.id, candidate])).values()].slice(
    0,
    NEAREST,
  );
  const nearest = candidates[0]?.id;
  const detail = `No entity has the id or name ${JSON.stringify(given)}.${nearest ? ` The nearest is ${nearest}.` : ''}`;
  return { parameter, detail, expected: 'the id or an alias of an entity', nearest, candidates };
}

const describe = (faults: Fault[]) => faults.map(({ detail }) => detail).join(' ');

/** The schema inside optional and default wrappers, which is the one that was registered. */
export function unwrap(schema: z.ZodType): z.ZodType {
  return schema instanceof z.ZodOptional || schema instanceof z.ZodDefault
    ? unwrap(schema.unwrap() as z.ZodType)
    : schema;
}
