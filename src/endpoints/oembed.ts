import { z } from 'zod';
import type { Graph } from '../db/client.ts';
import { readStatementParts, statementDetail, statementParts } from '../db/statement-json.ts';
import { Problem, unknownId } from '../errors.ts';
import { contentTypeOf } from '../formats/media-types.ts';
import { statementPath } from '../formats/resource-paths.ts';
import { xmlDocument } from '../formats/xml.ts';
import { defineOperation } from '../http/operation.ts';
import { TEXTS } from '../limits.ts';
import { articleEmbedOf, embedOf } from '../pages/parts/cite.ts';
import { WORDS } from '../pages/words.ts';
import { oneOf, wholeNumber } from '../query/parameters.ts';
import { annotatedSpans } from './annotations.ts';
import { oneArticle } from './article.ts';

/** Of what a URL of this service is: of a statement, or of an article, whose fragment may be a span of it. */
const EMBEDDED = /^\/v1\/(statements|articles)\/([a-z0-9]+(?:-[a-z0-9]+)*)$/;
const SPAN = /^[a-z]+-[a-z0-9]+$/;

const Embed = z
  .object({
    version: z.literal('1.0').describe('Version of oEmbed.'),
    type: z.literal('rich').describe('Always rich: a fragment of HTML.'),
    provider_name: z.string().describe('Name of the service.'),
    provider_url: z.string().describe('URL of the service.'),
    title: z.string().describe('What was said, or the title of the article.'),
    author_name: z
      .string()
      .optional()
      .describe('Who said it, or wrote the article; absent where that is not known.'),
    html: z.string().describe('The fragment, which loads nothing and has no script.'),
    width: z.number().int().describe('Width in pixels that it fits into.'),
    height: z.int().nullable().describe('Null: it is as high as its text.'),
    cache_age: z.number().int().describe('Seconds after which it should be asked for again.'),
  })
  .meta({
    id: 'Embed',
    description: 'A statement, an article or words of one to show in another page (oEmbed).',
  });

const WIDTH = 600;

const TYPES = { json: contentTypeOf('json'), xml: 'text/xml; charset=utf-8' } as const;

export const oembed = defineOperation({
  operationId: 'getEmbed',
  tag: 'statements',
  method: 'GET',
  path: '/oembed',
  summary: 'A statement or an article to show in another page',
  description:
    'Programs that know oEmbed turn a link to a statement into the statement, one to an article into what it is, and one to a span of an article into its words. The page of each statement and article names this URL.',
  params: z.strictObject({
    url: z
      .string()
      .max(TEXTS.url)
      .meta({
        description:
          'URL of a statement or an article, or its path; the fragment may be the id of a span of the article.',
        examples: ['/v1/statements/kurilla-pakistan-phenomenal-partner'],
      }),
    format: oneOf(
      ['json', 'xml'],
      'Format of the response; without it the Accept header chooses.',
    ).optional(),
    maxwidth: wholeNumber(1, 10_000, WIDTH, 'Greatest width in pixels.').optional(),
    maxheight: wholeNumber(
      1,
      10_000,
      10_000,
      'Greatest height in pixels; what is shown is as high as its text.',
    ).optional(),
  }),
  mediaTypes: Object.values(TYPES),
  responses: { 200: { description: 'What was asked for.', schema: Embed } },
  freshness: 'graph',
  reads: [statementParts, oneArticle, annotatedSpans],
  respond: async (graph, { params: { url, format, maxwidth }, origin, accepted }) => {
    const [path = '', span = ''] = (url.startsWith(origin) ? url.slice(origin.length) : url).split('#');
    const [, kind, id] = EMBEDDED.exec(path.split('?')[0]!) ?? [];
    if (id === undefined || (kind === 'articles' && span !== '' && !SPAN.test(span)))
      throw noEmbed(url, origin);
    const shown =
      kind === 'statements'
        ? await statementShown(graph, id, origin)
        : await articleShown(graph, id, span, origin);
    const embed = {
      version: '1.0',
      type: 'rich',
      provider_name: WORDS.name,
      provider_url: origin,
      ...shown,
      width: Math.min(WIDTH, maxwidth ?? WIDTH),
      height: null,
      cache_age: 3600,
    };
    const type = format === undefined ? accepted : TYPES[format];
    return {
      headers: { 'content-type': type },
      body: type === TYPES.xml ? xmlDocument({ oembed: { ...embed, height: '' } }) : embed,
    };
  },
});

type Shown = Pick<z.output<typeof Embed>, 'title' | 'author_name' | 'html'>;

async function statementShown(graph: Graph, id: string, origin: string): Promise<Shown> {
  const [parts] = await readStatementParts(graph, [id]);
  if (!parts) throw unknownId(id);
  const statement = statementDetail(parts);
  return {
    title: statement.text,
    author_name: statement.speakers.map(({ name }) => name).join(', ') || WORDS.statement.anonymous,
    html: embedOf(statement, origin),
  };
}

/** @param span id of a span of the article, or empty. */
async function articleShown(graph: Graph, id: string, span: string, origin: string): Promise<Shown> {
  const [shown] = await oneArticle.rows(graph, { id });
  if (!shown) throw unknownId(id);
  const words = span === '' ? undefined : await wordsOf(graph, id, span);
  const authors = shown.authors.map(({ name }) => name).join(', ');
  return {
    title: shown.title,
    ...(authors !== '' && { author_name: authors }),
    html: articleEmbedOf(shown, origin, words === undefined ? undefined : { id: span, words }),
  };
}

/** The words of a span of an article. */
async function wordsOf(graph: Graph, id: string, span: string): Promise<string> {
  const [found] = await annotatedSpans.rows(graph, { article: id, annotation: span }, 'one');
  const [one] = found?.items ?? [];
  if (!one) throw new Problem('not-found', `The article has no span ${JSON.stringify(span)}.`);
  return one.parts.map(({ exact }) => exact).join(' … ');
}

function noEmbed(url: string, origin: string): Problem {
  const expected = `the URL of a statement or an article, such as ${origin}${statementPath('kurilla-pakistan-phenomenal-partner')}`;
  const detail = `url is ${JSON.stringify(url)}, expected ${expected}.`;
  return new Problem('not-found', detail, [{ parameter: 'url', detail, expected }]);
}
