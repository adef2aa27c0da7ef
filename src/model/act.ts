import { z } from 'zod';
import table from './cameo.json' with { type: 'json' };

export const QuadClass = z.enum([
  'verbal cooperation',
  'material cooperation',
  'verbal conflict',
  'material conflict',
]);

export const Act = z
  .object({
    cameo: z.string().describe('CAMEO code; its first two digits are its root category.'),
    label: z.string().describe('Name of the CAMEO category.'),
    plover: z.string().nullable().describe('PLOVER event type, or null where there is none.'),
    quadClass: QuadClass.describe('Verbal or material, cooperation or conflict.'),
    goldstein: z
      .number()
      .nullable()
      .describe(
        'Goldstein score: from -10 (conflict) to 10 (cooperation), or null where the scale gives none.',
      ),
  })
  .meta({ id: 'Act', description: 'What a speaker does by saying something (CAMEO).' });

export type Act = z.output<typeof Act>;

/** The acts of CAMEO by code; `cameo.md` names the sources of the table. */
export const ACTS: ReadonlyMap<string, Act> = new Map(
  (table as (Omit<Act, 'cameo'> & { code: string })[]).map(({ code, ...act }) => [
    code,
    { cameo: code, ...act },
  ]),
);

export const PLOVER_EVENT_TYPES: ReadonlySet<string> = new Set(
  [...ACTS.values()].flatMap(({ plover }) => (plover === null ? [] : [plover])),
);
