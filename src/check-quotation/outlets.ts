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

/** Of what is elsewhere in a rendering, nothing differs. */
const NEAR = 0.4;

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
    const isOther = articleId !== best.source.rendering.articleId && best.kind !== 'altered';
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

/** Words that stand in the place of others, also where the quotation ends with them and the outlet's sentence goes on. */
function replacements({ diff, goesOn }: WordMatch): Replacement[] {
  const within = diff.flatMap(({ kind, text }, at) => {
    const next = diff[at + 1];
    return kind === 'left-out' && next?.kind === 'added' && diff[at + 2]?.kind === 'same'
      ? [{ there: text, here: next.text }]
      : [];
  });
  const last = diff.at(-1);
  return last?.kind === 'added' && goesOn ? [...within, { there: '…', here: last.text }] : within;
}

function kindOf(
  { kind, share, isOwnWords, source }: WordMatch,
  replaced: readonly Replacement[],
  { words }: Quotation,
): OutletMatch['kind'] {
  if (isOwnWords || source.rendering.quoteType === 'indirect') return 'own-words';
  if (kind === 'verbatim' || kind === 'cut') return 'same';
  if (share < NEAR || words.length === 0) return 'without';
  return replaced.length > 0 ? 'differs' : 'part';
}
