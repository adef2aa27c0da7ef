import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { VERDICTS } from '../../src/check-quotation/finding.ts';
import type { RecordedStatement } from '../../src/check-quotation/record.ts';
import { dayRange, Edtf } from '../../src/model/date.ts';

const Rendering = z.strictObject({
  article: z.string(),
  type: z.enum(['direct', 'indirect', 'mixed']),
  parts: z.array(z.string()).min(1),
  quoted: z.array(z.string()).default([]),
});

const RecordFile = z.strictObject({
  statements: z.array(
    z.strictObject({
      id: z.string(),
      speakers: z.array(z.string()),
      said: Edtf.nullable().default(null),
      about: z.array(z.string()).default([]),
      renderings: z.array(Rendering).min(1),
    }),
  ),
});

const GoldFile = z.strictObject({
  quotations: z.array(
    z.strictObject({
      quote: z.string(),
      speaker: z.string().optional(),
      about: z.string().optional(),
      from: z.string().optional(),
      to: z.string().optional(),
      expect: z.enum(VERDICTS),
      warning: z.string().optional(),
      kind: z.string().default(''),
    }),
  ),
});

export type GoldQuotation = z.output<typeof GoldFile>['quotations'][number];

const readYaml = (file: string): unknown => parse(readFileSync(file, 'utf8'));

/** The statements of a gold's folder, as the check takes them. */
export const readRecord = (folder: string): RecordedStatement[] =>
  RecordFile.parse(readYaml(join(folder, 'record.yaml'))).statements.map(
    ({ id, speakers, said, about, renderings }) => ({
      id,
      speakers,
      said: said === null ? null : dayRange(said),
      about,
      renderings: renderings.map(({ article, type, parts, quoted }, nth) => ({
        id: `${id}-${nth}`,
        articleId: article,
        quoteType: type,
        parts,
        quoted,
      })),
    }),
  );

/** The quotations of a file, each with the verdict that is right. */
export const readQuotations = (file: string): GoldQuotation[] => GoldFile.parse(readYaml(file)).quotations;
