import type { z } from 'zod';
import type { Fault } from '../../model/fault.ts';
import { type FieldPath, placeOf } from '../../model/field-path.ts';
import { nearest } from '../../model/nearest.ts';
import { readYaml, type YamlDocument } from '../read/yaml-document.ts';
import { allowedAt, describeExpected } from './schema-path.ts';
import { completed, isWithin } from './stand-in.ts';

type Hints = Pick<Fault, 'expected' | 'nearest'>;

/** A document that was held to a schema, and the line of each of its fields. */
export interface CheckedDocument<T> {
  /** All of the document, with something that says nothing in the place of what the schema refuses. */
  data: T | null;
  faults: Fault[];
  /** Where something stands in. */
  standIns: readonly FieldPath[];
  /** Ids that the entries of a list give themselves, those of entries with faults included. */
  ids(list: string): string[];
  line(path: FieldPath): number | undefined;
  /** A fault of this document at a field of the data; none where something stands in that nobody wrote. */
  fault(path: FieldPath, detail: string, hints?: Hints): Fault[];
}

/** Where a document comes from. */
export interface Origin {
  file: string;
  /** The field that holds the document, where it is a part of the file. */
  under?: FieldPath;
}

/** Parses a YAML text and holds it to a schema, as `checkDocument` does. */
export const parseYaml = <S extends z.ZodType>(file: string, text: string, schema: S) =>
  checkDocument({ file }, readYaml(text), schema);

/**
 * Holds a document to a schema. All faults of syntax or schema are reported, and the document is returned to be checked
 * further.
 */
export function checkDocument<S extends z.ZodType>(
  { file, under = [] }: Origin,
  { value: given, errors, line }: YamlDocument,
  schema: S,
): CheckedDocument<z.output<S>> {
  const at = (path: FieldPath, detail: string, hints: Hints = {}): Fault => ({
    file,
    line: line(path),
    ...placeOf([...under, ...path]),
    detail,
    ...hints,
  });
  const syntax = errors.map(({ line: of, message }) => ({
    file,
    line: of,
    detail: `not valid YAML: ${message}`,
  }));
  const { data, issues, places } =
    given === undefined ? { data: null, issues: [], places: [] } : completed(given, schema);
  return {
    data,
    faults: [...syntax, ...issues.flatMap((issue) => schemaFaults(issue, given, schema, at))],
    standIns: places,
    ids: (list) => idsOf(Object(given)[list]),
    line,
    fault: (path, ...rest) => (places.some((place) => isWithin(path, place)) ? [] : [at(path, ...rest)]),
  };
}

/** Whether all of what stands at a path was written there. */
export const isWritten = ({ standIns }: CheckedDocument<unknown>, path: FieldPath) =>
  !standIns.some((place) => isWithin(place, path) || isWithin(path, place));

const idsOf = (entries: unknown): string[] =>
  Array.isArray(entries) ? entries.map((entry) => entry?.id).filter((id) => typeof id === 'string') : [];

/** A fault for each thing that an issue of a schema tells. */
function schemaFaults(
  issue: z.core.$ZodIssue,
  given: unknown,
  schema: z.ZodType,
  fault: (path: FieldPath, detail: string, hints?: Hints) => Fault,
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

function quoteValue(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 77)}…` : text;
}
