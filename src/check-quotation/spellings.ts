import { toAmerican } from '../search/spelling.ts';

/** Words that are written in two ways. */
const WORDS = new Map(
  `
  okay ok, whilst while, amongst among, amidst amid, towards toward, learnt learned, burnt burned, dreamt dreamed, spelt spelled, spoilt spoiled,
  leant leaned, leapt leaped, spilt spilled, tyre tire, tyres tires, kerb curb, kerbs curbs, storey story, storeys stories, cheque check,
  cheques checks, mum mom, mums moms, pyjamas pajamas, furore furor, gaol jail, gaols jails, axe ax, disc disk, discs disks, ageing aging,
  enrol enroll, enrols enrolls, fulfil fulfill, fulfils fulfills, distil distill, distils distills, instil instill, instils instills, appal appall,
  appals appalls, glamour glamor, cosy cozy, jewellery jewelry, marvellous marvelous, woollen woolen, wilful willful, chilli chili,
  omelette omelet, omelettes omelets, doughnut donut, doughnuts donuts
  `
    .split(',')
    .map((pair) => pair.trim().split(' ') as [string, string]),
);

/** The same of parts of words. */
const PARTS: readonly [RegExp, string][] = [
  [/^(sm|m)oul(?=[dt])/, '$1ol'],
  [/plough/, 'plow'],
  [/^(lust|mit|och|sab|scept|sepulch|reconnoit)re(s?)$/, '$1er$2'],
  [/^manoeuvre(s?)$/, 'maneuver$1'],
  [/^manoeuvr(?=ed|ing|ab)/, 'maneuver'],
  [/(epi|mono|pro|deca|trave)logue/, '$1log'],
  [/^(worship|kidnap)p(?=ed|ing|er)/, '$1'],
  [/^(un)?focuss(?=ed|es|ing)/, '$1focus'],
  [/^(enrol|fulfil|instal)(?=ments?$)/, '$1l'],
  [/^acknowledgement/, 'acknowledgment'],
  [/moustache/, 'mustache'],
  [/pa?ed(?=iatr|ophil)/, 'ped'],
  [/^(encyclop|orthop)aed/, '$1ed'],
  [/^(an|leuk)aem/, '$1em'],
  [/anaesth/, 'anesth'],
  [/^haem(?=[ao])/, 'hem'],
  [/^gynaec/, 'gynec'],
  [/^archaeo/, 'archeo'],
  [/^mediaeval/, 'medieval'],
  [/^foet(?=us|al)/, 'fet'],
  [/^oe(?=soph|stro)/, 'e'],
  [/^diarrhoea/, 'diarrhea'],
  [/^aeroplane/, 'airplane'],
  [/draught/, 'draft'],
  [/^artefact/, 'artifact'],
  [/^enquir/, 'inquir'],
  [/gramme(s?)$/, 'gram$1'],
  [/^sulph/, 'sulf'],
  [/yoghurt/, 'yogurt'],
  [/^mollusc/, 'mollusk'],
  [/^(after|back|for|up|down|on|out|in|home|north|south|east|west)wards$/, '$1ward'],
  [/^(un)?(lik|siz|liv|sal|lov|mov|us|blam|shak)eable/, '$1$2able'],
];

/** British English doubles an l where American English does not: "cancelled", "travelling". */
const DOUBLED_L = /(?<=[eaoi])ll(?=(?:ed|ing|ers?|ors?)$)/;
/** After one syllable two are written in both: "called"; but for these. */
const LIKE_DUELLED = /(?:fue|dia|due|penci|counci|stenci)$/;

function withOneL(word: string): string {
  const at = word.search(DOUBLED_L);
  if (at < 0) return word;
  const before = word.slice(0, at);
  const isDoubled =
    LIKE_DUELLED.test(before) || (/[eao]$/.test(before) && /[aeiouy][^aeiou]{1,8}[eao]$/.test(before));
  return isDoubled ? before + word.slice(at + 1) : word;
}

/** A word of the letters a to z as all spellings of it are read. */
export function asSpelled(word: string): string {
  const same = WORDS.get(word);
  if (same !== undefined) return same;
  return PARTS.reduce((spelled, [from, to]) => spelled.replace(from, to), withOneL(toAmerican(word)));
}
