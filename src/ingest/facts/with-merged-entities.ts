import type { MergedEntities } from './merged-entities.ts';

// biome-ignore lint/suspicious/noExplicitAny: an annotation as it was given, which was held to its schema before
type Given = any;

/**
 * An annotation where what was merged goes by what it was merged into, and the decisions that it took: those also of which it
 * names only what others were merged into, since their names are found in it.
 */
export function withMergedEntities(
  given: Given,
  merged: MergedEntities,
): { annotation: Given; decisions: string[] } {
  const taken = new Set<string>();
  const into = Map.groupBy(merged.values(), ({ id }) => id);
  const entity = <Id>(id: Id): Id | string => {
    if (typeof id !== 'string') return id;
    for (const one of [merged.get(id), ...(into.get(id) ?? [])])
      for (const decision of one?.decisions ?? []) taken.add(decision);
    return merged.get(id)?.id ?? id;
  };
  const fields =
    (...names: string[]) =>
    (one: Given) =>
      Object.fromEntries(
        Object.entries(one).map(([name, value]) => [name, names.includes(name) ? entity(value) : value]),
      );
  const each = (list: Given, change: (one: Given) => Given) => list && { list: list.map(change) };
  const within = (one: Given, lists: Record<string, (one: Given) => Given>) => ({
    ...one,
    ...Object.fromEntries(
      Object.entries(lists).flatMap(([name, change]) => {
        const changed = each(one?.[name], change);
        return changed ? [[name, changed.list]] : [];
      }),
    ),
  });
  const attribution = (one: Given) => ({
    ...fields('speaker')(one),
    ...(one.speakers && { speakers: [...new Set(one.speakers.map(entity))] }),
    ...(one.described && { described: fields('of')(one.described) }),
  });
  const about = (one: Given) => (typeof one === 'string' ? entity(one) : fields('id')(one));
  const annotation = within(given, {
    roles: fields('person', 'of'),
    relations: fields('subject', 'object'),
    mentions: fields('entity'),
    events: (event) => {
      const changed = within(fields('place')(event), { participants: fields('entity') });
      const { participants } = changed;
      return { ...changed, ...(participants && { participants: distinct(participants, JSON.stringify) }) };
    },
    statements: (statement) => {
      const changed = within(statement, {
        quotations: ({ attributions, ...quotation }) => ({
          ...quotation,
          attributions: distinct(attributions.map(attribution).sort(byRank), attributionKey),
        }),
      });
      const { unnamedTargets } = statement;
      return {
        ...changed,
        ...(statement.about && { about: eachOnce(statement.about.map(about)) }),
        ...(unnamedTargets && {
          unnamedTargets: distinct(unnamedTargets.map(fields('of')), JSON.stringify),
        }),
      };
    },
  });
  const authored = within(given.article, { authors: fields('person') });
  const { authors } = authored;
  const article = authors
    ? { ...authored, authors: distinct(authors, ({ person }: Given) => person) }
    : authored;
  return taken.size > 0
    ? { annotation: { ...annotation, article }, decisions: [...taken] }
    : { annotation: given, decisions: [] };
}

/** Those of a list with different keys, each the first of its kind. */
const distinct = (list: Given[], keyOf: (one: Given) => string): Given[] =>
  [...new Map(list.toReversed().map((one) => [keyOf(one), one])).values()].reverse();

const RANKS = ['preferred', 'normal', 'deprecated'];
const byRank = (one: Given, other: Given) =>
  RANKS.indexOf(one.rank ?? 'preferred') - RANKS.indexOf(other.rank ?? 'preferred');

/** What was attributed to two who are one is attributed once by the same words. */
const attributionKey = ({ speaker, speakers, described, basis, evidence }: Given) =>
  JSON.stringify([(speakers ?? [speaker ?? null]).toSorted(), described, basis, evidence]);

const idOf = (about: Given): string => (typeof about === 'string' ? about : about.id);

/** What a statement is about, each once: a target before a topic. */
function eachOnce(list: Given[]): Given[] {
  const byId = new Map<string, Given>();
  for (const one of list) {
    const isTarget = typeof one === 'string' || one.as === 'target';
    if (isTarget || !byId.has(idOf(one))) byId.set(idOf(one), one);
  }
  return [...byId.values()];
}
