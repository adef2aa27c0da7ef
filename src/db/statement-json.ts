import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { ACTS } from '../model/act.ts';
import { compareText } from '../model/compare-text.ts';
import type { MergedDate } from '../model/date.ts';
import { type AboutLink, EntityLink, TargetLink } from '../model/entity.ts';
import { Evidence, type Words } from '../model/evidence.ts';
import { QuotationMatch } from '../model/match.ts';
import { Attribution, Quotation, Statement, type StatementDetail } from '../model/statement.ts';
import { RoleKind } from '../model/vocabulary.ts';
import { batchedRead } from './batch.ts';
import { defineRead, type Graph, parsed } from './client.ts';
import { cypherFile } from './cypher.ts';

const Span = Evidence.omit({ unit: true });
type Span = z.output<typeof Span>;

const { rank, basis, confidence, reason, speakers, flags } = Attribution.shape;
const { quoteType, article } = Quotation.shape;
const { id, text, said, act, contested, about } = Statement.shape;
const { cameo, label, plover, quadClass, goldstein } = act.unwrap().shape;
const date = {
  saidEdtf: said.shape.edtf,
  saidEarliest: said.shape.earliest,
  saidLatest: said.shape.latest,
  saidBasis: said.shape.basis,
};

/** The properties of an attribution, with its speakers in any order. */
const AttributionParts = z.object({
  ...Span.shape,
  ...{ id, rank, basis, confidence, reason, speakers },
  describedExact: z.string().nullable(),
  describedStart: z.int().nullable(),
  describedEnd: z.int().nullable(),
  describedRole: RoleKind.nullable(),
  describedOf: EntityLink.nullable(),
  flags: flags.nullable(),
});
export type AttributionParts = z.output<typeof AttributionParts>;

const UnnamedTargetParts = z.object({ ...Span.shape, role: RoleKind.nullable(), of: EntityLink.nullable() });
export type UnnamedTargetParts = z.output<typeof UnnamedTargetParts>;

/** The properties of a quotation, with its article, its attributions and its unnamed targets in any order. */
const QuotationParts = z.object({
  ...Span.shape,
  ...{ id, quoteType, article },
  partExacts: z.array(z.string()).nullable(),
  partPrefixes: z.array(z.string()).nullable(),
  partSuffixes: z.array(z.string()).nullable(),
  partStarts: z.array(z.int()).nullable(),
  partEnds: z.array(z.int()).nullable(),
  quotedExacts: z.array(z.string()).nullable(),
  quotedStarts: z.array(z.int()).nullable(),
  quotedEnds: z.array(z.int()).nullable(),
  cue: z.string().nullable(),
  cueStart: z.int().nullable(),
  cueEnd: z.int().nullable(),
  ...date,
  cameo: cameo.nullable(),
  /** The id of the statement by the article, and what of it was found to be the same in others. */
  statementId: z.string(),
  same: z.array(QuotationMatch.omit({ statement: true })),
  unnamedTargets: z.array(UnnamedTargetParts),
  attributions: z.array(AttributionParts),
});
export type QuotationParts = z.output<typeof QuotationParts>;

/** The properties of a statement, with its targets and its quotations in any order. */
const StatementParts = z.object({
  ...{ id, text, about },
  contested: contested.nullable(),
  ...date,
  cameo: cameo.nullable(),
  actLabel: label.nullable(),
  plover: plover.nullable(),
  quadClass: quadClass.nullable(),
  goldstein: goldstein.nullable(),
  speakerIds: z.array(z.string()).nullable(),
  quotations: z.array(QuotationParts),
});
export type StatementParts = z.output<typeof StatementParts>;

/** The same with the events that the statement was said at. */
const StatementDetailParts = StatementParts.extend({ saidAt: z.array(TargetLink) });
export type StatementDetailParts = z.output<typeof StatementDetailParts>;

export const statementParts = defineRead({
  name: 'what the wire form of statements is made of',
  parameters: ['ids'],
  row: z.object({ parts: StatementDetailParts }),
  text: cypherFile('read/statement-parts'),
});

