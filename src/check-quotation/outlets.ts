import type { WordMatch } from './compare-words.ts';
import type { Quotation } from './quotation.ts';
import type { Stretch } from './word-diff.ts';

/** How one rendering has the words of a quotation. */
export interface OutletMatch {
  renderingId: string;
  articleId: string;
  /** `same`: all of it. `part`: nothing else. `differs`: other words in their place. `own-words`: no words in quotation marks. `without`: other parts. */
  kind: 'same' | 'part' | 'differs' | 'own-words' | 'without';
  diff: Stretch[];
  /** Where it differs, the words in the place of those of the quotation. */
  differs: string;
}

/** Of what is elsewhere in a rendering, nothing differs: less of a quotation is there, by what its words say, or by their number. */
const NEAR = { share: 0.4, words: 0.6 };

/**
 * How each rendering of a statement has the words.
 * @param best the rendering that has them best: the others are said to differ where they contradict it.
 */
export const outletsOf = (
  quotation: Quotation,
  best: WordMatch,
  matches: readonly WordMatch[],
): OutletMatch[] =>
  matches.map((match) => {
    const { id, articleId } = match.source.rendering;
    const replaced = replacements(match);
    const kind = kindOf(match, replaced, quotation);
    // Only what an outlet prints as it is can be contradicted.
    const isPrinted = best.kind === 'verbatim' || best.kind === 'cut';
    const isOther = isPrinted && articleId !== best.source.rendering.articleId;
    return {
      renderingId: id,
      articleId,
      kind: kind === 'differs' && !isOther ? 'part' : kind,
      diff: match.diff,
      differs: replaced.map(({ there, here }) => `“${there}” for “${here}”`).join('; '),
    };
  });

interface Replacement {
  there: string;
  here: string;
}

/** Words that stand in the place of others, also where the quotation begins or ends with them and the speaker says something else there. */
function replacements({ diff, beginsBefore, goesOn }: WordMatch): Replacement[] {
  const within = diff.flatMap(({ kind, text }, at) => {
    const next = diff[at + 1];
    return kind === 'left-out' && next?.kind === 'added' && diff[at + 2]?.kind === 'same'
      ? [{ there: text, here: next.text }]
      : [];
  });
  const [first, last] = [diff.at(0), diff.at(-1)];
  return [
    ...(first?.kind === 'added' && beginsBefore ? [{ there: '…', here: first.text }] : []),
    ...within,
    ...(last?.kind === 'added' && goesOn ? [{ there: '…', here: last.text }] : []),
  ];
}

function kindOf(
  { kind, share, places, isOwnWords, source }: WordMatch,
  replaced: readonly Replacement[],
  { words }: Quotation,
): OutletMatch['kind'] {
  if (isOwnWords || source.rendering.quoteType === 'indirect') return 'own-words';
  if (kind === 'verbatim' || kind === 'cut') return 'same';
  if (share < NEAR.share && places.size < NEAR.words * words.length) return 'without';
  return replaced.length > 0 ? 'differs' : 'part';
}
