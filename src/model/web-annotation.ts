import { z } from 'zod';
import { count } from './numbers.ts';

const Purpose = z
  .enum(['assessing', 'describing', 'identifying', 'linking', 'questioning'])
  .describe('Why it is there, as a motivation of the Web Annotation Vocabulary.');

const Body = z.discriminatedUnion('type', [
  z
    .object({
      type: z.literal('SpecificResource').describe('A thing of the graph.'),
      purpose: Purpose,
      source: z.string().describe('URL of the thing.'),
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

const Selector = z.discriminatedUnion('type', [
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
      start: count.describe('Offset of the first character, in Unicode code points.'),
      end: count.describe('Offset after the last character.'),
    })
    .meta({ id: 'TextPositionSelector', description: 'The position of the words in the text.' }),
]);

const fields = {
  id: z.string().describe('URL of the annotation.'),
  type: z.literal('Annotation').describe('Always Annotation.'),
  motivation: Purpose,
  body: z.array(Body).describe('What the words stand for, and what is to be said of them.'),
  target: z
    .array(
      z
        .object({
          type: z.literal('SpecificResource').describe('A part of the article.'),
          source: z.string().describe('URL of the article.'),
          selector: z.array(Selector).describe('Which part: by its words, and by its position.'),
        })
        .meta({ id: 'AnnotatedPart', description: 'A part of an article.' }),
    )
    .describe(
      'The words that are annotated: of a quotation in several parts each of them, in the order of the text.',
    ),
};

const context = z.string().describe('The JSON-LD context of Web Annotation.');

export const WebAnnotation = z
  .object({ '@context': context.optional(), ...fields })
  .meta({ id: 'WebAnnotation', description: 'A span of an article and what it says (W3C Web Annotation).' });

export type WebAnnotation = z.output<typeof WebAnnotation>;
export type Purpose = z.output<typeof Purpose>;

const page = {
  id: z.string().describe('URL of the page.'),
  type: z.literal('AnnotationPage').describe('Always AnnotationPage.'),
  startIndex: count.describe('How many annotations come before this page.'),
  next: z.string().optional().describe('URL of the next page; absent at the end.'),
  items: z.array(WebAnnotation).describe('The annotations in the order of the text.'),
};

const collection = {
  id: z.string().describe('URL of the collection.'),
  type: z.literal('AnnotationCollection').describe('Always AnnotationCollection.'),
  label: z.string().describe('What is annotated.'),
  total: count.describe('How many annotations there are in all.'),
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