/** A statement on the wire; its fields are in the order of the schema. */
export const statementItem = (parts: StatementParts): Statement => ({
  id: parts.id,
  text: parts.text,
  said: {
    edtf: parts.saidEdtf,
    earliest: parts.saidEarliest,
    latest: parts.saidLatest,
    basis: parts.saidBasis,
    readings: dateReadings(countingQuotations(parts)),
  },
  act:
    parts.cameo === null
      ? null
      : {
          cameo: parts.cameo,
          label: parts.actLabel!,
          plover: parts.plover,
          quadClass: parts.quadClass!,
          goldstein: parts.goldstein,
          readings: actReadings(countingQuotations(parts)),
        },
  speakers: speakersOf(parts),
  contested: parts.contested ?? [],
  about: parts.about.toSorted(byId).map(aboutLink),
  unnamedTargets: unnamedTargets(countingQuotations(parts)),
  quotations: parts.quotations.toSorted(byPlace).map((one) => quotationItem(one, parts.quotations)),
});

/** The same with the events that it was said at, and its other wordings. */
export const statementDetail = (parts: StatementDetailParts): StatementDetail => ({
  ...statementItem(parts),
  saidAt: parts.saidAt.toSorted(byId).map(link),
  variants: [
    ...new Set(
      parts.quotations
        .toSorted(byId)
        .map(({ exact }) => exact)
        .filter((exact) => exact !== parts.text),
    ),
  ],
});

/** The JSON of a statement. The database keeps it with the statement, so that a page is put together of texts. */
export const statementJson = (parts: StatementParts): string => JSON.stringify(statementItem(parts));

/** Tells one way of making the JSON from another, so that a newer service does not serve what an older one stored. */
export const RENDERING = hash(
  'sha256',
  readFileSync(import.meta.filename, 'utf8') + cypherFile('read/statement-parts'),
).slice(0, 16);

/** The parts of those of these statements that are there. */
export async function readStatementParts(graph: Graph, ids: string[]): Promise<StatementDetailParts[]> {
  const rows = await batchedRead(graph, statementParts.text(undefined), { ids }, ['parts']);
  return parsed(graph, statementParts.row, rows).map(({ parts }) => parts);
}

/** The JSON of those of these statements that are there, made anew, by their ids. */
export async function readStatementJson(graph: Graph, ids: string[]): Promise<Map<string, string>> {
  const parts = await readStatementParts(graph, ids);
  return new Map(parts.map((one) => [one.id, statementJson(one)]));
}

/** The quotations that are not deprecated by all their attributions; where all are, all of them. */
function countingQuotations({ quotations }: StatementParts): QuotationParts[] {
  const counting = quotations.filter(({ attributions }) =>
    attributions.some(({ rank }) => rank !== 'deprecated'),
  );
  return counting.length > 0 ? counting : quotations;
}

/** Each date that articles give, in the order of the days. */
const dateReadings = (quotations: QuotationParts[]): MergedDate['readings'] =>
  groupsOf(quotations, ({ saidEdtf, saidBasis }) => saidEdtf && `${saidEdtf} ${saidBasis}`)
    .map(([one, articles]) => ({
      edtf: one.saidEdtf!,
      earliest: one.saidEarliest,
      latest: one.saidLatest,
      basis: one.saidBasis,
      articles,
    }))
    .sort(
      (a, b) =>
        compareText(a.earliest!, b.earliest!) || compareText(a.edtf, b.edtf) || compareText(a.basis, b.basis),
    );

/** Each act that articles give, in the order of the codes. */
const actReadings = (quotations: QuotationParts[]) =>
  groupsOf(quotations, (quotation) => quotation.cameo)
    .map(([{ cameo: code }, articles]) => ({ cameo: code!, label: ACTS.get(code!)!.label, articles }))
    .sort((a, b) => compareText(a.cameo, b.cameo));

/** Quotations that say one thing: the first of them, and the ids of their articles in order. */
function groupsOf(quotations: QuotationParts[], keyOf: (quotation: QuotationParts) => string | null) {
  const groups = [...Map.groupBy(quotations, keyOf)].filter(([key]) => key !== null);
  return groups.map(
    ([, of]) => [of[0]!, [...new Set(of.map(({ article: { id: source } }) => source))].sort()] as const,
  );
}

const speakersOf = ({ speakerIds, quotations }: StatementParts): EntityLink[] => {
  const named = quotations.flatMap(({ attributions }) => attributions.flatMap((one) => one.speakers));
  return (speakerIds ?? []).map((id) => link(named.find((one) => one.id === id)!));
};

