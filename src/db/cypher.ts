import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = join(import.meta.dirname, '../../cypher');

declare const brand: unique symbol;

/** A text of Cypher that holds no value: it stands in a file or in the code, or is composed of such texts. */
export type Cypher = string & { readonly [brand]: true };

/** Composes a text. Only other texts of Cypher can be put into it, so that no value gets in. */
export const cypher = (parts: TemplateStringsArray, ...fragments: Cypher[]): Cypher =>
  String.raw({ raw: parts }, ...fragments) as Cypher;

/** Texts one after the other, with a separator between them. */
export const joined = (texts: readonly Cypher[], separator = '\n'): Cypher => texts.join(separator) as Cypher;

const files = new Map<string, Cypher>();

/**
 * The text of `cypher/<name>.cypher`, without its comments but for those that mark slots.
 * @param name the path of the file without its ending, such as `read/statements`.
 */
export function cypherFile(name: string): Cypher {
  let text = files.get(name);
  if (text === undefined) {
    text = readFileSync(join(FOLDER, `${name}.cypher`), 'utf8')
      .split('\n')
      .filter((line) => !/^\s*(\/\/.*)?$/.test(line))
      .join('\n') as Cypher;
    files.set(name, text);
  }
  return text;
}

/**
 * The text of a file with other texts in its slots. A slot is a part between the comments `/* name *​/` and `/* end *​/`,
 * and that part is what stands there when the file is run as it is.
 * @throws Error where the file has no such slot.
 */
export function filled(name: string, slots: Record<string, Cypher>): Cypher {
  let text: string = cypherFile(name);
  for (const [slot, content] of Object.entries(slots)) {
    const [before, after] = text.split(`/* ${slot} */`);
    const end = after?.indexOf(END) ?? -1;
    if (end < 0) throw new Error(`cypher/${name}.cypher has no slot ${slot}`);
    text = `${before}${content}${after!.slice(end + END.length)}`;
  }
  return text as Cypher;
}

const END = '/* end */';

/** Whether a file has a slot of a name. */
export const hasSlot = (name: string, slot: string): boolean => cypherFile(name).includes(`/* ${slot} */`);

/** The names of all files below `cypher/<folder>`, without their ending. */
export const cypherNames = (folder: string): string[] =>
  readdirSync(join(FOLDER, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.cypher'))
    .map((entry) => `${folder}/${entry.name.slice(0, -'.cypher'.length)}`)
    .sort();
