import { stemOf } from '../../search/word-forms.ts';
import antonyms from './antonyms.json' with { type: 'json' };
import { plainStem } from './plain-stem.ts';

/** Words that say the contrary of each other. */
const PAIRS = `
  agree disagree, keep stop, keep return, keep cease, few many, lack enough, admit conceal, recover worsen, lift keep, build scrap, likely unlikely,
  include exclude, solve worsen, confirm deny, forward backward, clear unclear, ready unready, fair unfair, able unable, certain uncertain, gain lose,
  gain loss, high low, up down, before after, same different, together apart, borrow repay, save lose, spare eat, pay refuse, fill empty, release hold,
  appear vanish, speak silence, sell keep, double half, triple fall, unchanged cut, unchanged raise, unchanged lower, insist withdraw, insist abandon,
  unanimous divided, praise attack, strengthen undermine
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
  postpone delay | hasten accelerate
  extend lengthen | shorten end
  full | empty
  healthy well | ill sick
  clean | dirty polluted
  young | old
  voluntary | compulsory mandatory forced
  temporary | permanent
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
  proof confirmed | disproved
  guilt | innocence
  regret | welcome celebrate
  forgive | blame
  remember | forget
  reveal disclose publish | hide conceal withhold
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