const quotationItem = (
  quotation: QuotationParts,
  all: readonly QuotationParts[],
): z.output<typeof Quotation> => ({
  id: quotation.id,
  quoteType: quotation.quoteType,
  article: {
    id: quotation.article.id,
    title: quotation.article.title,
    published: quotation.article.published,
  },
  match: matchOf(quotation, all),
  evidence: partsOf(quotation).map(evidence),
  quoted: (quotation.quotedExacts ?? []).map((exact, nth) =>
    words(exact, quotation.quotedStarts![nth]!, quotation.quotedEnds![nth]!),
  ),
  cue: quotation.cue === null ? null : words(quotation.cue, quotation.cueStart!, quotation.cueEnd!),
  unnamedTargets: quotation.unnamedTargets.toSorted(byStart).map(({ exact, start, end, role, of }) => ({
    words: words(exact, start, end),
    role,
    of: of && link(of),
  })),
  attributions: quotation.attributions.toSorted(byRank).map((attribution) => ({
    speakers: attribution.speakers.toSorted(byId).map(link),
    described: descriptionOf(attribution),
    rank: attribution.rank,
    basis: attribution.basis,
    confidence: attribution.confidence,
    reason: attribution.reason,
    flags: attribution.flags ?? [],
    evidence: evidence(attribution),
  })),
});

/** Targets that are not named, each once: those are the same whom the same words describe. */
function unnamedTargets(quotations: readonly QuotationParts[]): Statement['unnamedTargets'] {
  const all = quotations.flatMap(({ unnamedTargets: some, article: { id: article } }) =>
    some.map(({ exact, role, of }) => ({ words: exact, role, of: of && link(of), article })),
  );
  const keyOf = ({ words: exact, role, of }: (typeof all)[number]) =>
    [exact, role ?? '', of?.id ?? ''].join(' ');
  return [...Map.groupBy(all, keyOf)]
    .sort(([one], [other]) => compareText(one, other))
    .map(([, same]) => {
      const { article: _, ...target } = same[0]!;
      return { ...target, articles: [...new Set(same.map(({ article }) => article))].sort() };
    });
}

/** By what a rendering belongs to those of other articles: their common id, else the surest that was found. */
function matchOf(
  { statementId: statement, article: own, same }: QuotationParts,
  all: readonly QuotationParts[],
): QuotationMatch | null {
  const [byId] = all
    .filter((other) => other.statementId === statement && other.article.id !== own.id)
    .map((other) => other.article.id)
    .sort();
  if (byId !== undefined)
    return {
      basis: 'editor',
      score: 1,
      reason: 'both articles have it under one id',
      article: byId,
      statement,
    };
  const [best] = same.toSorted((a, b) => b.score - a.score || compareText(a.article, b.article));
  return best
    ? { basis: best.basis, score: best.score, reason: best.reason, article: best.article, statement }
    : null;
}

const descriptionOf = (attribution: AttributionParts): z.output<typeof Attribution>['described'] => {
  const { describedExact, describedStart, describedEnd, describedRole, describedOf } = attribution;
  if (describedExact === null) return null;
  return {
    words: words(describedExact, describedStart!, describedEnd!),
    role: describedRole,
    of: describedOf && link(describedOf),
  };
};

/** The parts of a quotation; one of a single part has none apart from itself. */
const partsOf = (quotation: QuotationParts): Span[] =>
  quotation.partExacts?.map((exact, nth) => ({
    exact,
    prefix: quotation.partPrefixes![nth]!,
    suffix: quotation.partSuffixes![nth]!,
    start: quotation.partStarts![nth]!,
    end: quotation.partEnds![nth]!,
  })) ?? [quotation];

const words = (exact: string, start: number, end: number): z.output<typeof Words> => ({
  exact,
  start,
  end,
  unit: 'code-point',
});

const evidence = ({ exact, prefix, suffix, start, end }: Span): z.output<typeof Evidence> => ({
  exact,
  prefix,
  suffix,
  start,
  end,
  unit: 'code-point',
});

const link = <Link extends TargetLink>({ id, name, type }: Link) => ({ id, name, type }) as Link;

const aboutLink = ({ as, articles, ...target }: AboutLink): AboutLink => ({ ...link(target), as, articles });

const RANKS = ['preferred', 'normal', 'deprecated'];

const byRank = (a: AttributionParts, b: AttributionParts) =>
  RANKS.indexOf(a.rank) - RANKS.indexOf(b.rank) || b.confidence - a.confidence || byId(a, b);

const byStart = (a: UnnamedTargetParts, b: UnnamedTargetParts) =>
  a.start - b.start || a.end - b.end || compareText(a.of?.id ?? '', b.of?.id ?? '');

const byPlace = (a: QuotationParts, b: QuotationParts) => byId(a.article, b.article) || a.start - b.start;

const byId = (a: { id: string }, b: { id: string }) => compareText(a.id, b.id);
