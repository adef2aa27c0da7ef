import { stemOf } from '../search/word-forms.ts';

/** Words that say the contrary of each other. */
const PAIRS = `
  raise lower, rise lower, raise cut, raise reduce, increase decrease, increase reduce, increase cut, rise fall, grow shrink, expand shrink, expand reduce, more less, more fewer,
  support oppose, support reject, back oppose, accept reject, accept refuse, approve reject, agree disagree, agree refuse, welcome condemn, praise condemn,
  praise criticize, allow ban, allow forbid, permit ban, permit forbid, open close, open shut, reopen close, start stop, start end, begin end, begin stop,
  continue stop, continue end, win lose, victory defeat, succeed fail, success failure, strong weak, strengthen weaken, strength weakness, safe dangerous,
  safe unsafe, better worse, best worst, good bad, always never, everything nothing, everyone nobody, all none, keep abandon, keep scrap, keep drop, stay leave, remain leave,
  remain withdraw, join leave, enter leave, build demolish, build destroy, build scrap, buy sell, hire fire, hire dismiss, trust distrust, trust doubt, war peace, true false, right wrong,
  guilty innocent, possible impossible, likely unlikely, easy hard, easy difficult, fast slow, early late, public secret, rich poor, ally enemy, friend enemy, hope fear,
  love hate, include exclude, attack defend, advance retreat, protect endanger, protect threaten, improve worsen, solve worsen, help hurt, help harm, benefit harm,
  release detain, free jail, confirm deny, admit deny, forward backward, clear unclear, ready unready, happy unhappy, fair unfair, legal illegal,
  lawful unlawful, able unable, stable unstable, certain uncertain, profit loss, gain lose, gain loss, cheap expensive, high low, higher lower, up down, north south, before after,
  first last, same different, together apart, postpone hasten, delay hasten, spend save, borrow repay, sign reject, ratify reject, lift impose, ease tighten, loosen tighten, stay resign, remain resign, save lose, spare eat, pay refuse, fill empty, release hold, arrive leave, appear vanish, speak silence, sell keep, live die
`;

const OPPOSITES = new Map<string, Set<string>>();
for (const pair of PAIRS.split(',')) {
  const [one, other] = pair
    .trim()
    .split(/\s+/)
    .map((word) => stemOf(word)) as [string, string];
  OPPOSITES.set(one, (OPPOSITES.get(one) ?? new Set()).add(other));
  OPPOSITES.set(other, (OPPOSITES.get(other) ?? new Set()).add(one));
}

/** Forms that no stem tells. */
const IRREGULAR: Record<string, string> = {
  lost: 'lose',
  paid: 'pay',
  eaten: 'eat',
  ate: 'eat',
  won: 'win',
  rose: 'rise',
  risen: 'rise',
  fell: 'fall',
  fallen: 'fall',
  grew: 'grow',
  grown: 'grow',
  shrank: 'shrink',
  began: 'begin',
  begun: 'begin',
  kept: 'keep',
  bought: 'buy',
  sold: 'sell',
  built: 'build',
  left: 'leav',
  held: 'hold',
  spent: 'spend',
};

/** The stem of the plain form of a word, by its stem. */
export const plainStem = (stem: string): string => IRREGULAR[stem] ?? stem;

/** The stems of one text that have their contrary in another, with that, where neither text has both. */
export function oppositesIn(one: ReadonlySet<string>, other: ReadonlySet<string>): [string, string][] {
  return [...one].flatMap((stem) => {
    if (other.has(stem)) return [];
    const contrary = [...(OPPOSITES.get(stem) ?? [])].find((word) => other.has(word) && !one.has(word));
    return contrary === undefined ? [] : [[stem, contrary] satisfies [string, string]];
  });
}
