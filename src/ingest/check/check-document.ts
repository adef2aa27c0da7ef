import { z } from 'zod';
import type { Fault } from '../../model/fault.ts';
import type { FaultList } from '../../model/fault-list.ts';
import { type FieldPath, placeOf } from '../../model/field-path.ts';
import { elementOf, type Schema, shapeOf } from '../../model/schema-reader.ts';
import { readYaml, type YamlDocument } from '../read/yaml-document.ts';
import { allowedAt, describeIssue } from './schema-path.ts';
import { completed, innermost, isWithin, standInFor, tooLong } from './stand-in.ts';

type Hints = Pick<Fault, 'expected' | 'nearest'>;

/** A document that was held to a schema, and the line of each of its fields. */
export interface CheckedDocument<T> {
  /** All of the document, with something that says nothing in the place of what the schema refuses. */
  data: T | null;
  /** Where something stands in. */
  standIns: readonly FieldPath[];
  /** Ids that the entries of a list give themselves, those of entries with faults included. */
  ids(list: string): string[];
  line(path: FieldPath): number | undefined;
  /**
   * Reports a fault at a field of the data, unless something stands in there that nobody wrote. What would be right is
   * only looked for where the fault is told.
   */
  report(path: FieldPath, detail: string, hints: Hints | (() => Hints)): void;
  /** Makes such a fault without reporting it; undefined where something stands in. */
  faultAt(path: FieldPath, detail: string, hints: Hints): (() => Fault) | undefined;
}

/** Where a document comes from. */
export interface Origin {
  file: string;
  /** The field that holds the document, where it is a part of the file. */
  under?: FieldPath;
}

/** Parses a YAML text and holds it to a schema, as `checkDocument` does. */
export const parseYaml = <S extends z.ZodType>(file: string, text: string, schema: S, faults: FaultList) =>
  checkDocument({ file }, readYaml(text), schema, faults);

/**
 * Holds a document to a schema. All faults of syntax or schema are reported, and the document is returned to be checked
 * further. Each entry of its lists is held to the schema by itself, so that what is wrong with very many of them is
 * counted without being kept.
 */
export function checkDocument<S extends z.ZodType>(
  { file, under = [] }: Origin,
  { value: given, errors, line }: YamlDocument,
  schema: S,
  faults: FaultList,
): CheckedDocument<z.output<S>> {
  const standIns: FieldPath[] = [];
  const faultAt = (path: FieldPath, detail: string, hints: Hints | (() => Hints)): Fault => ({
    file,
    line: line(path),
    ...placeOf([...under, ...path]),
    detail,
    ...(typeof hints === 'function' ? hints() : hints),
  });
  const add: CheckedDocument<unknown>['report'] = (...given) => faults.add(() => faultAt(...given));
  const isStandIn = (path: FieldPath) => standIns.some((place) => isWithin(path, place));
  for (const { line: at, message } of errors)
    faults.add(() => ({ file, line: at, detail: `not valid YAML: ${message}` }));
  const data = given === undefined ? null : dataOf(given, schema, faults, standIns, add);
  return {
    data,
    standIns,
    ids: (list) => idsOf(given, list),
    line,
    report: (path, ...rest) => {
      if (!isStandIn(path)) add(path, ...rest);
    },
    faultAt: (path, ...rest) => (isStandIn(path) ? undefined : () => faultAt(path, ...rest)),
  };
}

/** Whether all of what stands at a path was written there. */
export const isWritten = ({ standIns }: Pick<CheckedDocument<unknown>, 'standIns'>, path: FieldPath) =>
  !standIns.some((place) => isWithin(place, path) || isWithin(path, place));

type Fields = Record<string, unknown>;

export const isFields = (value: unknown): value is Fields =>
  value !== null && typeof value === 'object' && !Array.isArray(value);

/** With more faults than this in its schema nobody reads what further checks of a document would find. */
const MOST_COMPLETED = 200;

/** A document that holds to its schema, with something in the place of what does not; null where it has too many faults. */
function dataOf<S extends z.ZodType>(
  given: unknown,
  schema: S,
  faults: FaultList,
  standIns: FieldPath[],
  report: CheckedDocument<unknown>['report'],
): z.output<S> | null {
  const long = new Set(tooLong(given, schema).map(({ path }) => path[0]));
  const listed = lists(schema).filter(
    ([field]) => isFields(given) && Array.isArray(given[field]) && !long.has(field),
  );
  const emptied = Object.fromEntries(listed.map(([field]) => [field, []]));
  const head = isFields(given) ? { ...given, ...emptied } : given;
  const { data, issues, places } = completed(head, schema);
  standIns.push(...places);
  for (const issue of issues) reportIssue(issue, [], head, schema, report);
  const before = faults.count;
  const kept: Record<string, unknown[]> = {};
  for (const [field, element] of listed) {
    kept[field] = [];
    for (const [index, entry] of ((given as Fields)[field] as unknown[]).entries()) {
      if (faults.isFull) return null;
      const path = [field, index];
      if (faults.count - before > MOST_COMPLETED) {
        const parsed = z.safeParse(element, entry);
        for (const issue of parsed.error?.issues ?? []) reportIssue(issue, path, entry, element, report);
        continue;
      }
      const part = completed(entry, element);
      for (const issue of part.issues) reportIssue(issue, path, entry, element, report);
      standIns.push(...(part.data === null ? [path] : part.places.map((place) => [...path, ...place])));
      kept[field].push(part.data ?? z.parse(element, standInFor(element)));
    }
  }
  const isComplete = data !== null && faults.count - before <= MOST_COMPLETED;
  return isComplete ? { ...(data as z.output<S> & object), ...kept } : null;
}

/** The fields of a schema that are lists, and the schema of their entries. */
const lists = (schema: Schema): [field: string, element: Schema][] =>
  Object.entries(shapeOf(schema) ?? {}).flatMap(([field, of]) => {
    const element = elementOf(of);
    return element ? [[field, element] satisfies [string, Schema]] : [];
  });

const idsOf = (given: unknown, list: string): string[] => {
  const entries = isFields(given) ? given[list] : undefined;
  return Array.isArray(entries)
    ? entries.map((entry) => entry?.id).filter((id) => typeof id === 'string')
    : [];
};

/** Reports each thing that an issue of a schema tells. */
function reportIssue(
  outer: z.core.$ZodIssue,
  at: FieldPath,
  given: unknown,
  schema: Schema,
  report: CheckedDocument<unknown>['report'],
): void {
  for (const issue of innermost(outer))
    for (const { path, detail, hints } of describeIssue(issue, given, (path) => allowedAt(schema, path)))
      report([...at, ...path], detail, hints);
}
