import { nameKey } from '../../model/name-key.ts';
import type { Place, SpannedAnnotation, SpannedAttribution, SpannedQuotation } from './spanned-annotation.ts';

/** How one kind of item came out. */
interface ScoreRow {
  kind: string;
  /** Items of the annotation that is right, and those of them that the draft has. */
  gold: number;
  found: number;
  /** Items of the draft that the annotation has not. */
  spurious: number;
  decisions: number;
  edits: number;
}

export interface DraftScore {
  rows: ScoreRow[];
  decisions: number;
  edits: number;
  /** The share of decisions that need no edit; below 0 where a draft is more work than none. */
  saved: number;
  editsPerStatement: number;
}

/** Quotations that share less of their words are not the same. */
const LEAST_QUOTATION = 0.5;
const LEAST_EVENT = 0.3;

/**
 * How much of an annotation a draft saves. A decision is an item, or a field of it that is not null; an edit is a decision that is
 * missing or wrong in the draft, or an item too many.
 */
export function scoreDraft(gold: SpannedAnnotation, draft: SpannedAnnotation): DraftScore {
  const tally = new Tally();
  const entity = entityMap(gold, draft);
  const same = (wanted: string | null, found: string | null | undefined) =>
    found !== undefined && entity(found) === wanted;

  const entities = paired(gold.entities, draft.entities, (g, d) => Number(entity(d.id) === g.id));
  tally.list('entity', gold.entities, draft.entities, entities, (g, d) => ({
    type: [g.type, d?.type === g.type],
    name: [g.name, d !== undefined && nameKey(d.name) === nameKey(g.name)],
  }));

  const mentions = paired(gold.mentions, draft.mentions, (g, d) =>
    g.start === d.start && g.end === d.end ? 1 + Number(same(g.entity, d.entity)) : 0,
  );
  tally.list('mention', gold.mentions, draft.mentions, mentions, (g, d) => ({
    entity: [g.entity, same(g.entity, d?.entity)],
    form: [g.form, d?.form === g.form],
  }));

  const events = paired(gold.events, draft.events, (g, d) =>
    atLeast(LEAST_EVENT, overlapOf(g.evidence, d.evidence)),
  );
  const eventOf = new Map([...events].map(([g, d]) => [d.id, g.id]));
  const target = (id: string) => eventOf.get(id) ?? entity(id);

  const quotations = new Map<SpannedQuotation, SpannedQuotation>();
  const goldQuotations = gold.statements.flatMap((statement) => statement.quotations);
  const draftQuotations = draft.statements.flatMap((statement) => statement.quotations);
  for (const [g, d] of paired(goldQuotations, draftQuotations, (one, other) =>
    atLeast(LEAST_QUOTATION, overlapOf(one.parts, other.parts)),
  ))
    quotations.set(g, d);
  const isSamePlaces = (a: readonly Place[], b: readonly Place[]) => JSON.stringify(a) === JSON.stringify(b);
  tally.list('quotation', goldQuotations, draftQuotations, quotations, (g, d) => {
    const [wanted, found] = [preferred(g), d && preferred(d)];
    return {
      words: [
        g.parts,
        isSamePlaces(trimmedPlaces(gold.text, g.parts), trimmedPlaces(draft.text, d?.parts ?? [])),
      ],
      quoteType: [g.quoteType, d?.quoteType === g.quoteType],
      speakers: [wanted?.speakers ?? [], sameSpeakers(wanted, found, entity)],
      basis: [wanted?.basis ?? null, wanted?.basis === found?.basis],
      cue: [g.cue, g.cue !== null && d?.cue != null && overlapOf([g.cue], [d.cue]) > 0],
    };
  });
  for (const g of goldQuotations)
    for (const rival of g.attributions.filter((one) => one !== preferred(g))) {
      const d = quotations.get(g);
      tally.item(
        'rival attribution',
        d?.attributions.some((one) => one !== preferred(d) && sameSpeakers(rival, one, entity)) ?? false,
      );
    }

  const statementOf = new Map(
    draft.statements.flatMap((statement) => statement.quotations.map((one) => [one, statement])),
  );
  const matched = new Map<SpannedAnnotation['statements'][number], SpannedAnnotation['statements'][number]>();
  for (const g of gold.statements) {
    const d = g.quotations.map((one) => quotations.get(one)).find((one) => one !== undefined);
    if (d) matched.set(g, statementOf.get(d)!);
  }
  tally.list('statement', gold.statements, [], matched, (g, d) => ({
    act: [g.act, d?.act === g.act],
    said: [g.said, d?.said === g.said],
    together: [
      g.quotations.length > 1 ? true : null,
      g.quotations.every(
        (one) => quotations.has(one) && d !== undefined && statementOf.get(quotations.get(one)!) === d,
      ),
    ],
  }));
  for (const g of gold.statements) {
    const d = matched.get(g);
    const about = paired(g.about, d?.about ?? [], (x, y) => Number(x.id === target(y.id)));
    tally.list('about', g.about, d?.about ?? [], about, (x, y) => ({ as: [x.as, x.as === y?.as] }));
    for (const id of g.at) tally.item('at', d?.at.some((one) => target(one) === id) ?? false);
  }

  const roles = paired(gold.roles, draft.roles, (g, d) =>
    same(g.person, d?.person) ? sharedWords(g.title ?? '', d?.title ?? '') : 0,
  );
  tally.list('role', gold.roles, draft.roles, roles, (g, d) => ({
    title: [g.title, nameKey(d?.title ?? '') === nameKey(g.title ?? '')],
    kind: [g.kind, d?.kind === g.kind],
    of: [g.of, same(g.of, d?.of)],
  }));

  tally.list('event', gold.events, draft.events, events, (g, d) => ({
    kind: [g.kind, d?.kind === g.kind],
    date: [g.date, d?.date === g.date],
    act: [g.act, d?.act === g.act],
    place: [g.place, same(g.place, d?.place)],
  }));
  for (const g of gold.events) {
    const found = events.get(g)?.participants ?? [];
    const who = paired(g.participants, found, (x, y) =>
      Number(same(x.entity, y.entity) && x.role === y.role),
    );
    tally.list('participant', g.participants, found, who, () => ({}));
  }

  const relations = paired(gold.relations, draft.relations, (g, d) =>
    Number(g.predicate === d.predicate && same(g.subject, d.subject) && same(g.object, d.object)),
  );
  tally.list('relation', gold.relations, draft.relations, relations, (g, d) => ({
    date: [g.date, d?.date === g.date],
  }));

  return tally.result(gold.statements.length);
}

