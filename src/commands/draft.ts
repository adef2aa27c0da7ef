import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { type Draft, type DraftRecord, draftArticle } from '../draft/draft-article.ts';
import { annotationYaml, entitiesYaml } from '../draft/draft-files.ts';
import { slugOf } from '../draft/entities/gazetteer.ts';
import { loadFitted } from '../draft/learned/fitted.ts';
import type { RawArticle } from '../draft/reading/raw-article.ts';
import { formatOf, readArticle, UnreadableArticle } from '../draft/reading/read-article.ts';
import { readAuthority } from '../ingest/check/read-authority.ts';
import type { AuthorityRecord } from '../model/annotation.ts';
import { decodeUtf8 } from '../model/utf8.ts';
import { ownAuthority } from '../project.ts';

/** The name that means standard input. */
const STDIN = '-';

/**
 * Drafts the annotation of each file and writes it below a folder: `articles/<slug>/article.txt` with `annotation.yaml`, and
 * `entities.yaml` with the entities that are new.
 * @throws Error where a file cannot be read; what was drafted before it is there.
 */
export function draftFiles(paths: string[], folder: string): void {
  const files = paths.length > 0 ? paths : [STDIN];
  const authorityFile = join(folder, 'entities.yaml');
  const authority = readAuthority([ownAuthority, authorityFile].filter((file) => existsSync(file)));
  const drafted = existsSync(authorityFile) ? readAuthority([authorityFile]).map(asWritten) : [];
  for (const path of files) {
    const { article, draft } = draftFile(path, [...authority, ...drafted.map(asRecord)]);
    const slug = freeSlug(folder, path, article.title);
    const home = join(folder, 'articles', slug);
    mkdirSync(home, { recursive: true });
    writeFileSync(join(home, 'article.txt'), draft.text);
    writeFileSync(join(home, 'annotation.yaml'), annotationYaml(draft, article));
    drafted.push(...draft.entities);
    writeFileSync(authorityFile, entitiesYaml(drafted));
    console.log(`${home}: ${summary(draft)}`);
    if (article.leftOut.length > 0) console.log(`  left out: ${article.leftOut.join(' | ')}`);
  }
  console.log(`\nTo check them: npm run validate -- ${folder}`);
}

function draftFile(
  path: string,
  authority: readonly AuthorityRecord[],
): { article: RawArticle; draft: Draft } {
  const name = path === STDIN ? 'standard input' : path;
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
