import table from './act-words.json' with { type: 'json' };

/**
 * Words and phrases that tell an act, by CAMEO code; a word stands for all its forms. They are of our own choosing, after what the
 * CAMEO codebook says of each code.
 */
const WORDS: Record<string, string[]> = table.codes;

const IRREGULAR: Record<string, string | undefined> = table.irregular;

/** The plain form of an English word: one of those that it may be is enough, since the table has them. */
export function plainForm(word: string): string {
  const irregular = IRREGULAR[word];
  if (irregular) return irregular;
  if (word.length < 4 || /ss$|us$|is$/.test(word)) return word;
  if (/ies$/.test(word)) return word.replace(/ies$/, 'y');
  if (/ied$/.test(word)) return word.replace(/ied$/, 'y');
  if (/(ch|sh|ss|x|z|o)es$/.test(word)) return word.replace(/es$/, '');
  if (/s$/.test(word)) return word.slice(0, -1);
  const [, stem] = /^(.+?)(?:ed|ing)$/.exec(word) ?? [];
  if (!stem || !/[aeiouy]/.test(stem)) return word;
  if (/([bdgklmnprtz])\1$/.test(stem) && !/(ll|ss)$/.test(stem)) return stem.slice(0, -1);
  if (
    /([^aeiou][iu]|[aeiou][cgsuvz]|at|[bct]l|rg|nc|ng|rs|is|[^aeiou]e?[iou]t|pl|[^aeiouy][aiou][kmrn]|let|ot)$/.test(
      stem,
    ) &&
    !/(er|en|on|it|al|ain|in)$/.test(stem)
  )
    return `${stem}e`;
  return stem;
}

const byWord = new Map<string, string[]>();
for (const [code, words] of Object.entries(WORDS))
  for (const word of words) byWord.set(word, [...(byWord.get(word) ?? []), code]);

/** The CAMEO codes that a word in any form, or a phrase in its plain form, may stand for; the most specific last. */
export function codesOfWords(words: string): string[] {
  return byWord.get(words) ?? [];
}