type Field = [wanted: unknown, isRight: boolean];

class Tally {
  readonly #rows = new Map<string, ScoreRow>();

  #row(kind: string): ScoreRow {
    const row = this.#rows.get(kind) ?? { kind, gold: 0, found: 0, spurious: 0, decisions: 0, edits: 0 };
    this.#rows.set(kind, row);
    return row;
  }

  item(kind: string, isFound: boolean): void {
    const row = this.#row(kind);
    row.gold++;
    row.decisions++;
    if (isFound) row.found++;
    else row.edits++;
  }

  /** A list of items with their fields; a field of the annotation that is null takes no decision. */
  list<G, D>(
    kind: string,
    gold: readonly G[],
    draft: readonly D[],
    pairs: ReadonlyMap<G, D>,
    fields: (g: G, d: D | undefined) => Record<string, Field>,
  ): void {
    for (const g of gold) {
      const d = pairs.get(g);
      this.item(kind, d !== undefined);
      const row = this.#row(kind);
      // What is missing as a whole takes as many edits as it has fields.
      for (const [wanted, isRight] of Object.values(fields(g, d))) {
        if (wanted === null) continue;
        row.decisions++;
        if (d === undefined || !isRight) row.edits++;
      }
    }
    const spurious = Math.max(0, draft.length - pairs.size);
    this.#row(kind).spurious += spurious;
    this.#row(kind).edits += spurious;
  }

  result(statements: number): DraftScore {
    const rows = [...this.#rows.values()];
    const sum = (of: 'decisions' | 'edits') => rows.reduce((total, row) => total + row[of], 0);
    const [decisions, edits] = [sum('decisions'), sum('edits')];
    return {
      rows,
      decisions,
      edits,
      saved: 1 - edits / Math.max(1, decisions),
      editsPerStatement: edits / Math.max(1, statements),
    };
  }
}

