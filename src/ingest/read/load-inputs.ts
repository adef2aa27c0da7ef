import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { Fault } from '../../model/fault.ts';
import { readArticleFolder } from './article-folder.ts';
import type { ArticleInput, Inputs, ReportFault } from './article-input.ts';
import { articleLines } from './article-lines.ts';
import { fileFault, readText, relativePath } from './read-text.ts';

const AUTHORITY = 'entities.yaml';
const DECISIONS = 'decisions.yaml';
const RECORDS = 'articles.ndjson';

/**
 * Finds what is to be loaded. A path is a folder with `articles/`, `articles.ndjson` or `entities.yaml`, the folder of
 * one article, or one of these files. The authority is every `entities.yaml` in or above what is given, and the
 * project's own; decisions are every `decisions.yaml` in or above what is given.
 */
export function loadInputs(paths: string[], ownAuthority: string): Inputs {
  const faults: Fault[] = [];
  const report: ReportFault = (fault) => faults.push(fault);
  const folders = new Set<string>();
  const records = new Set<string>();
  const authorities = new Set<string>();
  const decided = new Set<string>();
  if (existsSync(ownAuthority)) authorities.add(resolve(ownAuthority));
  for (const path of paths) {
    if (!existsSync(path)) {
      report(fileFault(path || '""', 'there is no such file or folder'));
      continue;
    }
    const absolute = resolve(path);
    const isFolder = statSync(absolute).isDirectory();
    if (!isFolder && !isLoaded(absolute)) {
      report(nothingIn(path));
      continue;
    }
    const folder = isFolder ? absolute : dirname(absolute);
    const file = isFolder ? join(folder, RECORDS) : absolute;
    const isRecords = file.endsWith('.ndjson') && existsSync(file);
    if (isRecords) records.add(file);
    const found = isRecords && !isFolder ? [] : articleFolders(folder);
    for (const article of found) folders.add(article);
    const above = fileAbove(folder, AUTHORITY);
    if (above) authorities.add(above);
    const decisions = fileAbove(folder, DECISIONS);
    if (decisions) decided.add(decisions);
    if (found.length === 0 && !isRecords && !existsSync(join(folder, AUTHORITY))) {
      report(nothingIn(path));
    }
  }
  return {
    decisions: [...decided]
      .sort()
      .map((file) => ({ file: relativePath(file), text: readText(file, report) })),
    authorities: [...authorities]
      .sort()
      .map((file) => ({ file: relativePath(file), text: readText(file, report) })),
    articles: (unreadable) => articles([...folders].sort(), [...records].sort(), unreadable),
    faults,
  };
}

/** Whether a file is one of those that stand for their folder, or holds articles itself. */
const isLoaded = (file: string): boolean =>
  [AUTHORITY, DECISIONS, 'article.txt', 'annotation.yaml'].includes(basename(file)) ||
  file.endsWith('.ndjson');

const nothingIn = (path: string): Fault => ({
  ...fileFault(path, 'there is nothing to load here'),
  expected:
    'entities.yaml, articles.ndjson, articles/<slug>/, or a folder with article.txt and annotation.yaml',
});

function* articles(folders: string[], records: string[], report: ReportFault): Generator<ArticleInput> {
  for (const folder of folders) {
    const article = readArticleFolder(folder, report);
    if (article) yield article;
  }
  for (const file of records) yield* articleLines(file, report);
}

function articleFolders(folder: string): string[] {
  if (existsSync(join(folder, 'article.txt')) || existsSync(join(folder, 'annotation.yaml'))) return [folder];
  const parent = basename(folder) === 'articles' ? folder : join(folder, 'articles');
  if (!existsSync(parent)) return [];
  return readdirSync(parent, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(parent, entry.name));
}

/** The nearest file of a name in the folder, or up to two folders above it: `articles/<slug>` lies two below. */
function fileAbove(folder: string, name: string): string | undefined {
  return [folder, dirname(folder), dirname(dirname(folder))]
    .map((at) => join(at, name))
    .find((file) => existsSync(file));
}
