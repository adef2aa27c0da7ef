import { expect, test } from 'vitest';
import { articleFacts } from '../../src/ingest/facts/article-facts.ts';
import type { NamedEntity } from '../../src/ingest/facts/find-names.ts';
import { withStatementIds } from '../../src/ingest/facts/statement-id.ts';
import { Annotation } from '../../src/model/annotation.ts';

const entity = (id: string, name: string, aliases: NamedEntity['aliases'] = []): NamedEntity => ({
  id,
  type: 'Organization',
  name,
  aliases,
});

const RIVERLAND = entity('riverland', 'Riverland', [
  { text: 'Riverlander', kind: 'adjective' },
  { text: 'RL', kind: 'abbreviation' },
  { text: 'Port City', kind: 'metonym' },
]);
const NAVY = entity('riverland-navy', 'Riverland Navy', ['the Navy']);
const ADA = entity('ada-quill', 'Ada Quill', ['Quill', { text: 'Minister Quill', kind: 'title' }]);
const BEN = entity('ben-quill', 'Ben Quill', ['Quill']);

interface Given {
  named?: NamedEntity[];
  mentions?: object[];
  quotations?: object[];
  events?: object[];
}

function factsOf(text: string, { named = [], mentions = [], quotations, events = [] }: Given) {
  const statements = quotations && [{ id: 'said', quotations }];
  const annotation = Annotation.parse({
    article: { title: 'A title', language: 'en' },
    mentions,
    events,
    ...(statements && { statements }),
  });
  const none = { isEvent: () => false, isOwn: () => false };
  return articleFacts(
    'an-article',
    'annotation.yaml',
    text,
    withStatementIds('an-article', annotation),
    none,
    named,
  );
}

const mentioned = (text: string, given: Given) =>
  factsOf(text, given)
    .facts.facts.filter(({ kind }) => kind === 'Mention')
    .map(({ properties: { entityId, form, exact, start } }) => [entityId, form, exact, start].join(' '));

test('names, adjectives and abbreviations are found as whole words, metonyms are not', () => {
  const text = 'Riverland’s port. Port City said RL and Riverlander ships, not RLX, left Riverlands.';
  expect(mentioned(text, { named: [RIVERLAND] })).toEqual([
    'riverland name Riverland 0',
    'riverland alias RL 33',
    'riverland adjective Riverlander 40',
  ]);
});

test('demonyms are found in the plural, and names with either apostrophe and hyphen', () => {
  const keira = entity('keira', "Keira O'Bryan-Lee", ['O’Bryan', { text: 'Lees', kind: 'adjective' }]);
  const text = "Riverlanders met Keira O’Bryan‑Lee. “No,” said O'Bryan. A Riverlander’s Riverlandersson.";
  expect(mentioned(text, { named: [RIVERLAND, keira] })).toEqual([
    'riverland adjective Riverlanders 0',
    'keira name Keira O’Bryan‑Lee 17',
    "keira alias O'Bryan 47",
    'riverland adjective Riverlander 58',
  ]);
});

test('a plural that its record lists is one name, and one that another bears is left to the annotator', () => {
  const [one, other] = [
    entity('one', 'One', [{ text: 'Onelander', kind: 'adjective' }, 'Onelanders']),
    entity('two', 'Onelanders'),
  ];
  expect(mentioned('Onelanders sang.', { named: [one!] })).toEqual(['one adjective Onelanders 0']);
  expect(mentioned('Onelanders sang.', { named: [one!, other!] })).toEqual([]);
});

test('of names within each other the longest is found, whoever bears it', () => {
  const text = 'The Riverland Navy of Riverland met Minister Quill.';
  expect(mentioned(text, { named: [RIVERLAND, NAVY, ADA] })).toEqual([
    'riverland-navy name Riverland Navy 4',
    'riverland name Riverland 22',
    'ada-quill alias Minister Quill 36',
  ]);
});

test('a name that two entities of the article bear is left to the annotator', () => {
  expect(mentioned('Ada Quill and Ben Quill: Quill spoke.', { named: [ADA, BEN] })).toEqual([
    'ada-quill name Ada Quill 0',
    'ben-quill name Ben Quill 14',
  ]);
});

