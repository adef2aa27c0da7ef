import { z } from 'zod';

/** Well-formed Unicode in NFC, without some control characters. */
const textWithout = (controls: RegExp) =>
  z
    .string()
    .min(1, 'expected some text, got an empty string')
    .refine((text) => text.isWellFormed(), 'expected well-formed Unicode, got a lone surrogate')
    .refine((text) => !controls.test(text), 'expected no control characters')
    .refine((text) => text.normalize('NFC') === text, 'expected Unicode in NFC (composed characters)');

/** Text as the graph keeps it, without control characters but tab and line feed. */
export const Text = textWithout(/(?![\t\n])\p{Cc}/u);

/** Text as an article has it, with line breaks of every system. */
export const QuotedText = textWithout(/(?![\t\n\v\f\r\u0085])\p{Cc}/u);

/** An identifier on the wire and in files: lower-case words joined by hyphens. */
export const Slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'expected lower-case letters and digits joined by single hyphens')
  .max(120, 'expected at most 120 characters');
