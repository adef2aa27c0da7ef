import type { z } from 'zod';
import type { Annotation } from '../model/annotation.ts';
import type { FoundAttribution } from './attribution/found-attribution.ts';
import type { FoundEntity } from './entities/entities.ts';
import { regionOfAdjective } from './entities/gazetteer.ts';
import type { Reference, References } from './entities/references.ts';
import type { Quoting } from './quoting.ts';
import type { FoundRole } from './roles.ts';
import { type AnalysedText, placeOf } from './text/analysed-text.ts';
import type { Run } from './text/sentences.ts';

type DraftMention = NonNullable<z.input<typeof Annotation>['mentions']>[number];

const LEAST = 0.5;

/** The mentions that the loader does not find by itself: pronouns, metonyms, descriptions. */
export function draftMentions(
  read: AnalysedText,
  references: References,
  roles: readonly FoundRole[],
  firstPersons: readonly Reference[],
  quoting: Quoting,
): DraftMention[] {
  const grouped = new Map<
    string,
    {
      entity: string;
      form: DraftMention['form'];
      exact: string;
      nths: number[];
      isOnly: boolean;
      rule: string;
      confidence: number;
    }
  >();
  const add = (run: Run, entity: string, form: DraftMention['form'], rule: string, confidence: number) => {
    const [start, end] = placeOf(read, run);
    const exact = read.text.slice(start, end);
    const place = quoting.wholeWords(exact, start);
    if (place === null) return;
    const key = `${entity} ${form} ${exact}`;
    const known = grouped.get(key);
    if (!known)
      grouped.set(key, { entity, form, exact, nths: [place.nth], isOnly: place.isOnly, rule, confidence });
    else if (!known.nths.includes(place.nth)) {
      known.nths.push(place.nth);
      known.confidence = Math.min(known.confidence, confidence);
    }
  };
  for (const { entity, form, confidence, from, to } of references.all) {
    if (confidence < LEAST) continue;
    if (form === 'metonym') add({ from, to }, entity.id, 'metonym', 'gazetteer-metonym', confidence);
    else if (form !== 'name') add({ from, to }, entity.id, form, `reference-${form}`, confidence);
  }
  for (const { description, person, confidence } of roles)
    if (description !== null) add(description, person.id, 'description', 'role-description', confidence);
  for (const { from, to, entity, confidence } of firstPersons)
    add({ from, to }, entity.id, 'pronoun', 'first-person', confidence);
  return [...grouped.values()].map(({ entity, form, exact, nths, isOnly, rule, confidence }) => ({
    entity,
    form,
    exact,
    ...(!isOnly && { occurrence: nths.length === 1 ? nths[0]! : nths.sort((a, b) => a - b) }),
    draft: { rule, confidence: Math.round(confidence * 100) / 100 },
  }));
}

/** The first mention of each entity that nothing else of a draft speaks of: the loader finds the others by its name. */
export function mentionsByName(
  read: AnalysedText,
  entities: readonly FoundEntity[],
  quoting: Quoting,
): DraftMention[] {
  return entities.flatMap(({ id, name, mentions, certainty }): DraftMention[] => {
    const [first] = mentions;
    const [start, end] = placeOf(read, first!);
    const exact = read.text.slice(start, end);
    const place = quoting.wholeWords(exact, start);
    if (place === null) return [];
    const form =
      regionOfAdjective(exact) !== undefined || first!.country?.form === 'adjective'
        ? 'adjective'
        : exact === name
          ? 'name'
          : 'alias';
    return [
      {
        ...{ entity: id, form, exact },
        ...(!place.isOnly && { occurrence: place.nth }),
        draft: { rule: 'name', confidence: Math.round(certainty * 100) / 100 },
      },
    ];
  });
}

const FIRST_PERSON = /^(i|me|my|mine|myself)$/;

/** "I" in quotation marks is the one who says it, where that is plain. */
export function findFirstPersons(
  { tokens }: AnalysedText,
  references: References,
  attributions: readonly FoundAttribution[],
): Reference[] {
  const found = new Map<number, Reference>();
  for (const { source, parts, confidence } of attributions) {
    const speaker = source === null ? null : references.of(source);
    if (speaker?.entity.type !== 'Person') continue;
    const sure = confidence.all * speaker.confidence;
    if (sure < LEAST) continue;
    for (const { from, to } of parts)
      for (let at = from; at < to; at++) {
        if (tokens[at]!.region < 0 || !FIRST_PERSON.test(tokens[at]!.lower)) continue;
        if (sure > (found.get(at)?.confidence ?? 0))
          found.set(at, { ...speaker, from: at, to: at + 1, form: 'pronoun', confidence: sure });
      }
  }
  return [...found.values()];
}
