/** A mark that stands in every text of the article, by which they are searched. */
export const MARKED = 'hostileword';
/** A word that no page is as wide as. */
const LONG = 'w'.repeat(90);
/** Ends what may be open around it, and goes on with an element and an attribute that no template has. */
const BREAKS = `"'></title><x-evil y-evil="1">`;
const BREAKS_MORE = `</script></style></textarea></pre>--></p> y-evil=2 onload='x' ]]> javascript:alert(1) \\input{x} }%`;
/** Marks that turn the direction of what follows, and are not ended. */
const TURNS = '\u202egnal-yrev \u2066\u05d0';

/** Hostile words of some length, which differ by what they begin with. */
const name = (first: string) => `${first} ${MARKED} ${BREAKS}${TURNS} ${LONG.slice(0, 60)}`;
const line = (first: string) => `${first} ${MARKED} ${BREAKS}${BREAKS_MORE}${TURNS} ${LONG}${LONG}${LONG}`;

const PERSON = name('Ada');
const OTHER = name('Bo');
const WORDS = line('We saw it');
const PART = line('Nobody asked');
const CUE = line('stressed');
const DESCRIBED = line('three officials');
const FIGURE = line('nine hundred');
const CLAIM = line('Everybody knows');
const TITLE = line('She led');
const UNRESOLVED = line('that man');

const TEXT = `${line('A beginning.')}

${PERSON} ${CUE}: “${WORDS}”. ${TITLE}.

${DESCRIBED} said ${PART}. ${OTHER} said nothing, and ${UNRESOLVED} neither.

${CLAIM}. ${FIGURE} were hurt.
`;

/** An article of which every field that takes words has hostile ones, with all that it names. */
export const HOSTILE_ARTICLE = {
  id: 'hostile',
  text: TEXT,
  entities: [
    {
      id: 'hostile-person',
      type: 'Person',
      name: PERSON,
      aliases: [name('Adah'), { text: name('Captain Ada'), kind: 'title' }],
      wikidata: 'Q999999999',
      description: line('A person.'),
    },
    { id: 'hostile-other', type: 'Person', name: OTHER, description: line('Another.') },
    { id: 'hostile-country', type: 'Country', name: name('Norland'), description: line('A country.') },
    {
      id: 'hostile-organization',
      type: 'Organization',
      name: name('Port Authority'),
      country: 'hostile-country',
      description: line('An organization.'),
    },
    {
      id: 'hostile-place',
      type: 'Place',
      name: name('Chamber Two'),
      country: 'hostile-country',
      description: line('A place.'),
    },
  ],
  annotation: {
    article: {
      title: line('A title'),
      language: 'en',
      publisher: line('A publisher'),
      url: "https://hostile.test/'y-evil='3'?javascript:alert(1)",
      published: '2031-03-05',
      authors: [{ person: 'hostile-person', confidence: 0.5, reason: line('A reason'), evidence: PERSON }],
    },
    roles: ['leader', 'official', 'analyst'].map((kind) => ({
      person: 'hostile-person',
      kind,
      title: TITLE,
      of: 'hostile-country',
      evidence: [TITLE],
    })),
    events: [
      {
        id: 'hostile-event',
        kind: 'meeting',
        label: line('An event'),
        date: '2031-03-04',
        place: 'hostile-place',
        act: '040',
        participants: [
          { entity: 'hostile-person', role: 'actor' },
          { entity: 'hostile-country', role: 'recipient' },
        ],
        figures: [{ what: 'killed', value: 900, unit: line('A unit'), words: FIGURE }],
        assertedBy: { author: 'opinion' },
        evidence: [FIGURE],
      },
    ],
    relations: [
      {
        subject: 'hostile-person',
        predicate: 'LEADS',
        object: 'hostile-organization',
        date: '2028',
        evidence: [TITLE],
      },
    ],
    statements: [
      {
        id: 'hostile-statement',
        text: line('A statement'),
        act: '051',
        said: '2031-03-04',
        about: ['hostile-country', { id: 'hostile-event', as: 'topic' }],
        at: ['hostile-event'],
        quotations: [
          {
            quoteType: 'direct',
            quote: WORDS,
            cue: CUE,
            attributions: [
              {
                speaker: 'hostile-person',
                basis: 'cue-named',
                reason: line('A reason'),
                flags: ['conflicting-cues'],
                evidence: PERSON,
              },
              {
                speaker: 'hostile-other',
                rank: 'normal',
                basis: 'editor',
                reason: line('Another reason'),
                evidence: OTHER,
              },
            ],
          },
        ],
      },
      {
        id: 'hostile-described',
        about: ['hostile-country'],
        quotations: [
          {
            quoteType: 'indirect',
            quote: PART,
            attributions: [
              {
                speaker: null,
                basis: 'described',
                confidence: 0,
                flags: ['unnamed-speaker'],
                described: { words: DESCRIBED, role: 'official', of: 'hostile-country' },
                evidence: DESCRIBED,
              },
            ],
          },
        ],
      },
    ],
    mentions: [{ entity: null, form: 'description', exact: UNRESOLVED, reason: line('A reason') }],
    excluded: [{ quote: CLAIM, reason: line('A reason') }],
  },
};

/** A decision with a hostile reason. */
export const HOSTILE_DECISION = {
  kind: 'different',
  of: 'statements',
  ids: ['hostile-statement', 'hostile-described'],
  why: line('A reason'),
};

/** Hostile words as a name, and as a quotation. */
export const HOSTILE = { name: PERSON, words: WORDS };
