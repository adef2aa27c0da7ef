import { type AnalysedText, wordsOf } from '../text/analysed-text.ts';
import { isHeading } from '../text/headings.ts';
import type { Run } from '../text/sentences.ts';
import type { Token } from '../text/tokens.ts';
import { type CountryName, countryNamed, isPlaceName, regionOfAdjective } from './gazetteer.ts';
import { isGivenName } from './given-names.ts';
import table from './organizations.json' with { type: 'json' };
import { isHonorific, isTitleWord, roleKindOf } from './titles.ts';

export type NameType = 'person' | 'organization' | 'place' | 'country' | 'other';

/** Words that name something, without a title before them. */
export interface NamedMention extends Run {
  name: string;
  type: NameType;
  /** How sure its type is, from 0 to 1. */
  certainty: number;
  /** The title before it, as the text has it. */
  title: Run | null;
  country: CountryName | null;
}

const ORGANIZATION =
  /\b(Inc|Corp|Corporation|Co|Company|Ltd|LLC|LLP|PLC|Group|Holdings|Bank|University|College|School|Institute|Institution|Ministry|Department|Agency|Bureau|Office|Administration|Commission|Committee|Council|Court|Congress|Senate|House|Parliament|Assembly|Party|Union|Association|Federation|Foundation|Fund|Organization|Organisation|Alliance|League|Authority|Service|Services|Force|Forces|Army|Navy|Guard|Command|Police|Brigade|Front|Movement|Center|Centre|Society|Church|Times|Post|Journal|News|Tribune|Herald|Magazine|Network|Television|Radio|Press|Airlines|Airways|Motors|Systems|Technologies|Software|Computer|Computers|Records|Studios|Entertainment|Media|Partners|Capital|Exchange|Board|Trust|Coalition|Club|Team|Campaign|Brothers|Industries|International|Aircraft|Aerospace|Laboratories|Pharmaceuticals|Electric|Energy|Petroleum|Democrats|Republicans|Taliban|Hamas|Hezbollah|Pentagon|Treasury|Cabinet|Government|PAC|State Department|Supreme Court|White House|Security Council|Nations)\b/;
const PLACE =
  /\b(River|Lake|Sea|Ocean|Mountain|Mountains|Valley|Island|Islands|County|City|Province|State|Street|Avenue|Road|Square|Park|Airport|Beach|Bay|Coast|Desert|District|Region|Strip|Peninsula|Canal|Strait|Cape|Port|Fort|Hill|Hills|Heights|Village|Town|Bridge|Hotel|Tower|Stadium|Arena|Palace|Plaza|Hall)$/;
const OTHER =
  /\b(Act|Amendment|War|Day|Week|Award|Prize|Cup|Olympics|Games|Treaty|Agreement|Deal|Bill|Law|Constitution|Bible|Revolution|Crisis|Summit|Conference|Convention|Show|Christmas|Easter|Thanksgiving|Ramadan|Medicare|Medicaid|Obamacare|Windows|Mac|iPod|iPhone|Index|Average|God|Internet|Islam|Christian|Christians|Muslim|Muslims|Jewish|Jews|Catholic|Catholics|Hispanic|Hispanics|Latino|Latinos|Black|Democrat|Republican|Conservative|Liberal|Twitter|Facebook)$/;
