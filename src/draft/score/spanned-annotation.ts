import { articleFacts } from '../../ingest/facts/article-facts.ts';
import type { Fact } from '../../ingest/facts/facts.ts';
import { withStatementIds } from '../../ingest/facts/statement-id.ts';
import { type AuthorityRecord, aboutOf, type GivenAnnotation, speakersOf } from '../../model/annotation.ts';

/** Where words stand in a text: half-open, in code points. */
export type Place = [start: number, end: number];

interface SpannedMention {
  start: number;
  end: number;
  entity: string | null;
  form: string;
}

export interface SpannedAttribution {
  speakers: string[];
  rank: string;
  basis: string;
  evidence: Place | null;
}

export interface SpannedQuotation {
  quoteType: string;
  parts: Place[];
  cue: Place | null;
  attributions: SpannedAttribution[];
}

/** An annotation with each quote as the place that it means, and each mention by itself. */
export interface SpannedAnnotation {
  text: string;
  entities: { id: string; type: string; name: string; aliases: string[] }[];
  roles: { person: string; kind: string; title: string | null; of: string | null; evidence: Place[] }[];
  events: {
    id: string;
    kind: string;
    date: string | null;
    act: string | null;
    place: string | null;
    participants: { entity: string; role: string }[];
    evidence: Place[];
  }[];
  relations: { subject: string; predicate: string; object: string; date: string | null; evidence: Place[] }[];
  statements: {
    id: string;
    act: string | null;
    said: string | null;
    about: { id: string; as: string }[];
    at: string[];
    quotations: SpannedQuotation[];
  }[];
  mentions: SpannedMention[];
}

/**
 * Finds the places of everything that an annotation quotes.
 * @param entities those that the annotation refers to.
 * @throws Error where words are not in the text.
 */
export function spannedAnnotation(
  text: string,
  given: GivenAnnotation,
  entities: readonly AuthorityRecord[],
): SpannedAnnotation {
  const annotation = withStatementIds('scored', given);
  const events = new Set(annotation.events.map(({ id }) => id));
  const { facts, faults } = articleFacts(
    'scored',
    'annotation',
    text,
    annotation,
    { isEvent: (id) => events.has(id), isOwn: (id) => events.has(id) },
    entities,
  );
  if (faults.length > 0) throw new Error(`${faults[0]!.path.join('.')}: ${faults[0]!.detail}`);
  const at = new Map(facts.facts.map((fact) => [`${fact.kind} ${fact.field.join('.')}`, fact]));
  const evidenceOf = (...path: (string | number)[]) =>
    facts.facts
      .filter(({ kind, field }) => kind === 'Evidence' && path.every((key, index) => field[index] === key))
      .map(placeOf);
  return {
    text,
    entities: entities.map(({ id, type, name, aliases }) => ({
      id,
      type,
      name,
      aliases: aliases.map((alias) => (typeof alias === 'string' ? alias : alias.text)),
    })),
    roles: annotation.roles.map(({ person, kind, title, of }, index) => ({
      person,
      kind,
      title,
      of,
      evidence: evidenceOf('roles', index),
    })),
    events: annotation.events.map(({ id, kind, date, act, place, participants }, index) => ({
      ...{ id, kind, date: date.edtf, act, place, participants },
      evidence: evidenceOf('events', index),
    })),
    relations: annotation.relations.map(({ subject, predicate, object, date }, index) => ({
      ...{ subject, predicate, object, date: date.edtf },
      evidence: evidenceOf('relations', index),
    })),
    statements: annotation.statements.map(({ id, act, said, about, at: occasions, quotations }, index) => ({
      ...{ id, act, said: said.edtf, about: about.map(aboutOf), at: occasions },
      quotations: quotations.map(({ quoteType, attributions }, nth) => {
        const path = `statements.${index}.quotations.${nth}`;
        const quotation = at.get(`Quotation ${path}`);
        return {
          quoteType,
          parts: quotation ? partsOf(quotation) : [],
          cue: quotation ? cueOf(quotation) : null,
          attributions: attributions.map((attribution, which) => {
            const words = at.get(`Attribution ${path}.attributions.${which}`);
            return {
              speakers: speakersOf(attribution),
              rank: attribution.rank,
              basis: attribution.basis,
              evidence: words ? placeOf(words) : null,
            };
          }),
        };
      }),
    })),
    mentions: facts.facts
      .filter(({ kind }) => kind === 'Mention')
      .map(({ properties: { start, end, entityId, form } }) => ({
        start: Number(start),
        end: Number(end),
        entity: entityId === null ? null : String(entityId),
        form: String(form),
      })),
  };
}

const placeOf = ({ properties }: Fact): Place => [Number(properties.start), Number(properties.end)];

const cueOf = ({ properties: { cueStart, cueEnd } }: Fact): Place | null =>
  cueStart === null ? null : [Number(cueStart), Number(cueEnd)];

function partsOf(fact: Fact): Place[] {
  const { partStarts, partEnds } = fact.properties;
  if (!Array.isArray(partStarts) || !Array.isArray(partEnds)) return [placeOf(fact)];
  return partStarts.map((start, index): Place => [Number(start), Number(partEnds[index])]);
}
