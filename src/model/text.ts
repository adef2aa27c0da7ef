import { z } from 'zod';
import { TEXTS } from '../limits.ts';

/** Well-formed Unicode in NFC, of so many characters at most and without some control characters. */
const textOf = (most: number, controls: RegExp) =>
  z
    .string()
    .min(1, { error: 'expected some text, got an empty string', abort: true })
    .max(most, { error: `expected at most ${most} characters`, abort: true })
    .refine((text) => text.isWellFormed(), 'expected well-formed Unicode, got a lone surrogate')
    .refine((text) => !controls.test(text), 'expected no control characters')
    .refine((text) => text.normalize('NFC') === text, 'expected Unicode in NFC (composed characters)');

/** Text as the graph has it holds no control characters but tab and line feed. */
const STORED = /(?![\t\n])\p{Cc}/u;
/** Text as an article has it may have line breaks of every system. */
const QUOTED = /(?![\t\n\v\f\r\u0085])\p{Cc}/u;

/** What something is called. */
export const NameText = textOf(TEXTS.name, STORED);
/** A title, a label, a description. */
export const LineText = textOf(TEXTS.line, STORED);
/** What is said in sentences. */
export const PassageText = textOf(TEXTS.passage, STORED);
/** Words of an article. */
export const QuotedText = textOf(TEXTS.passage, QUOTED);

const WEB_URL = /^https?:\/\/[^\s\\"<>]+$/i;

/** Where something is published. A URL of another scheme is no place to lead readers to, and may run in their browser. */
export const WebUrl = textOf(TEXTS.url, STORED)
  .refine(
    (url) => WEB_URL.test(url) && URL.canParse(url),
    'expected a URL of http or https such as https://example.org/article',
  )
  .meta({ format: 'uri', pattern: '^[Hh][Tt][Tt][Pp][Ss]?://' });

/** An identifier on the wire and in files: lower-case words joined by hyphens. */
export const Slug = z
  .string()
  .max(TEXTS.id, { error: `expected at most ${TEXTS.id} characters`, abort: true })
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'expected lower-case letters and digits joined by single hyphens');
