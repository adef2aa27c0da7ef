import { stemOf } from '../../search/word-forms.ts';
import antonyms from './antonyms.json' with { type: 'json' };
import { plainStem } from './plain-stem.ts';

/** Words that say the contrary of each other. */
const PAIRS = `
  raise lower, rise lower, raise cut, raise reduce, increase decrease, increase reduce, increase cut, rise fall, grow shrink, expand shrink, expand reduce, more less, more fewer,
  support oppose, support reject, back oppose, accept reject, accept refuse, approve reject, agree disagree, agree refuse, welcome condemn, praise condemn,
  praise criticize, allow ban, allow forbid, permit ban, permit forbid, open close, open shut, reopen close, reopen shut, start stop, start end, begin end, begin stop,
  continue stop, continue end, win lose, victory defeat, succeed fail, success failure, strong weak, strengthen weaken, strength weakness, safe dangerous,
  safe unsafe, better worse, best worst, good bad, always never, everything nothing, everyone nobody, all none, keep abandon, keep stop, keep return, continue cease, keep cease, few many, lack plenty, shortage plenty, lack enough, allow prevent, permit prevent, allow block, admit conceal, praise blame, convict acquit, guilty acquit, rescue abandon, arrive depart, recover worsen, agree reject, expand cut, lift keep, resign stay, found lost,  keep scrap, keep drop, stay leave, remain leave,
  remain withdraw, join leave, enter leave, build demolish, build destroy, build scrap, buy sell, hire fire, hire dismiss, trust distrust, trust doubt, war peace, true false, right wrong,
  guilty innocent, possible impossible, likely unlikely, easy hard, easy difficult, fast slow, early late, public secret, rich poor, ally enemy, friend enemy, hope fear,
  love hate, include exclude, attack defend, advance retreat, protect endanger, protect threaten, improve worsen, solve worsen, help hurt, help harm, benefit harm,
  release detain, free jail, confirm deny, admit deny, forward backward, clear unclear, ready unready, happy unhappy, fair unfair, legal illegal,
  lawful unlawful, able unable, stable unstable, certain uncertain, profit loss, gain lose, gain loss, cheap expensive, high low, higher lower, up down, north south, before after,
  first last, same different, together apart, postpone hasten, delay hasten, spend save, borrow repay, sign reject, ratify reject, lift impose, ease tighten, loosen tighten, stay resign, remain resign, save lose, spare eat, pay refuse, fill empty, release hold, arrive leave, appear vanish, speak silence, sell keep, live die,
  double halve, double half, double fall, double shrink, triple fall, unchanged cut, unchanged raise, unchanged lower, insist withdraw, insist abandon, unanimous divided,
  survive die, praise attack, hire sack, appoint dismiss, strengthen undermine, cheaper dearer, extend shorten, extend end
`;

/** The same of many words: each of those on the left is the contrary of each on the right. */
const SIDES = `
  raise rise increase hike grow climb soar surge jump double gain expand | lower cut fall reduce decrease drop decline shrink slash halve plunge slump tumble narrow
  more higher larger bigger greater | fewer less lower smaller
  support back endorse favor approve | oppose reject veto block
  accept agree welcome approve | refuse reject decline dispute spurn
  praise welcome applaud hail commend | condemn criticize blame denounce slam deplore
  allow permit let legalize authorize | ban forbid prohibit prevent block outlaw
  open reopen | close shut shutter
  begin start launch continue resume | stop end cease halt cancel abandon suspend scrap drop
  win victory triumph | lose defeat loss
  succeed success | fail failure
  strong strengthen strength | weak weaken weakness
  safe harmless | dangerous unsafe hazardous deadly
  good better best improve improvement | bad worse worst worsen deteriorate
  keep retain preserve maintain | abandon scrap abolish drop lose remove
  convict guilty convicted | acquit innocent acquitted cleared exonerate
  admit acknowledge concede confess | deny dispute
  join enter | leave quit exit withdraw
  remain stay | leave go resign quit withdraw depart
  build construct | demolish destroy raze
  buy purchase | sell
  hire recruit employ appoint | fire sack dismiss
  trust confidence believe | distrust doubt mistrust disbelieve
  true truth correct right | false lie wrong untrue incorrect
  possible | impossible
  early | late
  public open | secret private
  rich wealthy | poor
  ally friend partner | enemy foe adversary
  hope | fear
  love | hate
  attack invade | defend withdraw
  advance | retreat
  protect | endanger threaten harm
  help benefit | hurt harm damage
  release free | detain jail imprison arrest
  survive live alive | die dead kill perish
  arrive come | depart leave
  spend | save
  lend | borrow
  sign ratify | reject tear
  lift ease loosen relax | impose tighten
  fast quick | slow
  proud | ashamed
  happy glad delighted pleased | sad unhappy sorry angry disappointed
  majority most | minority
  all everyone always everything | none nobody never nothing
  profit surplus | loss deficit
  cheap cheaper | expensive dear dearer
  find found discover | lose lost
  rise | fall
  postpone delay | hasten accelerate
  extend lengthen | shorten end
  full | empty
  healthy well | ill sick
  clean | dirty polluted
  young | old
  private | public
  voluntary | compulsory mandatory forced
  temporary | permanent
  succeed | fail
  unite united | divide divided
  peace truce ceasefire | war
  legal lawful | illegal unlawful
  hot warm | cold
  north northern | south southern
  east eastern | west western
  left | right
  first | last
  day | night
  husband | wife
  import | export
  optimistic confident | pessimistic
  easy simple | hard difficult
  quiet calm | loud noisy
  majority | minority
  proof confirmed | disproved
  guilt | innocence
  regret | welcome celebrate
  forgive | blame
  remember | forget
  reveal disclose publish | hide conceal withhold
  arrest | release
  rescue | abandon
  wet flood | dry drought
  shortage lack | surplus plenty abundance
  top | bottom
  thick | thin
  above | below
  inside | outside
  catch caught | drop dropped
  pass passed | fail failed
  overestimate | underestimate
  overvalued | undervalued
  innocent | guilty
  credit | debit
  insist | waive
  obey | defy
  peaceful | violent
  stable | unstable
  transparent | opaque
  loyal | disloyal
`;

const OPPOSITES = new Map<string, Set<string>>();
for (const pair of PAIRS.split(',')) {
  const [one, other] = pair.trim().split(/\s+/).map(stemOf) as [string, string];
  add(one, other);
}
for (const line of SIDES.trim().split('\n')) {
  const [left, right] = line.split('|').map((side) => side.trim().split(/\s+/).map(stemOf)) as [
    string[],
    string[],
  ];
  for (const one of left) for (const other of right) add(one, other);
}
for (const [one, others] of Object.entries(antonyms)) for (const other of others.split(' ')) add(one, other);

function add(one: string, other: string) {
  const [here, there] = [plainStem(one), plainStem(other)];
  OPPOSITES.set(here, (OPPOSITES.get(here) ?? new Set()).add(there));
  OPPOSITES.set(there, (OPPOSITES.get(there) ?? new Set()).add(here));
}

/** The stems of words that say the contrary of one. */
export const oppositesOf = (stem: string): ReadonlySet<string> | undefined => OPPOSITES.get(stem);

/** Whether one stem is the other with "un". */
export const isUnOf = (one: string, other: string): boolean => one === `un${other}` || other === `un${one}`;
