const OUR =
  /(arm|behavi|cand|clam|col|demean|endeav|fav|ferv|flav|harb|hon|hum|lab|neighb|od|parl|ranc|rig|rum|savi?|splend|tum|val|vap|vig)/
    .source;
const RE = /(calib|cent|fib|lit|meag|met|somb|spect|theat)/.source;

/** What is spelled otherwise in American English than in British, each with its replacements in both directions. */
const RULES: readonly { british: RegExp; american: RegExp; toAmerican: string; toBritish: string }[] = [
  { british: RegExp(`${OUR}our`), american: RegExp(`${OUR}or`), toAmerican: '$1or', toBritish: '$1our' },
  {
    british: RegExp(`${RE}re(s?)$`),
    american: RegExp(`${RE}er(s?)$`),
    toAmerican: '$1er$2',
    toBritish: '$1re$2',
  },
  { british: RegExp(`${RE}red$`), american: RegExp(`${RE}ered$`), toAmerican: '$1ered', toBritish: '$1red' },
  {
    british: /(defen|offen|licen|preten)ce/,
    american: /(defen|offen|licen|preten)se/,
    toAmerican: '$1se',
    toBritish: '$1ce',
  },
  {
    british: /(ana|cata|dia)logue/,
    american: /(ana|cata|dia)log/,
    toAmerican: '$1log',
    toBritish: '$1logue',
  },
  { british: /practis/, american: /practic/, toAmerican: 'practic', toBritish: 'practis' },
  { british: /programme(s?)$/, american: /program(s?)$/, toAmerican: 'program$1', toBritish: 'programme$1' },
  { british: /(judg)ement/, american: /(judg)ment/, toAmerican: '$1ment', toBritish: '$1ement' },
  { british: /alumini/, american: /alumin/, toAmerican: 'alumin', toBritish: 'alumini' },
  { british: /sceptic/, american: /skeptic/, toAmerican: 'skeptic', toBritish: 'sceptic' },
  { british: /skilful/, american: /skillful/, toAmerican: 'skillful', toBritish: 'skilful' },
  { british: /grey/, american: /gray/, toAmerican: 'gray', toBritish: 'grey' },
];

const ISE = /([iy])s(es?|ed|ing|ers?|ations?)$/;
const IZE = /([iy])z(es?|ed|ing|ers?|ations?)$/;

/** Words in -ise that are no verbs in -ize. */
const NEVER_IZE =
  /(?:adverti|compromi|disgui|enterpri|exerci|experti|franchi|improvi|merchandi|paradi|premi|promi|supervi|surpri|televi|treati)s/;

/** A word in lower case in American spelling, as it is written where it has two. */
export function toAmerican(word: string): string {
  const american = RULES.reduce((spelled, rule) => spelled.replace(rule.british, rule.toAmerican), word);
  return NEVER_IZE.test(american) ? american : american.replace(ISE, '$1z$2');
}

/** How an American word may be spelled in British English. */
export function toBritish(word: string): string[] {
  const british = RULES.reduce((spelled, rule) => spelled.replace(rule.american, rule.toBritish), word);
  return [british, british.replace(IZE, '$1s$2')];
}
