import { type FoldedWord, foldWords } from './fold-words.ts';

/** What is said in several words, and in one: "step down" is "resign". What begins with a verb has its forms in front of it. */
const PHRASES = `
  resign: step down | leave office | leave the post | give up the post | stand down
  cancel: call off | called off
  postpone: put off
  strike: walk out | down tools | go on strike | went on strike | going on strike | call members out | called members out
  walkout: work stoppage
  reject: turn down
  abandon: give up | gave up | given up | giving up
  surrender: hand over
  return: give back | gave back | given back | hand back | bring back | take back | took back
  exclude: rule out
  discover: find out | found out | come upon | came upon
  establish: set up
  close: shut down | closed down
  dismiss: lay off | laid off | show the door
  reduce: cut back | cut down | scale back
  withdraw: pull out | pull back | take off the table | taken off the table
  advance: move forward
  explode: blow up | go off | went off
  collapse: come down | came down | coming down | give way | gave way
  disable: switch off | turn off | out of action | put out of action
  increase: go up | went up | goes up | gone up | going up
  fall: go down | went down | gone down
  investigate: look into | looking into | take a close look
  conduct: carry out
  participate: take part
  happen: take place | took place | taken place
  ill: taken ill | fall ill | fell ill | falling ill | taken sick
  die: lose their lives | lost their lives | lose his life | lost his life | lose her life | lost her life | pass away
  unemployment: out of work | jobless rate | jobless figure | people without work
  dead: death toll
  premier: prime minister
  inflation: price rises | rise in prices | rising prices
  reimburse: money back | get their money back | made whole
  endure: put up with
  continue: go on | goes on | went on | carry on | keep on
  remain: on the table
  exhaust: run out | ran out | running out
  extinguish: put out
  escape: get away | got away
  confess: own up
  protest: take to the streets | took to the streets
  support: in favor of | come out for
  oppose: come out against
  immediately: at once | with immediate effect | on the spot | without delay | straight away | right away
  forever: for ever
  indefinitely: for ever | for good
  fully: in full
  twice: two times
  tolerate: stand for
  mishap: go wrong | went wrong
  delay: hold up
  repay: pay back
  restore: put back
  arrest: take into custody | taken into custody
  sue: take to court | took to court
  disclose: make public | made public
  cause: bring about
  blame: at fault | to blame
  anymore: any longer
  precede: come before | came before
  none: not one of | not a single | no single
  most: no more than | not more than | no higher than | no later than | no longer than
  least: no less than | no fewer than | not less than
  if: as long as | so long as | provided that | on condition that
  talks: sit down with | at the negotiating table | to the negotiating table | come to the table
  unconditional: without conditions | without preconditions | without any conditions | without any preconditions | no strings attached
  innocent: not guilty
  appeal: go to a higher court
  resign: hand in his resignation | hand in her resignation | tender his resignation | tendered her resignation | throw in the towel | clear his desk | gave up his post
  endure: live with | cope with | put up with
  attack: under fire | came under fire | open fire on
  surrender: give in to | gave in to | bow to
  shrink: become smaller | get smaller | gets smaller | getting smaller
  grow: become larger | get bigger | getting bigger | get larger | getting larger
  die: be killed | been killed | were killed | was killed
  starve: go hungry | going hungry | skip meals | skips meals
  investigate: get to the bottom of
  bankrupt: go bust | went bust | gone bust | go under | gone under | went under
  reject: throw out | threw out | thrown out | turned down | say no to | said no to
  accept: say yes to | said yes to
  cancel: calls off | calling off
  postpone: push back | pushed back | kick into the long grass
  discuss: talk about | talked about | talking about
  distribute: hand out | handed out | handing out
  demolish: tear down | torn down | pull down | pulled down | knock down | knocked down
  arrest: pick up by police | taken away by police
  imprison: send to prison | sent to prison | put behind bars | behind bars | locked up | lock up
  free: set free | let go | walk free | walks free
  criticize: hit out at | lash out at | take aim at | took aim at
  blame: point the finger at | points the finger at
  apologize: say sorry | said sorry | offer an apology | offered an apology | make an apology
  support: stand by | stood by | stands by | stand behind | stood behind | throw his weight behind | throw her weight behind
  ignore: turn a blind eye | look the other way | looked the other way
  annual: a year | per year | every year | each year
  daily: a day | per day | every day | each day
  child: boys and girls | young people
  elderly: old people | older people | senior citizens
  motorist: car owners
  ambulance: emergency services
  shareholder: owners of shares
  taxpayer: people who pay tax
  climate: global warming
  artificial: artificial intelligence
  lack: for want of
  care: look after | looks after | looked after | looking after | take care of | taken care of | took care of
  handshake: shake hands | shook hands | shaken hands | shaking hands
  broken: out of order
  homeless: lose their home | lost their home | lost its home | lost his home | lost her home
  recover: get better | got better | get over | got over
  reopen: open again | opened again | open its doors again | open their doors again
  rebuild: build again | built again
  return: come back | came back | go back | went back | send back | sent back | sending back | go home | went home | going home
  negotiate: hold talks | held talks | holding talks
  vote: go to the polls | went to the polls | cast a vote | cast a ballot | cast their votes | cast their ballots
  burn: set fire to | set on fire | set alight | set ablaze | go up in flames | went up in flames | burn down | burned down | burnt down
  escape: run away | ran away
  prosecute: bring charges | brought charges | press charges | pressed charges
  convict: find guilty | found guilty
  acquit: find not guilty | found not guilty
  unemployed: out of a job | lose their jobs | lost their jobs | without a job
  warn: sound the alarm | sounded the alarm | raise the alarm | raised the alarm
  agree: reach an agreement | reached an agreement | strike a deal | struck a deal | reach a deal | reached a deal | come to an agreement | came to an agreement
  fail: fall through | fell through | break down | broke down | come to nothing | came to nothing | fall apart | fell apart
  remove: take away | took away | taken away | take down | took down | taken down
  steal: make off with | made off with
  exhausted: worn out
  punctual: on time
  late: behind schedule
  free: at no cost | free of charge | without charge
  secret: behind closed doors | in secret
  overnight: during the night | in the night
  temporary: for the time being
  nationwide: across the country | all over the country | throughout the country
  unpaid: without pay
  unarmed: without a weapon | without weapons
  abroad: out of the country | in another country | in other countries
  married: get married | got married
  delayed: held up
  raise: put up
  lower: bring down | brought down
  start: get under way | got under way | under way
  meet: come together | came together | face to face
  wait: stand in line | stood in line | stand in a queue | stood in a queue
`;

