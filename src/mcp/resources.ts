import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type McpServer,
  type ReadResourceResult,
  ResourceNotFoundError,
  ResourceTemplate,
} from '@modelcontextprotocol/server';
import { article } from '../endpoints/article.ts';
import { articles } from '../endpoints/articles.ts';
import { Problem } from '../errors.ts';
import { MCP } from '../limits.ts';
import type { Article, ArticleDetail } from '../model/article.ts';
import { VOCABULARIES, VOCABULARY_NAMES } from '../model/vocabularies.ts';
import { slug } from '../query/parameters.ts';
import type { Ask } from './ask.ts';

const JSON_TYPE = 'application/json';
const MARKDOWN = 'text/markdown';

const cookbookFile = join(import.meta.dirname, '../../docs/cookbook.md');

const single = (uri: URL, mimeType: string, text: string): ReadResourceResult => ({
  contents: [{ uri: uri.href, mimeType, text }],
});

/** Lets a server hand out articles, the vocabularies and the cookbook. */
export function registerResources(server: McpServer, ask: Ask): void {
  server.registerResource(
    'cookbook',
    'onrecord://cookbook',
    {
      title: 'Cookbook',
      description:
        'Questions of journalists, researchers and dashboards, each with its request and its response.',
      mimeType: MARKDOWN,
    },
    (uri) => single(uri, MARKDOWN, readFileSync(cookbookFile, 'utf8')),
  );
  for (const name of VOCABULARY_NAMES) {
    const { label, description, terms } = VOCABULARIES[name];
    server.registerResource(
      `vocabulary-${name}`,
      `onrecord://vocabularies/${name}`,
      { title: label, description, mimeType: JSON_TYPE },
      (uri) => single(uri, JSON_TYPE, JSON.stringify({ name, label, description, terms })),
    );
  }
  const template = new ResourceTemplate('onrecord://articles/{id}', {
    list: async () => {
      const { body } = await ask.query(articles, { limit: MCP.listedArticles });
      return { resources: (body.items as Article[]).map(resourceOf) };
    },
    complete: { id: (begun) => articleIds(ask, begun) },
  });
  server.registerResource(
    'article',
    template,
    {
      title: 'Article',
      description: 'The text of an article, verbatim, and what is known of it.',
      mimeType: 'text/plain',
    },
    async (uri, { id }) => readArticle(ask, uri, String(id)),
  );
}

const resourceOf = ({ id, title, publisher, published }: Article) => ({
  uri: `onrecord://articles/${id}`,
  name: id,
  title,
  description: [publisher, published.edtf].filter((part) => part !== null).join(', ') || undefined,
  mimeType: 'text/plain',
});

async function articleIds(ask: Ask, begun: string): Promise<string[]> {
  const { body } = await ask.query(articles, { limit: MCP.listedArticles });
  const ids = (body.items as Article[]).map(({ id }) => id);
  return ids.filter((id) => id.startsWith(begun)).slice(0, MCP.completions);
}

const Id = slug('Id of an article.', 'shifting-sands');

async function readArticle(ask: Ask, uri: URL, id: string): Promise<ReadResourceResult> {
  if (!Id.safeParse(id).success) throw new ResourceNotFoundError(uri.href);
  const { body } = await ask.query(article, { id }).catch((error: unknown) => {
    if (error instanceof Problem && error.code === 'not-found') throw new ResourceNotFoundError(uri.href);
    throw error;
  });
  const { text, ...about } = body as ArticleDetail;
  return {
    contents: [
      { uri: uri.href, mimeType: 'text/plain', text },
      { uri: `${uri.href}#about`, mimeType: JSON_TYPE, text: JSON.stringify(about) },
    ],
  };
}
