import { z } from 'zod';

/** Words of the article, by the number of their paragraph. */
const Words = z.strictObject({
  paragraph: z.int().min(1).describe('The number in front of the paragraph.'),
  words: z.string().min(1).describe('Words of that paragraph, to the character, without quotation marks.'),
});

const Item = z.strictObject({
  quote: z.array(Words).min(1).describe('What was said, in its parts where other words stand between them.'),
  speaker: z
    .string()
    .nullable()
    .describe('The name of who said it, as the article has it; null where nobody is named.'),
  speakerWords: Words.nullable().describe('The words that name or describe who said it.'),
  cue: z.string().nullable().describe('The word that reports it, such as "said".'),
  about: z.array(z.string()).describe('Names of those it is about, as the article has them.'),
});

/** What a model is asked for. */
const Reply = z.strictObject({ statements: z.array(Item) });

export type RepliedItem = z.output<typeof Item>;
export type RepliedWords = z.output<typeof Words>;

/** The schema of a reply as strict JSON Schema: every field is there, and no other. */
export function replySchema(): Record<string, unknown> {
  const { $schema: _schema, ...schema } = z.toJSONSchema(Reply);
  // What the subset of JSON Schema that models are held to has not.
  return JSON.parse(
    JSON.stringify(schema, (name, value) =>
      ['minLength', 'minItems', 'minimum', 'maximum'].includes(name) ? undefined : value,
    ),
  );
}

/** A reply that is not what was asked for, and why. */
export class InvalidReply extends Error {}

const FENCE = '```';

/** The text within the fence that models like to put around JSON. */
const withoutFence = (text: string): string =>
  text.startsWith(FENCE) && text.endsWith(FENCE) ? text.slice(text.indexOf('\n') + 1, -FENCE.length) : text;

/**
 * The items of a reply.
 * @throws InvalidReply that says what is wrong with it.
 */
export function parseReply(content: string): RepliedItem[] {
  let value: unknown;
  try {
    value = JSON.parse(withoutFence(content.trim()));
  } catch (error) {
    throw new InvalidReply(`it is no JSON: ${(error as Error).message}`);
  }
  const parsed = Reply.safeParse(value);
  if (parsed.success) return parsed.data.statements;
  const [issue] = parsed.error.issues;
  throw new InvalidReply(
    `it does not hold to the schema: ${issue!.path.join('.') || 'the whole'}: ${issue!.message}`,
  );
}
