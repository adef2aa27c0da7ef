import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { stringify } from 'yaml';
import { type Config, cacheFolder } from '../config.ts';
import { type Draft, type DraftRecord, draftArticle } from '../draft/draft-article.ts';
import { annotationYaml, entitiesYaml } from '../draft/draft-files.ts';
import { slugOf } from '../draft/entities/gazetteer.ts';
import { loadFitted } from '../draft/learned/fitted.ts';
import { Chat } from '../draft/model/chat.ts';
import { draftWithModel, type ModelledDraft } from '../draft/model/draft-with-model.ts';
import { folderCache } from '../draft/model/reply-cache.ts';
import type { RawArticle } from '../draft/reading/raw-article.ts';
import { formatOf, readArticle, UnreadableArticle } from '../draft/reading/read-article.ts';
import { check } from '../ingest/check/check.ts';
import { InputError } from '../ingest/check/input-error.ts';
import { readAuthority } from '../ingest/check/read-authority.ts';
import type { AuthorityRecord } from '../model/annotation.ts';
import { decodeUtf8 } from '../model/utf8.ts';
import { ownAuthority } from '../project.ts';
import { refuseFile } from './output-folder.ts';

/** The name that means standard input. */
const STDIN = '-';

/**
 * Drafts the annotation of each file and writes it below a folder: `articles/<slug>/article.txt` with `annotation.yaml`, and
 * `entities.yaml` with the entities that are new.
 * @param settings those of a model, which is asked beside the rules where there is one.
 * @throws Error where a file cannot be read, what was drafted before it is there; where the folder is none.
 */
export async function draftFiles(
  paths: string[],
  folder: string,
  settings: Partial<Pick<Config, ModelSetting>> = {},
): Promise<void> {
  if (!folder) throw new Error('Which folder? npm run draft -- FILE… --out DIR');
  refuseFile(folder);
  const model = modelOf(settings);
  const files = paths.length > 0 ? paths : [STDIN];
  const authorityFile = join(folder, 'entities.yaml');
  const authority = readAuthority([ownAuthority, authorityFile].filter((file) => existsSync(file)));
  const drafted = existsSync(authorityFile) ? readAuthority([authorityFile]).map(asWritten) : [];
  for (const path of files) {
    const known = [...authority, ...drafted.map(asRecord)];
    const { article, draft: byRules } = draftFile(path, known);
    const { draft, rejected, failure } = await model(byRules, known);
    const slug = freeSlug(folder, path, article.title);
    const home = join(folder, 'articles', slug);
    mkdirSync(home, { recursive: true });
    writeFileSync(join(home, 'article.txt'), draft.text);
    writeFileSync(join(home, 'annotation.yaml'), annotationYaml(draft, article, rejected));
    drafted.push(...draft.entities);
    writeFileSync(authorityFile, entitiesYaml(drafted));
    console.log(`${home}: ${summary(draft)}`);
    if (failure !== null) console.log(`  the model was not asked about all of it: ${failure}`);
    if (rejected.length > 0) console.log(`  rejected of what the model said: ${rejected.join(' | ')}`);
    if (article.leftOut.length > 0) console.log(`  left out: ${article.leftOut.join(' | ')}`);
  }
  console.log(`\nTo check them: npm run validate -- ${folder}`);
}

type ModelSetting = 'DRAFT_MODEL' | 'DRAFT_URL' | 'DRAFT_KEY' | 'DRAFT_TOKENS' | 'ON_RECORD_CACHE';
type AskModel = (draft: Draft, known: readonly AuthorityRecord[]) => Promise<ModelledDraft>;