/** Pairs items one to one, those that fit best first; a fit of 0 is none. */
function paired<G, D>(gold: readonly G[], draft: readonly D[], likeness: (g: G, d: D) => number): Map<G, D> {
  const fits: { value: number; g: G; d: D }[] = [];
  for (const g of gold)
    for (const d of draft) {
      const value = likeness(g, d);
      if (value > 0) fits.push({ value, g, d });
    }
  const pairs = new Map<G, D>();
  const used = new Set<D>();
  for (const { g, d } of fits.sort((a, b) => b.value - a.value)) {
    if (pairs.has(g) || used.has(d)) continue;
    pairs.set(g, d);
    used.add(d);
  }
  return pairs;
}

/** Which entity of the annotation one of the draft is: by a name, else by where it is mentioned. */
function entityMap(
  gold: SpannedAnnotation,
  draft: SpannedAnnotation,
): (id: string | null) => string | null | undefined {
  const byName = new Map(
    gold.entities.flatMap(({ id, name, aliases }) => [name, ...aliases].map((one) => [nameKey(one), id])),
  );
  const byPlace = new Map(gold.mentions.map(({ start, end, entity }) => [`${start} ${end}`, entity]));
  const found = new Map<string, string | undefined>();
  for (const { id, name, aliases } of draft.entities) {
    const named = gold.entities.some((one) => one.id === id)
      ? id
      : byName.get([name, ...aliases].map(nameKey).find((key) => byName.has(key)) ?? '');
    const votes = draft.mentions
      .filter(({ entity }) => entity === id)
      .flatMap(({ start, end }) => byPlace.get(`${start} ${end}`) ?? []);
    const [best] = [...Map.groupBy(votes, (vote) => vote)].sort((a, b) => b[1].length - a[1].length);
    found.set(id, named ?? best?.[0]);
  }
  return (id) => (id === null ? null : found.get(id));
}

const preferred = ({ attributions }: SpannedQuotation): SpannedAttribution | undefined =>
  attributions.find(({ rank }) => rank === 'preferred') ?? attributions[0];

function sameSpeakers(
  wanted: SpannedAttribution | undefined,
  found: SpannedAttribution | undefined,
  entity: (id: string) => string | null | undefined,
): boolean {
  if (!wanted || !found) return false;
  const names = found.speakers.map((id) => entity(id) ?? '').sort();
  return JSON.stringify(names) === JSON.stringify(wanted.speakers.toSorted());
}

const atLeast = (least: number, value: number) => (value >= least ? value : 0);

/** What two lists of places share, of all that either covers. */
function overlapOf(a: readonly Place[], b: readonly Place[]): number {
  const size = (places: readonly Place[]) => places.reduce((sum, [start, end]) => sum + end - start, 0);
  let both = 0;
  for (const [start, end] of a)
    for (const [from, to] of b) both += Math.max(0, Math.min(end, to) - Math.max(start, from));
  return both / Math.max(1, size(a) + size(b) - both);
}

/** Places without the marks and spaces at their ends. */
function trimmedPlaces(text: string, places: readonly Place[]): Place[] {
  const characters = Array.from(text);
  return places.map(([start, end]) => {
    let [from, to] = [start, end];
    while (from < to && /[\s\p{P}]/u.test(characters[from]!)) from++;
    while (to > from && /[\s\p{P}]/u.test(characters[to - 1]!)) to--;
    return [from, to];
  });
}

function sharedWords(a: string, b: string): number {
  const [one, other] = [a, b].map((words) => new Set(words.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []));
  const both = [...one!].filter((word) => other!.has(word)).length;
  return both / Math.max(1, one!.size + other!.size - both);
}
