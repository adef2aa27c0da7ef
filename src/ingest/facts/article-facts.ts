import { FAULTS } from '../../limits.ts';
import {
  type Annotation,
  type AssertedBy,
  type Attribution,
  aboutOf,
  type Passage,
  type Quotation,
  type Quote,
  type Statement,
  speakersOf,
} from '../../model/annotation.ts';
import { dayRange } from '../../model/date.ts';
import type { FieldPath } from '../../model/field-path.ts';
import { nameKey } from '../../model/name-key.ts';
import { shownValue } from '../../model/shown-value.ts';
import { accountFacts, figureFact, type Reading, type Told } from './account-facts.ts';
import { Anchor, type AnchorFailure, type AnchorFault, isSpan, type Span } from './anchor.ts';
import { contextsOf, dateProperties, placeKey } from './fact-properties.ts';
import { type ArticleFacts, derivedId, digest, type Fact, fact, filled } from './facts.ts';
import type { NamedEntity } from './find-names.ts';
import { relationId, roleId } from './merged-ids.ts';
import { addLookups } from './quotation-lookup.ts';
import {
  type MarkedWords,
  markedWords,
  partProperties,
  quotedProperties,
  wholeOf,
} from './quotation-parts.ts';
import { resolveMentions } from './resolve-mentions.ts';
import { sentenceAt, sentenceStarts } from './sentences.ts';
import { SpeakerWords } from './speaker-words.ts';
import { quotedId } from './statement-id.ts';
import { USUAL_CONFIDENCE } from './usual-confidence.ts';

export interface AnchoredArticle {
  facts: Omit<ArticleFacts, 'annotation'>;
  faults: AnchorFault[];
}

/** What an id of an annotation may mean beside an entity. */
export interface EventIds {
  /** Whether it is that of an event that this article tells of, or another one. */
  isEvent: (id: string) => boolean;
  /** Whether it is that of an event that this article tells of. */
  isOwn: (id: string) => boolean;
}

/**
 * Turns an annotation into the facts of the graph; every quote becomes a span, or a fault that says why not.
 * @param named the entities whose names are looked for in the text.
 */
