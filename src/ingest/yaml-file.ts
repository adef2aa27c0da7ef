import { isMap, isPair, LineCounter, type Node, type ParsedNode, parseDocument } from 'yaml';
import type { z } from 'zod';
import { nearest } from '../model/nearest.ts';
import type { InputFault } from './fault.ts';
import { allowedAt, describeExpected } from './schema-path.ts';

export type FieldPath = readonly (string | number)[];

/** A parsed YAML file that knows the line of each of its fields. */
export interface YamlFile<T> {
  data: T | null;
  faults: InputFault[];
  /** A fault of this file at a field. */
  fault(path: FieldPath, message: string, hints?: Pick<InputFault, 'expected' | 'nearest'>): InputFault;
}

/** Parses a YAML text and holds it to a schema; all faults of syntax or schema are reported, not the first alone. */
export function parseYaml<S extends z.ZodType>(file: string, text: string, schema: S): YamlFile<z.output<S>> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true });
  const fault: YamlFile<unknown>['fault'] = (path, message, hints = {}) => ({
    file,
    line: lineOf(document.contents, path, lines),
    field: formatPath(path),
    message,
    ...hints,
  });
  const syntax = document.errors.map((error) => ({
    file,
    line: lines.linePos(error.pos[0]).line,
    field: '',
    message: `not valid YAML: ${error.message}`,
  }));
  if (syntax.length > 0) return { data: null, faults: syntax, fault };

  const given: unknown = document.toJS({ maxAliasCount: 0 }) ?? {};
  const parsed = schema.safeParse(given);
  if (parsed.success) return { data: parsed.data, faults: [], fault };
  const faults = parsed.error.issues.flatMap(innermost).flatMap((issue) => {
    const path = issue.path as FieldPath;
    if (issue.code === 'unrecognized_keys') {
      const allowed = allowedAt(schema, path);
      return issue.keys.map((key) =>
        fault([...path, key], `there is no field ${JSON.stringify(key)}`, {
          expected: `one of ${allowed.join(', ')}`,
          nearest: nearest(key, allowed),
        }),
      );
    }
    const value = path.reduce<unknown>((at, key) => (at as Record<string | number, unknown>)?.[key], given);
    return [fault(path, `found ${show(value)}`, describeExpected(issue, value))];
  });
  return { data: null, faults, fault };
}

/** The issues of the member of a union that the author most likely meant: an object where an object was given. */
function innermost(issue: z.core.$ZodIssue): z.core.$ZodIssue[] {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [issue];
  const meant = issue.errors.find((member) =>
    member.every((inner) => inner.code !== 'invalid_type' || inner.path.length > 0),
  );
  if (!meant) return [issue];
  return meant.flatMap((inner) => innermost({ ...inner, path: [...issue.path, ...inner.path] }));
}

function lineOf(contents: ParsedNode | null, path: FieldPath, lines: LineCounter): number | null {
  let node: unknown = contents;
  let offset = contents?.range?.[0];
  for (const key of path) {
    if (isMap(node)) {
      const pair = node.items.find((item) => isPair(item) && String(item.key) === String(key));
      if (!pair) break;
      offset = (pair.key as Node).range?.[0] ?? offset;
      node = pair.value;
    } else {
      node = (node as { items?: unknown[] } | null)?.items?.[Number(key)];
      offset = (node as Node | undefined)?.range?.[0] ?? offset;
    }
  }
  return offset === undefined ? null : lines.linePos(offset).line;
}

const formatPath = (path: FieldPath) =>
  path.map((key, index) => (typeof key === 'number' ? `[${key}]` : index === 0 ? key : `.${key}`)).join('');

function show(value: unknown): string {
  if (value === undefined) return 'nothing';
  const text = JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 77)}…` : text;
}
