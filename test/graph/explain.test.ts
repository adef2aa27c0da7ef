import { beforeAll, describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { cypher, cypherNames, flagSetsOf, partsOf } from '../../src/db/cypher.ts';
import { queries } from '../../src/endpoints/index.ts';
import { batchedText } from '../../src/query/batched-text.ts';
import type { Query } from '../../src/query/define.ts';
import { explainer } from '../support/explain.ts';
import { testGraph } from '../support/graph.ts';
import { createEveryToken } from '../support/tokens.ts';

const graph = testGraph();
const explain = explainer(graph);

beforeAll(() => createEveryToken(graph));

const planned = new Set<string>();

/**
 * No flag, and those that one directive asks for, alone or together. What a part of several files asks for is planned
 * in one of them.
 */
function flagSets(name: string): string[][] {
  const parts = [...new Set(partsOf(name))].filter((part) => !planned.has(part));
  for (const part of parts) planned.add(part);
  return [[], ...[name, ...parts].flatMap(flagSetsOf)];
}

/** Parts of other files: they are planned where they are included. */
const isPart = (name: string) =>
  /-(item|filters|match|window|driver|order|looked|pairs|sums|summary)$/.test(name);

describe('each file of cypher/read', () => {
  test.each(cypherNames('read').filter((name) => !isPart(name)))(
    '%s reads, is spelt right and is driven by an index, whatever the filters',
    async (name) => {
      const explained = flagSets(name).map(async (flags) => ({
        flags,
        ...(await explain(cypher(name, flags))),
      }));
      for (const { flags, type, operators, misspelt } of await Promise.all(explained)) {
        const context = `${name} with ${flags.join(', ') || 'no flags'}`;
        expect(type, context).toBe('r');
        expect(misspelt, context).toEqual([]);
        expect(operators, context).not.toContain('AllNodesScan');
        expect(operators, context).not.toContain('CartesianProduct');
      }
    },
    120_000,
  );
});

describe('each file of cypher/ingest', () => {
  test.each(cypherNames('ingest'))('%s is valid and spelt right', async (name) => {
    const { misspelt } = await explain(cypher(name));
    expect(misspelt).toEqual([]);
  });
});

describe('each file of cypher/verify', () => {
  test.each(cypherNames('verify').filter((name) => !isPart(name)))(
    '%s reads and is spelt right, whatever the kind of node',
    async (name) => {
      for (const flags of flagSets(name)) {
        const { type, misspelt, operators } = await explain(cypher(name, flags));
        const context = `${name} of ${flags.join(', ') || 'no kind'}`;
        expect(type, context).toMatch(/^[rs]$/);
        expect(misspelt, context).toEqual([]);
        expect(operators, context).not.toContain('CartesianProduct');
      }
    },
    60_000,
  );
});

describe('each query', () => {
  test.each(
    queries
      .filter(({ answer, rows }) => !answer && !rows)
      .map((query) => [query.operationId, query] as const),
  )(
    '%s returns the columns of its row, and binds every parameter of its text',
    async (_id, query) => {
      const explained = parameterSets(query).map(async (given) => {
        const { flags, bind } = query.plan(given);
        const text = cypher(`read/${query.cypher}`, flags);
        const [alone, together] = await Promise.all([explain(text), explain(batchedText(text))]);
        return { given, bind, ...alone, together };
      });
      for (const { given, bind, columns, parameters, together } of await Promise.all(explained)) {
        expect(columns.filter((column) => column !== 'key').sort(), JSON.stringify(given)).toEqual(
          query.stored ? ['ids', 'keys', 'texts'] : Object.keys(query.row.shape).sort(),
        );
        expect(together.columns.sort(), JSON.stringify(given)).toEqual(['ask', ...columns].sort());
        expect(together.operators, JSON.stringify(given)).not.toContain('AllNodesScan');
        const bound = Object.keys(bind).filter((name) => bind[name] !== undefined);
        expect([...bound, ...(query.list ? ['low', 'high', 'limit'] : [])], JSON.stringify(given)).toEqual(
          expect.arrayContaining(parameters),
        );
      }
    },
    60_000,
  );
});

/** The parameters of a query: each with its required ones, each optional one beside them, and all at once. */
function parameterSets(query: Query): Record<string, unknown>[] {
  const shape = { ...query.pathParams?.shape, ...query.params.shape } as Record<string, z.ZodType>;
  const filters = Object.fromEntries(
    Object.entries(shape)
      .filter(([name]) => !['limit', 'cursor', 'format'].includes(name))
      .map(([name, schema]) => [name, sample(schema)]),
  );
  const required = Object.fromEntries(
    Object.entries(filters).filter(([name]) => !shape[name]!.safeParse(undefined).success),
  );
  return [
    required,
    filters,
    ...Object.entries(filters).map(([name, value]) => ({ ...required, [name]: value })),
  ];
}

/** A valid value of a parameter: its documented example, or its first word. */
function sample(schema: z.ZodType): unknown {
  const bare = unwrapped(schema);
  const { examples } = (bare.meta() ?? {}) as { examples?: unknown[] };
  const words = (bare as { options?: string[] }).options;
  return schema.parse(String(examples?.[0] ?? words?.[0] ?? 'true'));
}

function unwrapped(schema: z.ZodType): z.ZodType {
  const { innerType } = schema._zod.def as unknown as { innerType?: z.ZodType };
  return innerType ? unwrapped(innerType) : schema;
}
