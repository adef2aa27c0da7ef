import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { Annotation, Authority } from '../../model/annotation.ts';

/** The JSON Schemas of the input files, by file name: with them an editor completes and checks what is written. */
export const jsonSchemas = () => ({
  'annotation.schema.json': jsonSchema(Annotation),
  'entities.schema.json': jsonSchema(Authority),
});

const jsonSchema = (schema: z.ZodType) =>
  `${JSON.stringify(z.toJSONSchema(schema, { io: 'input' }), null, 2)}\n`;

if (import.meta.main) {
  const folder = join(import.meta.dirname, '../../../seed');
  for (const [file, text] of Object.entries(jsonSchemas())) writeFileSync(join(folder, file), text);
}
