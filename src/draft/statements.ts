import type { z } from 'zod';
import type { Annotation, Quote } from '../model/annotation.ts';
import { actFeatures } from './acts/act-features.ts';
import type { EventType } from './acts/act-model.ts';
import { likelyTypes } from './acts/act-model.ts';
import { codesOfWords, plainForm } from './acts/act-words.ts';
import type { FoundAttribution } from './attribution/found-attribution.ts';
import type { FoundEntity } from './entities/entities.ts';
import type { Reference, References } from './entities/references.ts';
import { roleKindOf } from './entities/titles.ts';
import type { LinearModel } from './learned/linear-model.ts';
import type { Quoting } from './quoting.ts';
import { joinRenderings, type PlacedStatement } from './renderings.ts';
import { reportsWords } from './statement-cues.ts';
import { type AnalysedText, placeOf, wordsOf } from './text/analysed-text.ts';
import { isHeading } from './text/headings.ts';
import type { Run } from './text/sentences.ts';

type Input = z.input<typeof Annotation>;
export type DraftStatement = NonNullable<Input['statements']>[number];
type DraftQuotation = DraftStatement['quotations'][number];
type DraftAttribution = DraftQuotation['attributions'][number];

/** Below this a field is left out, and what it may be is listed. */
const SURE_ENOUGH = 0.5;
/** Below this nothing is said at all. */
const LEAST = 0.4;

interface Drafting {
  read: AnalysedText;
  references: References;
  quoting: Quoting;
  acts: LinearModel;
  /** The events of the draft, with the passages that tell them. */
  told: readonly { id: string; evidence: readonly Run[] }[];
}

const round = (value: number) => Math.round(value * 100) / 100;

/** The statements that a text reports, each with its quotation, its speaker, its act and what it is about. */
export function draftStatements(
  drafting: Drafting,
  attributions: readonly FoundAttribution[],
): DraftStatement[] {
  const { read } = drafting;
  const kept = attributions.filter((one) => {
    if (one.confidence.all < LEAST && one.confidence.span < SURE_ENOUGH) return false;
    return (
      (isQuoted(read, one) || (one.cue !== null && reports(read, one.cue))) && !isOfAuthor(drafting, one)
    );
  });
  const placed = withoutRepetitions(read, kept).flatMap(({ main, rivals }): PlacedStatement[] => {
    const statement = draftStatement(drafting, main, rivals);
    if (!statement) return [];
    const paragraph = read.sentences[read.sentenceOf[main.parts[0]!.from]!]!.paragraph;
    return [{ statement, paragraph, words: contentWords(read, main.parts) }];
  });
  return joinRenderings(placed);
}

/** Whether a word reports what was uttered, by itself or with the one after it: "called on". */
function reports({ tokens }: AnalysedText, cue: number): boolean {
  const { lower } = tokens[cue]!;
  return (
    reportsWords(lower) || codesOfWords(`${plainForm(lower)} ${tokens[cue + 1]?.lower ?? ''}`).length > 0
  );
}

/** "This statement shows that …", and the colon of a heading: words of the author, whom nobody said them to. */
function isOfAuthor({ read, references }: Drafting, { source, cue, parts }: FoundAttribution): boolean {
  if (source === null || cue === null || references.of(source) !== null) return false;
  if (isQuoted(read, { parts })) return false;
  const { tokens, sentences, sentenceOf, paragraphs } = read;
  const { paragraph } = sentences[sentenceOf[cue]!]!;
  const { from, to } = paragraphs[paragraph]!;
  if (tokens[cue]!.text === ':' && isHeading(tokens.slice(from, to))) return true;
  return /^(this|these|that|those)$/.test(tokens[source.from]!.lower) && !roleKindOf(wordsOf(read, source));
}

function contentWords({ tokens }: AnalysedText, parts: readonly Run[]): Set<string> {
  const all = parts.flatMap(({ from, to }) => tokens.slice(from, to));
  return new Set(
    all
      .filter(({ tag, text }) => /^(NOUN|VERB|ADJ|PROPN)$/.test(tag) && text.length > 3)
      .map(({ lower }) => plainForm(lower)),
  );
}

const isQuoted = ({ tokens }: AnalysedText, { parts }: Pick<FoundAttribution, 'parts'>) =>
  parts.some(
    ({ from, to }) =>
      tokens.slice(from, to).filter(({ region, tag }) => region >= 0 && tag !== 'PUNCT').length >= 3,
  );

