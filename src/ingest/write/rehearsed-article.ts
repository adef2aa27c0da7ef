/** An id that nothing else has, and what ids of its parts begin with. */
export const REHEARSAL_ID = 'on-record-rehearsal';
const ADA = { id: `${REHEARSAL_ID}-ada`, type: 'Person', name: 'Ada Rehearsal' };
const HOUSE = { id: `${REHEARSAL_ID}-house`, type: 'Organization', name: 'Rehearsal House' };

const nth = (what: string, at: number) => `${REHEARSAL_ID}-${what}-${at}`;
const told = (at: number) => `Room ${at} of Rehearsal House is ready.`;
const opened = (at: number) => `It opened floor ${at} at noon`;

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
 * An article with a part of every kind, and with a number of statements and events.
 * @returns a submission.
 */
export function rehearsedArticle(review: 'reviewed' | 'draft', size: number) {
  const places = Array.from({ length: size }, (_, place) => place + 1);
  return {
    id: REHEARSAL_ID,
    text: places.map((at) => `Ada Rehearsal told reporters: “${told(at)}” ${opened(at)}.\n`).join(''),
    entities: [ADA, HOUSE],
    annotation: {
      article: { title: 'A rehearsal', language: 'en', published: '2025-06-20', review },
      roles: [
        {
          person: ADA.id,
          kind: 'spokesperson',
          title: null,
          of: HOUSE.id,
          evidence: [{ exact: ADA.name, occurrence: 1 }],
        },
      ],
      events: places.map(event),
      relations: [
        {
          subject: ADA.id,
          predicate: 'SPOKESPERSON_OF',
          object: HOUSE.id,
          evidence: [{ exact: ADA.name, occurrence: 1 }],
        },
      ],
      statements: places.map(statement),
    },
  };
}
