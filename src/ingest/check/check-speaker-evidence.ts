import type { Annotation } from '../../model/annotation.ts';
import { nameKey, plainForms } from '../../model/name-key.ts';
import { shownValue } from '../../model/shown-value.ts';
import { entityNames } from '../facts/entity-names.ts';
import type { Fact } from '../facts/facts.ts';
import { type CheckedDocument, isWritten } from './check-document.ts';
import type { KnownEntities, KnownEntity } from './check-references.ts';

/** A speaker may be read out of what stands around the words, and is then not certain. */
const MOST_WITHOUT_NAME = 0.9;

/** What English has in the place of a name; other languages have more than a list could hold. */
const PRONOUNS = new Set(
  'he she they it we i you who him her them us me his hers its their theirs'.split(' '),
);

/**
 * Reports attributions that are certain of a speaker whose words hold nothing of it: no name, no word of one, no mention. The graph
 * would show them as evidence.
 */
export function checkSpeakerEvidence(
  document: CheckedDocument<Annotation>,
  annotation: Annotation,
  known: KnownEntities,
  facts: Fact[],
): void {
  const mentions = Map.groupBy(
    facts.filter(({ kind, properties }) => kind === 'Mention' && properties.entityId !== null),
    ({ properties }) => String(properties.entityId),
  );
  const words = new Map<string, string[]>();
  for (const fact of facts) {
    const { exact, start, end, basis, confidence } = fact.properties;
    if (fact.kind !== 'Attribution' || Number(confidence) <= MOST_WITHOUT_NAME) continue;
    if (!isWritten(document, fact.field)) continue;
    for (const { to } of fact.edges.filter(({ type }) => type === 'TO')) {
      const speaker = known.records.get(to);
      if (!speaker || isNamed(speaker, String(exact))) continue;
      const isMentioned = mentions
        .get(speaker.id)
        ?.some(({ properties: at }) => Number(at.start) < Number(end) && Number(start) < Number(at.end));
      if (isMentioned) continue;
      if (!words.has(speaker.id)) words.set(speaker.id, wordsOfNames(speaker));
      const said = wordsOf(String(exact));
      if (said.some((word) => words.get(speaker.id)!.some((name) => isFormOf(word, name)))) continue;
      if (basis === 'cue-pronoun' && mayBePronoun(said, annotation.article.language)) continue;
      const detail = `${shownValue(exact)} holds no name and no mention of ${speaker.id}, at confidence ${confidence}`;
      document.report([...fact.field, 'evidence'], detail, { expected: SUPPORT });
    }
  }
}

/** Whether words hold the first name of an entity as it is, as most do. */
const isNamed = ({ name }: KnownEntity, words: string) => words.includes(name);

const SUPPORT = `words that name the speaker, an alias of the entity, a mention of it that says these words mean it, or a confidence of at most ${MOST_WITHOUT_NAME}`;

const mayBePronoun = (words: string[], language: string) =>
  !/^en(-|$)/i.test(language) || words.some((word) => PRONOUNS.has(word));

const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' });

/** The words of a text, in any script, in the form in which names are compared. */
const wordsOf = (text: string): string[] =>
  [...segmenter.segment(text)]
    .filter(({ isWordLike }) => isWordLike)
    .map(({ segment }) => plainForms(nameKey(segment)).plain)
    .filter((word) => word !== '');

/** Words that stand in names of very different things. */
const COMMON = new Set('the of and for in on at de la le du der die das und von'.split(' '));

const wordsOfNames = (entity: KnownEntity): string[] => [
  ...new Set(
    entityNames(entity)
      .flatMap(({ text }) => wordsOf(text))
      .filter((word) => !COMMON.has(word)),
  ),
];

/** Whether a word is another one, or that with an ending, such as "Trump’s". */
const isFormOf = (word: string, name: string) =>
  word === name || (name.length > 2 && word.startsWith(name)) || (word.length > 3 && name.startsWith(word));
