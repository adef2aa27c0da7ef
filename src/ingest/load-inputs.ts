import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { InputError, type InputFault } from './fault.ts';

export interface ArticleInput {
  /** Name of its folder, which is the id of the article. */
  id: string;
  textFile: string;
  text: string;
  annotationFile: string;
  annotationText: string;
}

export interface Inputs {
  authorities: { file: string; text: string }[];
  articles: ArticleInput[];
}

/**
 * Reads what is to be loaded. A path is a folder with `articles/` or `entities.yaml`, the folder of one article, or
 * one of its files. The authority is every `entities.yaml` in or above what is given, and the project's own.
 * @throws InputError that names each path or file that cannot be read.
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
      faults.push(
        fault(path, 'holds neither entities.yaml nor articles with article.txt and annotation.yaml'),
      );
    }
  }
  const articles = [...folders].sort().map((folder) => readArticle(folder, faults));
  const seen = new Map<string, string>();
  for (const { id, textFile } of articles) {
    const other = seen.get(id);
    if (other) faults.push(fault(textFile, `the article id ${id} is also that of ${other}`));
    seen.set(id, textFile);
  }
  const texts = [...authorities].sort().map((file) => ({ file: shown(file), text: readText(file, faults) }));
  if (faults.length > 0) throw new InputError(faults);
  return { authorities: texts, articles };
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

function readArticle(folder: string, faults: InputFault[]): ArticleInput {
  const id = basename(folder);
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id)) {
    faults.push({
      ...fault(folder, `the folder name ${JSON.stringify(id)} cannot be an article id`),
      expected: 'lower-case letters and digits joined by single hyphens',
    });
  }
  const textFile = join(folder, 'article.txt');
  const annotationFile = join(folder, 'annotation.yaml');
  const text = readText(textFile, faults);
  if (text.trim() === '') faults.push(fault(textFile, 'the article is empty'));
  if (text.normalize('NFC') !== text) {
    faults.push({ ...fault(textFile, 'the text has decomposed characters'), expected: 'Unicode in NFC' });
  }
  return {
    id,
    textFile: shown(textFile),
    text,
    annotationFile: shown(annotationFile),
    annotationText: readText(annotationFile, faults),
  };
}

function readText(file: string, faults: InputFault[]): string {
  if (!existsSync(file)) {
    faults.push(fault(file, 'is missing'));
    return ' ';
  }
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(readFileSync(file));
  } catch {
    faults.push({ ...fault(file, 'is not valid UTF-8'), expected: 'text in UTF-8' });
    return ' ';
  }
}

const shown = (file: string) => relative(process.cwd(), file) || '.';
const fault = (file: string, message: string): InputFault => ({
  file: shown(resolve(file)),
  line: null,
  field: '',
  message,
});