export function articleFacts(
  id: string,
  file: string,
  text: string,
  annotation: Annotation,
  events: EventIds,
  named: readonly NamedEntity[],
): AnchoredArticle {
  const anchor = new Anchor(text);
  const faults: AnchorFault[] = [];
  const facts = new Map<string, Fact>();
  const keep = (added: Fact) => facts.set(`${added.kind} ${added.id}`, added);

  const span = (quote: Quote, path: FieldPath): Span => place(() => anchor.find(quote), path);

  function place(find: () => Span | AnchorFailure, path: FieldPath): Span {
    const found = faults.length < FAULTS.quotes ? find() : null;
    if (found && isSpan(found)) return found;
    if (found) faults.push({ path, ...found });
    return { exact: '', prefix: '', suffix: '', start: 0, end: 0 };
  }

  function passages(quote: Passage, path: FieldPath): Span[] {
    if (typeof quote === 'string' || quote.occurrence !== 'all') return [span(quote as Quote, path)];
    const found = anchor.findAll({ ...quote, occurrence: undefined });
    return Array.isArray(found) ? found : [place(() => found, path)];
  }

  function keepTold(supported: Told, reading: Reading, evidence: Passage[], assertedBy: AssertedBy) {
    const path = supported.field;
    for (const account of accountFacts(id, supported, reading, assertedBy)) keep(account);
    const found = evidence.flatMap((quote, index) =>
      passages(quote, [...path, 'evidence', index]).map((passage) => ({ index, passage })),
    );
    for (const { index, passage } of found) {
      const evidenceId = derivedId('e', id, supported.kind, supported.id, passage.start, passage.end);
      keep(
        fact('Evidence', evidenceId, [...path, 'evidence', index], { ...passage }, [
          { type: 'IN', to: id },
          { type: 'SUPPORTS', to: supported.id, toKind: supported.kind },
        ]),
      );
    }
  }

  /** The parts of a quotation; one that stands several times is the nearest to the part before it. */
  function partsOf(quote: Quotation['quote'], path: FieldPath): Span[] {
    if (!Array.isArray(quote)) return [span(quote, path)];
    const parts: Span[] = [];
    for (const [nth, one] of quote.entries()) {
      const before = parts.at(-1);
      const find = () => (before ? after(before, anchor.findBeside(one, parts)) : anchor.find(one));
      parts.push(place(find, [...path, nth]));
    }
    return parts;
  }

  /** Words of a mixed quotation that stand in quotation marks. */
  function quotedIn({ quoteType, quoted }: Quotation, parts: Span[], path: FieldPath): MarkedWords[] {
    if (quoteType !== 'mixed') return [];
    if (quoted)
      return quoted.map((quote, nth) =>
        place(() => anchor.findWithin(quote, parts), [...path, 'quoted', nth]),
      );
    const marked = parts.flatMap(markedWords);
    if (marked.length === 0 && parts.every(({ exact }) => exact !== ''))
      faults.push({
        path: [...path, 'quoted'],
        detail: 'nothing in the quotation stands in double quotation marks',
        expected: 'the words that are quoted, or quoteType indirect',
      });
    return marked;
  }

  /** The words that describe a speaker stand in the evidence, or else beside the quotation. */
  function describingWords(quote: Quote, evidence: Span, said: Span[]): Span | AnchorFailure {
    const within = anchor.findWithin(quote, [evidence]);
    return isSpan(within) ? within : anchor.findBeside(quote, said);
  }

  /** The words that describe a target stand in the quotation, or else beside it. */
  function targetWords(quote: Quote, said: Span[]): Span | AnchorFailure {
    const within = anchor.findWithin(quote, said);
    return isSpan(within) ? within : anchor.findBeside(quote, said);
  }

  function wordsFor(attribution: Attribution, said: Span[]): Span | AnchorFailure {
    const { basis, evidence = attribution.described?.words } = attribution;
    if (evidence !== undefined) return anchor.findBeside(evidence, said);
    const [speaker, ...others] = speakersOf(attribution);
    if (speaker !== undefined && others.length === 0) return speakers.beside(said, { speaker, basis });
    const expected = speaker ? 'name the speakers' : 'show that nobody can be named';
    return { detail: 'is missing', expected: `the words that ${expected}` };
  }

  for (const [index, role] of annotation.roles.entries()) {
    const { person, kind, title, of, from, until, former, evidence, assertedBy } = role;
    const told: Told = { kind: 'Role', id: roleId(person, kind, title, of), field: ['roles', index] };
    const reading = { kind, personId: person, title, ofId: of, from, until, former };
    keepTold(told, reading, evidence, assertedBy);
  }

  for (const [index, event] of annotation.events.entries()) {
    const { id: eventId, kind, label, date, act, contexts, place, participants, assertedBy } = event;
    const told: Told = { kind: 'Event', id: eventId, field: ['events', index] };
    const reading = {
      ...{ kind, label, ...dateProperties('date', date), cameo: act, placeId: place },
      contexts: contextsOf(act, contexts),
      participantIds: filled(participants.map(({ entity }) => entity)),
      participantRoles: filled(participants.map(({ role }) => role)),
    };
    keepTold(told, reading, event.evidence, assertedBy);
    for (const [nth, figure] of event.figures.entries()) {
      const field = [...told.field, 'figures', nth];
      keep(figureFact(id, told, figure, span(figure.words, [...field, 'words']), field, assertedBy));
    }
  }

  for (const [index, relation] of annotation.relations.entries()) {
    const { subject, predicate, object, date, evidence, assertedBy } = relation;
    const told: Told = {
      kind: 'Relation',
      id: relationId(subject, predicate, object),
      field: ['relations', index],
    };
    const ends = { subjectId: subject, predicate, objectId: object };
    keepTold(told, { ...dateProperties('date', date), ...ends }, evidence, assertedBy);
  }

  const mentions = resolveMentions(anchor, annotation.mentions, named, faults);
  const speakers = new SpeakerWords(mentions);

  for (const [index, statement] of annotation.statements.entries()) {
    const parted = statement.quotations.map(({ quote }, at) =>
      partsOf(quote, ['statements', index, 'quotations', at, 'quote']),
    );
    const { properties: reading, edges, entities } = statementReading(statement, events);
    for (const [at, quotation] of statement.quotations.entries()) {
      const path = ['statements', index, 'quotations', at];
      const said = parted[at]!;
      const { cue: reported } = quotation;
      const cue = reported === null ? null : place(() => anchor.findBeside(reported, said), [...path, 'cue']);
      const places = said.flatMap(({ start, end }) => [start, end]);
      const quotationId = derivedId('q', id, statement.id, ...places);
      const properties = {
        quoteType: quotation.quoteType,
        ...wholeOf(said),
        ...partProperties(said),
        ...quotedProperties(quotedIn(quotation, said, path)),
        cue: cue?.exact ?? null,
        cueStart: cue?.start ?? null,
        cueEnd: cue?.end ?? null,
        ...reading,
      };
      keep(
        fact('Quotation', quotationId, path, properties, [
          { type: 'IN', to: id },
          { type: 'RENDERS', to: statement.id },
          ...edges,
          ...(quotation.attributions.every(({ rank }) => rank === 'deprecated') ? entities : []),
        ]),
      );
      for (const [nth, { words, role, of }] of statement.unnamedTargets.entries()) {
        const field = ['statements', index, 'unnamedTargets', nth];
        const described = place(() => targetWords(words, said), [...field, 'words']);
        const targetId = derivedId('t', quotationId, described.start, described.end, of);
        keep(
          fact('UnnamedTarget', targetId, field, { role, ...described }, [
            { type: 'IN', to: id },
            { type: 'TARGET_OF', to: quotationId },
            ...(of === null ? [] : [{ type: 'DESCRIBED_OF', to: of }]),
          ]),
        );
      }
      for (const [nth, attribution] of quotation.attributions.entries()) {
        const { rank, basis, reason, flags } = attribution;
        const speakers = speakersOf(attribution);
        const attributionPath = [...path, 'attributions', nth];
        const words = place(() => wordsFor(attribution, said), [...attributionPath, 'evidence']);
        const { described } = attribution;
        const isAnybody = speakers.length > 0 || described !== null;
        const confidence = attribution.confidence ?? (isAnybody ? USUAL_CONFIDENCE[basis] : 0);
        const description =
          described &&
          place(
            () => describingWords(described.words, words, said),
            [...attributionPath, 'described', 'words'],
          );
        keep(
          fact(
            'Attribution',
            derivedId(
              'a',
              quotationId,
              speakers.join(' ') || null,
              basis,
              words.start,
              ...(described?.of ? [described.of] : []),
            ),
            attributionPath,
            {
              ...{ rank, basis, confidence, reason, flags: filled(flags), ...words },
              describedExact: description?.exact ?? null,
              describedStart: description?.start ?? null,
              describedEnd: description?.end ?? null,
              describedRole: described?.role ?? null,
            },
            [
              { type: 'ATTRIBUTES', to: quotationId },
              ...speakers.map((speaker) => ({ type: 'TO', to: speaker })),
              ...(described?.of ? [{ type: 'DESCRIBED_OF', to: described.of }] : []),
            ],
          ),
        );
      }
    }
  }

  const sentences = mentions.length > 0 ? sentenceStarts(text, annotation.article.language) : [];
  for (const mention of mentions) {
    const { entity, form, reason, path, span: found } = mention;
    const mentionId = derivedId('m', id, entity, found.start, found.end);
    const properties = {
      form,
      reason,
      ...found,
      sentence: placeKey(id, sentenceAt(sentences, found.start)),
      entityId: entity,
      unresolved: entity === null ? true : null,
      key: `${placeKey(id, found.start)} ${mentionId}`,
    };
    keep(
      fact('Mention', mentionId, path, properties, [
        { type: 'IN', to: id },
        ...(entity === null ? [] : [{ type: 'REFERS_TO', to: entity }]),
      ]),
    );
  }

  for (const [index, { quote, reason }] of annotation.excluded.entries()) {
    const found = span(quote, ['excluded', index, 'quote']);
    const excludedId = derivedId('x', id, found.start, found.end);
    keep(
      fact('ExcludedClaim', excludedId, ['excluded', index], { reason, ...found }, [{ type: 'IN', to: id }]),
    );
  }

  const { title, language, publisher, url, published, authors } = annotation.article;
  const dates = published === null ? null : dayRange(published);
  const properties = {
    title,
    language,
    publisher,
    publisherKey: publisher === null ? null : nameKey(publisher),
    url,
    text,
    sha256: digest(text),
    length: anchor.length,
    publishedEdtf: published,
    publishedEarliest: dates?.earliest ?? null,
    publishedLatest: dates?.latest ?? null,
  };
  const credited = authors.map(({ person, confidence, reason, evidence }, index) => ({
    person,
    confidence,
    reason,
    evidence: { ...span(evidence, ['article', 'authors', index, 'evidence']) },
  }));
  const all = [...facts.values()];
  const isOpen = ({ id: statement, quotations }: Statement) => statement === quotedId(id, quotations);
  const open = new Set(annotation.statements.filter(isOpen).map((statement) => statement.id));
  addLookups({ id, properties, facts: all }, open);
  const hashes = all.map(({ kind, id: factId, hash }) => [kind, factId, hash].join(' ')).sort();
  return {
    facts: {
      id,
      file,
      properties,
      authors: credited,
      facts: all,
      digest: digest([properties, credited, hashes]),
    },
    faults,
  };
}

