import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { annotateArticle } from '../../src/ingest/check/annotate-article.ts';
import { articleSources } from '../../src/ingest/check/article-source.ts';
import { knownEntities } from '../../src/ingest/check/known-entities.ts';
import { ToldEvents } from '../../src/ingest/check/told-events.ts';
import { renderingsOf, type StatementRendering } from '../../src/ingest/facts/renderings.ts';
import { loadInputs } from '../../src/ingest/read/load-inputs.ts';
import { occasionSigns } from '../../src/match/occasion.ts';
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

const RenderingsFile = z.strictObject({
  renderings: z.array(
    z.strictObject({
      is: z.string(),
      story: z.string(),
      in: z.string(),
      type: z.enum(['direct', 'indirect', 'mixed']),
      words: z.union([z.string(), z.array(z.string())]),
      quoted: z.array(z.string()).default([]),
      around: z.string().default(''),
      by: z.string(),
      said: z.string().optional(),
      published: z.string(),
    }),
  ),
});

/**
 * Reads articles with their annotations and `gold.yaml` from a folder, or renderings by themselves from `renderings.yaml`; the README of
 * test/fixtures/matching says in which form.
 * @throws Error where an article or the gold is faulty.
 */
export const readGold = (folder: string): Gold =>
  existsSync(join(folder, 'renderings.yaml')) ? readRenderingsFile(folder) : readArticles(folder);

function readRenderingsFile(folder: string): Gold {
  const file = parse(readFileSync(join(folder, 'renderings.yaml'), 'utf8'));
  const renderings = RenderingsFile.parse(file).renderings.map((one, at): GoldRendering => {
    const on = (day: string | undefined) => (day === undefined ? null : { earliest: day, latest: day });
    return {
      ...{ id: `q-${at}`, statementId: `s-${at}`, reference: `${one.in}/${at}`, statement: one.is },
      ...{ story: one.story, part: 'reports', articleId: one.in, language: 'en', quoteType: one.type },
      ...{ parts: [one.words].flat(), quoted: one.quoted, occasionSigns: occasionSigns(one.around, []) },
      ...{ speakers: [one.by], describedOf: [], said: on(one.said), published: on(one.published) },
      ...{ saidBasis: one.said === undefined ? 'unknown' : 'explicit', occasions: [] },
    };
  });
  return { stories: [], renderings };
}

function readArticles(folder: string): Gold {
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
