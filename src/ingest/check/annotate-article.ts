import { Annotation } from '../../model/annotation.ts';
import type { Fault } from '../../model/fault.ts';
import { articleFacts } from '../facts/article-facts.ts';
import type { ArticleFacts } from '../facts/facts.ts';
import type { ArticleSource } from './article-source.ts';
import { checkDocument } from './check-document.ts';
import { consistencyFaults } from './consistency-faults.ts';
import { type KnownEntities, referenceFaults } from './reference-faults.ts';

/** Stands in for the head of an annotation that has faults, so that the rest is checked all the same. */
const STAND_INS = { article: { title: '-', language: 'und' } };

export interface AnnotatedArticle {
  /** What the article says; null where its annotation cannot be read. */
  facts: ArticleFacts | null;
  faults: Fault[];
}

/** Turns an article into facts and holds it to the schemas, the authority and its text. */
export function annotateArticle(source: ArticleSource, known: KnownEntities): AnnotatedArticle {
  const { id, text, origin } = source;
  const document = checkDocument(origin, source.annotation, Annotation, STAND_INS);
  const faults = [...document.faults];
  if (!document.data) return { facts: null, faults };
  const events = new Set(document.ids('events'));
  faults.push(
    ...referenceFaults(document, document.data, known, events),
    ...consistencyFaults(document, document.data, known),
  );
  const anchored = articleFacts(id, origin.file, text, document.data, (target) => events.has(target));
  faults.push(...anchored.faults.map(({ path, detail, ...hints }) => document.fault(path, detail, hints)));
  for (const fact of anchored.facts.facts) {
    fact.line = document.line(fact.field);
    fact.field = [...(origin.under ?? []), ...fact.field];
  }
  return { facts: anchored.facts, faults };
}
