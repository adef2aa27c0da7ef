import { likelyTypes } from '../../src/draft/acts/act-model.ts';
import { targetOf } from '../../src/draft/acts/target.ts';
import { attributionsOf } from '../../src/draft/attribution/attributions.ts';
import { findDates } from '../../src/draft/dates/find-dates.ts';
import { groupNames } from '../../src/draft/entities/entities.ts';
import { type NameType, namedMentions } from '../../src/draft/entities/names.ts';
import { References } from '../../src/draft/entities/references.ts';
import type { Fitted } from '../../src/draft/learned/fitted.ts';
import { analyse, placeOf, wordsOf } from '../../src/draft/text/analysed-text.ts';
import type { GoldArticle } from './kit.ts';
import { type ActRecord, featuresOfRecord } from './learn-acts.ts';

/** The share of confidence from which on an attribution is counted as found. */
const KEPT_FROM = 0.39;

/** Predictions in the forms that the kit's scorers take. */
export function predictQuotes({ docId, text }: GoldArticle, { attribution, antecedents }: Fitted) {
  const read = analyse(text);
  const references = new References(read, groupNames(read, namedMentions(read), []), antecedents);
  const quotes = attributionsOf(read, attribution)
    .filter(({ confidence }) => confidence.all >= KEPT_FROM)
    .map(({ cue, parts, source, confidence }) => ({
      content: parts.map((part) => placeOf(read, part)),
      ...(source !== null && {
        source: [placeOf(read, source)],
        speakerText: wordsOf(read, source),
        resolved: references.of(source)?.entity.name,
      }),
      ...(cue !== null && { cue: [placeOf(read, { from: cue, to: cue + 1 })] }),
      confidence: confidence.all,
    }));
  return { docId, quotes };
}

export const predictDates = ({ docId, text, dct }: { docId: string; text: string; dct: string }) => ({
  docId,
  timex: findDates(text, dct),
});

const KIT_TYPES: Record<NameType, string | null> = {
  person: 'PER',
  organization: 'ORG',
  place: 'LOC',
  country: 'LOC',
  other: null,
};

export function predictEntities({ docId, text }: { docId: string; text: string }) {
  const read = analyse(text);
  const entities = namedMentions(read).flatMap((mention) => {
    const type = KIT_TYPES[mention.type];
    if (type === null) return [];
    const [start, end] = placeOf(read, mention);
    return [{ start, end, type }];
  });
  return { docId, entities };
}

export function predictAct(record: ActRecord, { acts, target }: Fitted) {
  const [best] = likelyTypes(acts, featuresOfRecord(record));
  return {
    id: record.id,
    act: best!.type,
    confidence: best!.share,
    target: targetOf(record.text, record.source, target),
  };
}
