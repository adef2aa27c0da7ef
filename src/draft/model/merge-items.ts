import { entityNames } from '../../ingest/facts/entity-names.ts';
import type { AuthorityRecord, Quote } from '../../model/annotation.ts';
import { nameKey } from '../../model/name-key.ts';
import type { Draft, DraftRecord } from '../draft-article.ts';
import { slugOf } from '../entities/gazetteer.ts';
import type { DraftStatement } from '../statements.ts';
import { type QuotedRegion, quotedRegions } from '../text/quoted-regions.ts';
import type { AnchoredItem } from './anchor-items.ts';

/** What the rules and the model say apart is as likely wrong as right. */
const MODEL_ALONE = 0.5;
/** What only the rules find is less sure than without a model. */
const RULES_ALONE = 0.8;
/** Spans that share so much of the longer one are of the same words. */
const SAME = 0.6;

type Span = readonly [number, number];

/**
 * A draft of the rules with what a model found. How sure a fact is follows from whether both say so, never from what the model
 * says of itself.
 */
export function mergeItems(
  { text, annotation, entities }: Draft,
  items: readonly AnchoredItem[],
  authority: readonly AuthorityRecord[],
): Draft {
  const ids = idsByName([...authority, ...entities.map(asNamed)]);
  const regions = quotedRegions(text);
  const rules = (annotation.statements ?? []).map((statement) => ({
    statement,
    spans: spansOf(statement, text),
  }));
  const taken = new Set(rules.flatMap(({ statement }) => statement.id ?? []));
  const met = new Map<DraftStatement, AnchoredItem>();
  const added: DraftStatement[] = [];
  for (const one of items) {
    const same = rules.find(
      ({ statement, spans }) => !met.has(statement) && shared(spans, spansOfItem(one)) >= SAME,
    );
    if (same) met.set(same.statement, one);
    else if (!rules.some(({ spans }) => shared(spans, spansOfItem(one)) >= SAME))
      added.push(statementOf(one, ids, regions, text, taken));
  }
  const known = rules.map(({ statement }) => {
    const found = met.get(statement);
    return found ? compared(statement, found, ids) : lessSure(statement);
  });
  return { text, entities, annotation: { ...annotation, statements: [...known, ...added] } };
}

/** Where the words of a statement of the rules stand. */
const spansOf = ({ quotations }: DraftStatement, text: string): Span[] =>
  quotations.flatMap(({ quote }) => [quote].flat().flatMap((one) => placeOf(one, text) ?? []));

function placeOf(quote: Quote, text: string): [Span] | null {
  const { exact, occurrence = 1 } = typeof quote === 'string' ? { exact: quote } : quote;
  let at = text.indexOf(exact);
  for (let nth = 1; nth < occurrence && at >= 0; nth++) at = text.indexOf(exact, at + 1);
  return at < 0 ? null : [[at, at + exact.length]];
}

/** As much of an entity as its names take. */
type Named = Pick<AuthorityRecord, 'id' | 'name' | 'aliases'>;

const asNamed = ({ id, name, aliases = [] }: DraftRecord): Named => ({ id, name, aliases });

/** Ids by the names that one alone bears. */
function idsByName(records: readonly Named[]): Map<string, string | null> {
  const found = new Map<string, string | null>();
  for (const record of records)
    for (const { key, isShared } of entityNames(record)) {
      if (isShared && found.has(key)) continue;
      found.set(key, found.has(key) && found.get(key) !== record.id ? null : record.id);
    }
  return found;
}

const spansOfItem = ({ quote }: AnchoredItem): Span[] => quote.map(({ start, end }) => [start, end] as const);

function shared(a: readonly Span[], b: readonly Span[]): number {
  const size = (spans: readonly Span[]) => spans.reduce((sum, [from, to]) => sum + to - from, 0);
  let both = 0;
  for (const [from, to] of a)
    for (const [other, end] of b) both += Math.max(0, Math.min(to, end) - Math.max(from, other));
  return both / Math.max(size(a), size(b), 1);
}

const round = (value: number) => Math.round(value * 100) / 100;

