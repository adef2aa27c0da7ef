import { Annotation } from '../../model/annotation.ts';
import type { Fault } from '../../model/fault.ts';
import type { FieldPath } from '../../model/field-path.ts';
import { articleFacts } from '../facts/article-facts.ts';
import type { ArticleFacts } from '../facts/facts.ts';
import type { ArticleSource } from './article-source.ts';
import { type CheckedDocument, checkDocument, isWritten } from './check-document.ts';
import { consistencyFaults } from './consistency-faults.ts';
import { type KnownEntities, referenceFaults } from './reference-faults.ts';
import { unsupportedSpeakerFaults } from './unsupported-speaker-faults.ts';

export interface AnnotatedArticle {
  /** What the article says; null where its annotation cannot be read. */
  facts: ArticleFacts | null;
  faults: Fault[];
}

/** Turns an article into facts and holds it to the schemas, the authority and its text. */
export function annotateArticle(source: ArticleSource, known: KnownEntities): AnnotatedArticle {
  const { id, text, origin } = source;
  const document = checkDocument(origin, source.annotation, Annotation);
  const faults = [...document.faults];
  if (!document.data) return { facts: null, faults };
  const events = new Set(document.ids('events'));
  faults.push(
    ...referenceFaults(document, document.data, known, events),
    ...consistencyFaults(document, document.data, known),
  );
  if (text === null) return { facts: null, faults };
  const anchored = articleFacts(id, origin.file, text, document.data, (target) => events.has(target));
  faults.push(
    ...anchored.faults
      .filter(({ path }) => areWritten(document, path))
      .flatMap(({ path, detail, ...hints }) => document.fault(path, detail, hints)),
  );
  const placeless = new Set(anchored.faults.map(({ path }) => path.join()));
  const placed = anchored.facts.facts.filter(({ field }) => !placeless.has([...field, 'evidence'].join()));
  faults.push(...unsupportedSpeakerFaults(document, document.data, known, placed));
  const facts = anchored.facts.facts.filter(({ field }) => isWritten(document, field.slice(0, 2)));
  for (const fact of facts) {
    fact.line = document.line(fact.field);
    fact.field = [...(origin.under ?? []), ...fact.field];
  }
  return { facts: { ...anchored.facts, facts }, faults };
}

/** Fields of a mention that say nothing of its place. */
const BESIDE_THE_PLACE: unknown[] = ['entity', 'form', 'reason'];

/** Whether the words at a path were written, with all that tells which are meant. */
function areWritten(document: CheckedDocument<Annotation>, path: FieldPath): boolean {
  const isMention = path[0] === 'mentions';
  const standIns = document.standIns.filter(
    (place) => !isMention || !BESIDE_THE_PLACE.includes(place[path.length - 1]),
  );
  return isWritten({ ...document, standIns }, isMention ? path.slice(0, -1) : path);
}
