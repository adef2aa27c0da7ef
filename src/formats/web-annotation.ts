import type { AnnotatedSpan } from '../model/annotated-span.ts';
import type { Purpose, WebAnnotation } from '../model/web-annotation.ts';
import {
  articlePath,
  draftPath,
  entityPath,
  eventPath,
  relationPath,
  statementPath,
} from './resource-paths.ts';

/** The media type of the Web Annotation Protocol. */
export const ANNOTATION_TYPE = 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"';
export const ANNOTATION_CONTEXT = 'http://www.w3.org/ns/anno.jsonld';

interface Annotated {
  /** What the URLs begin with: they are absolute, since annotations are copied without their base. */
  origin: string;
  /** Id of the article. */
  article: string;
  /** Whether it is a draft, whose URLs ask for drafts. */
  isDraft: boolean;
}

/** A span of an article as a Web Annotation. */
export function webAnnotation({ origin, article, isDraft }: Annotated, span: AnnotatedSpan): WebAnnotation {
  const { motivation, links, text } = meaningOf(span);
  const url = (path: string) => origin + (isDraft ? draftPath(path) : path);
  return {
    id: url(`${articlePath(article)}/annotations/${span.id}`),
    type: 'Annotation',
    motivation,
    body: [
      ...links.map(({ purpose = motivation, path }) => ({
        type: 'SpecificResource' as const,
        purpose,
        source: url(path),
      })),
      { type: 'TextualBody', purpose: 'describing', format: 'text/plain', language: 'en', value: text },
    ],
    target: span.parts.map(({ exact, prefix, suffix, start, end }) => ({
      type: 'SpecificResource',
      source: url(articlePath(article)),
      selector: [
        { type: 'TextQuoteSelector', exact, prefix, suffix },
        { type: 'TextPositionSelector', start, end },
      ],
    })),
  };
}

interface Meaning {
  motivation: Purpose;
  links: { purpose?: Purpose; path: string }[];
  text: string;
}

type SpanOf<Kind extends AnnotatedSpan['kind']> = Extract<AnnotatedSpan, { kind: Kind }>;

function meaningOf(span: AnnotatedSpan): Meaning {
  switch (span.kind) {
    case 'Quotation':
      return {
        motivation: 'identifying',
        links: [{ path: statementPath(span.statement.id) }],
        text: `${span.quoteType === 'indirect' ? 'An' : 'A'} ${span.quoteType} quotation.`,
      };
    case 'Attribution':
      return attributionMeaning(span);
    case 'UnnamedTarget':
      return {
        motivation: 'identifying',
        links: [
          { path: statementPath(span.statement.id) },
          ...(span.entity ? [{ purpose: 'linking' as const, path: entityPath(span.entity.id) }] : []),
        ],
        text: `Whom the statement is aimed at, not named${span.entity ? `: of ${span.entity.name}` : ''}.`,
      };
    case 'Mention':
      return mentionMeaning(span);
    case 'Evidence':
      return evidenceMeaning(span);
    case 'Figure':
      return {
        motivation: 'describing',
        links: [{ path: eventPath(span.event.id) }],
        text: `A figure (${span.what}) of the event: ${span.event.name}`,
      };
    case 'ExcludedClaim':
      return { motivation: 'questioning', links: [], text: `Kept out of the graph: ${span.reason}` };
  }
}

/** Only a plain attribution identifies its speaker; any other is an assessment, with its reason. */
function attributionMeaning(span: SpanOf<'Attribution'>): Meaning {
  const { statement, speakers, described, rank, confidence, reason } = span;
  const isPlain = rank === 'preferred' && reason === null && !statement.contested;
  const names = speakers.map(({ name }) => name).join(' and ') || (described && `“${described}”, not named`);
  const speaker = `Attribution to ${names || 'nobody who can be named'}`;
  const contested = statement.contested ? ', contested' : '';
  return {
    motivation: isPlain ? 'identifying' : 'assessing',
    links: [
      ...speakers.map(({ id }) => ({ path: entityPath(id) })),
      { purpose: 'linking', path: statementPath(statement.id) },
    ],
    text: sentences(`${speaker}: ${rank}, confidence ${confidence}${contested}.`, reason),
  };
}

function mentionMeaning({ entity, form, reason }: SpanOf<'Mention'>): Meaning {
  const mention = entity ? `A mention of ${entity.name}` : 'An unresolved mention';
  return {
    motivation: 'identifying',
    links: entity ? [{ path: entityPath(entity.id) }] : [],
    text: sentences(`${mention}, by ${form}.`, reason),
  };
}

/** Each piece of evidence supports exactly one fact. */
function evidenceMeaning({ event, relation, role }: SpanOf<'Evidence'>): Meaning {
  const fact = (path: string, text: string): Meaning => ({
    motivation: 'describing',
    links: [{ path }],
    text: `Tells of the ${text}`,
  });
  if (event) return fact(eventPath(event.id), `event: ${event.name}`);
  if (relation) return fact(relationPath(relation.subject, relation.id), `relation: ${relation.name}`);
  return fact(entityPath(role!.person), `role: ${role!.name}`);
}

const sentences = (text: string, reason: string | null) => (reason ? `${text} ${reason}` : text);