/** Attributions of mostly the same words stand together: the surer one, and those that name another speaker. */
function withoutRepetitions(read: AnalysedText, given: readonly FoundAttribution[]) {
  const groups: { main: FoundAttribution; rivals: FoundAttribution[] }[] = [];
  for (const one of given.toSorted((a, b) => b.confidence.all - a.confidence.all)) {
    const same = groups.find(({ main }) => overlap(main.parts, one.parts) > 0.6);
    if (!same) groups.push({ main: one, rivals: [] });
    else if (isSeparateSource(read, same.main, one)) same.rivals.push(one);
  }
  return groups.sort((a, b) => a.main.parts[0]!.from - b.main.parts[0]!.from);
}

const isSeparateSource = (read: AnalysedText, a: FoundAttribution, b: FoundAttribution) =>
  b.source !== null && a.source !== null && wordsOf(read, a.source) !== wordsOf(read, b.source);

function overlap(a: readonly Run[], b: readonly Run[]): number {
  let [both, least] = [0, 0];
  const size = (runs: readonly Run[]) => runs.reduce((sum, { from, to }) => sum + to - from, 0);
  for (const one of a)
    for (const other of b) both += Math.max(0, Math.min(one.to, other.to) - Math.max(one.from, other.from));
  least = Math.max(size(a), size(b));
  return both / least;
}

function draftStatement(
  drafting: Drafting,
  main: FoundAttribution,
  rivals: FoundAttribution[],
): DraftStatement | null {
  const quotation = quotedParts(drafting, main);
  if (!quotation) return null;
  const speaker = speakerOf(drafting, main);
  const isSure = speaker.reference !== null && speaker.confidence >= SURE_ENOUGH;
  const said = [quotation.quote].flat()[0]!;
  const attributions = [attributionOf(drafting, main, speaker, said)];
  for (const rival of rivals) {
    const other = speakerOf(drafting, rival);
    if (!other.reference || other.reference.entity === speaker.reference?.entity || other.confidence < 0.3)
      continue;
    const drafted = attributionOf(
      drafting,
      rival,
      {
        ...other,
        confidence: Math.max(SURE_ENOUGH, other.confidence),
      },
      said,
    );
    const reason = 'Other words of the article name this speaker for the same quotation.';
    attributions.push({
      ...drafted,
      rank: 'normal',
      confidence: round(Math.min(0.4, other.confidence)),
      reason,
      flags: ['conflicting-cues'],
    });
    attributions[0] = {
      ...attributions[0]!,
      reason: 'Other words of the article name another speaker for the same quotation.',
      flags: ['conflicting-cues'],
    };
    break;
  }
  const cue = cueOf(drafting, main);
  const act = actOf(drafting, main, speaker.reference);
  const about = aboutOf(drafting, main, isSure ? speaker.reference!.entity : null, act.code);
  return {
    ...(act.confidence >= SURE_ENOUGH && { act: act.code }),
    ...(about.length > 0 && { about }),
    quotations: [{ ...quotation, ...(cue !== null && { cue }), attributions }],
    draft: {
      rule: main.cue === null ? 'uncued' : `cue-${main.side}`,
      confidence: round(main.confidence.all),
      ...(act.confidence < SURE_ENOUGH && { alternatives: act.others }),
    },
  };
}

/** The word that reports, where it is one. */
function cueOf({ read, quoting }: Drafting, { cue }: FoundAttribution): Quote | null {
  if (cue === null || !/\p{L}/u.test(read.tokens[cue]!.text)) return null;
  return quoting.quote(...placeOf(read, { from: cue, to: cue + 1 }));
}

/** The words that were said, without their marks, part by part. */
function quotedParts(
  { read, quoting }: Drafting,
  { parts, confidence, side }: FoundAttribution,
): Omit<DraftQuotation, 'attributions'> | null {
  const { tokens } = read;
  let [quoted, all] = [0, 0];
  const quotes: Quote[] = [];
  const places: [number, number][] = [];
  for (const part of parts.toSorted((a, b) => a.from - b.from)) {
    const { from, to } = withoutMarks(read, part);
    if (to <= from) continue;
    for (let at = from; at < to; at++) {
      if (tokens[at]!.tag === 'PUNCT') continue;
      all++;
      quoted += Number(tokens[at]!.region >= 0);
    }
    const [start, end] = placeOf(read, { from, to });
    const quote = quoting.quote(start, end);
    if (quote === null) return null;
    quotes.push(quote);
    places.push([start, end]);
  }
  if (quotes.length === 0 || all === 0) return null;
  const isDirect = quoted > 0 && quoted === all;
  const marked = quoted === 0 || isDirect ? [] : markedWords(read, quoting, places);
  return {
    quoteType: isDirect ? 'direct' : marked.length > 0 ? 'mixed' : 'indirect',
    quote: quotes.length === 1 ? quotes[0]! : quotes,
    ...(marked.length > 0 && { quoted: marked }),
    draft: { rule: `content-${side}`, confidence: round(confidence.span) },
  };
}

