import { createHash } from 'node:crypto';
import { z } from 'zod';
import { PROBLEMS, Problem } from '../../errors.ts';
import { defineOperation } from '../../http/operation.ts';
import { entitiesById, type ReconcilableEntity, reconcilableEntities } from './entity.ts';

/** The size of the frame that a preview is shown in, in pixels. */
export const PREVIEW_SIZE = { width: 400, height: 160 };

const STYLE =
  'body{font:14px/1.4 system-ui,sans-serif;margin:12px;color:#1a1a1a;background:#fff}h1{font-size:16px;margin:0 0 4px}p{margin:0 0 4px}small{color:#595959}';

/** What the page of a preview may load: its style. Any page may show it in a frame, since that is what it is for. */
export const PREVIEW_POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
  "base-uri 'none'",
  "form-action 'none'",
  'frame-ancestors *',
].join(';');

/** A page of its own that tells what an entity is. */
export function previewPage(entity: ReconcilableEntity, url: string): string {
  const { name, type, description, aliases, iso3166, wikidata, country, roles } = entity;
  const facts = [type, iso3166, wikidata, country?.name].filter(
    (fact) => fact !== null && fact !== undefined,
  );
  const held = [
    ...new Set(roles.map(({ kind, title, of }) => [title ?? kind, of?.name].filter(Boolean).join(', '))),
  ];
  return page(
    name,
    `<h1><a href="${escaped(url)}" target="_blank" rel="noopener noreferrer"><bdi>${escaped(name)}</bdi></a></h1>
<p><small>${facts.map((fact) => `<bdi>${escaped(fact)}</bdi>`).join(' · ')}</small></p>
${paragraph(description ?? '')}${paragraph(held.slice(0, 3).join('; '))}${paragraph(aliases.length > 0 ? `Also: ${aliases.slice(0, 6).join(', ')}` : '')}`,
  );
}

/** The page that tells why there is no preview. */
const failurePage = ({ title, message }: { title: string; message: string }): string =>
  page(title, `<h1 dir="auto">${escaped(title)}</h1>\n${paragraph(shortened(message))}`);

const page = (title: string, content: string) => `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>${escaped(title)}</title><style>${STYLE}</style></head>
<body>
${content}</body>
</html>
`;

/** As much as the frame shows. */
const shortened = (text: string) => (text.length > 300 ? `${text.slice(0, 300)}…` : text);

const paragraph = (text: string) => (text === '' ? '' : `<p dir="auto">${escaped(text)}</p>\n`);

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text of the graph comes from articles: none of it is markup. */
const escaped = (text: string) => text.replace(/[&<>"']/g, (character) => ENTITIES[character]!);

/** A small page about an entity. */
export const previewEntity = defineOperation({
  operationId: 'previewEntity',
  tag: 'reconciliation',
  method: 'GET',
  path: '/v1/reconcile/preview',
  summary: 'A small page about an entity',
  description: 'A page that loads nothing, for a frame in the page of a client.',
  params: z.strictObject({
    id: z
      .string()
      .max(200)
      .meta({ description: 'Id of the entity.', examples: ['pakistan'] }),
  }),
  mediaTypes: ['text/html; charset=utf-8'],
  responses: { 200: { description: 'The page.', schema: z.string().describe('The page.') } },
  freshness: 'graph',
  framed: {
    policy: PREVIEW_POLICY,
    failure: ({ code, message }) => failurePage({ title: PROBLEMS[code].title, message }),
  },
  reads: [reconcilableEntities],
  respond: async (graph, { params: { id }, origin }) => {
    const entity = (await entitiesById(graph, [id])).get(id);
    if (!entity) throw new Problem('not-found', `No entity has the id ${JSON.stringify(id)}.`);
    const url = `${origin}/v1/entities/${encodeURIComponent(id)}`;
    return { body: previewPage(entity, url) };
  },
});
