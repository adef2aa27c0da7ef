import { stemOf } from '../../search/word-forms.ts';
import { plainStem } from './plain-stem.ts';

/** Words that the press takes for each other, which a dictionary has as of other meanings or not at all. Each line is of one meaning. */
const GROUPS = `
  colliery pit mine
  miner pitman collier
  blast explosion
  gas methane
  oxygen air
  rubble debris wreckage ruins
  dead die deceased death fatality victim
  kill dead die slay
  wounded injured hurt injury casualty
  sick ill unwell sickness illness
  virus disease infection fever
  outbreak epidemic
  infected contagious infectious
  infect spread
  doctor physician medic surgeon
  vaccine jab inoculation dose
  medicine drug medication
  hospital clinic ward
  jobless unemployed unemployment
  wage pay salary earnings
  strike walkout stoppage
  sack dismiss fire axe
  dismissal layoff redundancy
  quit resign resignation
  raise lift hike increase rise
  cut slash trim lower reduce
  fall drop decline decrease
  climb rise increase grow surge soar
  vow pledge promise
  blast slam criticize condemn
  inquiry probe investigation
  investigator detective prosecutor
  investigate probe examine
  regulator watchdog authority
  deal agreement accord pact
  truce ceasefire armistice
  talks negotiation
  poll election vote ballot
  envoy ambassador diplomat
  troops soldier army forces military
  rebel insurgent fighter militant
  cop police officer
  jail prison imprisonment
  sentence jail
  verdict ruling judgment
  lawyer attorney counsel barrister solicitor
  tribunal court
  defendant accused suspect
  lawsuit suit case
  raid search
  seize confiscate
  frontier border
  closure close shut
  shut close
  border crossing
  evacuate clear
  quake earthquake tremor
  storm hurricane gale cyclone
  gust wind
  blaze fire wildfire
  home house household
  electricity power
  lorry truck
  plane aircraft jet airliner
  ship vessel boat
  railway rail train
  firm company business corporation
  factory plant
  worker staff employee
  boss manager chief
  rent landlord
  inflation price
  forecast predict expect
  peak top
  shortfall gap hole deficit
  bill cost
  levy tax duty
  treasury state
  money cash cent penny
  fine penalty
  pupil student child
  school classroom
  baby infant
  teacher educator
  match game
  coach manager
  team squad side
  athlete sprinter runner
  suspend ban bar
  referee umpire
  fan supporter
  mistake error blunder
  medal gold
  mail post
  lift elevator
  grave tomb burial
  merger deal takeover
  permit license licence
  statute law bill act
  amend change rewrite
  asylum refugee
  tighten raise
  stubborn persistent sticky
  aware know
  halt stop
  terror terrorist
  bomb explosive
  hostage captive
  toll dead
  phone telephone call ring
  rejoice celebrate
  relatives family
  mistaken wrong
  watertight sealed
  smuggle traffic
  blackmail threaten extort
  shield protect
  severe serious grave
  disable switch
  malfunction broken break fail
  neighbor neighbour
  steal theft thief rob
  weapon gun arm
  harbor port
  tanker ship
  container cargo
  dispute row conflict
  spectator fan crowd
  collapse crash fall
  quarrel argue debate dispute
  plunder rob loot
  robber thief
  tale story
  corn maize
`;

const ALIKE = new Map<string, Set<string>>();
for (const line of GROUPS.trim().split('\n')) {
  const stems = line
    .trim()
    .split(' ')
    .map((word) => plainStem(stemOf(word)));
  for (const one of stems) {
    const others = ALIKE.get(one) ?? new Set();
    for (const other of stems) others.add(other);
    ALIKE.set(one, others);
  }
}

/** The stems of words that the press takes for a word. */
export const pressWordsFor = (stem: string): ReadonlySet<string> | undefined => ALIKE.get(stem);