/** A statement that both found: surer where they name the same speaker, and with both where they do not. */
function compared(
  statement: DraftStatement,
  { item, speakerWords }: AnchoredItem,
  ids: Map<string, string | null>,
): DraftStatement {
  const named = item.speaker === null ? null : (ids.get(nameKey(item.speaker)) ?? null);
  const [quotation] = statement.quotations;
  const [first, ...others] = quotation!.attributions;
  const { rule = 'rules', confidence = 0.5, alternatives = [] } = first!.draft ?? {};
  const surer = (value: number) => round(1 - (1 - value) / 2);
  const isSame = named !== null && first!.speaker === named;
  const isFound = named !== null && first!.speaker == null && speakerWords !== null;
  const attribution: typeof first = isSame
    ? { ...first!, draft: { rule, confidence: surer(confidence) } }
    : isFound
      ? {
          speaker: named,
          basis: 'cue-named',
          confidence: MODEL_ALONE,
          evidence: speakerWords.quote,
          draft: { rule: 'model', confidence: MODEL_ALONE },
        }
      : named === null
        ? first!
        : {
            ...first!,
            draft: {
              rule,
              confidence: Math.min(confidence, MODEL_ALONE),
              alternatives: [...new Set([...alternatives, named])],
            },
          };
  const of = statement.draft;
  return {
    ...statement,
    quotations: [{ ...quotation!, attributions: [attribution, ...others] }, ...statement.quotations.slice(1)],
    ...(of && { draft: { ...of, confidence: surer(of.confidence) } }),
  };
}

const lessSure = (statement: DraftStatement): DraftStatement =>
  statement.draft
    ? {
        ...statement,
        draft: { ...statement.draft, confidence: round(statement.draft.confidence * RULES_ALONE) },
      }
    : statement;

/** A statement that only the model found. */
function statementOf(
  { item, quote, speakerWords }: AnchoredItem,
  ids: Map<string, string | null>,
  regions: readonly QuotedRegion[],
  text: string,
  taken: Set<string>,
): DraftStatement {
  const speaker = item.speaker === null ? null : (ids.get(nameKey(item.speaker)) ?? null);
  const about = [...new Set(item.about.flatMap((name) => ids.get(nameKey(name)) ?? []))].filter(
    (id) => id !== speaker,
  );
  const words = item.quote.map((one) => one.words).join(' ');
  const slug = slugOf(words.split(/\s+/).slice(0, 6).join(' ')) || 'statement';
  let id = slug;
  for (let nth = 2; taken.has(id); nth++) id = `${slug}-${nth}`;
  taken.add(id);
  const draft = { rule: 'model', confidence: MODEL_ALONE };
  const evidence = speakerWords?.quote ?? quote[0]!.quote;
  const isNamed = speaker !== null && speakerWords !== null;
  return {
    id,
    ...(about.length > 0 && { about: about.map((one) => ({ id: one, as: 'topic' as const })) }),
    quotations: [
      {
        quoteType: quoteTypeOf(quote, regions, text),
        ...(isWord(item.cue) && text.includes(item.cue) && { cue: item.cue }),
        quote: quote.length === 1 ? quote[0]!.quote : quote.map((one) => one.quote),
        attributions: [
          isNamed
            ? { speaker, basis: 'cue-named', confidence: MODEL_ALONE, evidence, draft }
            : {
                speaker: null,
                basis: 'cue-named',
                confidence: 0,
                flags: ['unnamed-speaker'],
                evidence,
                draft,
              },
        ],
        draft,
      },
    ],
    draft,
  };
}

const isWord = (cue: string | null): cue is string => cue !== null && /^\p{L}[\p{L} ]{0,40}$/u.test(cue);

/** Direct where all of the words stand in quotation marks, indirect where none does. */
function quoteTypeOf(
  quote: readonly { start: number; end: number }[],
  regions: readonly QuotedRegion[],
  text: string,
): 'direct' | 'indirect' | 'mixed' {
  let [all, quoted] = [0, 0];
  for (const { start, end } of quote)
    for (let at = start; at < end; at++) {
      if (!/[\p{L}\p{N}]/u.test(text[at]!)) continue;
      all++;
      quoted += Number(regions.some((region) => region.start <= at && at < region.end));
    }
  return quoted === 0 ? 'indirect' : quoted === all ? 'direct' : 'mixed';
}
