import type { z } from 'zod';
import type { Fault } from '../../model/fault.ts';
import { type FieldPath, placeOf } from '../../model/field-path.ts';
import { nearest } from '../../model/nearest.ts';
import { readYaml, type YamlDocument } from '../read/yaml-document.ts';
import { allowedAt, describeExpected } from './schema-path.ts';
import { stripInvalid } from './strip-invalid.ts';

type Hints = Pick<Fault, 'expected' | 'nearest'>;

/** A document that was held to a schema, and the line of each of its fields. */
export interface CheckedDocument<T> {
  /** What holds to the schema: all of the document, or what is left of it without the entries that have faults. */
  data: T | null;
  faults: Fault[];
  /** Ids that the entries of a list give themselves, those of entries with faults included. */
  ids(list: string): string[];
  line(path: FieldPath): number | undefined;
  /** A fault of this document at a field of the data. */
  fault(path: FieldPath, detail: string, hints?: Hints): Fault;
}

/** Where a document comes from. */
export interface Origin {
  file: string;
  /** The field that holds the document, where it is a part of the file. */
  under?: FieldPath;
}

/** Parses a YAML text and holds it to a schema, as `checkDocument` does. */
export const parseYaml = <S extends z.ZodType>(
  file: string,
  text: string,
  schema: S,
  standIns: Record<string, unknown> = {},
) => checkDocument({ file }, readYaml(text), schema, standIns);

/**
 * Holds a document to a schema. All faults of syntax or schema are reported, and the part
 * without faults is returned, to be checked further.
 * @param standIns values for fields that the schema asks for, where they have faults.
 */
export function checkDocument<S extends z.ZodType>(
  { file, under = [] }: Origin,
  { value: given, errors, line }: YamlDocument,
  schema: S,
  standIns: Record<string, unknown> = {},
): CheckedDocument<z.output<S>> {
  const fault = (path: FieldPath, detail: string, hints: Hints = {}): Fault => ({
    file,
    line: line(path),
    ...placeOf([...under, ...path]),
    detail,
    ...hints,
  });
  const common = { ids: (list: string) => idsOf(Object(given)[list]), line, fault };
  if (errors.length > 0) {
    const faults = errors.map(({ line: at, message }) => ({
      file,
      line: at,
      detail: `not valid YAML: ${message}`,
    }));
    return { ...common, data: null, faults };
  }

  const parsed = schema.safeParse(given);
  if (parsed.success) return { ...common, data: parsed.data, faults: [] };
  const issues = parsed.error.issues.flatMap(innermost);
  const { value, indexes } = stripInvalid(given as Record<string, unknown>, issues, standIns);
  const stripped = schema.safeParse(value);
  const original = (path: FieldPath) =>
    path.map((key, at) => (at === 1 ? (indexes.get(String(path[0]))?.[Number(key)] ?? key) : key));
  return {
    ...common,
    data: stripped.success ? stripped.data : null,
    faults: issues.flatMap((issue) => schemaFaults(issue, given, schema, fault)),
    line: (path) => line(original(path)),
    fault: (path, ...rest) => fault(original(path), ...rest),
  };
}

const idsOf = (entries: unknown): string[] =>
  Array.isArray(entries) ? entries.map((entry) => entry?.id).filter((id) => typeof id === 'string') : [];

/** A fault for each thing that an issue of a schema tells. */
function schemaFaults(
  issue: z.core.$ZodIssue,
  given: unknown,
  schema: z.ZodType,
  fault: CheckedDocument<unknown>['fault'],
): Fault[] {
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
  return [
    fault(
      path,
      value === undefined ? 'is missing' : `found ${quoteValue(value)}`,
      describeExpected(issue, value),
    ),
  ];
}

/** The issues of the member of a union that the author most likely meant: an object where an object was given. */
function innermost(issue: z.core.$ZodIssue): z.core.$ZodIssue[] {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [issue];
  const isOfOtherKind = ({ code, path }: z.core.$ZodIssue) =>
    path.length === 0 && (code === 'invalid_type' || code === 'invalid_value');
  const meant = issue.errors.find((member) => !member.some(isOfOtherKind));
  if (!meant) return [issue];
  return meant.flatMap((inner) => innermost({ ...inner, path: [...issue.path, ...inner.path] }));
}

function quoteValue(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 77)}…` : text;
}
