import { z } from 'zod';
import table from './cameo.json' with { type: 'json' };
import { nearest } from './nearest.ts';
import type { PloverContext, PloverMode } from './vocabulary.ts';

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

const ActReading = z
  .object({
    cameo: z.string().describe('CAMEO code.'),
    label: z.string().describe('Name of the CAMEO category.'),
    articles: z.array(z.string()).describe('Ids of the articles whose annotations give it.'),
  })
  .meta({ id: 'ActReading', description: 'An act as some articles give it.' });

/** An act on the wire that several articles may give. */
export const MergedAct = z
  .object({
    ...Act.shape,
    readings: z.array(ActReading).describe('Each act that articles give, with the articles.'),
  })
  .meta({
    id: 'MergedAct',
    description: 'What a speaker does by saying something (CAMEO), and what each article says it is.',
  });

export type Act = z.output<typeof Act>;
export type MergedAct = z.output<typeof MergedAct>;

/** How an act is done, and what it has to do with, as far as its code says so. */
export interface PloverDetails {
  mode: z.output<typeof PloverMode> | null;
  contexts: z.output<typeof PloverContext>[];
}

const rows = table as (Omit<Act, 'cameo'> & PloverDetails & { code: string })[];

/** The acts of CAMEO by code; `cameo.md` names the sources of the table. */
export const ACTS: ReadonlyMap<string, Act> = new Map(
  rows.map(({ code, mode: _mode, contexts: _contexts, ...act }) => [code, { cameo: code, ...act }]),
);

/** What PLOVER adds to the acts of CAMEO, by their codes. */
export const PLOVER_DETAILS: ReadonlyMap<string, PloverDetails> = new Map(
  rows.map(({ code, mode, contexts }) => [code, { mode, contexts }]),
);

export const PLOVER_EVENT_TYPES: ReadonlySet<string> = new Set(
  [...ACTS.values()].flatMap(({ plover }) => (plover === null ? [] : [plover])),
);

/** The letters of a label that say which act is meant. */
const BEGINNING = 3;

/**
 * The codes that a code of CAMEO or its beginning stands for, a PLOVER event type, or a label or its beginning, each with the narrower
 * ones; none where it is none of these.
 */
export function codesOfAct(given: string): string[] {
  const text = spelled(given);
  const acts = [...ACTS.values()];
  const codes = acts.map(({ cameo }) => cameo);
  if (/^\d{2,4}$/.test(text)) return codes.filter((code) => code.startsWith(text));
  const ofType = acts.filter(({ plover }) => plover !== null && spelled(plover) === text);
  if (ofType.length > 0) return ofType.map(({ cameo }) => cameo);
  if (text.length < BEGINNING) return [];
  const labelled = acts.filter(({ label }) => spelled(label).startsWith(text));
  return codes.filter((code) => labelled.some(({ cameo }) => code.startsWith(cameo)));
}

/** A text in lower case, in which "criticise" and "criticize" are the same. */
const spelled = (text: string) => text.toLowerCase().replaceAll(/([iy])s(?=[aei])/g, '$1z');

/** What of these comes nearest to a text that is none of them. */
export const nearestAct = (given: string): string | undefined =>
  nearest(given, [
    ...PLOVER_EVENT_TYPES,
    ...[...ACTS.values()].flatMap(({ cameo, label }) => [label, cameo]),
  ]);
