import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { annotateArticle } from '../../src/ingest/check/annotate-article.ts';
import { articleSources } from '../../src/ingest/check/article-source.ts';
import { knownEntities } from '../../src/ingest/check/known-entities.ts';
import { ToldEvents } from '../../src/ingest/check/told-events.ts';
import { renderingsOf, type StatementRendering } from '../../src/ingest/facts/renderings.ts';
import { loadInputs } from '../../src/ingest/read/load-inputs.ts';
import { FaultList } from '../../src/model/fault-list.ts';

const Group = z.union([
  z.array(z.string()).transform((renderings) => ({ kinds: '', renderings })),
  z.strictObject({ kinds: z.string().default(''), renderings: z.array(z.string()) }),
]);

const GoldFile = z.strictObject({
  stories: z.array(
    z.strictObject({
      id: z.string(),
      part: z.string().default('all'),
      articles: z.array(z.string()),
      same: z.array(Group).default([]),
      apart: z.array(Group).default([]),
    }),
  ),
});

type Story = z.output<typeof GoldFile>['stories'][number];

/** Renderings with the statement that each is of. */
export interface Gold {
  stories: Story[];
  renderings: GoldRendering[];
}

export interface GoldRendering extends StatementRendering {
  story: string;
  part: string;
  /** Which article's statement it is, as `article/statement`. */
  reference: string;
  /** The same for all renderings of one statement. */
  statement: string;
}

/**
 * Reads articles with their annotations and `gold.yaml` from a folder; its README says in which form.
 * @throws Error where an article or the gold is faulty.
 */
export function readGold(folder: string): Gold {
  const { stories } = GoldFile.parse(parse(readFileSync(join(folder, 'gold.yaml'), 'utf8')));
  const storyOf = new Map(
    stories.flatMap((story) => story.articles.map((article) => [article, story] as const)),
  );
  const statementOf = new Map(
    stories
      .flatMap(({ same }) => same)
      .flatMap(({ renderings }) => renderings.map((reference) => [reference, renderings[0]!] as const)),
  );
  const renderings = readRenderings(folder).flatMap((rendering) => {
    const story = storyOf.get(rendering.articleId);
    if (!story) return [];
    const reference = `${rendering.articleId}/${rendering.statementId}`;
    const statement = statementOf.get(reference) ?? reference;
    return [{ ...rendering, story: story.id, part: story.part, reference, statement }];
  });
  const known = new Set(renderings.map(({ reference }) => reference));
  const unknown = [...statementOf.keys()].filter((reference) => !known.has(reference));
  if (unknown.length > 0)
    throw new Error(`gold.yaml names statements that no article has: ${unknown.join(', ')}`);
  return { stories, renderings };
}

function readRenderings(folder: string): StatementRendering[] {
  const faults = new FaultList();
  const inputs = loadInputs([folder], join(folder, 'entities.yaml'));
  const known = knownEntities(inputs.authorities, faults);
  const events = new ToldEvents();
  const articles = [...articleSources(inputs, faults)].map((source) =>
    annotateArticle(source, known, events, faults),
  );
  if (faults.count > 0) throw new Error(`${faults.count} faults; npm run validate -- ${folder} says which`);
  return articles.flatMap((article) => renderingsOf(article!));
}
