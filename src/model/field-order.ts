import { elementOf, type Schema, shapeOf } from './schema-reader.ts';

type Arrange = (value: unknown) => unknown;

/**
 * Puts the fields of a value into the order of its schema: the database returns maps in an order of its own, and
 * people read responses.
 */
export function inOrderOf(schema: Schema): Arrange {
  const element = elementOf(schema);
  if (element) {
    const arrange = inOrderOf(element);
    return arrange === asItIs ? asItIs : (value) => (Array.isArray(value) ? value.map(arrange) : value);
  }
  const shape = shapeOf(schema);
  if (!shape) return asItIs;
  const fields = Object.entries(shape).map(([name, field]) => [name, inOrderOf(field)] as const);
  return (value) => {
    if (value === null || typeof value !== 'object') return value;
    const arranged: Record<string, unknown> = {};
    for (const [name, arrange] of fields) {
      const given = (value as Record<string, unknown>)[name];
      if (given !== undefined) arranged[name] = arrange(given);
    }
    return arranged;
  };
}

const asItIs: Arrange = (value) => value;
