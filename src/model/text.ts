import { z } from 'zod';

/** Text as the graph keeps it: well-formed Unicode in NFC, without control characters but tab and line feed. */
export const Text = z
  .string()
  .min(1, 'expected some text, got an empty string')
  .refine((text) => text.isWellFormed(), 'expected well-formed Unicode, got a lone surrogate')
  .refine((text) => !/(?![\t\n])\p{Cc}/u.test(text), 'expected no control characters')
  .refine((text) => text.normalize('NFC') === text, 'expected Unicode in NFC (composed characters)');

/** An identifier on the wire and in files: lower-case words joined by hyphens. */
export const Slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'expected lower-case letters and digits joined by single hyphens')
  .max(120, 'expected at most 120 characters');
