import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import type { CheckedInputs } from '../../src/ingest/check/check.ts';
import { validate } from '../../src/ingest/ingest.ts';

export const SPEAKER = 'scratch-speaker';
export const LAND = 'scratch-land';

const ENTITIES: object[] = [
  { id: SPEAKER, type: 'Person', name: 'Scratch Speaker' },
  { id: LAND, type: 'Country', name: 'Scratchland' },
];

/** Folders of inputs with an authority of their own; removed after the tests of the file. */
export function scratchInputs() {
  const root = mkdtempSync(join(tmpdir(), 'on-record-'));
  afterAll(() => rmSync(root, { recursive: true }));
  let count = 0;
  /** Writes a folder with `entities.yaml` and `articles.ndjson`. */
  const write = (records: object[], entities: object[] = ENTITIES): string => {
    const folder = join(root, String(count++));
    mkdirSync(folder);
    writeFileSync(join(folder, 'entities.yaml'), JSON.stringify({ entities }));
    writeFileSync(
      join(folder, 'articles.ndjson'),
      records.map((record) => `${JSON.stringify(record)}\n`).join(''),
    );
    return folder;
  };
  const checkFolder = (folder: string): CheckedInputs => validate([folder], join(folder, 'entities.yaml'));
  return {
    write,
    checkFolder,
    check: (records: object[], entities?: object[]) => checkFolder(write(records, entities)),
  };
}

export interface Scratch {
  /** What the one statement of the article says. */
  words?: string;
  title?: string;
  day?: string;
  speaker?: string;
  land?: string;
  /** Changes of the statement. */
  statement?: object;
}

/** An article with one statement, one mention and one event. */
export function scratchRecord(id: string, given: Scratch = {}) {
  const {
    words = `We agree with ${id}`,
    title = `About ${id}`,
    day,
    speaker = SPEAKER,
    land = LAND,
    statement,
  } = given;
  return {
    id,
    text: `In Scratchland they met. “${words}”, said Speaker.`,
    annotation: {
      article: { title, language: 'en', ...(day && { published: day }) },
      events: [{ id: `${id}-event`, kind: 'meeting', label: `They meet: ${title}`, evidence: ['they met'] }],
      statements: [
        {
          id: `${id}-says`,
          act: '057',
          ...(day && { said: { edtf: day, basis: 'explicit' } }),
          about: [land],
          quotations: [
            {
              quoteType: 'direct',
              quote: words,
              attributions: [
                { speaker, rank: 'preferred', basis: 'cue-named', confidence: 0.9, evidence: 'said Speaker' },
              ],
            },
          ],
          ...statement,
        },
      ],
      mentions: [{ entity: land, form: 'name', exact: 'Scratchland', prefix: 'In ' }],
    },
  };
}
