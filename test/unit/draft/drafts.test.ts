import { describe, expect, test } from 'vitest';
import { draftArticle } from '../../../src/draft/draft-article.ts';
import { loadFitted } from '../../../src/draft/learned/fitted.ts';
import { readArticle } from '../../../src/draft/reading/read-article.ts';
import { readAuthority } from '../../../src/ingest/check/read-authority.ts';
import { ownAuthority } from '../../../src/project.ts';

const authority = readAuthority([ownAuthority]);
const draftOf = (text: string) => draftArticle(readArticle(text, 'text'), authority, loadFitted());
const attributionsOf = (text: string) =>
  (draftOf(text).annotation.statements ?? []).flatMap(({ quotations }) =>
    quotations.map(({ quoteType, quote, cue, attributions }) => ({
      quoteType,
      quote,
      cue,
      speakers: attributions.map(({ speaker }) => speaker),
      basis: attributions[0]!.basis,
    })),
  );

describe('a draft', () => {
  test('has quotations in two parts with their speaker', () => {
    const text =
      'A vote\n\n“We have waited for this day,” said Ada Bell, the mayor of Oslo. “Now the work begins.”\n';
    expect(attributionsOf(text)).toEqual([
      {
        quoteType: 'direct',
        quote: ['We have waited for this day', 'Now the work begins'],
        cue: 'said',
        speakers: ['ada-bell'],
        basis: 'cue-named',
      },
    ]);
  });

  test('has reported speech', () => {
    const text =
      'A vote\n\nPresident Donald Trump said on Monday that the bridge would be closed for two weeks.\n';
    expect(attributionsOf(text)).toMatchObject([
      { quoteType: 'indirect', speakers: ['donald-trump'], cue: 'said' },
    ]);
  });

  test('finds the entities of the authority file first', () => {
    const { entities } = draftOf(
      'A vote\n\nTrump praised General Munir. “He is a friend of ours,” Trump told reporters.\n',
    );
    expect(entities.map(({ id }) => id)).toEqual([]);
  });

  test('names who a pronoun means', () => {
    const text = 'A vote\n\nAda Bell arrived late. “The road was closed for hours,” she told reporters.\n';
    expect(attributionsOf(text)).toMatchObject([{ speakers: ['ada-bell'], basis: 'cue-pronoun' }]);
  });

  test('tells a portfolio from the name of who has it', () => {
    const text = 'A vote\n\n“The road is closed,” Harbour Minister Tomas Edelgard told reporters.\n';
    expect(attributionsOf(text)).toMatchObject([{ speakers: ['tomas-edelgard'] }]);
  });

  test('takes nobody of a pronoun for who wrote the article', () => {
    const text =
      'A vote\n\nBy Ilse Marrow\n\n“The road is closed,” Tomas Edelgard told reporters. He accused the council of hiding a report.\n';
    expect(attributionsOf(text).flatMap(({ speakers }) => speakers)).not.toContain('ilse-marrow');
  });

  test.each([
    ['an apposition before a name', 'The council’s chief executive, Ada Bell, said the road was closed.'],
    ['an apposition after a name', 'Ada Bell, the chief executive of the council, said the road was closed.'],
    ['a relative pronoun', 'Ada Bell, who said the road was closed, left at noon.'],
    [
      'a title that the text has elsewhere',
      'Judge Ada Bell met Cal Dorn. “The road was closed for hours,” the judge said.',
    ],
    [
      'a pronoun after one who spoke of another',
      '“We know Cal Dorn,” said Ada Bell. “The road was closed,” she said.',
    ],
  ])('names who speaks by %s', (_, text) => {
    const found = attributionsOf(`A vote\n\n${text}\n`);
    expect(found.flatMap(({ speakers }) => speakers)).toContain('ada-bell');
  });

  test('joins a report and the signed quotation that renders it', () => {
    const text =
      'A vote\n\nAda Bell, the mayor of Oslo, noted that the road was closed for weeks.\n\n“Nobody can get through”\n\n– Ada Bell\n';
    const { annotation } = draftOf(text);
    expect(annotation.statements).toHaveLength(1);
    expect(annotation.statements![0]!.quotations.map(({ quoteType }) => quoteType)).toEqual([
      'indirect',
      'direct',
    ]);
  });

  test('resolves what quotations call their speaker, and others', () => {
    const text =
      'A vote\n\nAda Bell met Cal Dorn. “I know him, and they [Norway] are ready,” Ada Bell told reporters.\n';
    const { mentions = [] } = draftOf(text).annotation;
    const of = (word: string) => mentions.find(({ exact }) => exact === word)?.entity;
    expect([of('I'), of('him'), of('they')]).toEqual(['ada-bell', 'cal-dorn', 'norway']);
  });

  test('names what it found in passing, and the bodies of countries', () => {
    const text =
      'A vote\n\nThe Norwegian army crossed the Sinai peninsula. The army left General Ada Bell behind, and General Bell wrote a book on Eastern European food.\n';
    const { annotation, entities } = draftOf(text);
    expect(entities.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['Norwegian army', 'Sinai peninsula', 'Eastern Europe', 'Ada Bell']),
    );
    expect(entities.find(({ name }) => name === 'Ada Bell')?.aliases).toContainEqual({
      text: 'General Bell',
      kind: 'title',
    });
    expect(annotation.mentions).toContainEqual(
      expect.objectContaining({ entity: 'norwegian-army', exact: 'The army', form: 'description' }),
    );
  });

  test('takes what goes on for an event, and what is wanted for none', () => {
    const text =
      'A vote\n\nNorway continues to pressure Sweden. Denmark wants to pressure Finland. The appointment of Ada Bell came late.\n';
    const { events = [], relations = [] } = draftOf(text).annotation;
    expect(events.map(({ kind, participants }) => [kind, participants?.map(({ entity }) => entity)])).toEqual(
      [
        ['pressure', ['norway', 'sweden']],
        ['appointment', ['ada-bell']],
      ],
    );
    expect(relations).toMatchObject([{ subject: 'norway', predicate: 'PRESSURES', object: 'sweden' }]);
  });

  test('takes a last name that is a verb for a name', () => {
    const text = 'A vote\n\n“The road was closed for hours,” Will said. George Will is a columnist.\n';
    expect(attributionsOf(text)).toMatchObject([{ speakers: ['george-will'] }]);
  });

  test('takes no other words of a heading for names than those that the text has elsewhere', () => {
    const text =
      'Mayor Ada Bell Says Road Was Closed\n\nAda Bell said that the road was closed for two weeks.\n';
    expect(draftOf(text).entities.map(({ name }) => name)).toEqual(['Ada Bell']);
  });

  test('does not depend on the texts that were read before', () => {
    const text =
      'A vote\n\nQuillon’s mayor said that the road was closed. Nobody asked Quillon’s aides—or Quillon.\n';
    const before = draftOf(text);
    draftOf('A vote\n\nNobody asked Quillon’s—or Tarn’s—aides. (Quillon’s) “Quillon’s”\n');
    expect(draftOf(text)).toEqual(before);
  });

  test('takes a signature for what it is', () => {
    const text =
      'A vote\n\nThe mayor was pleased with the outcome.\n\n“We have waited for this day for many years”\n\n– Ada Bell\n';
    expect(attributionsOf(text)).toMatchObject([
      { quoteType: 'direct', speakers: ['ada-bell'], basis: 'signature' },
    ]);
  });

  test('tells a city from the government that has its seat there', () => {
    const text = 'A vote\n\nAda Bell met Cal Dorn in London. London’s demands were refused.\n';
    const { annotation, entities } = draftOf(text);
    expect(entities).toContainEqual({
      id: 'london',
      type: 'Place',
      name: 'London (place)',
      aliases: [{ text: 'London', kind: 'name', shared: true }],
    });
    expect(annotation.events?.[0]?.place).toBe('london');
    expect(annotation.mentions).toContainEqual(
      expect.objectContaining({ entity: 'united-kingdom', form: 'metonym' }),
    );
  });

  test('counts days from that of the article', () => {
    const text = 'Title: A vote\nDate: 2025-06-12\n\nAda Bell met Cal Dorn in Oslo on Tuesday.\n';
    const [event] = draftOf(text).annotation.events ?? [];
    expect(event).toMatchObject({
      kind: 'meeting',
      date: { edtf: '2025-06-10', basis: 'relative' },
      act: '040',
    });
  });

  test('says which rule found each fact, and how sure that is', () => {
    const { annotation } = draftOf(
      'A vote\n\n“We have waited for this day,” said Ada Bell, a former judge.\n',
    );
    expect(annotation.article.review).toBe('draft');
    for (const { draft, quotations } of annotation.statements ?? []) {
      expect(draft?.confidence).toBeGreaterThan(0);
      for (const { draft: of, attributions } of quotations)
        for (const one of [of, ...attributions.map((attribution) => attribution.draft)])
          expect(one?.rule).toMatch(/^\p{L}/u);
    }
    expect(annotation.roles).toMatchObject([
      { person: 'ada-bell', kind: 'judge', former: true, draft: { rule: 'apposition' } },
    ]);
  });
});
