import type { z } from 'zod';
import type { Fault } from '../../model/fault.ts';
import { FaultList } from '../../model/fault-list.ts';
import { type FieldPath, placeOf } from '../../model/field-path.ts';
import { nearest } from '../../model/nearest.ts';
import { inputOf, optionsOf, type Schema, shapeOf } from '../../model/schema-reader.ts';
import { shownValue } from '../../model/shown-value.ts';
import { InputError } from './input-error.ts';
import { describeExpected, describeFound } from './schema-path.ts';

/**
 * Holds a decision to its schema.
 * @param file what faults give as the file of it.
 * @throws InputError with its faults.
 */
export function checkDecision<S extends z.ZodType>(value: unknown, schema: S, file: string): z.output<S> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.flatMap((issue) => faultsOf(issue, value, schema));
  throw new InputError(FaultList.of(faults.map((fault) => ({ file, ...fault }))));
}

function faultsOf(issue: z.core.$ZodIssue, decision: unknown, schema: z.ZodType): Omit<Fault, 'file'>[] {
  const path = issue.path as FieldPath;
  if (issue.code === 'unrecognized_keys') {
    const allowed = fieldsOf(decision, schema);
    return issue.keys.map((key) => ({
      ...placeOf([...path, key]),
      detail: `there is no field ${shownValue(key)}`,
      expected: `one of ${allowed.join(', ')}`,
      nearest: nearest(key, allowed),
    }));
  }
  const value = path.reduce<unknown>(
    (node, key) => (node as Record<string, unknown> | undefined)?.[key],
    decision,
  );
  return [{ ...placeOf(path), detail: describeFound(value, issue), ...describeExpected(issue, value) }];
}

/** The fields that a decision of this kind may have. */
function fieldsOf(decision: unknown, schema: z.ZodType): string[] {
  const { kind } = decision as { kind: unknown };
  const shapes = (optionsOf(inputOf(schema as Schema)) ?? []).map((option) => shapeOf(option) ?? {});
  return Object.keys(shapes.find((shape) => (shape.kind as z.ZodType).safeParse(kind).success) ?? {});
}
