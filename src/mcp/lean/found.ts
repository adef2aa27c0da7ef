import { z } from 'zod';
import { articlePath, entityPath, eventPath, statementPath } from '../../formats/resource-paths.ts';
import type { Article, ArticleDetail } from '../../model/article.ts';
import type { ArticleEvidence } from '../../model/evidence.ts';
import type { Mention } from '../../model/mention.ts';
import type { Path } from '../../model/path.ts';
import type { Highlight } from '../../search/highlight.ts';
import { few, Named, named, Passage, passage } from './shown.ts';
import { Shortened, shortened } from './text.ts';

export const LeanHit = z.object({
  type: z.string(),
  id: z.string(),
  url: z.string().describe('Permalink.'),
  label: Shortened,
  score: z.number().describe('Against the best of its kind, which has 1.'),
  passages: z.array(z.string()).describe('Passages with the words.'),
  evidence: z.array(Passage),
});

interface Hit {
  type: string;
  id: string;
  label: string;
  score: number;
  highlights: z.output<typeof Highlight>[];
  evidence: ArticleEvidence[];
}

const PATHS: Record<string, (id: string) => string> = {
  Statement: statementPath,
  Event: eventPath,
  Article: articlePath,
};

/** The path of what has a type and an id. */
const pathOf = (type: string, id: string) => (PATHS[type] ?? entityPath)(id);

/** What contains words as tools return it. */
export const leanHit = (hit: Hit, origin: string): z.output<typeof LeanHit> => ({
  type: hit.type,
  id: hit.id,
  url: origin + pathOf(hit.type, hit.id),
  label: shortened(hit.label, 200),
  score: hit.score,
  passages: few(hit.highlights, 2).map(({ fragments }) => fragments.map(({ text }) => text).join('')),
  evidence: few(hit.evidence, 1).map(passage),
});

export const LeanPath = z.object({
  length: z.number().describe('Hops.'),
  hops: z.array(
    z.object({
      from: Named,
      to: Named,
      facts: z.array(
        z.object({
          kind: z.string(),
          id: z.string(),
          label: Shortened,
          direction: z.string(),
          evidence: z.array(Passage),
        }),
      ),
    }),
  ),
});

/** How two entities are connected as tools return it. */
export const leanPath = ({ length, hops }: z.output<typeof Path>): z.output<typeof LeanPath> => ({
  length,
  hops: hops.map(({ from, to, facts }) => ({
    from: named(from),
    to: named(to),
    facts: few(facts, 2).map(({ kind, id, label, direction, evidence }) => ({
      kind,
      id,
      label: shortened(label, 200),
      direction,
      evidence: few(evidence, 1).map(passage),
    })),
  })),
});

export const LeanMention = z.object({
  id: z.string(),
  entity: Named.nullable().describe('null where the text does not say who is meant.'),
  form: z.string(),
  reason: z.string().nullable().describe('Why it is not resolved.'),
  article: z.string(),
  quote: z.string(),
  prefix: z.string(),
  suffix: z.string(),
  start: z.number().describe('Offset in code points.'),
  end: z.number(),
});

/** Words that refer to an entity as tools return them. */
export const leanMention = ({
  id,
  entity,
  form,
  reason,
  article,
  evidence,
}: z.output<typeof Mention>): z.output<typeof LeanMention> => ({
  id,
  entity: entity && named(entity),
  form,
  reason,
  article: article.id,
  quote: evidence.exact,
  prefix: evidence.prefix,
  suffix: evidence.suffix,
  start: evidence.start,
  end: evidence.end,
});

export const LeanArticle = z.object({
  id: z.string(),
  url: z.string().describe('Permalink.'),
  title: z.string(),
  publisher: z.string().nullable(),
  published: z.string().nullable().describe('EDTF; null where that is not known.'),
  language: z.string(),
  length: z.number().describe('Code points.'),
});

/** An article without its text as tools return it. */
export const leanArticle = (article: Article, origin: string): z.output<typeof LeanArticle> => ({
  id: article.id,
  url: origin + articlePath(article.id),
  title: article.title,
  publisher: article.publisher,
  published: article.published.edtf,
  language: article.language,
  length: article.length,
});

export const LeanArticleDetail = LeanArticle.extend({
  authors: z.array(Named),
  statements: z.number(),
  excluded: z
    .array(z.object({ reason: z.string(), quote: Shortened }))
    .describe('What it says that is kept out of the record, and why.'),
  offset: z.number().describe('Where this piece of the text begins, in code points.'),
  text: z.string(),
  next: z.number().nullable().describe('`offset` of the next piece, or null at the end.'),
});

/**
 * An article with a piece of its text.
 * @param offset code points before the piece.
 * @param most how many code points the piece has at most.
 */
export function leanArticleDetail(
  article: ArticleDetail,
  origin: string,
  offset: number,
  most: number,
): z.output<typeof LeanArticleDetail> {
  const piece = [...article.text].slice(offset, offset + most).join('');
  const end = offset + most;
  return {
    ...leanArticle(article, origin),
    authors: article.authors.map(named),
    statements: article.statements,
    excluded: few(article.excluded, 5).map(({ reason, evidence }) => ({
      reason,
      quote: shortened(evidence.exact, 200),
    })),
    offset,
    text: piece,
    next: end < article.length ? end : null,
  };
}
