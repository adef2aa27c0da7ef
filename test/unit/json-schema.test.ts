import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { jsonSchemas } from '../../src/ingest/check/json-schema.ts';
import { projectFolder, seedFolder } from '../../src/project.ts';

const schemas = Object.entries(jsonSchemas());
const read = (...path: string[]) => readFileSync(join(...path), 'utf8');

describe('the JSON Schemas of the input files', () => {
  test.each(schemas)('%s is up to date (npm run schemas)', (file, text) => {
    expect(read(seedFolder, file)).toBe(text);
  });

  const ajv = new Ajv2020({ validateFormats: false, allErrors: true });
  const validators = Object.fromEntries(schemas.map(([file, text]) => [file, ajv.compile(JSON.parse(text))]));

  test.each([
    ['seed/entities.yaml', 'entities.schema.json'],
    ['seed/articles/shifting-sands/annotation.yaml', 'annotation.schema.json'],
    ['test/fixtures/second-opinion/entities.yaml', 'entities.schema.json'],
    ['test/fixtures/second-opinion/articles/harbour-forum/annotation.yaml', 'annotation.schema.json'],
  ])('%s holds to %s', (file, schema) => {
    const validate = validators[schema]!;
    validate(parse(read(projectFolder, file)));
    expect(validate.errors).toBeNull();
  });

  test('they refuse an unknown field and a wrong word', () => {
    const validate = validators['annotation.schema.json']!;
    expect(validate({ article: { title: 'A', language: 'en' }, excludedclaim: [] })).toBe(false);
    const event = { id: 'a', kind: 'meting', label: 'A', evidence: ['a'] };
    expect(validate({ article: { title: 'A', language: 'en' }, events: [event] })).toBe(false);
    expect(
      validate({ article: { title: 'A', language: 'en' }, events: [{ ...event, kind: 'meeting' }] }),
    ).toBe(true);
  });
});

test('each annotation and authority says to an editor which schema it holds to', () => {
  const files = [
    ['seed/entities.yaml', 'seed/entities.schema.json'],
    ['seed/articles/shifting-sands/annotation.yaml', 'seed/annotation.schema.json'],
  ];
  for (const [file, schema] of files) {
    const [, path] = /^# yaml-language-server: \$schema=(\S+)/.exec(read(projectFolder, file!))!;
    expect(join(projectFolder, file!, '..', path!)).toBe(join(projectFolder, schema!));
  }
});
