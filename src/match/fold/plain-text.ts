/** Each form that English shortens, and what it stands for. */
const CONTRACTIONS: readonly [RegExp, string][] = [
  [/\bwon't\b/gi, 'will not'],
  [/\bcan't\b|\bcannot\b/gi, 'can not'],
  [/\bshan't\b/gi, 'shall not'],
  [/\bain't\b/gi, 'is not'],
  [/n't\b/gi, ' not'],
  [/\blet's\b/gi, 'let us'],
  [/\b(it|he|she|that|there|here|what|who|where)'s\b/gi, '$1 is'],
  [/'re\b/gi, ' are'],
  [/'ve\b/gi, ' have'],
  [/'ll\b/gi, ' will'],
  [/'m\b/gi, ' am'],
  [/'d\b/gi, ' would'],
  [/\bgonna\b/gi, 'going to'],
  [/\bwanna\b/gi, 'want to'],
  [/\bfortnight\b/gi, 'two weeks'],
  [/'s\b|'(?=\s|$)/gi, ''],
];

/** What looks like a negation and is none. */
const ONLY = /\b(?:nobody|no one|none|nothing) (?:but|except|other than)\b|\bnot (?:only|just)\b/gi;

/** Words that are also written with a hyphen or in two. */
const COMPOUNDS =
  /\b(air|cease|fire|health|law|life|policy|peace|side|short|tax|time|under|vice|war|week|work|world)[ -](arms?|breakers?|care|ends?|fire|fight|fighters?|forces?|line|makers?|making|payers?|power|presidents?|keepers?|keeping|strikes?|step|table|time|wide|fall|man|men)\b/gi;
const PREFIXES = /\b(anti|co|counter|cyber|de|inter|multi|non|post|pre|re|semi|sub|un|e)-(?=\p{L})/giu;

const SYMBOLS: readonly [RegExp, string][] = [
  [/%|\bper cent\b|\bpct\b/gi, ' percent '],
  [/\bus\$|\$/gi, ' dollar '],
  [/€/gi, ' euro '],
  [/£/gi, ' pound '],
];

/** Editors put a letter in brackets where they change its case, and words where these stand for others. */
const CHANGED_LETTER = /\[(\p{L}{1,2})\](?=\p{L})/gu;
const INSERTED = /\[[^[\]]{0,200}\]/g;

/**
 * A text without what outlets write differently: quotation marks, dashes, editors' brackets and ellipses; in English also
 * contractions, compounds and symbols. Case is kept, since it tells names.
 */
export function plainText(text: string, isEnglish: boolean): string {
  const written = text
    .normalize('NFKC')
    .replace(/[‘’‚‛ʼʹ′`´]/g, "'")
    .replace(/[“”„‟«»"]/g, ' ')
    .replace(CHANGED_LETTER, '$1')
    .replace(INSERTED, ' ')
    .replace(/…|\.(?: ?\.)+/g, ' ; ')
    .replace(/(?<=\d),(?=\d{3}(?!\d))/g, '');
  return isEnglish ? plainEnglish(written) : written.replace(/[\p{Pd}−]/gu, ' ');
}

function plainEnglish(text: string): string {
  const hyphened = text.replace(/[‐‑]/g, '-').replace(/[–—−]/g, ' ');
  const unfolded = [...SYMBOLS, ...CONTRACTIONS].reduce(
    (plain, [from, to]) => plain.replace(from, to),
    hyphened,
  );
  return unfolded
    .replace(ONLY, 'only')
    .replace(COMPOUNDS, '$1$2')
    .replace(PREFIXES, '$1')
    .replaceAll('-', ' ');
}