/** What asks the model of the settings about a draft of the rules; without one that stays as it is. */
function modelOf({
  DRAFT_MODEL: model,
  DRAFT_URL: url,
  DRAFT_KEY: key,
  DRAFT_TOKENS: tokens,
  ON_RECORD_CACHE,
}: Partial<Pick<Config, ModelSetting>>): AskModel {
  if (model === undefined || url === undefined || tokens === undefined)
    return async (draft) => ({ draft, rejected: [], failure: null });
  const chat = new Chat({ model, url, tokens, ...(key !== undefined && { key }) });
  const cache = folderCache(join(cacheFolder({ ON_RECORD_CACHE }), 'drafts'));
  return async (draft, authority) => {
    const left = new AbortController();
    const leave = () => left.abort(new Error('The draft was cancelled.'));
    process.once('SIGINT', leave);
    const onProgress = (text: string) => console.error(text);
    const faultsOf = (one: Draft) => faultsOfDraft(one, authority);
    try {
      return await draftWithModel(draft, {
        chat,
        cache,
        authority,
        faultsOf,
        onProgress,
        signal: left.signal,
      });
    } finally {
      process.off('SIGINT', leave);
      console.error(`${chat.used} tokens of ${tokens} were taken`);
    }
  };
}

/** What the loader finds wrong with a draft. */
function faultsOfDraft(
  { text, annotation, entities }: Draft,
  authority: readonly AuthorityRecord[],
): string[] {
  const known = [...authority.map(asWritten), ...entities];
  try {
    check({
      authorities: [{ file: 'entities.yaml', text: stringify({ entities: known }) }],
      articles: () => [
        {
          id: 'draft',
          textFile: 'article.txt',
          text,
          annotationFile: 'annotation.yaml',
          annotationText: annotationYaml({ text, annotation, entities }, { leftOut: [] }),
        },
      ],
      faults: [],
    });
    return [];
  } catch (error) {
    if (error instanceof InputError) return error.faults.map(({ detail }) => detail);
    throw error;
  }
}

function draftFile(
  path: string,
  authority: readonly AuthorityRecord[],
): { article: RawArticle; draft: Draft } {
  const name = path === STDIN ? 'standard input' : path;
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory())
    throw new Error(`${name} is a folder, expected the file of an article.`);
  let text: string;
  try {
    text = decodeUtf8(readFileSync(path === STDIN ? 0 : path));
  } catch (error) {
    throw new Error(`${name} cannot be read: ${(error as Error).message}`);
  }
  try {
    const article = readArticle(text, formatOf(path === STDIN ? '' : path, text));
    return { article, draft: draftArticle(article, authority, loadFitted()) };
  } catch (error) {
    if (error instanceof UnreadableArticle) throw new Error(`${name}: ${error.message}.`);
    throw error;
  }
}

/** A folder that is not there yet, or that of the same file. */
function freeSlug(folder: string, path: string, title: string): string {
  const slug = slugOf(path === STDIN ? title : basename(path, extname(path))) || 'article';
  let found = slug;
  for (let nth = 2; existsSync(join(folder, 'articles', found)); nth++) found = `${slug}-${nth}`;
  return found;
}

function summary({ annotation, entities }: Draft): string {
  const count = (list: readonly unknown[] | undefined, one: string) =>
    `${list?.length ?? 0} ${one}${list?.length === 1 ? '' : 's'}`;
  const sure = (annotation.statements ?? []).filter(({ draft }) => (draft?.confidence ?? 0) >= 0.9).length;
  return [
    `${count(annotation.statements, 'statement')}, ${sure} of them at 0.9 or more`,
    count(annotation.roles, 'role'),
    count(annotation.events, 'event'),
    count(annotation.relations, 'relation'),
    `${entities.length} new entit${entities.length === 1 ? 'y' : 'ies'}`,
  ].join(', ');
}

const asWritten = ({ id, type, name, aliases, iso3166 }: AuthorityRecord): DraftRecord => ({
  id,
  type,
  name,
  ...(aliases.length > 0 && { aliases }),
  ...(iso3166 !== null && { iso3166 }),
});

const asRecord = ({ aliases = [], iso3166 = null, ...record }: DraftRecord): AuthorityRecord => ({
  wikidata: null,
  country: null,
  description: null,
  ...record,
  aliases,
  iso3166,
});
