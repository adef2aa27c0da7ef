import { FAULTS } from '../../limits.ts';
import { type Annotation, Annotation as AnnotationSchema } from '../../model/annotation.ts';
import type { FaultList } from '../../model/fault-list.ts';
import type { FieldPath } from '../../model/field-path.ts';
import { articleFacts } from '../facts/article-facts.ts';
import type { ArticleFacts } from '../facts/facts.ts';
import { withStatementIds } from '../facts/statement-id.ts';
import type { ArticleSource } from './article-source.ts';
import { checkConsistency } from './check-consistency.ts';
import { type CheckedDocument, checkDocument, isWritten } from './check-document.ts';
import { checkReferences, entitiesOf, type KnownEntities, meansEvent } from './check-references.ts';
import { checkSpeakerEvidence } from './check-speaker-evidence.ts';
import type { ToldEvents } from './told-events.ts';

/**
 * Turns an article into facts and holds it to the schemas, the authority and its text; what is wrong is added to the
 * faults, but for events that it names and another article may tell of: those are noted. Null where its annotation or its text cannot be read.
 */
export function annotateArticle(
  source: ArticleSource,
  known: KnownEntities,
  events: ToldEvents,
  faults: FaultList,
): ArticleFacts | null {
  const { id, text, origin } = source;
  const given = checkDocument(origin, source.annotation, AnnotationSchema, faults);
  if (!given.data) return null;
  const annotation = withStatementIds(id, given.data);
  const document = { ...given, data: annotation };
  checkReferences(document, annotation, known, events);
  checkConsistency(document, annotation, known);
  if (text === null || faults.isFull) return null;
  const named = entitiesOf(annotation, known);
  const own = new Set(document.ids('events'));
  const ids = {
    isEvent: (target: string) => own.has(target) || meansEvent(target, known),
    isOwn: (event: string) => own.has(event),
  };
  const anchored = articleFacts(id, origin.file, text, annotation, ids, named);
  for (const { path, detail, ...hints } of anchored.faults)
    if (areWritten(document, path)) document.report(path, detail, hints);
  if (anchored.faults.length >= FAULTS.quotes) faults.end();
  const placeless = new Set(anchored.faults.map(({ path }) => path.join()));
  const placed = anchored.facts.facts.filter(({ field }) => !placeless.has([...field, 'evidence'].join()));
  if (!faults.isFull) checkSpeakerEvidence(document, annotation, known, placed);
  const facts = anchored.facts.facts.filter(({ field }) => isWritten(document, field.slice(0, 2)));
  for (const fact of facts) {
    fact.line = document.line(fact.field);
    fact.field = [...(origin.under ?? []), ...fact.field];
  }
  const isDraft = annotation.article.review === 'draft';
  const { review } = source;
  return {
    ...anchored.facts,
    facts,
    annotation: source.annotation.value,
    ...(isDraft && { isDraft }),
    ...(review && { review }),
  };
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
