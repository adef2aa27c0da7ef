import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = join(import.meta.dirname, '../../cypher');
const DIRECTIVE = /^\s*\/\/\? ?(if|elif|else|end|include)\b(.*)$/;

const sources = new Map<string, string>();
const texts = new Map<string, string>();
const flagsOfFiles = new Map<string, string[]>();

/**
 * The text of `cypher/<name>.cypher` for the flags that are set.
 *
 * A file may hold directives in comments: `//? if a & !b`, `//? elif c`, `//? else`, `//? end` keep the lines between
 * them where their condition holds, and `//? include read/other` puts another file in place. So the text depends on
 * which filters are present and never on their values, and each text is planned once and driven by its best index.
 */
export function cypher(name: string, flags: Iterable<string> = []): string {
  const set = new Set(flags);
  const key = [name, ...flagsOf(name).filter((flag) => set.has(flag))].join(' ');
  let text = texts.get(key);
  if (text === undefined) {
    text = render(name, set)
      .filter((line) => !/^\s*(\/\/.*)?$/.test(line))
      .join('\n');
    texts.set(key, text);
  }
  return text;
}

/** The flags that the directives of a file ask for, in alphabetical order. */
export function flagsOf(name: string): string[] {
  let known = flagsOfFiles.get(name);
  if (!known) {
    known = findFlags(name);
    flagsOfFiles.set(name, known);
  }
  return known;
}

function findFlags(name: string): string[] {
  const found = new Set<string>();
  for (const [, directive, rest] of directives(name)) {
    if (directive === 'include') for (const flag of flagsOf(rest.trim())) found.add(flag);
    else for (const flag of rest.match(/\w+/g) ?? []) found.add(flag);
  }
  return [...found].sort();
}

/** The sets of flags that single directives of a file tell apart, without those of the parts that it includes. */
export const flagSetsOf = (name: string): string[][] =>
  directives(name)
    .filter(([, directive]) => directive !== 'include')
    .flatMap(([, , rest]) => {
      const terms: string[] = rest.match(/!?\w+/g) ?? [];
      const [against, together] = [
        terms.filter((term) => term[0] === '!'),
        terms.filter((term) => term[0] !== '!'),
      ];
      return [together, ...against.map((term) => [term.slice(1)])];
    })
    .filter((flags) => flags.length > 0);

/** The parts that a file includes, and those that they include. */
export const partsOf = (name: string): string[] =>
  directives(name)
    .filter(([, directive]) => directive === 'include')
    .flatMap(([, , rest]) => [rest.trim(), ...partsOf(rest.trim())]);

/** The names of all files below `cypher/<folder>`, without their ending. */
export function cypherNames(folder: string): string[] {
  return readdirSync(join(FOLDER, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.cypher'))
    .map((entry) => `${folder}/${entry.name.slice(0, -'.cypher'.length)}`)
    .sort();
}

function source(name: string): string {
  let text = sources.get(name);
  if (text === undefined) {
    text = readFileSync(join(FOLDER, `${name}.cypher`), 'utf8');
    sources.set(name, text);
  }
  return text;
}

const directives = (name: string) =>
  source(name)
    .split('\n')
    .map((line) => DIRECTIVE.exec(line))
    .filter((match) => match !== null) as unknown as [string, string, string][];

function render(name: string, flags: Set<string>): string[] {
  const lines: string[] = [];
  const open: { kept: boolean; taken: boolean }[] = [];
  for (const line of source(name).split('\n')) {
    const [, directive, rest = ''] = DIRECTIVE.exec(line) ?? [];
    const block = open.at(-1);
    if (directive === 'if') {
      const holds = satisfied(rest, flags);
      open.push({ kept: holds, taken: holds });
    } else if (directive === 'end') {
      if (!open.pop()) throw new Error(`cypher/${name}.cypher: "//? end" without "//? if"`);
    } else if (directive === 'elif' || directive === 'else') {
      if (!block) throw new Error(`cypher/${name}.cypher: "//? ${directive}" without "//? if"`);
      block.kept = !block.taken && (directive === 'else' || satisfied(rest, flags));
      block.taken ||= block.kept;
    } else if (open.every(({ kept }) => kept)) {
      if (directive === 'include') lines.push(...render(rest.trim(), flags));
      else lines.push(line);
    }
  }
  if (open.length > 0) throw new Error(`cypher/${name}.cypher: "//? if" without "//? end"`);
  return lines;
}

const satisfied = (condition: string, flags: Set<string>) =>
  condition.split('&').every((term) => {
    const flag = term.trim();
    return flag.startsWith('!') ? !flags.has(flag.slice(1).trim()) : flags.has(flag);
  });
