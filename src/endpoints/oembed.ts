import { z } from 'zod';
import { readStatementParts, statementDetail, statementParts } from '../db/statement-json.ts';
import { Problem } from '../errors.ts';
import { statementPath } from '../formats/resource-paths.ts';
import { defineOperation } from '../http/operation.ts';
import { TEXTS } from '../limits.ts';
import { embedOf } from '../pages/parts/cite.ts';
import { WORDS } from '../pages/words.ts';
import { oneOf, wholeNumber } from '../query/parameters.ts';

/** Of what a URL of this service is. */
const OF_A_STATEMENT = /^\/v1\/statements\/([a-z0-9]+(?:-[a-z0-9]+)*)$/;

const Embed = z
  .object({
    version: z.literal('1.0').describe('Version of oEmbed.'),
    type: z.literal('rich').describe('Always rich: a fragment of HTML.'),
    provider_name: z.string().describe('Name of the service.'),
    provider_url: z.string().describe('URL of the service.'),
    title: z.string().describe('What was said.'),
    author_name: z.string().describe('Who said it.'),
    html: z.string().describe('The fragment, which loads nothing and has no script.'),
    width: z.number().int().describe('Width in pixels that it fits into.'),
    height: z.null().describe('It is as high as its text.'),
    cache_age: z.number().int().describe('Seconds after which it should be asked for again.'),
  })
  .meta({ id: 'Embed', description: 'A statement to show in another page (oEmbed).' });

const WIDTH = 600;

export const oembed = defineOperation({
  operationId: 'getEmbed',
  tag: 'statements',
  method: 'GET',
  path: '/oembed',
  summary: 'A statement to show in another page',
  description:
    'Programs that know oEmbed turn a link to a statement into the statement. The page of each statement names this URL.',
  params: z.strictObject({
    url: z
      .string()
      .max(TEXTS.url)
      .meta({
        description: 'URL of a statement, or its path.',
        examples: ['/v1/statements/kurilla-pakistan-phenomenal-partner'],
      }),
    format: oneOf(['json'], 'Format of the response.').optional(),
    maxwidth: wholeNumber(1, 10_000, WIDTH, 'Greatest width in pixels.').optional(),
    maxheight: wholeNumber(
      1,
      10_000,
      10_000,
      'Greatest height in pixels; a statement is as high as its text.',
    ).optional(),
  }),
  responses: { 200: { description: 'What was asked for.', schema: Embed } },
  freshness: 'graph',
  reads: [statementParts],
  respond: async (graph, { params: { url, maxwidth }, origin }) => {
    const path = (url.startsWith(origin) ? url.slice(origin.length) : url).split(/[?#]/)[0]!;
    const [, id] = OF_A_STATEMENT.exec(path) ?? [];
    if (id === undefined) throw noStatement(url, origin);
    const [parts] = await readStatementParts(graph, [id]);
    if (!parts) throw new Problem('not-found', `Nothing has the id ${JSON.stringify(id)}.`);
    const statement = statementDetail(parts);
    return {
      body: {
        version: '1.0',
        type: 'rich',
        provider_name: WORDS.name,
        provider_url: origin,
        title: statement.text,
        author_name: statement.speakers.map(({ name }) => name).join(', ') || WORDS.statement.anonymous,
        html: embedOf(statement, origin),
        width: Math.min(WIDTH, maxwidth ?? WIDTH),
        height: null,
        cache_age: 3600,
      },
    };
  },
});

function noStatement(url: string, origin: string): Problem {
  const expected = `the URL of a statement, such as ${origin}${statementPath('kurilla-pakistan-phenomenal-partner')}`;
  const detail = `url is ${JSON.stringify(url)}, expected ${expected}.`;
  return new Problem('not-found', detail, [{ parameter: 'url', detail, expected }]);
}
