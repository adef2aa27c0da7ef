import { existsSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { styleText } from 'node:util';
import { type Document, parse, parseDocument } from 'yaml';
import { factFields, foundBy, paragraphWith, setField, wordsOfFact } from '../draft/review/fact-fields.ts';
import {
  acceptFact,
  markReviewed,
  type OpenFact,
  openFacts,
  rejectFact,
} from '../draft/review/open-facts.ts';
import { appendToLog, effortLine, readLog } from '../draft/review/review-log.ts';
import { check } from '../ingest/check/check.ts';
import { formatFault, InputError } from '../ingest/check/input-error.ts';
import { readAuthority } from '../ingest/check/read-authority.ts';
import { entityNames } from '../ingest/facts/entity-names.ts';
import { readArticleFolder } from '../ingest/read/article-folder.ts';
import { readText } from '../ingest/read/read-text.ts';
import type { Fault } from '../model/fault.ts';
import { nameKey } from '../model/name-key.ts';
import { REVIEW_LOG, type ReviewEntry } from '../model/review-log.ts';
import { ownAuthority } from '../project.ts';

/** How a reviewer is asked. */
export interface Prompts {
  /** One of several values, each under a name whose first letter leads to it. */
  choose: (message: string, choices: { name: string; value: string }[]) => Promise<string>;
  /** A line of text, with what it begins with. */
  line: (message: string, given: string) => Promise<string>;
}

/** A reviewer leaves. */
export class ReviewEnded extends Error {}

/** Longer than this nobody reads one fact: the reviewer was away. */
const LONGEST = 300;

/** The prompts of a terminal. */
export async function terminalPrompts(
  streams: { input: NodeJS.ReadableStream; output: NodeJS.WritableStream } = {
    input: process.stdin,
    output: process.stdout,
  },
): Promise<Prompts> {
  const { input, select } = await import('@inquirer/prompts');
  const untilLeft = <T>(asked: Promise<T>) =>
    asked.catch((error: Error) => {
      throw error.name === 'ExitPromptError' ? new ReviewEnded() : error;
    });
  return {
    choose: (message, choices) => untilLeft(select({ message, choices, pageSize: 20 }, streams)),
    line: (message, given) => untilLeft(input({ message, default: given, prefill: 'editable' }, streams)),
  };
}

/**
 * Lets a person decide on each fact of a draft, and keeps each decision as soon as it is taken. Where there is no terminal it prints
 * what is to be decided.
 * @param path a folder with `article.txt` and `annotation.yaml`, or the latter.
 * @throws Error where there is no draft; InputError where it is not valid before anything is decided.
 */
export async function review(
  path: string | undefined,
  { prompts, print = console.log }: { prompts?: Prompts; print?: (line: string) => void } = {},
): Promise<void> {
  const draft = new DraftFolder(path);
  const faults = draft.faults();
  if (faults.length > 0)
    throw new Error(`The draft is not valid; mend this first:\n${faults.map(formatFault).join('\n')}`);
  const isTerminal = process.stdin.isTTY && process.stdout.isTTY;
  const asked = prompts ?? (isTerminal ? await terminalPrompts() : null);
  if (asked === null) return printOpenFacts(draft, print);
  const before = readLog(draft.logFile).length;
  try {
    await decideAll(draft, asked, print);
  } catch (error) {
    if (!(error instanceof ReviewEnded)) throw error;
    print('\nWhat was decided is kept; the same command goes on from here.');
  }
  const entries = readLog(draft.logFile);
  print(`This time: ${effortLine(entries.slice(before))}.`);
  if (before > 0) print(`In all: ${effortLine(entries)}.`);
}

async function decideAll(draft: DraftFolder, prompts: Prompts, print: (line: string) => void): Promise<void> {
  let skipped = 0;
  for (;;) {
    const open = openFacts(draft.annotation);
    const fact = open[skipped];
    if (fact === undefined) break;
    const decision = await decideOn(draft, fact, open.length - skipped, prompts, print);
    if (decision === 'skip') skipped++;
  }
  const left = openFacts(draft.annotation).length;
  if (left > 0) return print(`${left} facts are left.`);
  if (draft.annotation.getIn(['article', 'review']) === 'draft') {
    const isReviewed = await prompts.choose('Every fact is decided. Is the article reviewed?', [
      { name: 'yes, take the mark of a draft off', value: 'yes' },
      { name: 'no, leave it', value: 'no' },
    ]);
    if (isReviewed === 'yes') draft.change(markReviewed);
  }
  print(`To load it: npm run ingest -- ${dirname(dirname(draft.folder))}`);
}

/** Has one fact decided; what is changed of it is kept even where the reviewer leaves before that. */
async function decideOn(
  draft: DraftFolder,
  fact: OpenFact,
  left: number,
  prompts: Prompts,
  print: (line: string) => void,
): Promise<'decided' | 'skip'> {
  const began = performance.now();
  let edits = 0;
  const log = (decision: ReviewEntry['decision']) => {
    const seconds = Math.min(LONGEST, Math.round((performance.now() - began) / 100) / 10);
    const at = new Date().toISOString();
    appendToLog(draft.logFile, { at, kind: fact.kind, decision, edits, seconds });
  };
  for (;;) {
    print(`\n${factInLines(draft, fact).join('\n')}`);
    const decision = await prompts.choose(`${left} left`, [
      { name: 'accept', value: 'accept' },
      { name: 'change', value: 'change' },
      { name: 'reject', value: 'reject' },
      { name: 'skip', value: 'skip' },
      { name: 'quit', value: 'quit' },
    ]);
    if (decision === 'quit') throw new ReviewEnded();
    if (decision === 'skip') return 'skip';
    if (decision === 'change') {
      if (await changeField(draft, fact, prompts, print)) edits++;
      continue;
    }
    const apply = decision === 'accept' ? acceptFact : rejectFact;
    const faults = draft.change((annotation) => apply(annotation, fact));
    if (faults.length > 0) {
      print(`This cannot be: ${faults.map(formatFault).join('\n')}`);
      continue;
    }
    if (decision === 'reject') edits++;
    log(decision === 'accept' ? 'accepted' : 'rejected');
    return 'decided';
  }
}

async function changeField(
  draft: DraftFolder,
  fact: OpenFact,
  prompts: Prompts,
  print: (line: string) => void,
): Promise<boolean> {
  const fields = factFields(draft.annotation, fact);
  const chosen = await prompts.choose('Which field?', [
    ...fields.map(({ label, value }, index) => ({ name: `${label}: ${value || '–'}`, value: String(index) })),
    { name: 'none', value: '' },
  ]);
  const field = fields[Number(chosen)];
  if (chosen === '' || field === undefined) return false;
  const hint = field.alternatives.length > 0 ? `; it may be ${field.alternatives.join(', ')}` : '';
  const line = await prompts.line(`${field.label} (YAML, or a name${hint}; empty for nothing)`, field.value);
  if (line.trim() === field.value) return false;
  const value = line.trim() === '' ? undefined : draft.valueOf(line, field.label);
  const faults = draft.change((annotation) => setField(annotation, field, value));
  if (faults.length === 0) return true;
  print(`This cannot be: ${faults.map(formatFault).join('\n')}`);
  return false;
}

/** A draft on the disk; each change of it that is valid is written at once. */
class DraftFolder {
  readonly folder: string;
  readonly text: string;
  readonly logFile: string;
  annotation: Document;
  readonly #file: string;
  readonly #authorities: string[];

  constructor(path: string | undefined) {
    if (path === undefined)
      throw new Error('Expected a folder with article.txt and annotation.yaml: review FOLDER.');
    if (!existsSync(path)) throw new Error(`There is no ${path}.`);
    this.folder = resolve(statSync(path).isDirectory() ? path : dirname(path));
    this.#file = join(this.folder, 'annotation.yaml');
    this.logFile = join(this.folder, REVIEW_LOG);
    for (const name of ['article.txt', 'annotation.yaml'])
      if (!existsSync(join(this.folder, name)))
        throw new Error(`There is no ${name} in ${path}, expected a folder that \`npm run draft\` wrote.`);
    this.text = readFileSync(join(this.folder, 'article.txt'), 'utf8');
    this.annotation = parseDocument(readFileSync(this.#file, 'utf8'));
    const above = [this.folder, dirname(this.folder), dirname(dirname(this.folder))];
    const files = above.map((at) => join(at, 'entities.yaml')).filter((file) => existsSync(file));
    this.#authorities = [...new Set([ownAuthority, ...files])];
  }

  /** What is wrong with it, as the loader says it. */
  faults(annotationText = String(this.annotation)): Fault[] {
    const faults: Fault[] = [];
    const article = readArticleFolder(this.folder, (fault) => faults.push(fault));
    if (article === null || faults.length > 0) return faults;
    try {
      check(
        {
          authorities: this.#authorities.map((file) => ({ file, text: readText(file, () => {}) })),
          articles: () => [{ ...article, annotationText }],
          faults: [],
        },
        { mayBeInGraph: true },
      );
      return [];
    } catch (error) {
      if (error instanceof InputError) return error.faults;
      throw error;
    }
  }

  /** Changes it and writes it, unless it would not be valid; returns what would be wrong with it. */
  change(edit: (annotation: Document) => void): Fault[] {
    const changed = this.annotation.clone();
    edit(changed);
    const text = changed.toString({ lineWidth: 0 });
    const faults = this.faults(text);
    if (faults.length > 0) return faults;
    this.annotation = changed;
    // A file that is renamed is whole, whenever the process ends.
    writeFileSync(`${this.#file}.new`, text);
    renameSync(`${this.#file}.new`, this.#file);
    return [];
  }

  /** The value that a line stands for: YAML, with the id of an entity in the place of its name. */
  valueOf(line: string, field: string): unknown {
    let value: unknown;
    try {
      value = parse(line);
    } catch {
      // What is no YAML is text as it stands.
      value = line.trim();
    }
    // A code of digits is text, although YAML takes it for a number.
    if (typeof value === 'number' && field !== 'occurrence') return line.trim();
    if (typeof value !== 'string') return value;
    const key = nameKey(value);
    const bearers = readAuthority(this.#authorities).filter((record) =>
      entityNames(record).some((name) => name.key === key && !name.isShared),
    );
    return bearers.length === 1 ? bearers[0]!.id : value;
  }
}

/** A fact as a reviewer reads it: where it stands, what it says, how sure the rules are. */
function factInLines(draft: DraftFolder, fact: OpenFact): string[] {
  const { rule, confidence } = foundBy(draft.annotation, fact);
  const [words] = wordsOfFact(draft.annotation, fact);
  const place = words && paragraphWith(draft.text, words);
  const shown = !place
    ? []
    : [
        `  ${place.paragraph.slice(0, place.from)}${styleText('underline', place.paragraph.slice(place.from, place.to))}${place.paragraph.slice(place.to)}`,
      ];
  const fields = factFields(draft.annotation, fact)
    .filter(({ value, alternatives }) => value !== '' || alternatives.length > 0)
    .map(({ label, value, alternatives }) => {
      const others = alternatives.length > 0 ? `   (or ${alternatives.join(', ')})` : '';
      return `  ${label.padEnd(14)}${value || '–'}${others}`;
    });
  return [
    `${fact.kind}[${fact.path[1]}], found by ${rule}, sure to ${confidence.toFixed(2)}`,
    ...shown,
    ...fields,
  ];
}

function printOpenFacts(draft: DraftFolder, print: (line: string) => void): void {
  const open = openFacts(draft.annotation);
  for (const fact of open) print(`${factInLines(draft, fact).join('\n')}\n`);
  const name = basename(draft.folder);
  print(
    open.length === 0
      ? `Every fact of ${name} is decided.`
      : `${open.length} facts of ${name} are to be decided. In a terminal this command asks for each. Else edit annotation.yaml: take \`draft\` off what is right, correct or remove the rest, take \`review: draft\` off the article, and run npm run validate.`,
  );
}
