import type { z } from 'zod';
import { FaultList } from '../../model/fault-list.ts';
import { placeOf } from '../../model/field-path.ts';
import { shownValue } from '../../model/shown-value.ts';
import { InputError } from './input-error.ts';

/**
 * Holds a decision to its schema.
 * @param file what faults give as the file of it.
 * @throws InputError with its faults.
 */
export function checkDecision<S extends z.ZodType>(value: unknown, schema: S, file: string): z.output<S> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new InputError(
    FaultList.of(
      parsed.error.issues.map(({ path, message }) => ({
        file,
        ...placeOf(path as (string | number)[]),
        detail: `${path.length > 0 ? path.join('.') : 'the decision'} is ${shownValue(at(value, path))}`,
        expected: message,
      })),
    ),
  );
}

const at = (value: unknown, path: PropertyKey[]): unknown =>
  path.reduce<unknown>((node, key) => (node as Record<PropertyKey, unknown> | undefined)?.[key], value);
