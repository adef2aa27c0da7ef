import { TEXTS } from '../limits.ts';
import type { Draft } from './draft-article.ts';

/** A draft that can be sent as an article. */
export interface DraftToSend extends Draft {
  id: string;
}

/** Spellings of an id that are looked up together. */
const TRIED = 10;

/**
 * A draft whose own ids nothing else has: one that is taken gets a number, wherever the draft names it.
 * @param taken those of these ids that something has.
 * @param isFixed whether the id of the article is meant as it is.
 */
export async function withFreeIds(
  draft: DraftToSend,
  taken: (ids: string[]) => Promise<string[]>,
  isFixed: boolean,
): Promise<DraftToSend> {
  const { annotation, entities } = draft;
  const ofEntities = entities.map(({ id }) => id);
  const ofEvents = (annotation.events ?? []).map(({ id }) => id);
  const ofStatements = (annotation.statements ?? []).flatMap(({ id }) => id ?? []);
  const free = await freeIds(
    [...(isFixed ? [] : [draft.id]), ...ofEntities, ...ofEvents, ...ofStatements],
    taken,
  );
  const renamed = (id: string) => free.get(id) ?? id;
  const named = new Set([...ofEntities, ...ofEvents].filter((id) => renamed(id) !== id));
  const { statements, events, ...rest } = withNames(annotation, (id) => (named.has(id) ? renamed(id) : id));
  return {
    ...draft,
    id: isFixed ? draft.id : renamed(draft.id),
    annotation: {
      ...rest,
      events: events?.map((event) => ({ ...event, id: renamed(event.id) })),
      statements: statements?.map((statement) => ({
        ...statement,
        ...(statement.id && { id: renamed(statement.id) }),
      })),
    },
    entities: entities.map((entity) => ({ ...entity, id: renamed(entity.id) })),
  };
}

/** For each id the first of it and its numbered spellings that nothing has. */
async function freeIds(
  ids: readonly string[],
  taken: (ids: string[]) => Promise<string[]>,
): Promise<Map<string, string>> {
  const free = new Map<string, string>();
  const given = new Set(ids);
  let open = [...given];
  for (let from = 1; open.length > 0; from += TRIED) {
    const spellings = new Map(open.map((id) => [id, spellingsOf(id, from)]));
    const found = new Set(await taken([...spellings.values()].flat()));
    for (const [id, tried] of spellings) {
      const first = tried.find((one) => !found.has(one) && (one === id || !given.has(one)));
      if (first === undefined) continue;
      given.add(first);
      free.set(id, first);
    }
    open = open.filter((id) => !free.has(id));
  }
  return free;
}

const spellingsOf = (id: string, from: number) =>
  Array.from({ length: TRIED }, (_, at) => numbered(id, from + at));

function numbered(id: string, nth: number): string {
  if (nth === 1) return id;
  const ending = `-${nth}`;
  return id.slice(0, TEXTS.id - ending.length).replace(/-$/, '') + ending;
}

/** The fields of an annotation that name an entity or an event. */
const NAMING = new Set([
  'person',
  'of',
  'entity',
  'place',
  'subject',
  'object',
  'speaker',
  'speakers',
  'about',
  'at',
  'alternatives',
]);

/** An annotation with other ids in the fields that name something. */
function withNames<T>(value: T, name: (id: string) => string): T {
  const visit = (part: unknown, field: string, within: string): unknown => {
    const isName = NAMING.has(field) || (field === 'id' && within === 'about');
    if (typeof part === 'string') return isName ? name(part) : part;
    if (Array.isArray(part)) return part.map((entry) => visit(entry, field, field));
    if (part === null || typeof part !== 'object') return part;
    return Object.fromEntries(Object.entries(part).map(([key, of]) => [key, visit(of, key, field)]));
  };
  return visit(value, '', '') as T;
}
