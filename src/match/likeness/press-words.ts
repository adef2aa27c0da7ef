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
  talks negotiation dialogue
  precondition condition requirement
  envoy mediator emissary
  sanction embargo
  visit trip tour journey
  summit meeting conference
  expel deport
  embassy mission consulate
  withdraw retreat pullout
  occupy seize capture
  invasion offensive assault attack
  retaliate revenge retaliation
  shell bombard bomb
  civilian resident inhabitant people
  escalate spread
  escalation wider
  ally partner
  enemy foe adversary opponent
  sailor seaman crew mariner
  soldier serviceman troops
  prepared ready willing
  want wish seek desire
  demand insist urge
  concession compromise
  side party
  leave depart exit
  swindle defraud fraud cheat scam
  betray betrayal abuse
  charge accuse indict
  contest challenge dispute
  appeal challenge
  testify witness testimony
  murder kill homicide
  compensation damages payout
  overturn quash annul scrap void
  uphold confirm
  hearing trial proceedings
  plaintiff claimant complainant
  conviction verdict guilty
  term sentence
  wage pay salary remuneration
  recession downturn slump
  expensive costly dear pricey
  cheap affordable inexpensive
  customer buyer consumer client shopper clientele
  rival competitor competition
  domestic local home national
  profit earnings gain
  revenue sales turnover income
  investor shareholder
  share stock
  bankrupt insolvent bankruptcy insolvency
  subsidy grant aid support
  tariff duty customs
  carmaker automaker manufacturer maker
  car vehicle automobile
  lack shortage scarcity want
  surplus excess
  manufacture produce make build
  trophy cup title
  beat defeat
  loss defeat lose
  win victory triumph
  goalkeeper keeper goalie
  player footballer
  stadium ground arena
  season campaign
  training practice
  cyclist rider
  surgery operation
  treatment therapy
  cancer tumor
  paramedic ambulance
  trial study
  researcher scientist expert
  risk danger hazard
  likely probable
  probability chance odds
  healthy well
  wait waiting queue
  waste rubbish garbage trash refuse
  tenant renter
  flat apartment
  owner landlord
  shop store
  inhabitant resident villager local
  neighborhood district quarter area
  bike bicycle cycle
  town city municipality
  street road
  motorway highway freeway road
  money fund
  begin start launch
  finish complete
  big large huge enormous vast
  small little tiny minor
  fast quick rapid swift
  ban prohibit forbid outlaw
  compulsory mandatory obligatory forced
  voluntary optional
  secret hidden covert
  kid child children
  teenager youth adolescent young
  elderly old aged pensioner retiree senior
  pension retirement
  burial funeral
  savings account
  cow cattle herd
  anger rage fury outrage
  angry furious enraged
  lander probe spacecraft craft
  assume presume suppose
  tired weary exhausted
  worried concerned anxious fear
  happy pleased delighted glad
  sorry regret apologize
  honest truthful
  plan intend intention
  allow let permit
  help assist aid
  demonstrator protester
  demonstration protest rally march
  unrest riot
  detain arrest hold
  injure hurt wound
  flood inundation
  accident crash collision
  driver motorist
  rescue save
  seek search hunt
  document paper file record
  letter note
  website internet online
  corruption bribery graft bribe
  scandal affair
  critic opponent
  newspaper press media
  journalist reporter
  lie untruth falsehood
  claim allegation assertion
  thank grateful gratitude thankful
  responsible fault blame
  war conflict fighting hostilities
  nuclear atomic
  oil petroleum crude
  climate warming
  sea ocean
  glacier ice
  retreat shrink recede
  shrink dwindle
  double twice twofold
  half halve
  grow expand swell
  employ hire recruit
  employment job work
  job post position
  create make
  destroy wreck ruin demolish
  demolish raze
  rebuild reconstruct restore
  repair fix mend
  replace exchange substitute swap
  donate donation gift
  donor benefactor sponsor
  give grant award
  earn make
  spend spending expenditure
  pay fund finance
  costs expense
  rule govern
  cabinet government ministers administration
  parliament legislature assembly house lawmakers
  lawmaker deputy legislator senator congressman
  coalition alliance bloc
  majority most
  minority few
  citizen people population public
  voter electorate
  campaign run stand
  candidate contender nominee
  poor needy impoverished
  poverty hardship
  rich wealthy affluent
  hungry starve hunger famine
  food meal eat
  thirsty drink
  homeless shelter
  migrant immigrant refugee
  flee escape
  arrive reach
  town village community
  farmer grower peasant
  harvest crop
  field land
  animal livestock
  fisherman fishing trawler
  forest wood woodland
  pollute contaminate poison
  pollution contamination
  emission carbon
  toxic poisonous
  clean wash
  boil cook
  winter cold
  summer heat hot
  storm weather
  snow avalanche
  landslide mudslide
  bridge crossing
  tunnel tube
  train rail
  bus coach
  ticket fare
  traveler passenger commuter
  flight plane
  pilot captain
  airline carrier
  airport terminal
  guard watchman
  inmate prisoner convict
  cell jail
  gang mob
  burglar thief
  gun pistol rifle firearm
  shoot fire
  knife stab
  explode detonate
  evidence proof
  prove show demonstrate
  suspect believe think
  doubt question
  guess estimate
  expect anticipate
  foresee predict foresight
  surprise shock astonish
  sudden abrupt
  remember recall recollect
  forget ignore
  listen hear
  look see watch
  speak talk
  shout yell scream
  silent quiet
  quiet calm
  refuse decline reject
  agree accept consent
  approve endorse back
  object oppose protest
  quarrel fight
  criticism criticize attack rebuke
  praise applaud commend hail
  honor tribute
  insult offend
  shame ashamed disgrace
  proud pride
  respect esteem
  trust confidence faith
  faith religion
  church parish
  priest vicar clergyman
  music song concert
  band orchestra
  actor actress performer
  film movie picture
  author writer novelist
  book novel
  painting picture canvas
  artist painter
  museum gallery
  exhibition show display
  audience crowd viewers
  pupil schoolchild
  university college
  professor academic lecturer
  degree diploma
  exam test examination
  lesson class
  learn study
  teach instruct
  train educate
  skill ability
  error flaw fault
  defect flaw fault
  recall withdraw
  faulty defective
  safe secure
  safety security
  danger threat peril
  dangerous hazardous unsafe perilous
  warn alert caution
  alarm siren
  advice recommendation counsel
  advise recommend
  suggest propose
  proposal plan suggestion
  scheme plan project program
  aim goal target objective
  reach achieve attain meet
  fail failure
  succeed success
  progress advance headway
  delay postpone defer
  late overdue
  deadline date
  schedule timetable
  annual yearly
  monthly month
  daily day
  forever permanent
  temporary interim provisional
  immediate instant prompt
  recent late
  former previous earlier past
  previous last preceding
  following next subsequent
  final last
  main chief principal key
  important crucial vital significant
  serious grave severe
  severe harsh tough
  hard difficult tough
  easy simple
  clear obvious plain
  true correct right accurate
  false wrong incorrect
  fair just
  unfair unjust
  strange odd
  normal usual ordinary
  rare unusual scarce
  common frequent widespread
  entire whole complete
  total overall
  enough sufficient adequate
  alone lone single
  separate apart
  joint common shared
  share divide split
  unite join merge
  link connect connection
  relationship ties relations
  sever break cut
  near close
  far distant remote
  abroad overseas foreign
  foreign alien
  world globe global international
  region area province
  capital city
  border boundary
  coast shore seaside
  island isle
  mountain hill peak
  river stream
  lake reservoir
  well spring
  wall barrier fence
  gate door entrance
  roof ceiling
  room hall chamber
  kitchen cook
  bed ward
  building block structure
  house building
  tower skyscraper
  office headquarters
  site location place
  machine equipment device
  tool instrument
  engine motor
  computer software
  robot machine
  phone mobile cellphone smartphone
  message text note
  picture image photograph photo
  video footage film
  camera footage
  broadcast transmit air
  publish print release
  announce declare proclaim
  reveal disclose expose
  hide conceal cover
  confirm verify
  deny denial
  admit concede acknowledge confess
  accuse blame
  promise pledge guarantee
  threat warning
  decision ruling
  decide resolve determine
  choose pick select
  choice option alternative
  hope wish
  love affection
  hate hatred
  cry weep tears
  laugh joke
  family household relatives
  parent mother father
  mother mum mom
  father dad
  husband spouse
  wife spouse
  son boy
  daughter girl
  woman lady
  man guy
  friend pal companion
  neighbor resident
  boss employer
  employee staff worker workforce workers
  colleague coworker
  union labor
  negotiate bargain haggle
  contract agreement deal
  sign initial
  vacancy opening
  vacant empty unoccupied
  overtime hours
  shift rota
  holiday vacation leave
  sick ill
  die perish
  deadly lethal fatal
  survive survivor
  survivor alive
  bury grave
  mourn grieve grief
  sorrow sadness
  pain suffering agony
  suffer endure
  burden strain
  pressure strain stress
  relief help aid
  rescuer firefighter
  volunteer helper
  charity donation
  queue line
  staff personnel official
  urgent emergency
  treat care
  petrol gasoline fuel
  corridor hallway passage
  minor juvenile underage child
  warehouse storehouse depot
  arson burn torch ignite
  monitor observer
  rig manipulate falsify
  captive prisoner detainee
  abolish scrap eliminate axe
  grade mark
  concede accept
  court legal judicial lawsuit
  laughable ridiculous absurd joke
  superior better dominate
  footage picture
  reservation booking
  breach hack leak intrusion
  password login
  outage blackout
  dam dyke dike levee embankment
  overflow overtop
  rain rainfall downpour precipitation
  approve authorize permit
  mortgage loan credit
  musician orchestra player
  tram streetcar
  cure heal
  limit cap ceiling restriction quota
  majority margin
  debt borrowing
  unchanged steady hold
  rocket missile shell
  gun artillery cannon
  release free liberate
  treaty accord agreement deal pact
  count tally
  altitude height
  crew pilot
  ridge mountain hill
  attacker assailant perpetrator gunman
  gunfire shooting
  kidnap abduct
  drunk intoxicated
  runway tarmac
  luggage baggage suitcase
  mechanic technician engineer
  inspect check examine audit review
  inspection check audit
  sink founder capsize
  raft dinghy boat
  spill leak discharge
  tap drinking
  trapped stuck
  quarantine isolation isolate
  epidemic pandemic
  reform overhaul
  tuition fee
  headmistress headmaster principal
  award prize trophy
  jury panel
  director filmmaker
  censor ban
  play drama
  champion winner
  evict expel
  build construct erect
  developer builder
  traffic congestion
  bid offer proposal
  shutdown closure
  creditor lender
  dividend payout
  supermarket grocer store
  product goods merchandise item
  brand label
  advertise advertisement commercial
  complaint complain grievance
  refund reimburse repay repayment
  data information
  hacker attacker
  discover find detect
  flock sheep ewe lamb
  crop grain cereal wheat
  deport return
  right entitle
  stay remain
  citizenship nationality
  smuggler trafficker
  spy espionage
  conscription conscript draft
  massacre slaughter
  torture mistreat
  survey poll
  turnout participation
  referendum plebiscite
  emergency crisis
  prayer pray
  statue monument memorial
  fake forgery counterfeit
  jewelry jewel
  require need necessary
  attempt try effort
  avoid avert prevent
  ensure guarantee
  provide supply
  receive obtain
  exceed surpass
  cause trigger provoke
  result consequence outcome
  reason cause
  fear worry afraid
  certain sure convinced
  unclear uncertain unknown
  uncertainty uncertain
  able capable
  crowded packed full
  strong powerful
  weak frail
  wide broad
  long lengthy
  short brief
  old ancient
  broken defective faulty damaged
  damage harm
  alive living
  asleep sleep
  gradual slow
  soon shortly
  often frequent
  rare seldom
  complete total utter
  partly partial
  mainly mostly chiefly largely
  rich prosperous
  house apartment
  dwelling home house
  kill shoot
  pay payment
  hurt suffer harm
  coffin casket
  ill patient
  nurse caregiver
  illness patient
  mayor council
  winner win
  steal stolen
  fire blaze burn
  smoke fume
  soldier conscript recruit
  battle fight combat
  frontline front
  victor winner
  loser lose
  leader head
  aide adviser assistant
  deputy vice
  spokesman spokeswoman
  founder creator
  heir successor
  predecessor former
  apprentice trainee
  salary income
  bonus reward
  pensioner elderly
  savings deposit
  bank lender
  shareholder owner
  factory mill
  assembly production
  output production
  supplier vendor
  shipment delivery cargo
  deliver delivery bring
  freight cargo
  price expensive
  cost expensive
  afford affordable
  hungry starving
  obese overweight
  drug narcotic
  addict addiction
  alcohol drink liquor
  smoke cigarette tobacco
  drown drowning
  swim swimmer
  climb climber
  fly flight
  flight plane airline
  land landing
  arrive arrival
  depart departure
  explode explosion
  erupt eruption
  collide collision
  investigate inquiry
  apologize apology
  deny denial
  refuse refusal
  approve approval
  arrest detention
  decide decision
  choose choice
  lose loss
  succeed success
  fail failure
  believe belief
  know knowledge
  die death
  born birth
  marry marriage wedding
  grow growth
  weigh weight
  see sight
  think thought
  speak speech
  advise advice
  complain complaint
  threaten threat
  behave behavior
  compare comparison
  destroy destruction
  defend defense
  describe description
  produce production
  permit permission
  receive receipt
  reduce reduction
  expand expansion
  invade invasion
  intend intention
  explain explanation
  protect protection
  pollute pollution
  suspect suspicion
  hot heat
  long length
  wide width
  strong strength
  deep depth
  high height
  young youth
  poor poverty
  hungry hunger
  angry anger
  free freedom
  safe safety
  proud pride
  true truth
  hit strike crash
  believe think assume
  authority official
  annoy anger irritate
  assure promise
  ballot envelope
  beg plead
  belongings possession property
  substitute reserve
  bet gamble wager
  brave courageous courage bravery
  bug flaw error
  bullet shot
  purchase buy acquire
  peaceful calm
  nursing care
  chaos mess disorder turmoil
  chilly cold freezing frost
  clever smart intelligent
  lignite coal
  complain gripe grumble
  conceal withhold
  consent permission approval
  contaminated polluted tainted
  corpse body remains
  correct fix
  municipality council
  rural countryside
  offense offence crime
  illegal criminal unlawful
  yield crop harvest
  culprit guilty perpetrator
  curb restrict limit
  custody detention jail
  discussion debate talks
  reduction decrease
  despair hopelessness
  ruin devastate destroy
  dignity honor
  dinner supper meal
  disappear vanish missing
  discount reduction rebate
  dishonest lying
  embarrass shame
  encourage urge
  risk endanger jeopardize
  essential necessary vital
  execute kill
  specialist expert
  exploit abuse
  further extra additional
  eyewitness witness onlooker bystander
  bogus fake false
  flee run
  fee charge
  fool deceive trick mislead
  force compel
  rigging fraud
  scare frighten terrify fear
  gather meet
  cargo goods
  rumor gossip hearsay
  grasp understand
  guest visitor
  custom habit
  identify recognize
  lazy idle
  unthinkable impossible
  incident event
  influence sway
  notify inform
  innocent guiltless
  spy intelligence
  invade occupy
  leak disclose
  loot steal
  loud noisy
  lucky fortunate
  mad crazy insane
  magazine journal
  maintain repair
  manual handbook
  merciless ruthless
  miracle wonder
  misery suffering
  mock ridicule
  nuisance trouble
  oath vow
  opinion view
  overcome beat
  panic fear
  break pause interval
  plot conspiracy
  toxin poison
  provoke anger
  motive reason
  reckless careless
  refuge shelter
  change reform
  regain recover
  reliable trustworthy
  extend renew
  oppose resist
  show reveal
  opponent rival
  unexpected sudden surprise
  specimen sample
  scholar academic
  sewage wastewater effluent
  accommodation shelter
  smash break shatter
  smell odor stench
  stupid foolish silly
  staircase stairs steps
  norm standard
  steady stable
  strict tough
  capitulate surrender
  compassion sympathy
  tense strained
  timber wood
  commerce trade
  tendency trend
  trial lawsuit
  rely trust
  fact truth
  dictator tyrant
  incapable unable
  ignorant unaware
  biased unfair
  casualty victim
  brutal violent cruel savage
  germ virus
  wealth money fortune
  debris wreck
  area zone
  van truck
  verify check
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
