import { expect, test } from 'vitest';
import { check } from '../../src/ingest/check/check.ts';
import type { InputError } from '../../src/ingest/check/input-error.ts';

const TEXT =
  'Pakistan is a partner, said John Smith’s office. He said so. Smith agreed. 山田氏は同意した。 Путина это радует. Erdogan and O‘Bryan nodded. The envoy nodded.';

const AUTHORITY = JSON.stringify({
  entities: [
    { id: 'john-smith', type: 'Person', name: 'John Smith' },
    { id: 'yamada', type: 'Person', name: '山田太郎' },
    { id: 'erdogan', type: 'Person', name: 'Recep Tayyip Erdoğan' },
    { id: 'obryan', type: 'Person', name: 'Keira O’Bryan' },
    { id: 'putin', type: 'Person', name: 'Владимир Путин' },
    { id: 'bank-of-norland', type: 'Organization', name: 'The Bank of Norland' },
  ],
});

function faultsOf(attribution: object, mentions: object[] = [], language = 'en') {
  const annotation = {
    article: { title: 'A partner', language },
    statements: [
      {
        id: 'a-partner',
        quotations: [
          {
            quoteType: 'indirect',
            quote: 'Pakistan is a partner',
            attributions: [
              {
                speaker: 'john-smith',
                rank: 'preferred',
                basis: 'cue-named',
                confidence: 0.95,
                ...attribution,
              },
            ],
          },
        ],
      },
    ],
    mentions,
  };
  const article = {
    id: 'a',
    textFile: 'article.txt',
    text: TEXT,
    annotationFile: 'annotation.yaml',
    annotationText: JSON.stringify(annotation),
  };
  try {
    check({
      authorities: [{ file: 'entities.yaml', text: AUTHORITY }],
      articles: () => [article],
      faults: [],
    });
    return [];
  } catch (error) {
    return (error as InputError).faults;
  }
}

const ENVOY = { entity: 'john-smith', form: 'description', exact: 'The envoy' };

test.each<[string, object, object[]?]>([
  ['the name', { evidence: 'said John Smith’s office' }],
  ['a word of the name', { evidence: 'Smith agreed' }],
  ['a name of another script', { speaker: 'yamada', evidence: '山田氏は' }],
  ['a name with an ending', { speaker: 'putin', evidence: 'Путина это радует' }],
  ['a name without its accents', { speaker: 'erdogan', evidence: 'Erdogan and' }],
  ['a name with another apostrophe', { speaker: 'obryan', evidence: 'O‘Bryan nodded' }],
  ['a pronoun', { basis: 'cue-pronoun', evidence: 'He said so' }],
  ['a mention', { evidence: 'The envoy nodded' }, [ENVOY]],
  ['an editor’s reading that is not certain', { basis: 'editor', confidence: 0.85, evidence: 'Pakistan is' }],
  ['who is read out of what stands around them', { confidence: 0.9, evidence: 'Pakistan is' }],
  ['nobody', { speaker: null, confidence: 0, evidence: 'Pakistan is' }],
])('words that hold %s support a speaker', (_, attribution, mentions) => {
  expect(faultsOf(attribution, mentions)).toEqual([]);
});

test.each<[string, object, object[]?]>([
  ['a named cue', { confidence: 1, evidence: 'Pakistan is' }],
  ['a signature', { basis: 'signature', evidence: 'Pakistan is' }],
  ['a cue with a pronoun', { basis: 'cue-pronoun', evidence: 'Pakistan is' }],
  ['a certain editor', { basis: 'editor', evidence: 'Pakistan is' }],
  ['another name', { speaker: 'putin', evidence: 'said John Smith' }],
  ['a common word of the name', { speaker: 'bank-of-norland', evidence: 'The envoy nodded' }],
  ['a mention of another', { speaker: 'putin', evidence: 'The envoy nodded' }, [ENVOY]],
  ['a mention elsewhere', { evidence: 'Pakistan is' }, [ENVOY]],
])('words that hold none are refused as those of %s', (_, attribution, mentions) => {
  const {
    speaker = 'john-smith',
    confidence = 0.95,
    evidence,
  } = attribution as { speaker?: string; confidence?: number; evidence: string };
  expect(faultsOf(attribution, mentions)).toMatchObject([
    {
      field: 'statements[0].quotations[0].attributions[0].evidence',
      detail: `${JSON.stringify(evidence)} holds no name and no mention of ${speaker}, at confidence ${confidence}`,
      expected: expect.stringMatching(
        /^words that name the speaker, an alias .*, a mention .* or a confidence of at most 0\.9$/,
      ),
    },
  ]);
});

test('pronouns of other languages are not known, and taken', () => {
  expect(faultsOf({ basis: 'cue-pronoun', evidence: 'Pakistan is' }, [], 'ur')).toEqual([]);
});