test('what is annotated overrules a name in it', () => {
  const text = 'Quill Street is in Riverland. The Quill case, said Quill.';
  const mentions = [
    { entity: null, form: 'name', exact: 'Quill Street', reason: 'A street.' },
    { entity: 'ben-quill', form: 'alias', exact: 'Quill', occurrence: 2 },
    { entity: 'riverland-navy', form: 'description', exact: 'Quill case' },
  ];
  expect(mentioned(text, { named: [ADA], mentions })).toEqual([
    ' name Quill Street 0',
    'riverland-navy description Quill case 34',
    'ben-quill alias Quill 34',
    'ada-quill alias Quill 51',
  ]);
});

test('names stand at code points, and a line may break in them', () => {
  expect(mentioned('🌍🌍 Ada Quill\r\nRL', { named: [ADA, RIVERLAND] })).toEqual([
    'ada-quill name Ada Quill 3',
    'riverland alias RL 14',
  ]);
});

const TWICE = 'Quill said nothing. Then he said: “We sail.” Ada Quill said so on Monday. She said more.';

const attributionOf = (
  text: string,
  attribution: object,
  quotation: object = {},
  mentions: object[] = [],
) => {
  const { facts, faults } = factsOf(text, {
    named: [ADA],
    mentions,
    quotations: [{ quoteType: 'direct', quote: 'We sail.', attributions: [attribution], ...quotation }],
  });
  const find = (kind: string) => facts.facts.find((fact) => fact.kind === kind)!.properties;
  return { faults, quotation: find('Quotation'), attribution: find('Attribution') };
};

test('a cue that stands several times is the nearest to the quotation', () => {
  const { quotation } = attributionOf(TWICE, { speaker: 'ada-quill', basis: 'cue-named' }, { cue: 'said' });
  expect([quotation.cue, quotation.cueStart]).toEqual(['said', 28]);
});

test('without evidence the nearest name of the speaker is taken, and what its basis usually deserves', () => {
  const { attribution } = attributionOf(TWICE, { speaker: 'ada-quill', basis: 'cue-named' });
  expect(attribution).toMatchObject({ exact: 'Ada Quill', confidence: 0.95, rank: 'preferred' });
});

test('a name is taken before a description, though that is nearer', () => {
  const mentions = [{ entity: 'ada-quill', form: 'description', exact: 'nothing' }];
  const by = { speaker: 'ada-quill', basis: 'cue-named' };
  expect(attributionOf('Quill said nothing: “We sail.”', by, {}, mentions).attribution.exact).toBe('Quill');
});

test('a pronoun is taken for a pronoun', () => {
  const mentions = [{ entity: 'ada-quill', form: 'pronoun', exact: 'he', occurrence: 1 }];
  const by = { speaker: 'ada-quill', basis: 'cue-pronoun' };
  expect(attributionOf(TWICE, by, {}, mentions).attribution).toMatchObject({ exact: 'he', confidence: 0.9 });
  expect(attributionOf(TWICE, by).faults).toMatchObject([
    {
      path: ['statements', 0, 'quotations', 0, 'attributions', 0, 'evidence'],
      detail: 'nothing within 500 characters of the quotation names ada-quill',
    },
  ]);
});

test('where nobody is named the words that show it have to be given', () => {
  expect(attributionOf(TWICE, { speaker: null, basis: 'editor' }).faults).toMatchObject([
    { detail: 'is missing', expected: 'the words that show that nobody can be named' },
  ]);
});

test('the same words as often as they stand are as many passages', () => {
  const events = [
    { id: 'talks', kind: 'meeting', label: 'Talks', evidence: [{ exact: 'said', occurrence: 'all' }] },
  ];
  const starts = factsOf(TWICE, { events })
    .facts.facts.filter(({ kind }) => kind === 'Evidence')
    .map(({ properties }) => properties.start);
  expect(starts).toEqual([6, 28, 55, 78]);
});
