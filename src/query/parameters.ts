import { z } from 'zod';
import { Problem, type ProblemCode } from '../errors.ts';
import { MAX_VALUES } from '../limits.ts';
import { dayRange, EdtfParameter } from '../model/date.ts';
import type { Row } from '../model/row.ts';
import { metaOf, unwrap } from '../model/schema-reader.ts';
import { isSearchable } from '../search/full-text.ts';

/** What a parameter names: an entity, an event, or either. */
export type Meant = 'entity' | 'event' | 'either';
export const references = z.registry<{ meant: Meant }>();

/** The problems that parameters alone lead to, which what has no such parameter cannot have. */
export const raised = z.registry<{ code: ProblemCode }>();

const MAX_TEXT = 200;

/** Text of a parameter: not empty, well-formed, without control characters, in NFC afterwards. */
export const text = () =>
  z
    .string()
    .max(MAX_TEXT, `expected at most ${MAX_TEXT} characters`)
    .refine(
      (value) => value.isWellFormed() && !/\p{Cc}/u.test(value),
      'expected text without control characters',
    )
    .overwrite((value) => value.normalize('NFC').trim())
    .min(1, 'expected some text');

const WORD_FORMS =
  'All of them: English words in any form of their stem, in British or American spelling, so that `terror` finds terrorism and `organise` organized; what stands in double quotes as it is.';

/** Words to look for in a full-text index. */
export const searchText = (description: string, example: string) =>
  wordsToFind(`${description} ${WORD_FORMS}`, example);

/** Text with a word or a number in it. */
export const wordsToFind = (description: string, example: string) =>
  text()
    .refine(isSearchable, 'expected a word or a number to look for')
    .meta({ description, examples: [example] });

/** An entity by id or any alias. */
export const entity = (description: string, example: string) =>
  reference(`${description} An id or any alias.`, example, 'entity');

/** An entity by id or any alias, or an event by id. */
export const entityOrEvent = (description: string, example: string) =>
  reference(`${description} An id or any alias of an entity, or the id of an event.`, example, 'either');

/** An event by id. */
export const event = (description: string, example: string) =>
  reference(`${description} The id of an event.`, example, 'event');

function reference(description: string, example: string, meant: Meant) {
  const schema = text().meta({ description, examples: [example] });
  references.add(schema, { meant });
  return schema;
}

/** The parameters that stand for the beginning or the end of an event, and the day that it bounds. */
export const eventDays = z.registry<{ side: 'beginning' | 'end'; bounds: string }>();

/**
 * An event whose date bounds days.
 * @param day where in the event the bound is, and the parameter that it narrows.
 */
export function eventDay(
  description: string,
  example: string,
  day: { side: 'beginning' | 'end'; bounds: string },
) {
  const schema = event(description, example);
  eventDays.add(schema, day);
  return schema;
}

/**
 * A parameter that is repeated for each of its values, such as `speaker=a&speaker=b`: any of them will do, in any order, and
 * each counts once. A comma is a part of a value.
 * @param value the schema of one of them, whose description and examples become those of the parameter.
 */
export function several<S extends z.ZodType<string>>(value: S) {
  const { description, examples } = metaOf(value);
  const values = z
    .array(value)
    .max(MAX_VALUES, `expected at most ${MAX_VALUES} values`)
    .overwrite((given) => [...new Set(given)].sort());
  const schema = z
    .preprocess((given) => (given === undefined ? undefined : [given].flat()), values)
    .meta({
      description: `${description} Repeated for each of several, ${MAX_VALUES} at most.`,
      ...(examples && { examples: examples.map((example) => [example].flat()) }),
    });
  const meant = references.get(value);
  if (meant) references.add(schema, meant);
  repeated.add(schema, {});
  return schema;
}

/** How values are given that were joined by commas, as what would be right; nothing where there is no comma. */
export function repeatedInstead(parameter: string, value: string): string {
  const [first, second] = value.split(',').flatMap((part) => part.trim() || []);
  return second === undefined ? '' : `; several are given as ${parameter}=${first}&${parameter}=${second}`;
}

/** The parameters that may be repeated. */
const repeated = z.registry<Record<string, never>>();

/** The names of those parameters of a query that may be repeated. */
export const repeatedIn = ({ shape }: z.ZodObject): ReadonlySet<string> =>
  new Set(Object.keys(shape).filter((name) => repeated.has(unwrap(shape[name]))));