/** The words of places that stand in quotation marks, without these. */
function markedWords({ text, regions }: AnalysedText, quoting: Quoting, places: [number, number][]): Quote[] {
  return places.flatMap(([from, to]) =>
    regions.flatMap((region): Quote[] => {
      let [start, end] = [Math.max(region.start, from), Math.min(region.end, to)];
      while (start < end && !/[\p{L}\p{N}$€£#@]/u.test(text[start]!)) start++;
      while (end > start && /["“”„«»‘’'`\s]/.test(text[end - 1]!)) end--;
      const words = start < end ? quoting.within(start, end, places) : null;
      return words === null ? [] : [words];
    }),
  );
}

const MARK = /^(["“”„«»‘’']|''|``|[,;:—–-]|\.)$/;

/** Without the marks at the ends, and without the "that" of reported speech; a mark within stays. */
function withoutMarks({ tokens }: AnalysedText, { from, to }: Run): Run {
  let [first, end] = [from, to];
  while (
    first < end &&
    (MARK.test(tokens[first]!.text) || /^(that|whether|if)$/.test(tokens[first]!.lower)) &&
    (tokens[first]!.region < 0 || MARK.test(tokens[first]!.text))
  )
    first++;
  const keepsMark = tokens[first] !== undefined && tokens[first]!.region < 0 && tokens[end - 1]!.region >= 0;
  while (end > first && MARK.test(tokens[end - 1]!.text) && !(keepsMark && tokens[end - 1]!.region >= 0))
    end--;
  return { from: first, to: end };
}

interface Speaker {
  reference: Reference | null;
  confidence: number;
  /** The words that name or describe who spoke. */
  words: Run | null;
}

const FIRST_PERSON = /^(i|we|you|me|us)$/;

function speakerOf({ read, references }: Drafting, { source, confidence }: FoundAttribution): Speaker {
  if (source === null) return { reference: null, confidence: 0, words: null };
  const head = read.tokens[source.head]!;
  if (FIRST_PERSON.test(head.lower)) return { reference: null, confidence: 0, words: source };
  const reference = references.of(source);
  if (!reference) return { reference: null, confidence: confidence.speaker, words: source };
  return { reference, confidence: confidence.speaker * reference.confidence, words: source };
}

function attributionOf(
  drafting: Drafting,
  found: FoundAttribution,
  speaker: Speaker,
  said: Quote,
): DraftAttribution {
  const { read, quoting, references } = drafting;
  const { reference, words } = speaker;
  const isNamed = reference !== null && speaker.confidence >= SURE_ENOUGH;
  const place = words === null ? null : placeOf(read, words);
  const evidence = place === null ? null : quoting.quote(...place);
  const alternatives = [
    reference,
    ...found.otherSources.map(({ value }) => (value ? references.of(value) : null)),
  ]
    .flatMap((one) => (one ? [one.entity.id] : []))
    .filter((id, index, all) => all.indexOf(id) === index);
  const draft = { rule: `source-${reference?.form ?? 'none'}`, confidence: round(speaker.confidence) };
  const basis = basisOf(read, found, isNamed ? reference : null);
  if (isNamed && evidence !== null) {
    const most = reference.form === 'name' ? 0.95 : 0.9;
    const others = alternatives.filter((id) => id !== reference.entity.id);
    return {
      speaker: reference.entity.id,
      basis,
      confidence: round(Math.min(most, speaker.confidence)),
      evidence,
      draft: { ...draft, ...(others.length > 0 && speaker.confidence < 0.8 && { alternatives: others }) },
    };
  }
  const described =
    reference === null && evidence !== null && words !== null
      ? descriptionOf(drafting, words, evidence)
      : null;
  if (described)
    return {
      speaker: null,
      basis: 'described',
      confidence: round(Math.max(SURE_ENOUGH, speaker.confidence)),
      described,
      evidence,
      draft: { ...draft, rule: 'source-description' },
    } as DraftAttribution;
  return {
    speaker: null,
    basis,
    confidence: 0,
    flags: ['unnamed-speaker'],
    ...(evidence !== null ? { evidence } : { evidence: cueQuote(drafting, found, said) }),
    draft: { ...draft, ...(alternatives.length > 0 && { alternatives }) },
  };
}

/** Where nobody is named, the words that report stand as evidence, or else what they report. */
function cueQuote({ read, quoting }: Drafting, { cue }: FoundAttribution, said: Quote): Quote {
  return (cue === null ? null : quoting.quote(...placeOf(read, { from: cue, to: cue + 1 }))) ?? said;
}

function descriptionOf({ read, references }: Drafting, words: Run, quote: Quote) {
  const role =
    roleKindOf(wordsOf(read, words)) ?? roleKindOf(read.tokens[words.to - 1]!.lower.replace(/s$/, ''));
  const of = references.all.find(
    ({ from, to, form, entity }) =>
      form === 'name' && from >= words.from && to <= words.to && entity.type !== 'Place',
  );
  if (!role && !of) return null;
  return { words: quote, ...(role && { role }), ...(of && { of: of.entity.id }) };
}

function basisOf(
  read: AnalysedText,
  { cue, side, source }: FoundAttribution,
  reference: Reference | null,
): DraftAttribution['basis'] {
  if (cue === null) return side === 'previous' ? 'carried-over' : 'editor';
  const word = read.tokens[cue]!;
  if (/^[-–—―]+$/.test(word.text)) return 'signature';
  if (word.text === ':') return side === 'next' ? 'lead-in' : 'speaker-label';
  if (word.lower === 'according') return 'according-to';
  if (reference?.form === 'pronoun' || (source?.isPronoun ?? false)) return 'cue-pronoun';
  return 'cue-named';
}

const CODES: Record<EventType, string> = {
  AGREE: '030',
  CONSULT: '040',
  SUPPORT: '051',
  COOPERATE: '060',
  AID: '070',
  YIELD: '080',
  REQUEST: '020',
  ACCUSE: '111',
  REJECT: '120',
  THREATEN: '130',
  PROTEST: '140',
  SANCTION: '160',
  MOBILIZE: '150',
  COERCE: '170',
  ASSAULT: '180',
};
const VERBAL = new Set<EventType>(['AGREE', 'SUPPORT', 'REQUEST', 'ACCUSE', 'REJECT', 'THREATEN']);
const NEUTRAL = /^01[0-9]$/;

/** What a speaker does by saying it: what the verb tells, else what the words are like, else 010. */
function actOf(
  { read, acts }: Drafting,
  { cue, parts, source }: FoundAttribution,
  speaker: Reference | null,
): { code: string; confidence: number; others: string[] } {
  const { tokens } = read;
  const plain = cue === null ? '' : plainForm(tokens[cue]!.lower);
  const after = cue === null ? '' : (tokens[cue + 1]?.lower ?? '');
  const codes = [...codesOfWords(plain), ...codesOfWords(`${plain} ${after}`)];
  const specific = codes.filter((code) => !NEUTRAL.test(code));
  if (specific.length > 0) return { code: specific.at(-1)!, confidence: 0.7, others: specific };
  const first = parts[0]!.from;
  const from = Math.min(source?.from ?? first, cue ?? first, first);
  const to = Math.max((cue ?? first) + 1, ...parts.map((part) => part.to));
  const within = tokens.slice(from, Math.min(to, from + 80));
  const own = speaker && speaker.from >= from ? { from: speaker.from - from, to: speaker.to - from } : null;
  const [best, second] = likelyTypes(acts, actFeatures(within, own, null));
  const others = [best, second].flatMap((one) => (one && VERBAL.has(one.type) ? [CODES[one.type]] : []));
  if (best && VERBAL.has(best.type) && best.share > 0.85)
    return { code: CODES[best.type], confidence: 0.55, others };
  const neutral = codes.filter((code) => NEUTRAL.test(code)).at(-1);
  return {
    code: neutral === undefined || neutral === '019' ? '010' : neutral,
    confidence: 0.6,
    others: [neutral ?? '010', ...others],
  };
}

const MOST_ABOUT = 3;

/** Whom the act is aimed at, and what else the words speak of. */
function aboutOf(
  { references, told }: Drafting,
  { parts }: FoundAttribution,
  speaker: FoundEntity | null,
  act: string,
): NonNullable<DraftStatement['about']> {
  const named = new Map<FoundEntity, number>();
  for (const { from, to } of parts)
    for (const reference of references.all)
      if (
        reference.from >= from &&
        reference.to <= to &&
        reference.entity !== speaker &&
        reference.confidence >= SURE_ENOUGH
      )
        named.set(reference.entity, named.get(reference.entity) ?? reference.from);
  const isAimed = !NEUTRAL.test(act);
  const isWithin = ({ from, to }: Run) => parts.some((part) => from >= part.from && to <= part.to);
  const happened = told.filter(({ evidence }) => evidence.some(isWithin)).slice(0, 1);
  return [
    ...[...named]
      .sort((a, b) => a[1] - b[1])
      .slice(0, MOST_ABOUT)
      .map(([{ id }], index) => (isAimed && index === 0 ? id : { id, as: 'topic' as const })),
    ...happened.map(({ id }) => ({ id, as: 'topic' as const })),
  ];
}