const MONTHS =
  /^(January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\.?$/;
const NO_NAME =
  /^(I|The|A|An|This|That|These|Those|It|He|She|They|We|You|But|And|Or|So|If|In|On|At|As|By|For|From|Of|To|With|When|While|After|Before|Because|Since|Although|Though|However|Meanwhile|There|Here|What|Who|Why|How|Which|Where|Not|No|Yes|Then|Now|Also|Just|Even|Still|Only|Some|Many|Most|All|Both|Another|Other|One|Two|Last|Next|More|My|Our|His|Her|Their|Its|Your|According|During|Despite|Under|Over|About|Earlier|Later|Well|Oh|Okay|Sure|Thank|Thanks|Please|Let|Do|Does|Did|Is|Are|Was|Were|Will|Would|Can|Could|Should|May|Might|Mr|Mrs|Ms|Dr|Correction|Update|Read|Related|Photo|Image|AM|PM|TV)$/;
const LINKS = /^(of|de|da|del|della|di|du|la|le|van|von|der|den|bin|ibn|al|el|ul|ur|for|and|the|&)$/i;
const PARTICLES = /^(de|da|del|della|di|du|la|le|van|von|der|den|bin|ibn|al|el|ul|ur|dos|ben)$/i;

const KNOWN_ORGANIZATIONS = new Set(table.organizations);
const KNOWN_OTHERS = new Set(table.others);

const isCapital = (text: string) => /^\p{Lu}/u.test(text) || /^[a-z]\p{Lu}/u.test(text);

/** The names of a text with what they name, in its order; none lies within another. */
export function namedMentions(read: AnalysedText): NamedMention[] {
  const runs = capitalRuns(read);
  const headings = headingParagraphs(read);
  const isInHeading = ({ from }: Run) => headings.has(read.sentences[read.sentenceOf[from]!]!.paragraph);
  const body = runs.filter((run) => !isInHeading(run)).flatMap((run) => splitRun(read, run));
  const titles = runs.filter(isInHeading).flatMap((run) => namesOfHeading(read, run, body));
  const found = [...body, ...titles].map((mention) =>
    nationalBody(read, withLandform(read, withGovernment(read, mention))),
  );
  return settleTypes(found.sort((a, b) => a.from - b.from));
}

/** Paragraphs where each word has a capital, so that it tells no name; none where the whole text is so. */
function headingParagraphs({ tokens, paragraphs }: AnalysedText): Set<number> {
  const found = paragraphs.flatMap(({ from, to }, nth) => (isHeading(tokens.slice(from, to)) ? [nth] : []));
  return new Set(found.length * 2 > paragraphs.length ? [] : found);
}

const MOST_OF_NAME = 6;

/** The names of a heading: those that the text has elsewhere, countries and places. */
function namesOfHeading(read: AnalysedText, run: Run, body: readonly NamedMention[]): NamedMention[] {
  const names = new Set(
    body.flatMap(({ name, type }) => (type === 'person' ? [name, lastWord(name)] : [name])),
  );
  const found: NamedMention[] = [];
  for (let at = run.from; at < run.to; ) {
    let end = Math.min(run.to, at + MOST_OF_NAME);
    for (; end > at; end--) {
      const words = wordsOf(read, { from: at, to: end }).replace(/['’]s$/, '');
      const isKnown = countryNamed(words) || isPlaceName(words) || KNOWN_ORGANIZATIONS.has(words);
      const isFullName =
        end - at === 2 && isGivenName(read.tokens[at]!.text) && isCapital(read.tokens[end - 1]!.text);
      if (names.has(words) || isKnown || (isFullName && body.length === 0)) break;
    }
    if (end > at) found.push(mentionOf(read, at, end, null));
    at = Math.max(end, at + 1);
  }
  return found;
}

/** Runs of capitalized words that may be names. A sentence begins with a capital, which alone says nothing. */
function capitalRuns(read: AnalysedText): Run[] {
  const { tokens, sentenceOf, sentences } = read;
  const inside = new Set<string>();
  const lower = new Set(tokens.filter(({ text, lower: plain }) => text === plain).map(({ text }) => text));
  for (const [at, { text, tag }] of tokens.entries())
    if (
      isCapital(text) &&
      tag === 'PROPN' &&
      tokens[at - 1] &&
      sentenceOf[at - 1] === sentenceOf[at] &&
      /^[\p{L},]/u.test(tokens[at - 1]!.text)
    )
      inside.add(text);
  const isFirst = (at: number) =>
    at === sentences[sentenceOf[at]!]!.from || /^["“‘'(—–:.]$/.test(tokens[at - 1]?.text ?? '');
  const isName = (at: number): boolean => {
    const { text, tag } = tokens[at]!;
    if (!isCapital(text) || (NO_NAME.test(text) && !(text === 'Will' && tag === 'PROPN'))) return false;
    if (!isFirst(at)) return tag === 'PROPN' || tag === 'ADJ' || tag === 'NOUN' || isCapital(text);
    return (
      inside.has(text) ||
      countryNamed(text) !== undefined ||
      isGivenName(text) ||
      (tokens[at - 1]?.text === '(' && tokens[at + 1]?.text === ')' && /^\p{Lu}{3,}$/u.test(text)) ||
      (tag === 'PROPN' && isCapital(tokens[at + 1]?.text ?? '')) ||
      (isTitleWord(text) && isCapital(tokens[at + 1]?.text ?? '')) ||
      (tag === 'PROPN' &&
        !lower.has(text.toLowerCase()) &&
        /^(VERB|AUX|PART)$/.test(tokens[at + 1]?.tag ?? ''))
    );
  };
  const runs: Run[] = [];
  for (let at = 0; at < tokens.length; ) {
    if (!isName(at)) {
      at++;
      continue;
    }
    let end = at + 1;
    while (end < tokens.length && sentenceOf[end] === sentenceOf[at]) {
      if (isName(end) || /^(Jr|Sr|I{1,3}|IV|VI*)\.?$/.test(tokens[end]!.text)) end++;
      else if (
        tokens[end]!.text === '.' &&
        tokens[end]!.start === tokens[end - 1]!.end &&
        (tokens[end - 1]!.text.length === 1 || isHonorific(tokens[end - 1]!.text)) &&
        end + 1 < tokens.length &&
        isCapital(tokens[end + 1]!.text)
      )
        end++;
      else if (
        /^[-‑]$/.test(tokens[end]!.text) &&
        tokens[end]!.start === tokens[end - 1]!.end &&
        tokens[end + 1]?.start === tokens[end]!.end &&
        isCapital(tokens[end + 1]!.text)
      )
        end += 1;
      else if (isHyphenedName(tokens, end, at)) end += 2;
      else if (LINKS.test(tokens[end]!.text) && joins(read, end, isName)) end++;
      else break;
    }
    runs.push({ from: at, to: end });
    at = end;
  }
  return runs.filter(({ from, to }) => to - from > 1 || !MONTHS.test(tokens[from]!.text));
}

/** "Ban Ki-moon": a hyphen and a short word after two that have a capital, where none such as "-era" is. */
function isHyphenedName(tokens: readonly Token[], at: number, from: number): boolean {
  const [before, hyphen, next] = [tokens[at - 1]!, tokens[at]!, tokens[at + 1]];
  return (
    /^[-‑]$/.test(hyphen.text) &&
    at - from >= 2 &&
    before.text.length <= 5 &&
    before.end === hyphen.start &&
    next?.start === hyphen.end &&
    /^\p{Ll}{2,5}$/u.test(next.text) &&
    !/^(era|led|run|like|style|based|born|area|wide|bred|made|size|time|week|year|month|owned|only|wing|bound)$/.test(
      next.text,
    )
  );
}

/** Whether "of", "and" or a particle joins two names to one. */
function joins({ tokens }: AnalysedText, at: number, isName: (at: number) => boolean): boolean {
  const word = tokens[at]!.lower;
  const next = word === 'of' && tokens[at + 1]?.lower === 'the' ? at + 2 : at + 1;
  if (next >= tokens.length || !isName(next)) return false;
  const before = tokens[at - 1]!.text;
  if (word === 'of')
    return (
      !countryNamed(before) &&
      !isGivenName(before) &&
      (ORGANIZATION.test(before) ||
        /^(University|Bank|Secretary|State|Speaker|Department|Ministry|Republic|House|Chamber|Chief|Board|Bureau|Court|Gulf|Bay|City|District|Church|Institute|Council|Joint|Chiefs|Daughters|Sons|Association)$/.test(
          before,
        ))
    );
  if (word === 'the') return tokens[at - 1]!.lower === 'of';
  if (word === 'and')
    return (
      /^(Food|Drug|Standard|Ways|Homeland|Health|Human|Securities|Science|Trade|Customs|Johnson|Procter|Arts|Education|Foreign|Oceanic)$/.test(
        before,
      ) &&
      /^(Drug|Drugs|Poor|Means|Human|Exchange|Technology|Services|Border|Johnson|Gamble|Sciences|Atmospheric|Commonwealth|Welfare|Industry)$/.test(
        tokens[next]!.text,
      )
    );
  if (word === 'for')
    return /^(Center|Centers|Institute|Committee|Campaign|Foundation|Fund|Council|Organization|Agency|Society|Alliance|Americans|Citizens)$/.test(
      before,
    );
  if (word === '&') return true;
  return PARTICLES.test(word);
}

const POSSESSIVE = /^['’]s?$/;

/** A run with the country, the title and the name in it told apart: "US President Donald Trump". */
function splitRun(read: AnalysedText, { from, to }: Run): NamedMention[] {
  const { tokens, text } = read;
  const words = (a: number, b: number) => text.slice(tokens[a]!.start, tokens[b - 1]!.end);
  const whole = words(from, to);
  const single = mentionOf(read, from, to, null);
  if (to - from === 1 || countryNamed(whole) || isPlaceName(whole)) {
    if (to - from === 1 && isTitleWord(whole) && !countryNamed(whole)) return [];
    return [single];
  }
  // "Apple CEO Tim Cook": an organization, a title, a name; "Harbour Minister Jan Berg": a title, a name.
  for (let at = from + 1; at < to - 1; at++) {
    const ofPortfolio = PORTFOLIO.test(tokens[at]!.text);
    if (!ofPortfolio && !(roleKindOf(tokens[at]!.text) && isGivenName(tokens[at + 1]!.text))) continue;
    const start = ofPortfolio ? portfolioStart(read, from, at) : titleStart(read, from, at);
    if (start === from && !ofPortfolio) continue;
    return [
      ...(start > from ? splitRun(read, { from, to: start }) : []),
      mentionOf(read, at + 1, to, { from: start, to: at + 1 }),
    ];
  }
  const found: NamedMention[] = [];
  let at = from;
  // A country before a title or a name, as "US" in "US President" and in "US-Pakistan".
  for (let size = Math.min(3, to - at - 1); size > 0; size--) {
    const country = countryNamed(words(at, at + size));
    if (!country) continue;
    const next = tokens[at + size]!;
    const isJoined = /^[-‑–]$/.test(next.text);
    if (country.form === 'metonym' && !isJoined) break;
    if (!isJoined && !isTitleWord(next.text) && country.form !== 'adjective' && ORGANIZATION.test(whole))
      break;
    if (!isJoined && !isTitleWord(next.text) && country.form === 'adjective' && ORGANIZATION.test(whole))
      break;
    found.push(mentionOf(read, at, at + size, null));
    at += size + (isJoined ? 1 : 0);
    break;
  }
  const start = at;
  while (
    at < to - 1 &&
    (isTitleWord(tokens[at]!.text) ||
      tokens[at]!.text === '.' ||
      (at > start && tokens[at]!.lower === 'of')) &&
    !isOrganizationRun(read, at, to)
  )
    at++;
  const title = at > start ? { from: start, to: at } : null;
  if (at >= to) return found;
  const rest = words(at, to);
  if (title === null || /^\p{Lu}/u.test(rest)) found.push(mentionOf(read, at, to, title));
  return found.filter(({ name }) => !MONTHS.test(name));
}

/** "The US government" means the country: a metonym of it. */
function withGovernment(read: AnalysedText, mention: NamedMention): NamedMention {
  const { tokens } = read;
  if (mention.country === null || mention.country.form === 'metonym') return mention;
  if (!/^(government|administration)$/i.test(tokens[mention.to]?.text ?? '')) return mention;
  const from = tokens[mention.from - 1]?.lower === 'the' ? mention.from - 1 : mention.from;
  const name = read.text.slice(tokens[mention.from]!.start, tokens[mention.to]!.end);
  return {
    ...mention,
    from,
    to: mention.to + 1,
    name,
    country: { ...mention.country, form: 'metonym' },
    certainty: 0.9,
  };
}

const LANDFORM = /^(peninsula|river|desert|strait|archipelago|highlands|coast|valley)$/;

/** "The Korean peninsula": a name, and what it is the name of. */
function withLandform(read: AnalysedText, mention: NamedMention): NamedMention {
  const next = read.tokens[mention.to];
  const isAdjective = mention.country?.form === 'adjective' || mention.type !== 'person';
  if (!next || !LANDFORM.test(next.text) || !isAdjective || mention.title !== null) return mention;
  if (mention.country !== null && mention.country.form !== 'adjective') return mention;
  const to = mention.to + 1;
  const name = wordsOf(read, { from: mention.from, to }).replace(/\s+/g, ' ');
  return { ...mention, to, name, type: 'place', country: null, certainty: 0.85 };
}

const BODY = /^(military|army|navy|police|parliament|legislature)$/;

/** "The Norlandic army": a body of a country, named by its adjective. */
function nationalBody(read: AnalysedText, mention: NamedMention): NamedMention {
  const { tokens } = read;
  const isForces = tokens[mention.to]?.lower === 'armed' && tokens[mention.to + 1]?.lower === 'forces';
  if (mention.country?.form !== 'adjective' || !(isForces || BODY.test(tokens[mention.to]?.text ?? '')))
    return mention;
  const to = mention.to + (isForces ? 2 : 1);
  // "A Norlandic army officer" is one of its people.
  if (!isForces && /^(NOUN|PROPN)$/.test(tokens[to]?.tag ?? '')) return mention;
  const from = tokens[mention.from - 1]?.lower === 'the' ? mention.from - 1 : mention.from;
  const name = wordsOf(read, { from: mention.from, to }).replace(/\s+/g, ' ');
  return { ...mention, from, to, name, type: 'organization', country: null, certainty: 0.85 };
}

const PORTFOLIO = /^(Minister|Secretary|Commissioner)$/;
const MOST_OF_PORTFOLIO = 3;

/** Where the title of one with a portfolio begins: what is before "Minister" says of what, but for a country or a body. */
function portfolioStart(read: AnalysedText, from: number, at: number): number {
  const { tokens } = read;
  let start = at;
  while (
    start > Math.max(from, at - MOST_OF_PORTFOLIO) &&
    /^\p{Lu}\p{Ll}+$/u.test(tokens[start - 1]!.text) &&
    !countryNamed(tokens[start - 1]!.text) &&
    !ORGANIZATION.test(tokens[start - 1]!.text)
  )
    start--;
  return start === at ? titleStart(read, from, at) : start;
}

/** Where a title that ends at a token begins: "Press Secretary" after "White House". */
function titleStart({ tokens }: AnalysedText, from: number, at: number): number {
  let start = at;
  while (
    start > from &&
    isTitleWord(tokens[start - 1]!.text) &&
    !/^(House|Senate|State)$/.test(tokens[start - 1]!.text)
  )
    start--;
  return start === at && /^(Press|Foreign|Defense|Finance|Prime)$/.test(tokens[at - 1]!.text)
    ? at - 1
    : start;
}

/** "House Committee" is a body, and no title of one called Committee. */
function isOrganizationRun(read: AnalysedText, from: number, to: number): boolean {
  const last = read.tokens[to - 1]!.text;
  return (ORGANIZATION.test(last) || OTHER.test(last)) && !roleKindOf(last) && to - from <= 5;
}

const CITY_BEFORE = /^(in|at|near|from|to|of|outside|around|across|through)$/;

function mentionOf(read: AnalysedText, from: number, to: number, title: Run | null): NamedMention {
  const { tokens, text } = read;
  let end = to;
  while (
    end > from + 1 &&
    (POSSESSIVE.test(tokens[end - 1]!.text) ||
      (tokens[end - 1]!.text === '.' && !/^(Jr|Sr|Inc|Corp|Co|Ltd|[A-Z])$/.test(tokens[end - 2]!.text)))
  )
    end--;
  const name = text
    .slice(tokens[from]!.start, tokens[end - 1]!.end)
    .replace(/\s+/g, ' ')
    .replace(/['’]s$/, '');
  const named = countryNamed(name) ?? null;
  // "In Oslo" something happens in the city; "Oslo demands" means the government.
  const owns =
    /^(to|of|from)$/.test(tokens[from - 1]?.lower ?? '') && POSSESSIVE.test(tokens[end]?.text ?? '');
  const isCity = named?.form === 'metonym' && CITY_BEFORE.test(tokens[from - 1]?.lower ?? '') && !owns;
  const country = isCity ? null : named;
  const { type, certainty } = typeOf(read, { from, to: end }, name, title, country);
  return { from, to: end, name, type, certainty, title, country };
}

function typeOf(
  read: AnalysedText,
  { from, to }: Run,
  name: string,
  title: Run | null,
  country: CountryName | null,
): { type: NameType; certainty: number } {
  const { tokens } = read;
  if (title !== null) return { type: 'person', certainty: 0.97 };
  if (country !== null) return { type: 'country', certainty: country.form === 'metonym' ? 0.7 : 0.97 };
  if (country === null && countryNamed(name)) return { type: 'place', certainty: 0.9 };
  if (KNOWN_ORGANIZATIONS.has(name)) return { type: 'organization', certainty: 0.95 };
  if (KNOWN_OTHERS.has(name) || /\$|^\p{Ll}\p{Lu}|\d/u.test(name)) return { type: 'other', certainty: 0.85 };
  if (regionOfAdjective(name) !== undefined) return { type: 'place', certainty: 0.9 };
  if (isPlaceName(name) || /^White House$|\b(Airport|Stadium|Hospital|Hotel)$/.test(name))
    return { type: 'place', certainty: 0.9 };
  if (OTHER.test(name)) return { type: 'other', certainty: 0.8 };
  const words = name.split(' ');
  if (ORGANIZATION.test(name)) return { type: 'organization', certainty: 0.9 };
  if (words.length > 1 && words.length <= 5 && isGivenName(words[0]!))
    return { type: 'person', certainty: 0.93 };
  if (PLACE.test(name)) return { type: 'place', certainty: 0.8 };
  const [before, after] = [tokens[from - 1]?.lower ?? '', tokens[to]?.lower ?? ''];
  if (words.length > 1 && /^\p{Lu}\.?$/u.test(words[1]!)) return { type: 'person', certainty: 0.9 };
  if (words.length > 1 && /^(\p{Lu}\.){1,3}$/u.test(words[0]!)) return { type: 'person', certainty: 0.9 };
  if (/^\p{Lu}{2,6}$/u.test(name)) return { type: 'organization', certainty: 0.75 };
  if (roleKindOf(tokens[from - 1]?.text ?? '') && words.length > 1)
    return { type: 'person', certainty: 0.85 };
  const isAged = after === ',' && /^\d\d$/.test(tokens[to + 1]?.text ?? '');
  if (isAged || (after === ',' && tokens[to + 1]?.lower === 'who') || after === 'who')
    return { type: 'person', certainty: 0.85 };
  if (after === ',' && isPlaceName(tokens[to + 1]?.text ?? '')) return { type: 'place', certainty: 0.85 };
  if (/^(in|near|outside|across|throughout)$/.test(before) && words.length <= 2)
    return { type: 'place', certainty: 0.6 };
  if (
    words.length === 2 &&
    words.every((word) => /^\p{Lu}\p{Ll}+/u.test(word)) &&
    /^(said|says|told|added|who|wrote|argued|noted|was|is|has|had|,)$/.test(after)
  )
    return { type: 'person', certainty: 0.65 };
  if (words.length === 1 && speaks(read, { from, to })) return { type: 'person', certainty: 0.6 };
  if (before === 'the' && words.length > 1) return { type: 'organization', certainty: 0.55 };
  if (words.length === 2 || words.length === 3)
    return {
      type: words.every((word) => /^\p{Lu}[\p{Ll}'’]+$/u.test(word)) ? 'person' : 'organization',
      certainty: 0.5,
    };
  return { type: 'organization', certainty: 0.45 };
}

const SAYS = /^(said|says|told|added|wrote|writes|tweeted|argued|noted|asked|explained|continued|replied)$/;

/** Whether words are directly beside a verb of saying, as names of people are that texts do not name in full. */
function speaks({ tokens }: AnalysedText, { from, to }: Run): boolean {
  if (/^(the|a|an)$/.test(tokens[from - 1]?.lower ?? '')) return false;
  return (
    SAYS.test(tokens[to]?.lower ?? '') ||
    (SAYS.test(tokens[from - 1]?.lower ?? '') && /^[.,;]$/.test(tokens[to]?.text ?? ''))
  );
}

/** The types that the text as a whole tells: a last name is of the person that it names in full elsewhere. */
function settleTypes(mentions: NamedMention[]): NamedMention[] {
  const people = new Set<string>();
  const votes = new Map<string, Map<NameType, number>>();
  for (const { name, type, certainty } of mentions) {
    if (type === 'person' && name.includes(' ')) people.add(lastWord(name));
    if (type === 'person' && certainty > 0.9) people.add(lastWord(name));
    const of = votes.get(name) ?? new Map<NameType, number>();
    votes.set(name, of.set(type, (of.get(type) ?? 0) + certainty ** 4));
  }
  return mentions.map((mention) => {
    if (mention.country !== null) return mention;
    if (!mention.name.includes(' ') && people.has(mention.name) && mention.certainty < 0.9)
      return { ...mention, type: 'person', certainty: 0.9 };
    const [best] = [...votes.get(mention.name)!].sort((a, b) => b[1] - a[1]);
    return best![0] === mention.type ? mention : { ...mention, type: best![0] };
  });
}

export const lastWord = (name: string): string =>
  name
    .replace(/,? (Jr|Sr|II|III|IV)\.?$/, '')
    .split(' ')
    .at(-1)!;