/** One of a fixed list of words. */
export const oneOf = <const T extends readonly [string, ...string[]]>(words: T, description: string) =>
  z.enum(words).meta({ description });

/** Some of a fixed list of words. */
export const severalOf = <const T extends readonly string[]>(
  words: T,
  description: string,
  ...examples: NoInfer<T[number]>[]
) => several(z.enum(words).meta({ description, examples: [examples] }));

const days = EdtfParameter.transform((date) => dayRange(date)!);

/** The first day of a date in EDTF. */
export const firstDay = (description: string, example: string) =>
  days
    .transform(({ earliest }) => earliest)
    .meta(dateMeta(`${description} ${FORM}; its first day counts.`, example));

/** The last day of a date in EDTF. */
export const lastDay = (description: string, example: string) =>
  days
    .transform(({ latest }) => latest)
    .meta(dateMeta(`${description} ${FORM}; its last day counts.`, example));

/** The days of a date in EDTF. */
export const allDays = (description: string, example: string) =>
  days.meta(dateMeta(`${description} ${FORM}.`, example));

const FORM = 'A date in EDTF such as `2018`, `2025-06` or `2018-01-31`';
const dateMeta = (description: string, example: string) => ({ description, examples: [example] });

/** Whether what has no date stays in where days are asked for. */
export const undated = (what: string) =>
  oneOf(
    ['include', 'only', 'exclude'],
    `Whether ${what} without a date are included, the only ones, or excluded. By default they are excluded where a day is given, and included where none is.`,
  ).optional();

export type Undated = 'include' | 'only' | 'exclude';

/** `true` or `false`; no other spelling. */
export const flag = (description: string) =>
  z
    .enum(['true', 'false'])
    .transform((value) => value === 'true')
    .meta({ type: 'boolean', enum: undefined, description });

/** A whole number in plain digits; forms that Number() would also take, such as 0x10, 1e1 or " 10", are refused. */
export const wholeNumber = (min: number, max: number, fallback: number, description: string) =>
  z
    .string()
    .regex(/^(0|[1-9]\d{0,8})$/, `expected a whole number from ${min} to ${max}`)
    .transform(Number)
    .refine((value) => value >= min && value <= max, `expected a whole number from ${min} to ${max}`)
    .meta({
      type: 'integer',
      pattern: undefined,
      minimum: min,
      maximum: max,
      default: fallback,
      description,
    });

/** A number from 0 to 1 in plain decimals. */
export const fraction = (description: string, example: number) =>
  z
    .string()
    .regex(/^(0|1|0\.\d{1,6}|1\.0{1,6})$/, 'expected a number from 0 to 1 such as 0.5')
    .transform(Number)
    .meta({ type: 'number', pattern: undefined, minimum: 0, maximum: 1, description, examples: [example] });

export const slug = (description: string, example: string) =>
  z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'expected an id: lower-case letters and digits joined by hyphens')
    .max(120)
    .meta({ description, examples: [example] });

/** Whether what drafts say is asked for too, or alone. */
export const reviewParameter = oneOf(
  ['reviewed', 'draft', 'any'],
  'Whether a person has reviewed it: what was reviewed (`reviewed`, as without this parameter), what drafts say, or any; what is of drafts is marked, and is counted nowhere.',
).optional();

/** What every list takes. */
export const paging = {
  limit: wholeNumber(1, 500, 50, 'How many items a page holds at most.').optional(),
  cursor: z
    .string()
    .min(1)
    .max(1000)
    .meta({ description: 'Where the page starts: `next` of the page before. It belongs to one query.' })
    .optional(),
};

/**
 * Refuses a span of days that ends before it begins: `from` and `to`, `saidFrom` and `saidTo` and the like.
 * @throws Problem `invalid-parameter`.
 */
export function refuseReversedDays(params: Row): void {
  for (const [name, from] of Object.entries(params)) {
    if (typeof from !== 'string' || !/^(from|\w+From)$/.test(name)) continue;
    const other = name.replace(/from$/i, (word) => (word === 'from' ? 'to' : 'To'));
    const to = params[other];
    if (typeof to !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(from) || from <= to) continue;
    const detail = `${name} is ${from}, which is after ${other}, ${to}.`;
    throw new Problem('invalid-parameter', detail, [
      { parameter: name, detail, expected: `a day not after ${other}` },
    ]);
  }
}
