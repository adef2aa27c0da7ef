/** An id that nothing else has, and what ids of its parts begin with. */
export const REHEARSAL_ID = 'on-record-rehearsal';
const ADA = { id: `${REHEARSAL_ID}-ada`, type: 'Person', name: 'Ada Rehearsal' };
const HOUSE = { id: `${REHEARSAL_ID}-house`, type: 'Organization', name: 'Rehearsal House' };

const nth = (what: string, at: number) => `${REHEARSAL_ID}-${what}-${at}`;
const told = (at: number) => `Room ${at} of Rehearsal House is ready.`;
const opened = (at: number) => `It opened floor ${at} at noon`;

const line = (at: number) => `Ada Rehearsal told reporters: “${told(at)}” ${opened(at)}.\n`;
const named = [{ exact: ADA.name, occurrence: 1 }];

const role = { person: ADA.id, kind: 'spokesperson', title: null, of: HOUSE.id, evidence: named };
const relation = { subject: ADA.id, predicate: 'SPOKESPERSON_OF', object: HOUSE.id, evidence: named };

const statement = (at: number) => ({
  // One without an id is compared with others.
  ...(at !== 1 && { id: nth('statement', at) }),
  act: '051',
  said: { edtf: '2025-06-19', basis: 'explicit' },
  about: [HOUSE.id, { id: nth('opening', at), as: 'topic' }],
  at: [nth('opening', at)],
  quotations: [
    {
      quoteType: 'direct',
      quote: told(at),
      cue: 'told',
      attributions: [
        {
          speaker: ADA.id,
          rank: 'preferred',
          basis: 'cue-named',
          confidence: 1,
          evidence: ADA.name,
        },
      ],
    },
  ],
});

const event = (at: number) => ({
  id: nth('opening', at),
  kind: 'ceremony',
  label: `Rehearsal House opens floor ${at}`,
  participants: [{ entity: HOUSE.id, role: 'actor' }],
  figures: [{ what: 'amount', value: at, words: opened(at) }],
  assertedBy: at === 2 ? { statement: nth('statement', at) } : [{ author: 'fact' }],
  evidence: [opened(at)],
});

/**
 * An article with a part of every kind, and with a number of statements and events; with none of them it is bare.
 * @returns a submission.
 */
export function rehearsedArticle(review: 'reviewed' | 'draft', size: number) {
  const places = Array.from({ length: size }, (_, place) => place + 1);
  return {
    id: REHEARSAL_ID,
    text: ['A rehearsal.\n', ...places.map(line)].join(''),
    entities: size > 0 ? [ADA, HOUSE] : [],
    annotation: {
      article: { title: 'A rehearsal', language: 'en', published: '2025-06-20', review },
      roles: size > 0 ? [role] : [],
      events: places.map(event),
      relations: size > 0 ? [relation] : [],
      statements: places.map(statement),
    },
  };
}