interface Phrase {
  keys: string[];
  word: FoldedWord;
}

/** Phrases by their first word, the longest first. */
const BY_FIRST = new Map<string, Phrase[]>();
for (const line of PHRASES.trim().split('\n')) {
  const [single, phrases] = line.split(':') as [string, string];
  const [word] = foldWords(single.trim(), 'en') as [FoldedWord];
  for (const phrase of phrases.split('|')) {
    const keys = foldWords(phrase.trim(), 'en').map((folded) => folded.key);
    const known = BY_FIRST.get(keys[0]!) ?? [];
    BY_FIRST.set(
      keys[0]!,
      [...known, { keys, word }].sort((one, other) => other.keys.length - one.keys.length),
    );
  }
}

/** The particle of a verb may stand behind what the verb is of: "put the vote off". */
const PARTICLES = new Set('off down out up back over'.split(' '));
const BETWEEN = 3;

/** Words with those phrases as one word that another says in one: the sense is compared by these, and never what is quoted. */
export function withPhrases(words: readonly FoldedWord[]): FoldedWord[] {
  const told: FoldedWord[] = [];
  const taken = new Set<number>();
  for (const [at, word] of words.entries()) {
    if (taken.has(at)) continue;
    const found = BY_FIRST.get(word.key)
      ?.map((phrase) => ({ phrase, places: placesOf(phrase, words, at) }))
      .find(({ places }) => places !== null);
    if (!found) {
      told.push(word);
      continue;
    }
    for (const place of found.places!) taken.add(place);
    told.push({ ...found.phrase.word, clause: word.clause });
  }
  return told;
}

/** The places of the words of a phrase that begins at a place; null where it does not stand there. */
function placesOf({ keys }: Phrase, words: readonly FoldedWord[], at: number): number[] | null {
  const { clause } = words[at]!;
  const isOf = (place: number, key: string) => words[place]?.key === key && words[place]!.clause === clause;
  if (keys.every((key, nth) => isOf(at + nth, key))) return keys.map((_, nth) => at + nth);
  if (keys.length !== 2 || !PARTICLES.has(keys[1]!)) return null;
  for (let place = at + 2; place <= at + BETWEEN; place++) if (isOf(place, keys[1]!)) return [at, place];
  return null;
}
