import { z } from 'zod';
import type { EntityType } from '../model/vocabulary.ts';
import {
  articleAddress,
  entityAddress,
  eventAddress,
  relationAddress,
  statementAddress,
} from './json-ld/node.ts';

/** The media type of the Web Annotation Protocol. */
export const ANNOTATION_TYPE = 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"';
export const ANNOTATION_CONTEXT = 'http://www.w3.org/ns/anno.jsonld';

const Purpose = z
  .enum(['assessing', 'describing', 'identifying', 'linking', 'questioning'])
  .describe('Why it is there, as a motivation of the Web Annotation Vocabulary.');

const offset = z.number().int().min(0);

const Body = z.union([
  z
    .object({
      type: z.literal('SpecificResource').describe('A thing of the graph.'),
      purpose: Purpose,
      source: z.string().describe('Address of the thing.'),
    })
    .meta({ id: 'LinkBody', description: 'What the words stand for: a thing of the graph.' }),
  z
    .object({
      type: z.literal('TextualBody').describe('A text.'),
      purpose: Purpose,
      format: z.literal('text/plain').describe('Media type of the text.'),
      language: z.literal('en').describe('Language of the text.'),
      value: z.string().describe('The text.'),
    })
    .meta({ id: 'TextBody', description: 'What is to be said of the words.' }),
]);

const Selector = z.union([
  z
    .object({
      type: z.literal('TextQuoteSelector').describe('Selects by the words.'),
      exact: z.string().describe('The words of the article, to the character.'),
      prefix: z.string().describe('What stands before them.'),
      suffix: z.string().describe('What stands after them.'),
    })
    .meta({ id: 'TextQuoteSelector', description: 'The words and what stands around them.' }),
  z
    .object({
      type: z.literal('TextPositionSelector').describe('Selects by the position.'),
      start: offset.describe('Offset of the first character, in Unicode code points.'),
      end: offset.describe('Offset after the last character.'),
    })
    .meta({ id: 'TextPositionSelector', description: 'The position of the words in the text.' }),
]);

const fields = {
  id: z.string().describe('Address of the annotation.'),
  type: z.literal('Annotation').describe('Always Annotation.'),
  motivation: Purpose,
  body: z.array(Body).describe('What the words stand for, and what is to be said of them.'),
  target: z
    .object({
      type: z.literal('SpecificResource').describe('A part of the article.'),
      source: z.string().describe('Address of the article.'),
      selector: z.array(Selector).describe('Which part: by its words, and by its position.'),
    })
    .describe('The words that are annotated.'),
};

const context = z.string().describe('The JSON-LD context of Web Annotation.');

export const WebAnnotation = z
  .object({ '@context': context.optional(), ...fields })
  .meta({ id: 'WebAnnotation', description: 'A span of an article and what it says (W3C Web Annotation).' });

export type WebAnnotation = z.output<typeof WebAnnotation>;

const page = {
  id: z.string().describe('Address of the page.'),
  type: z.literal('AnnotationPage').describe('Always AnnotationPage.'),
  startIndex: offset.describe('How many annotations come before this page.'),
  next: z.string().optional().describe('Address of the next page; absent at the end.'),
  items: z.array(WebAnnotation).describe('The annotations in the order of the text.'),
};

const collection = {
  id: z.string().describe('Address of the collection.'),
  type: z.literal('AnnotationCollection').describe('Always AnnotationCollection.'),
  label: z.string().describe('What is annotated.'),
  total: offset.describe('How many annotations there are in all.'),
};

export const AnnotationPage = z
  .object({
    '@context': context,
    ...page,
    partOf: z.object(collection).describe('The collection that the page belongs to.'),
  })
  .meta({ id: 'AnnotationPage', description: 'A page of annotations.' });

export const AnnotationCollection = z
  .object({
    '@context': context,
    ...collection,
    first: z.object(page).describe('The first page.'),
  })
  .meta({ id: 'AnnotationCollection', description: 'All annotations of an article, with their first page.' });

