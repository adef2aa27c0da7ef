import { z } from 'zod';
import { FaultList } from '../../model/fault-list.ts';
import { placeOf } from '../../model/field-path.ts';
import { inputOf, optionsOf, type Schema, shapeOf } from '../../model/schema-reader.ts';
import { InputError } from './input-error.ts';
import { describeIssue } from './schema-path.ts';

/**
 * Holds a decision to its schema.
 * @param file what faults give as the file of it.
 * @throws InputError with its faults.
 */
export function checkDecision<S extends z.ZodType>(value: unknown, schema: S, file: string): z.output<S> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const faults = new FaultList();
  for (const issue of parsed.error.issues)
    for (const { path, detail, hints } of describeIssue(issue, value, () => fieldsOf(value, schema)))
      faults.add(() => ({ file, ...placeOf(path), detail, ...hints() }));
  throw new InputError(faults);
}

/** The fields that a decision of its kind may have. */
function fieldsOf(decision: unknown, schema: Schema): string[] {
  const { kind } = decision as { kind: unknown };
  const shapes = optionsOf(inputOf(schema))?.map((option) => shapeOf(option) ?? {}) ?? [];
  const own = shapes.find((shape) => shape.kind && z.safeParse(shape.kind, kind).success);
  return Object.keys(own ?? {});
}
