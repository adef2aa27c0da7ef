import { JSON_TEXT } from '../limits.ts';
import type { FieldPath } from './field-path.ts';
import { shownValue } from './shown-value.ts';
import { decodeUtf8, Utf8Error } from './utf8.ts';

/** What is wrong with a text as JSON. */
interface JsonFault {
  /** Where in the text it is, counted from 1; absent where it is not of one place. */
  line?: number;
  column?: number;
  /** The field that it lies in. */
  path: FieldPath;
  detail: string;
  expected: string;
  /** Whether the text is sound as far as it was read, and nested too deeply or with too many values. */
  isTooLarge?: boolean;
}

/** A text is no JSON, or JSON of a shape that is not taken. */
export class JsonError extends Error {
  override name = 'JsonError';
  readonly fault: JsonFault;

  constructor(fault: JsonFault) {
    super(fault.detail);
    this.fault = fault;
  }

  /** The same for people. */
  get sentence(): string {
    return `${this.fault.isTooLarge ? '' : 'not valid JSON: '}${this.place}`;
  }

  /** Where it is, and what is wrong there. */
  get place(): string {
    const { line, column, detail } = this.fault;
    return line === undefined ? detail : `line ${line}, column ${column}: ${detail}`;
  }
}

/**
 * The value that a text holds as JSON (RFC 8259). It is looked through before it is parsed: a parser neither tells a key
 * that an object has twice, nor is there an end to what it builds.
 * @throws JsonError that says where something is wrong.
 */
export function readJson(text: string): unknown {
  new Scan(text).run();
  return JSON.parse(text);
}

/**
 * The same for bytes.
 * @throws JsonError that says where something is wrong, or what is not UTF-8.
 */
export function readJsonBytes(bytes: Uint8Array): unknown {
  let text: string;
  try {
    text = decodeUtf8(bytes);
  } catch (error) {
    if (!(error instanceof Utf8Error)) throw error;
    throw new JsonError({ path: [], detail: error.message, expected: 'text in UTF-8' });
  }
  return readJson(text);
}

/** An object or a list that has begun and not ended. */
interface Frame {
  /** The names of the fields that an object has so far; a list has none. */
  names: Set<string> | null;
  /** The field or the entry that is being read. */
  key: string | number;
}

const SPACE = /[ \t\n\r]*/y;
const SCALAR = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/y;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what a string of JSON must not hold
const END_OF_PLAIN = /["\\\u0000-\u001f]/g;

/** Goes through a text as a parser would, without building anything, and without a call for each level. */
class Scan {
  readonly #text: string;
  readonly #frames: Frame[] = [];
  #at = 0;
  #values = 0;

  constructor(text: string) {
    this.#text = text;
  }

  run(): void {
    for (let isValueNext = true; ; ) {
      this.#skip(SPACE);
      if (isValueNext) isValueNext = this.#beginValue();
      else if (this.#frames.length > 0) isValueNext = this.#endOrContinue();
      else if (this.#at < this.#text.length) throw this.#unexpected('the end of the text');
      else return;
    }
  }

  /** Reads a scalar, or the beginning of an object or a list; tells whether a value follows. */
  #beginValue(): boolean {
    this.#values++;
    if (this.#values > JSON_TEXT.values)
      throw this.#tooLarge('holds too many values', `at most ${JSON_TEXT.values} values in all`);
    const first = this.#text[this.#at];
    if (first === '"') this.#readString();
    else if (first === '{' || first === '[') return this.#open(first);
    else if (!this.#skip(SCALAR)) throw this.#unexpected('a value');
    return false;
  }

  #open(bracket: '{' | '['): boolean {
    if (this.#frames.length >= JSON_TEXT.depth)
      throw this.#tooLarge('is nested too deeply', `at most ${JSON_TEXT.depth} levels`);
    this.#frames.push(bracket === '{' ? { names: new Set(), key: '' } : { names: null, key: 0 });
    this.#at++;
    this.#skip(SPACE);
    if (this.#close()) return false;
    if (bracket === '{') this.#readName();
    return true;
  }

  /** Ends the innermost object or list, where it ends here. */
  #close(): boolean {
    if (this.#text[this.#at] !== (this.#frames.at(-1)!.names ? '}' : ']')) return false;
    this.#frames.pop();
    this.#at++;
    return true;
  }

  /** After a value within an object or a list: tells whether another one follows. */
  #endOrContinue(): boolean {
    if (this.#close()) return false;
    const frame = this.#frames.at(-1)!;
    if (this.#text[this.#at] !== ',') throw this.#unexpected(`a comma or ${frame.names ? '}' : ']'}`);
    this.#at++;
    this.#skip(SPACE);
    if (frame.names) this.#readName();
    else frame.key = Number(frame.key) + 1;
    return true;
  }

  #readName(): void {
    const frame = this.#frames.at(-1)!;
    if (this.#text[this.#at] !== '"') throw this.#unexpected('the name of a field, in double quotes');
    const start = this.#at;
    this.#readString();
    const name: string = JSON.parse(this.#text.slice(start, this.#at));
    const path = this.#path(this.#frames.slice(0, -1));
    if (name.length > JSON_TEXT.name)
      throw this.#tooLarge(
        'has a field with a very long name',
        `names of at most ${JSON_TEXT.name} characters`,
        path,
      );
    const problem = frame.names!.has(name)
      ? `the field ${shownValue(name)} is there twice`
      : name === '__proto__'
        ? `the name ${name} is not taken`
        : undefined;
    if (problem)
      throw new JsonError({
        ...this.#place(start),
        path: [...path, name],
        detail: problem,
        expected: 'each field once, by a name of its own',
      });
    frame.names!.add(name);
    frame.key = name;
    this.#skip(SPACE);
    if (this.#text[this.#at] !== ':') throw this.#unexpected('a colon');
    this.#at++;
  }

  /** Goes to the end of a string, which begins here. */
  #readString(): void {
    this.#at++;
    for (;;) {
      END_OF_PLAIN.lastIndex = this.#at;
      this.#at = END_OF_PLAIN.exec(this.#text)?.index ?? this.#text.length;
      const found = this.#text[this.#at];
      if (found === '"') break;
      if (found === undefined) throw this.#unexpected('the quotation mark that ends a text');
      if (found !== '\\') throw this.#unexpected('an escape such as \\n for a control character');
      if (!this.#skip(ESCAPE)) throw this.#unexpected('an escape such as \\n or \\u00e9');
    }
    this.#at++;
  }

  /** Goes on to the end of what matches here; tells whether that is anything. */
  #skip(pattern: RegExp): boolean {
    pattern.lastIndex = this.#at;
    if (!pattern.test(this.#text)) return false;
    this.#at = pattern.lastIndex;
    return true;
  }

  #path(frames: readonly Frame[] = this.#frames): FieldPath {
    return frames.map(({ key }) => key);
  }

  #place(at: number): Pick<JsonFault, 'line' | 'column'> {
    const before = this.#text.slice(0, at).split('\n');
    return { line: before.length, column: before.at(-1)!.length + 1 };
  }

  #unexpected(expected: string): JsonError {
    const found = this.#text.codePointAt(this.#at);
    const what =
      found === undefined ? 'the text ends' : `found ${JSON.stringify(String.fromCodePoint(found))}`;
    return new JsonError({ ...this.#place(this.#at), path: [], detail: what, expected });
  }

  #tooLarge(detail: string, expected: string, path = this.#path(this.#frames.slice(0, -1))): JsonError {
    return new JsonError({ ...this.#place(this.#at), path, detail, expected, isTooLarge: true });
  }
}
