import type { createDocument, oas32 } from 'zod-openapi';

export type OpenApiDocument = ReturnType<typeof createDocument>;

/** The operations of a document. */
export const operationsOf = ({ paths = {} }: OpenApiDocument): oas32.OperationObject[] =>
  Object.values(paths).flatMap(({ get, post, put, patch, delete: remove }) =>
    [get, post, put, patch, remove].filter((operation) => operation !== undefined),
  );

/** The parameters of an operation. */
export const parametersOf = ({ parameters = [] }: oas32.OperationObject): oas32.ParameterObject[] =>
  parameters.filter((parameter) => 'name' in parameter);

/** A schema that is not just `true` or `false`. */
export const objectSchema = (
  schema: oas32.SchemaObject | oas32.ReferenceObject | undefined,
): oas32.SchemaObjectValue | undefined => (typeof schema === 'object' ? schema : undefined);
