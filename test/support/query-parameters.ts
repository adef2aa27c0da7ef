import { z } from 'zod';
import { queries } from '../../src/endpoints/index.ts';
import { metaOf } from '../../src/model/schema-reader.ts';
import type { Query } from '../../src/query/define.ts';
import { repeatedIn } from '../../src/query/parameters.ts';
import { exampleUrl } from '../../src/query/request-url.ts';

export type ParameterKind = 'integer' | 'number' | 'boolean' | 'enum' | 'date' | 'cursor' | 'text';

/** A parameter that a query declares. */
export interface QueryParameter {
  query: Query;
  name: string;
  kind: ParameterKind;
  inPath: boolean;
  /** Whether it takes several values, each given by itself. */
  isList: boolean;
  /** The words of an enum. */
  words: string[];
  /** The greatest integer or number. */
  maximum?: number;
}

interface Declared {
  type?: string;
  format?: string;
  enum?: string[];
  maximum?: number;
  /** Of one that may be repeated: each of its values. */
  items?: Declared;
  $ref?: string;
  $defs?: Record<string, Declared>;
}

function parameter(query: Query, name: string, schema: z.core.$ZodType, inPath: boolean): QueryParameter {
  const declared = declaredValue(schema);
  return {
    query,
    name,
    kind: kindOf(name, declared),
    inPath,
    isList: !inPath && repeatedIn(query.params).has(name),
    words: declared.enum ?? [],
    maximum: declared.maximum,
  };
}

/** What a parameter declares of its value, or of each of them. */
function declaredValue(schema: z.core.$ZodType): Declared {
  const { items, $defs, ...declared } = z.toJSONSchema(schema, {
    io: 'input',
    unrepresentable: 'any',
  }) as Declared;
  const value = items ?? declared;
  return $defs?.[value.$ref?.split('/').at(-1) ?? ''] ?? value;
}

function kindOf(name: string, { type, format, enum: words }: Declared): ParameterKind {
  if (type === 'integer' || type === 'number' || type === 'boolean') return type;
  if (words) return 'enum';
  if (format === 'date') return 'date';
  return name === 'cursor' ? 'cursor' : 'text';
}

/** Every parameter of every query, as its documentation has it. */
export const queryParameters: QueryParameter[] = queries.flatMap((query) => [
  ...Object.entries(query.pathParams?.shape ?? {}).map(([name, schema]) =>
    parameter(query, name, schema, true),
  ),
  ...Object.entries(query.params.shape).map(([name, schema]) => parameter(query, name, schema, false)),
]);

/**
 * Parameters of a query as its functions are given them: the required ones, all at once, and each optional one beside the
 * required ones.
 */
export function sampleParameters(query: Query): Record<string, unknown>[] {
  const shape = { ...query.pathParams?.shape, ...query.params.shape } as Record<string, z.ZodType>;
  const samples = Object.fromEntries(
    Object.entries(shape)
      .filter(([name]) => !['limit', 'cursor', 'format'].includes(name))
      .map(([name, schema]) => [name, sampleOf(schema)]),
  );
  const defaults = Object.entries(shape).flatMap(([name, schema]): [string, unknown][] => {
    const { success, data } = schema.safeParse(undefined);
    if (!success) return [[name, samples[name]]];
    return data === undefined ? [] : [[name, data]];
  });
  const required = Object.fromEntries(defaults.filter(([name]) => name in samples));
  return [
    required,
    samples,
    ...Object.entries(samples).map(([name, value]) => ({ ...required, [name]: value })),
  ];
}

/** A valid value of a parameter: its documented example, or its first word. */
function sampleOf(schema: z.ZodType): unknown {
  const { examples } = metaOf(schema);
  const sample = examples?.[0] ?? declaredValue(schema).enum?.[0] ?? 'true';
  return schema.parse(Array.isArray(sample) ? sample : String(sample));
}

/** The address of a query with the parameters that it cannot do without, and these. */
export function addressOf(query: Query, given: Record<string, string>): string {
  const { request } = query.examples[0]!;
  const needed = Object.entries(request).filter(
    ([name]) => query.path.includes(`{${name}}`) || !query.params.shape[name]?.safeParse(undefined).success,
  );
  const wellFormed = Object.entries(given).map(([name, value]) => [name, value.toWellFormed()]);
  return exampleUrl(query, {
    request: { ...Object.fromEntries(needed), ...Object.fromEntries(wellFormed) },
  });
}
