import type { z } from 'zod';
import type { Annotation } from '../model/annotation.ts';
import type { References } from './entities/references.ts';
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
  return [...grouped.values()].map(({ entity, form, exact, nths, isOnly, rule, confidence }) => ({
    entity,
    form,
    exact,
    ...(!isOnly && { occurrence: nths.length === 1 ? nths[0]! : nths.sort((a, b) => a - b) }),
    draft: { rule, confidence: Math.round(confidence * 100) / 100 },
  }));
}