/** A span as `article-annotations.cypher` returns it. */
export interface AnnotatedSpan {
  key: string;
  id: string;
  kind: 'Quotation' | 'Attribution' | 'Mention' | 'Evidence' | 'ExcludedClaim';
  exact: string;
  prefix: string;
  suffix: string;
  start: number;
  end: number;
  quoteType: string | null;
  rank: string | null;
  confidence: number | null;
  form: string | null;
  reason: string | null;
  statement: { id: string; name: string; contested: boolean } | null;
  entity: { id: string; name: string; type: z.output<typeof EntityType> } | null;
  event: { id: string; name: string } | null;
  relation: { id: string; subject: string; name: string } | null;
  role: { person: string; name: string } | null;
}

/** A span of an article as a Web Annotation; addresses are absolute, since annotations travel without their base. */
export function webAnnotation(origin: string, article: string, span: AnnotatedSpan): WebAnnotation {
  const { motivation, links, text } = meaning(span);
  const { exact, prefix, suffix, start, end } = span;
  return {
    id: `${origin}${articleAddress(article)}/annotations/${span.id}`,
    type: 'Annotation',
    motivation,
    body: [
      ...links.map(({ purpose = motivation, address }) => ({
        type: 'SpecificResource' as const,
        purpose,
        source: origin + address,
      })),
      { type: 'TextualBody', purpose: 'describing', format: 'text/plain', language: 'en', value: text },
    ],
    target: {
      type: 'SpecificResource',
      source: origin + articleAddress(article),
      selector: [
        { type: 'TextQuoteSelector', exact, prefix, suffix },
        { type: 'TextPositionSelector', start, end },
      ],
    },
  };
}

interface Meaning {
  motivation: z.output<typeof Purpose>;
  links: { purpose?: z.output<typeof Purpose>; address: string }[];
  text: string;
}

function meaning(span: AnnotatedSpan): Meaning {
  const { kind, statement, entity, event, relation, role, reason } = span;
  if (kind === 'Quotation') {
    return {
      motivation: 'identifying',
      links: [{ address: statementAddress(statement!.id) }],
      text: `A ${span.quoteType} quotation.`,
    };
  }
  if (kind === 'Attribution') return attribution(span);
  if (kind === 'Mention') {
    return {
      motivation: 'identifying',
      links: entity ? [{ address: entityAddress(entity.id) }] : [],
      text: `${entity ? `A mention of ${entity.name}` : 'An unresolved mention'}, by ${span.form}.${reason ? ` ${reason}` : ''}`,
    };
  }
  if (kind === 'ExcludedClaim')
    return { motivation: 'questioning', links: [], text: `Kept out of the graph: ${reason}` };
  if (event) {
    return {
      motivation: 'describing',
      links: [{ address: eventAddress(event.id) }],
      text: `Tells of the event: ${event.name}`,
    };
  }
  if (relation) {
    const address = relationAddress(relation.subject, relation.id);
    return {
      motivation: 'describing',
      links: [{ address }],
      text: `Tells of the relation: ${relation.name}`,
    };
  }
  return {
    motivation: 'describing',
    links: [{ address: entityAddress(role!.person) }],
    text: `Tells of the role: ${role!.name}`,
  };
}

/** Only a plain attribution identifies its speaker; any other is an assessment, with its reason. */
function attribution({ statement, entity, rank, confidence, reason }: AnnotatedSpan): Meaning {
  const plain = rank === 'preferred' && reason === null && !statement!.contested;
  const motivation = plain ? 'identifying' : 'assessing';
  return {
    motivation,
    links: [
      ...(entity ? [{ address: entityAddress(entity.id) }] : []),
      { purpose: 'linking' as const, address: statementAddress(statement!.id) },
    ],
    text: `${entity ? `Attribution to ${entity.name}` : 'Attribution to nobody who can be named'}: ${rank}, confidence ${confidence}${statement!.contested ? ', contested' : ''}.${reason ? ` ${reason}` : ''}`,
  };
}
