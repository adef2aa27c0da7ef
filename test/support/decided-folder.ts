import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withId } from '../../src/ingest/facts/active-decisions.ts';
import { quotedId } from '../../src/ingest/facts/statement-id.ts';
import { TakenDecision } from '../../src/model/decision.ts';
import { scratchRecord } from './scratch.ts';

const person = (id: string, name: string, alias: object) => ({ id, type: 'Person', name, aliases: [alias] });
const LAND = 'decided-land';

/** Three people go by one of them; what two of them are called is one name in two spellings. */
const ENTITIES = [
  { id: LAND, type: 'Country', name: 'Scratchland' },
  person('quill-one', 'Ada Quill', { text: 'A. Quill', kind: 'name', shared: true }),
  person('quill-two', 'Adele Quill', { text: 'the Quill', kind: 'title', shared: true }),
  person('quill-three', 'Adelaide Quill', { text: 'The quill', kind: 'name', shared: true }),
  person('marsh', 'Ines Marsh', { text: 'Speaker', kind: 'title', shared: true }),
  { id: 'body-one', type: 'Organization', name: 'Scratch Board', country: LAND },
  { id: 'body-two', type: 'Organization', name: 'Board of Scratchland', country: LAND },
  { id: 'hall-one', type: 'Place', name: 'Old Hall', country: LAND },
  { id: 'hall-two', type: 'Place', name: 'The Old Hall', country: LAND },
];

const LONG = 'Nobody who signed that treaty had read the last of its nine annexes';
const OTHER = 'The harbour of this town will be dredged before the winter storms';

const record = (id: string, of: Parameters<typeof scratchRecord>[1] = {}) =>
  scratchRecord(id, { speaker: 'quill-one', land: LAND, ...of });

/** The same without an id of the statement. */
const open = (id: string, words: string, speaker = 'quill-one') =>
  record(id, { words, speaker, statement: { id: undefined } });
const openId = (id: string, words: string) => quotedId(id, [{ quote: words }]);

/** Attributed to one speaker, and perhaps to Marsh. */
function doubted(id: string, speaker: string) {
  const made = record(id, { speaker });
  const [statement] = made.annotation.statements;
  const [quotation] = statement!.quotations;
  const second = { ...quotation!.attributions[0]!, speaker: 'marsh', rank: 'normal', reason: 'It may be.' };
  const quotations = [{ ...quotation, attributions: [...quotation!.attributions, second] }];
  return { ...made, annotation: { ...made.annotation, statements: [{ ...statement, quotations }] } };
}

/** Its event is told of by its statement alone, and at a hall. */
function toldBySpeaker(id: string, place: string) {
  const made = record(id);
  const [event] = made.annotation.events;
  const participants = [{ entity: 'body-two', role: 'actor' }];
  const events = [{ ...event, place, participants, act: '040', assertedBy: { statement: `${id}-says` } }];
  return { ...made, annotation: { ...made.annotation, events } };
}

const RECORDS = [
  record('one-given', { speaker: 'quill-one', day: '2025-03-01' }),
  doubted('two-given', 'quill-two'),
  open('three-open', LONG, 'quill-three'),
  open('four-open', LONG),
  open('five-open', LONG),
  open('six-open', OTHER),
  open('seven-open', OTHER),
  open('eight-open', 'Our board has met nine times and agreed on nothing at all'),
  doubted('nine-doubted', 'quill-three'),
  toldBySpeaker('ten-excluded', 'hall-two'),
  record('eleven-names', { statement: { at: ['ten-excluded-event', 'seven-open-event'] } }),
  record('twelve-shared', { statement: { id: 'shared-says' } }),
  record('thirteen-shared', { statement: { id: 'shared-says' } }),
  toldBySpeaker('fourteen-kept', 'hall-one'),
  record('fifteen-excluded', {
    statement: { about: ['body-two', { id: 'fourteen-kept-event', as: 'topic' }] },
  }),
];

let minute = 10;
const decision = (one: object): TakenDecision =>
  TakenDecision.parse({
    ...{ why: 'As a test has it.', by: 'tester', at: `2026-01-31T12:${minute++}:00.000Z` },
    ...one,
  });
const merge = (entity: string, into: string) => decision({ kind: 'merge', entity, into });
const exclude = (statement: string, further = {}) => decision({ kind: 'exclude', statement, ...further });
const pair = (kind: 'same' | 'different', of: string, ids: string[]) => decision({ kind, of, ids });
const rank = (statement: string, article: string, speakers: string[], to: string) =>
  decision({ kind: 'rank', statement, article, speakers, rank: to });
const revoke = (one: TakenDecision) => decision({ kind: 'revoke', decision: withId(one).id });

/** Several of each kind, in chains, taken back, and about what is not there. */
function decisions(): TakenDecision[] {
  const mergedHall = merge('hall-two', 'hall-one');
  const excluded = exclude('ten-excluded-says');
  const revoked = revoke(excluded);
  return [
    merge('quill-three', 'quill-two'),
    merge('quill-two', 'quill-one'),
    merge('body-two', 'body-one'),
    mergedHall,
    merge('marsh', 'no-such-person'),
    pair('same', 'statements', ['two-given-says', 'one-given-says']),
    pair('same', 'statements', [
      openId('eight-open', 'Our board has met nine times and agreed on nothing at all'),
      'two-given-says',
    ]),
    pair('different', 'statements', [openId('three-open', LONG), openId('four-open', LONG)]),
    pair('different', 'statements', [openId('six-open', OTHER), openId('seven-open', OTHER)]),
    pair('same', 'statements', [openId('six-open', OTHER), openId('seven-open', OTHER)]),
    pair('same', 'events', ['seven-open-event', 'six-open-event']),
    pair('same', 'events', ['six-open-event', 'five-open-event']),
    pair('different', 'events', ['one-given-event', 'two-given-event']),
    rank('two-given-says', 'two-given', ['quill-two'], 'deprecated'),
    rank('nine-doubted-says', 'nine-doubted', ['marsh'], 'preferred'),
    rank('nine-doubted-says', 'nine-doubted', ['quill-one'], 'deprecated'),
    exclude('shared-says', { article: 'twelve-shared' }),
    exclude('fifteen-excluded-says'),
    exclude('no-such-statement'),
    excluded,
    revoked,
    revoke(revoked),
    revoke(mergedHall),
  ];
}

/**
 * Makes a folder of articles that decisions of every kind are about.
 * @param write writes entities and articles into a new folder.
 */
export function decidedFolder(write: (records: object[], entities: object[]) => string): string {
  const folder = write(RECORDS, ENTITIES);
  writeFileSync(join(folder, 'decisions.yaml'), JSON.stringify({ decisions: decisions() }));
  return folder;
}
