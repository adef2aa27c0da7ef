import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { Slug } from '../model/text.ts';
import type { InputFault } from './fault.ts';

export interface ArticleInput {
  /** Name of its folder, which is the id of the article. */
  id: string;
  textFile: string;
  text: string;
  annotationFile: string;
  annotationText: string;
}

export interface Inputs {
  /** The text is null where the file cannot be read. */
  authorities: { file: string; text: string | null }[];
  articles: ArticleInput[];
  /** What could not be read; the rest can be checked all the same. */
  faults: InputFault[];
}

/**
 * Reads what is to be loaded. A path is a folder with `articles/` or `entities.yaml`, the folder of one article, or
 * one of its files. The authority is every `entities.yaml` in or above what is given, and the project's own.
 */
export function loadInputs(paths: string[], ownAuthority: string): Inputs {
  const faults: InputFault[] = [];
  const folders = new Set<string>();
  const authorities = new Set<string>();
  if (existsSync(ownAuthority)) authorities.add(resolve(ownAuthority));
  for (const path of paths) {
    const absolute = resolve(path);
    if (!existsSync(absolute)) {
      faults.push(fault(path, 'there is no such file or folder'));
      continue;
    }
    const folder = statSync(absolute).isDirectory() ? absolute : dirname(absolute);
    const found = articleFolders(folder);
    for (const article of found) folders.add(article);
    const above = authorityAbove(folder);
    if (above) authorities.add(above);
    if (found.length === 0 && !existsSync(join(folder, 'entities.yaml'))) {
      faults.push({
        ...fault(path, 'there is nothing to load here'),
        expected: 'entities.yaml, articles/<slug>/, or a folder with article.txt and annotation.yaml',
      });
    }
  }
  const articles = [...folders].sort().flatMap((folder) => readArticle(folder, faults) ?? []);
  const seen = new Map<string, string>();
  for (const { id, textFile } of articles) {
    const other = seen.get(id);
    if (other) {
      faults.push({
        ...fault(textFile, `the article id ${id} is also that of ${other}`),
        expected: 'folders of different names',
      });
    }
    seen.set(id, textFile);
  }
  const texts = [...authorities].sort().map((file) => ({ file: shown(file), text: readText(file, faults) }));
  return { authorities: texts, articles, faults };
}

function articleFolders(folder: string): string[] {
  if (existsSync(join(folder, 'article.txt')) || existsSync(join(folder, 'annotation.yaml'))) return [folder];
  const parent = basename(folder) === 'articles' ? folder : join(folder, 'articles');
  if (!existsSync(parent)) return [];
  return readdirSync(parent, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(parent, entry.name));
}

/** The nearest `entities.yaml` in the folder, or up to two folders above it: `articles/<slug>` lies two below. */
function authorityAbove(folder: string): string | undefined {
  return [folder, dirname(folder), dirname(dirname(folder))]
    .map((at) => join(at, 'entities.yaml'))
    .find((file) => existsSync(file));
}

/** The two files of an article; null where they cannot both be read. */
function readArticle(folder: string, faults: InputFault[]): ArticleInput | null {
  const id = basename(folder);
  if (!Slug.safeParse(id).success) {
    faults.push({
      ...fault(folder, `the folder name ${JSON.stringify(id)} cannot be an article id`),
      expected: 'lower-case letters and digits joined by single hyphens, at most 120 characters',
    });
  }
  const textFile = join(folder, 'article.txt');
  const annotationFile = join(folder, 'annotation.yaml');
  const text = readText(textFile, faults);
  const annotationText = readText(annotationFile, faults);
  if (text?.trim() === '') {
    faults.push({ ...fault(textFile, 'the article is empty'), expected: 'the text of the article' });
  }
  if (text !== null && text.normalize('NFC') !== text) faults.push(decomposed(textFile, text));
  if (text === null || annotationText === null) return null;
  return {
    id,
    textFile: shown(textFile),
    text,
    annotationFile: shown(annotationFile),
    annotationText,
  };
}

function decomposed(file: string, text: string): InputFault {
  const at = text.split('\n').findIndex((line) => line.normalize('NFC') !== line);
  const message = 'the text has decomposed characters, such as e and an accent for é';
  return { ...fault(file, message), line: at + 1, expected: 'Unicode in NFC' };
}

function readText(file: string, faults: InputFault[]): string | null {
  if (!existsSync(file)) {
    faults.push({
      ...fault(file, 'the file is missing'),
      expected: `a file ${basename(file)} in this folder`,
    });
    return null;
  }
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(readFileSync(file));
  } catch (error) {
    const isEncoding = (error as NodeJS.ErrnoException).code === 'ERR_ENCODING_INVALID_ENCODED_DATA';
    const message = isEncoding
      ? 'the file is not valid UTF-8'
      : `the file cannot be read: ${(error as Error).message}`;
    faults.push({ ...fault(file, message), expected: 'text in UTF-8' });
    return null;
  }
}

const shown = (file: string) => relative(process.cwd(), file) || '.';
const fault = (file: string, message: string): InputFault => ({
  file: shown(resolve(file)),
  line: null,
  field: '',
  message,
});