/** A part that is found, or why it cannot follow the part before it. */
function after(before: Span, found: Span | AnchorFailure): Span | AnchorFailure {
  if (!isSpan(found) || found.start >= before.end) return found;
  return {
    detail: `${shownValue(found.exact)} stands before the end of the part before it`,
    expected: 'the parts in the order of the text, none within another',
  };
}

/**
 * What an article says of a statement, which each of its quotations carries; the events that it names freely, and the entities
 * that it is about.
 */
function statementReading(statement: Statement, { isEvent, isOwn }: EventIds) {
  const about = statement.about.map(aboutOf);
  const named = [...about.map((one) => one.id).filter(isEvent), ...statement.at];
  return {
    properties: {
      statementId: statement.id,
      text: statement.text ?? null,
      cameo: statement.act,
      ...dateProperties('said', statement.said),
      aboutIds: filled(about.map((one) => one.id)),
      aboutAs: filled(about.map((one) => one.as)),
      aboutKinds: filled(about.map((one) => (isEvent(one.id) ? 'Event' : 'Entity'))),
      atIds: filled(statement.at),
    },
    edges: [...new Set(named)]
      .filter((event) => !isOwn(event))
      .map((event) => ({ type: 'NAMES_EVENT', to: event })),
    entities: about.filter((one) => !isEvent(one.id)).map((one) => ({ type: 'NAMES_ENTITY', to: one.id })),
  };
}
