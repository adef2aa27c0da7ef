const quote = (words: string) => ({
  quoteType: 'direct',
  quote: words,
  cue: 'told',
  attributions: [
    { speaker: 'ada-draft', rank: 'preferred', basis: 'cue-named', confidence: 1, evidence: 'Ada Draft' },
  ],
});

/** A draft with a fact of every kind, on whom the record knows and on whom it alone knows. */
export const DRAFT = {
  id: 'a-draft',
  text: 'Ada Draft told reporters: “The quokka is a partner.” Pakistan met the Quokka Institute. Ada Draft leads the Quokka Institute.',
  entities: [
    { id: 'ada-draft', type: 'Person', name: 'Ada Draft' },
    { id: 'quokka-institute', type: 'Organization', name: 'Quokka Institute', country: 'united-states' },
  ],
  annotation: {
    article: { title: 'A quokka', language: 'en', published: '2025-06-20', review: 'draft' },
    statements: [
      {
        id: 'quokka-is-a-partner',
        act: '051',
        said: { edtf: '2025-06-19', basis: 'explicit' },
        about: ['pakistan', 'quokka-institute'],
        quotations: [quote('The quokka is a partner.')],
      },
    ],
    events: [
      {
        id: 'quokka-meeting',
        kind: 'meeting',
        label: 'Pakistan meets the Quokka Institute',
        participants: [
          { entity: 'pakistan', role: 'actor' },
          { entity: 'quokka-institute', role: 'actor' },
        ],
        evidence: ['Pakistan met the Quokka Institute'],
      },
    ],
    relations: [
      {
        subject: 'ada-draft',
        predicate: 'LEADS',
        object: 'quokka-institute',
        evidence: ['Ada Draft leads the Quokka Institute'],
      },
    ],
    roles: [
      {
        person: 'ada-draft',
        kind: 'leader',
        title: null,
        of: 'quokka-institute',
        evidence: ['Ada Draft leads the Quokka Institute'],
      },
    ],
  },
};

/** The same once every fact was decided. */
export const REVIEWED = {
  ...DRAFT,
  annotation: { ...DRAFT.annotation, article: { ...DRAFT.annotation.article, review: 'reviewed' } },
};
