import { z } from 'zod';
import { ACTS, Act, PLOVER_EVENT_TYPES, QuadClass } from './act.ts';
import { DateBasis } from './date.ts';
import * as words from './vocabulary.ts';

export const Term = z
  .object({
    code: z.string().describe('The word as it stands in responses and parameters.'),
    label: z.string().describe('What it is called.'),
    description: z.string().nullable().describe('What it means; null where the label says it all.'),
    example: z.string().nullable().describe('Words of an article that it stands for, or null.'),
    broader: z.string().nullable().describe('Code of the next wider term, or null.'),
    act: Act.nullable().describe('What CAMEO, PLOVER and Goldstein say of an act; null for other terms.'),
  })
  .meta({ id: 'Term', description: 'A word that the graph describes things with.' });

export type Term = z.output<typeof Term>;

export interface Vocabulary {
  label: string;
  description: string;
  terms: Term[];
}

/** What a word means, and where it helps, words of an article that it stands for. */
type Meaning = string | readonly [description: string, example: string];

/** A vocabulary of an enumeration; the compiler asks for the meaning of every word. */
function vocabulary<T extends string>(
  label: string,
  schema: z.ZodType<T>,
  meanings: Record<T, Meaning>,
): Vocabulary {
  const terms = (Object.entries(meanings) as [T, Meaning][]).map(([code, meaning]) => {
    const [description, example = null] = typeof meaning === 'string' ? [meaning] : meaning;
    return { code, label: labelOf(code), description, example, broader: null, act: null };
  });
  return { label, description: schema.meta()?.description ?? '', terms };
}

/** `ALLY_OF` is "Ally of", `signature` is "Signature". */
function labelOf(code: string): string {
  const plain = code.toLowerCase().replaceAll(/[_-]/g, ' ');
  return plain.charAt(0).toUpperCase() + plain.slice(1);
}

const PLOVER: Record<string, string> = {
  AGREE: 'Agree to do something, or express the intent to cooperate.',
  CONSULT: 'Meet, visit, talk or negotiate.',
  SUPPORT: 'Support in diplomacy or in words: praise, endorse, recognize, sign an agreement.',
  COOPERATE: 'Cooperate in the economy, the military, justice or intelligence.',
  CONCEDE: 'Yield: accept demands, ease restrictions, let go.',
  RETREAT: 'Yield by withdrawing: leave, release, return, stop fighting.',
  AID: 'Provide material aid.',
  REQUEST: 'Appeal, request or demand.',
  ACCUSE: 'Disapprove, criticize, accuse or investigate.',
  REJECT: 'Reject, refuse or defy.',
  THREATEN: 'Threaten.',
  PROTEST: 'Demonstrate, strike, riot.',
  SANCTION: 'Reduce relations: withdraw, expel, embargo.',
  MOBILIZE: 'Show or raise military or police force without using it.',
  COERCE: 'Coerce: arrest, seize, repress.',
  ASSAULT: 'Use violence.',
};

const acts: Vocabulary = {
  label: 'Acts',
  description:
    'What a speaker does by saying something, or the actors of an event by doing it: CAMEO 1.1b3, with PLOVER event type, quad class and Goldstein score.',
  terms: [...ACTS.values()].map((act) => ({
    code: act.cameo,
    label: act.label,
    description: null,
    example: null,
    broader: act.cameo.length > 2 ? act.cameo.slice(0, -1) : null,
    act,
  })),
};

const ploverEventTypes: Vocabulary = {
  label: 'PLOVER event types',
  description: 'The categories that PLOVER sorts the acts of CAMEO into; each works as `act` of statements.',
  terms: [...PLOVER_EVENT_TYPES].map((code) => ({
    code,
    label: labelOf(code),
    description: PLOVER[code] ?? null,
    example: null,
    broader: null,
    act: null,
  })),
};

/** Every vocabulary of the graph, by the name that it is served under. */
export const VOCABULARIES = {
  acts,
  ploverEventTypes,
  quadClasses: {
    ...vocabulary('Quad classes', QuadClass, {
      'verbal cooperation': 'Cooperation in words: CAMEO 01 to 05.',
      'material cooperation': 'Cooperation in deeds: CAMEO 06 to 09.',
      'verbal conflict': 'Conflict in words: CAMEO 10 to 14.',
      'material conflict': 'Conflict in deeds: CAMEO 15 to 20.',
    }),
    description: 'Verbal or material, cooperation or conflict.',
  },
  polarities: vocabulary('Polarities', words.Polarity, {
    positive: 'The Goldstein score of the act is above 0.',
    negative: 'The Goldstein score of the act is below 0.',
    neutral: 'The Goldstein score of the act is 0.',
  }),
  entityTypes: vocabulary('Types of entity', words.EntityType, {
    Person: 'A human being.',
    Country: 'A country; its government is no entity of its own.',
    Organization: 'An organization, for example an armed force, a party, a company.',
    Place: 'A place that is no country.',
  }),
  aliasKinds: vocabulary('Kinds of alias', words.AliasKind, {
    name: 'Another name.',
    abbreviation: 'An abbreviation: CENTCOM.',
    metonym: 'A name of its government or seat: Washington.',
    adjective: 'An adjective, or a demonym: Pakistani, Spaniard.',
    title: 'A name with a title: General Munir.',
  }),
  roles: vocabulary('Kinds of role', words.RoleKind, {
    leader: ['Heads a country, a government, a party or an organization.', 'US President Donald Trump'],
    official: [
      'Holds an office of a state or an international body, elected or appointed.',
      'the foreign minister',
    ],
    politician: [
      'Sits in a parliament or a council, or stands for it, without heading it.',
      'a senator from Ohio',
    ],
    spokesperson: ['Speaks for a person, a government or an organization.', 'a spokesman for the mayor'],
    military: ['Serves in armed forces, or commands them.', 'the army chief'],
    diplomat: ['Represents a state or an international body abroad or in talks.', 'the ambassador in Cairo'],
    judge: ['Decides in a court or tribunal.', 'Judge Ada Bell'],
    lawyer: ['Acts for a party before a court: a defender, a prosecutor, counsel.', 'her attorney'],
    analyst: ['Studies and comments on affairs.', 'a Pakistani political analyst'],
    academic: ['Teaches or does research at a university or an institute.', 'a professor of law'],
    activist: ['Campaigns for a cause.', 'a founder of the climate movement'],
    business: ['Owns, leads or works for a company.', 'the chief executive'],
    journalist: ['Reports for a publication.', 'our correspondent in Oslo'],
    religious: ['Holds an office of a religion.', 'the archbishop'],
    witness: ['Saw or suffered what is told, and speaks of that.', 'a resident who saw the blast'],
  }),
  predicates: vocabulary('Predicates of relations', words.Predicate, {
    ALLY_OF: ['The subject is an ally of the object.', 'an early Cold War ally'],
    PARTNER_OF: ['The subject works together with the object.', 'this renewed partnership'],
    RIVAL_OF: ['The subject competes with the object.', 'its rival across the strait'],
    NEIGHBOUR_OF: ['The subject borders on the object.', 'neighbouring Norland'],
    INDEPENDENT_FROM: [
      'The subject became independent from the object.',
      'achieved independence from Britain in 1947',
    ],
    COMMANDS: ['The subject has the military command of the object.', 'commander of US Central Command'],
    LEADS: ['The subject heads the object.', 'the chair of the committee'],
    MEMBER_OF: ['The subject belongs to the object as a member.', 'a member of the alliance'],
    PART_OF: ['The subject is a part of the object.', 'the navy, a branch of the armed forces'],
    RULES: ['The subject rules the object.', 'the military, which has ruled for three decades'],
    INFLUENCES: [
      'The subject has influence on the object.',
      'has long cast a shadow over civilian governments',
    ],
    PRESSURES: ['The subject puts the object under pressure.', 'continues to pressure Pakistan'],
    CITIZEN_OF: ['The subject is a citizen of the object.', 'a Norwegian national'],
    EXPERT_ON: ['The subject is an expert on the object.', 'an analyst on South Asian affairs'],
    SPOKESPERSON_OF: ['The subject speaks for the object.', 'a spokeswoman for the ministry'],
    ADVISER_TO: ['The subject advises the object.', 'a senior adviser to the prime minister'],
    DEPUTY_OF: ['The subject stands in for the object, or is second to it.', 'her deputy, Cal Dorn'],
    EMPLOYED_BY: ['The subject works for the object.', 'an engineer at the plant'],
    REPRESENTS: [
      'The subject acts for the object, as counsel, envoy or member of a parliament.',
      'the lawyer who represents the family',
    ],
    SUCCESSOR_OF: ['The subject holds what the object held before.', 'who succeeded him as governor'],
    FOUNDER_OF: ['The subject founded the object.', 'founder of the charity'],
    OWNS: ['The subject owns the object, or most of it.', 'the owner of the newspaper'],
    FUNDS: ['The subject gives money to the object.', 'a clinic financed by the fund'],
    SUPPORTS: ['The subject stands by the object in a dispute.', 'which backs the government in Tarn'],
    OPPOSES: ['The subject stands against the object.', 'a critic of the regime'],
    AT_WAR_WITH: ['The subject and the object are at war.', 'has been fighting Norland since May'],
    CLAIMS: ['The subject claims the object as its own.', 'an island that both countries claim'],
    LOCATED_IN: ['The subject lies or has its seat in the object.', 'the court in The Hague'],
    BORN_IN: ['The subject was born in the object.', 'born in Oslo in 1960'],
    LIVES_IN: ['The subject lives in the object.', 'who lives in exile in London'],
    SPOUSE_OF: ['The subject and the object are or were married.', 'his wife, Ada Bell'],
    PARENT_OF: ['The subject is a parent of the object.', 'mother of the defendant'],
    RELATED_TO: ['The subject and the object are of one family in another way.', 'a cousin of the king'],
  }),
  eventKinds: vocabulary('Kinds of event', words.EventKind, {
    independence: ['A country becomes independent.', 'achieved independence from Britain in 1947'],
    alliance: ['An alliance is made, or lasts.', 'Pakistan was an early Cold War ally'],
    war: ['A war.', 'the war that began in 2022'],
    conflict: ['Tension or a conflict short of war.', 'tensions between Pakistan and India'],
    meeting: ['People or delegations meet.', 'the two met at the White House'],
    visit: ['A person visits a place.', 'a five-day stay in the US'],
    invitation: ['A person is invited.', 'had invited General Munir to the White House'],
    appointment: ['A person is appointed or hired to an office.', 'was named army chief'],
    election: ['An election, or a candidacy in one.', 'last year’s contested election'],
    arrest: ['A person is arrested or held.', 'police detained two men'],
    negotiation: ['Parties negotiate.', 'a second round of talks in Doha'],
    diplomacy: ['Diplomatic relations and talks.', 'recalled its ambassador'],
    cooperation: ['Parties act together.', 'a joint exercise of both navies'],
    pressure: ['One party puts another under pressure.', 'continues to press Pakistan'],
    'de-escalation': ['Tension is lowered, or a war avoided.', 'a ceasefire took hold'],
    'military-operation': ['An operation of armed forces.', 'troops crossed the river at dawn'],
    statement: [
      'A person says something, told as an event; where it is a speech, an interview and the like, that.',
      'his criticism of 2018',
    ],
    rule: ['A person or a group rules or keeps control.', 'three decades of military rule'],
    period: ['A period that is spoken of as a whole.', 'the Cold War'],
    hearing: ['A body hears people: a committee, a council, a court before its trial.', 'a Senate hearing'],
    speech: ['A person speaks to an audience.', 'in a speech to the nation'],
    'press-conference': ['A person takes questions of the press.', 'told a news conference in Geneva'],
    interview: ['A person is interviewed.', 'in an interview with the BBC'],
    'statement-release': [
      'A text is put out: a press release, a letter, a post.',
      'said in a statement on Friday',
    ],
    report: ['A study, a survey or figures are published.', 'the agency’s annual report found'],
    decision: ['A body or an office decides on a policy or measure.', 'the ministry closed the border'],
    legislation: ['A law is proposed, passed, signed or takes effect.', 'parliament passed the bill'],
    vote: ['A body or the people vote on a question.', 'the council voted 12 to 3'],
    agreement: ['Parties sign or reach an agreement.', 'signed a trade deal'],
    sanctions: ['A state or body imposes or lifts sanctions, tariffs or an embargo.', 'a ban on oil imports'],
    aid: ['Money or goods are given to help.', 'pledged 40 million euros for the refugees'],
    resignation: ['A person leaves an office or is dismissed.', 'stepped down on Monday'],
    protest: ['People demonstrate or riot.', 'thousands marched in the capital'],
    strike: ['Workers stop work.', 'a walkout of rail staff'],
    attack: ['Violence against people or property, by whomever.', 'a drone hit the depot'],
    crime: ['An offence other than an attack.', 'the money was embezzled'],
    investigation: ['An authority or a body looks into something.', 'police opened an inquiry'],
    charge: ['A person is formally accused.', 'was indicted on three counts'],
    trial: ['A case is tried in court.', 'the trial opens on Tuesday'],
    'court-ruling': ['A court decides a question.', 'the Supreme Court struck down the law'],
    sentence: ['A court convicts or sentences a person.', 'was jailed for five years'],
    lawsuit: ['A party sues another.', 'the family sued the company'],
    release: ['People or goods are let go.', 'the hostages were freed'],
    death: ['A person dies, of whatever cause.', 'died at his home, aged 91'],
    disaster: ['Nature strikes: an earthquake, a flood, a fire, a drought.', 'the floods of August'],
    accident: ['A mishap of people or machines.', 'the train left the rails'],
    outbreak: ['A disease breaks out or spreads.', 'a cholera outbreak in the camps'],
    displacement: ['People flee, migrate, or are moved.', 'families fled their homes'],
    rescue: ['People are saved, or brought out.', 'divers brought out the crew'],
    economy: ['Prices, jobs, markets or output change.', 'inflation rose to 9 per cent'],
    transaction: ['Something is bought, sold, invested or built.', 'bought the mine for 2 billion dollars'],
    ceremony: ['A celebration, a burial, an anniversary, an award.', 'the inauguration in January'],
    competition: ['A contest of sport or art.', 'won the final in Lisbon'],
    other: ['None of the others.', 'a time capsule was opened'],
  }),
  assertionModes: vocabulary('Modes of assertion', words.AssertionMode, {
    fact: ['The author tells it as a fact.', 'Pakistan achieved independence from Britain in 1947'],
    opinion: [
      'The author judges, foresees or sums up: another might say otherwise.',
      'Just like clockwork over the decades, the US would renege on its promise',
    ],
  }),
  figures: vocabulary('Figures of events', words.FigureKind, {
    killed: ['People who died of it.', 'at least 12 people were killed'],
    injured: ['People who were hurt.', 'leaving more than 40 wounded'],
    missing: ['People of whom nothing is known.', 'three sailors are still missing'],
    affected: ['People who suffer from it in another way.', 'some 2,000 residents are without power'],
    displaced: ['People who fled, or were moved.', 'forced 5,000 to flee'],
    rescued: ['People who were saved, or brought out.', 'all 14 miners were brought out'],
    arrested: ['People who were arrested or held.', 'police detained about 300'],
    released: ['People who were let go.', '24 hostages were freed'],
    deployed: ['People, vessels or vehicles that were sent.', 'sent 2,000 soldiers'],
    attended: ['People who took part.', 'tens of thousands marched'],
    votes: ['Votes for it, or for who won; its words say which.', 'passed by 212 votes'],
    amount: ['Money; its unit is the currency as ISO 4217.', 'a loan of 1.3 billion dollars'],
    share: ['A part of a whole; its unit is `%`.', 'won 54 per cent of the vote'],
    duration: ['How long it lasts or counts; its unit is a unit of time.', 'sentenced to five years'],
    count: ['Things of another kind, named by its unit.', 'fired 60 missiles'],
  }),
  ploverModes: vocabulary('PLOVER modes', words.PloverMode, {
    visit: 'CONSULT: the actor visits, the recipient is the host.',
    'third-party': 'CONSULT: a third party is the host.',
    phone: 'CONSULT: by telephone or from afar.',
    withdraw: 'RETREAT: forces leave. SANCTION: own people or means are withdrawn.',
    release: 'RETREAT: captives are released.',
    disarm: 'RETREAT: weapons are given up.',
    ceasefire: 'RETREAT: a ceasefire is kept.',
    access: 'RETREAT: third parties are let in: observers, peacekeepers, aid workers.',
    assist: 'REQUEST, REJECT: exchange, relations or assistance.',
    change: 'REQUEST, REJECT: a change of policy, government or institutions.',
    yield: 'REQUEST, REJECT: release, easing or ceasefire.',
    meet: 'REQUEST, REJECT: meetings and negotiations.',
    disapprove: 'ACCUSE: disapproval in words.',
    investigate: 'ACCUSE: an investigation of any kind.',
    allege: 'ACCUSE: an accusation, a lawsuit, a charge.',
    restrict: 'THREATEN, COERCE: restrictions of movement, trade or politics.',
    relations: 'THREATEN: relations or talks would be broken off.',
    expel: 'THREATEN, SANCTION: diplomats, peacekeepers or organizations are expelled.',
    territory: 'THREATEN: territory would be taken.',
    violence: 'THREATEN: violence would be used.',
    demo: 'PROTEST: a demonstration, peaceful for the most part.',
    riot: 'PROTEST: a violent riot.',
    hunger: 'PROTEST: a hunger strike.',
    boycott: 'PROTEST: a strike or boycott.',
    obstruct: 'PROTEST: a passage or a place is blocked.',
    discontinue: 'SANCTION: exchange or aid is reduced or ended.',
    troops: 'MOBILIZE: armed forces.',
    police: 'MOBILIZE: police or security forces.',
    seize: 'COERCE: property or territory is seized.',
    curfew: 'COERCE: a curfew.',
    'martial-law': 'COERCE: a state of emergency, or martial law.',
    arrest: 'COERCE: people are arrested, held or charged.',
    deport: 'COERCE: people are expelled or deported.',
    abduct: 'ASSAULT: people are abducted, vehicles hijacked.',
    beat: 'ASSAULT: people are struck.',
    torture: 'ASSAULT: torture.',
    sexual: 'ASSAULT: sexual violence.',
    targeted: 'ASSAULT: the targeted killing of people who cannot defend themselves, attempts included.',
    destroy: 'ASSAULT: property is destroyed.',
    firearms: 'ASSAULT: small arms.',
    explosives: 'ASSAULT: mines, car bombs and the like.',
    'suicide-attack': 'ASSAULT: suicide attacks.',
    'heavy-weapons': 'ASSAULT: artillery, tanks, aircraft.',
    unconventional: 'ASSAULT: chemical, biological, radiological or nuclear weapons.',
  }),
  ploverContexts: vocabulary('PLOVER contexts', words.PloverContext, {
    military: 'The armed forces of states, military aid included.',
    intelligence: 'State intelligence and its organizations.',
    executive: 'Governments and their agencies, and those who head them.',
    legislative: 'Parliaments: debates, laws, coalitions.',
    election: 'Elections and campaigns.',
    political_institutions: 'Changes of, and quarrels between, formal political bodies and parties.',
    pro_democracy: 'What leads towards democracy.',
    pro_autocracy: 'What leads towards autocracy.',
    economic: 'The economy: trade, finance, prices, development.',
    legal: 'Courts; national and international law.',
    reparations: 'Compensation for past harm.',
    human_rights: 'Human rights in general.',
    rights_freedoms: 'Political rights and freedoms, of the press among them.',
    repression: 'Forceful repression by security forces.',
    human_security: 'Access to water, food, housing, energy, land; aid for people in need.',
    gender: 'Women, gender and its equality.',
    lgbt: 'Sexual minorities, their rights and protests.',
    religion_ethnicity: 'Religion, ethnic group, caste or language.',
    inequality: 'Resources and chances that are shared out unequally.',
    diplomatic: 'Diplomacy, abroad and at home.',
    territory: 'Disputes over territory.',
    peacekeeping: 'The keeping of a peace, mostly by several states.',
    health: 'Public health and disease.',
    asylum: 'Asylum, sought or granted.',
    migration: 'Migrants, refugees, displaced people.',
    disasters: 'Disasters of nature, and accidents.',
    natural_resource: 'Natural resources, their extraction and trade.',
    environment: 'Pollution, climate, and policies on them.',
    technology: 'New technology and its industry.',
    terrorism: 'Terrorist groups, and action against them.',
    cbrn: 'Chemical, biological, radiological and nuclear weapons.',
    cyber: 'Attacks and crime on networks.',
    misinformation: 'False information and covert influence.',
    crime: 'Crime that no narrower context names.',
    corruption: 'Abuse of public office.',
    illegal_drugs: 'Illegal drugs.',
    trafficking: 'Trafficking and smuggling.',
  }),
  participantRoles: vocabulary('Roles of participants', words.ParticipantRole, {
    actor: 'Acts in the event; in a mutual one, such as a meeting, all are actors.',
    recipient: 'Is acted upon.',
  }),
  quoteTypes: vocabulary('Types of quotation', words.QuoteType, {
    direct: 'The words stand in quotation marks.',
    indirect: 'The article reports the words in its own.',
    mixed: 'A report that keeps some of the words in quotation marks.',
  }),
  aboutAs: vocabulary('What a statement is about', words.AboutAs, {
    target: 'The act is aimed at it: “They have been a phenomenal partner” praises Pakistan.',
    topic: 'It is spoken of: “not going into the war [with India]” thanks Munir, and speaks of India.',
  }),
  contestedFields: vocabulary('What is contested', words.ContestedField, {
    speaker: 'Attributions that count name different speakers: a signature one, “He stated” another.',
    date: 'Articles give dates that exclude each other: one has Tuesday, another has Wednesday.',
    act: 'Articles are annotated with acts of which neither is the more specific one.',
    place: 'Articles tell that an event happened in different places.',
    kind: 'Articles tell of an event as different kinds: an attack, an accident.',
  }),
  ranks: vocabulary('Ranks of attributions', words.Rank, {
    preferred: 'The best supported one.',
    normal: 'Another one that may be right.',
    deprecated:
      'One that is kept although it is known to be wrong; it is shown, contests nothing and counts nowhere.',
  }),
  attributionBases: vocabulary('Bases of attributions', words.AttributionBasis, {
    signature: ['The quotation is signed, after a dash.', '“… a phenomenal partner” – Kurilla'],
    'cue-named': ['A cue with a name.', 'Rumi cautioned that …'],
    'cue-pronoun': ['A cue with a pronoun.', 'He stated that …'],
    'according-to': ['The speaker is named as the source, without a verb.', 'According to Rumi, …'],
    'carried-over': [
      'A sentence without a cue of its own goes on with what was reported before it.',
      'Rumi said it must change. Otherwise it was destined to fail.',
    ],
    'lead-in': [
      'A sentence leads the quotation in, with a colon or a line of its own.',
      'Rumi put it plainly: “…”',
    ],
    'speaker-label': [
      'A label stands before the words, as in a transcript or an interview.',
      'RUMI: I would not say that.',
    ],
    document: ['A document speaks for those who issued it.', 'The ministry’s report says that …'],
    'second-hand': ['One person tells what another has said.', 'Farooq recalled how Rumi sees it: …'],
    described: ['Nobody is named, but the speakers are described.', 'Iraqi officials said that …'],
    editor: 'An editor read it from the context.',
  }),
  attributionFlags: vocabulary('Flags of attributions', words.AttributionFlag, {
    unsourced: 'The article gives no source for it.',
    'conflicting-cues': 'Cues in the text contradict each other.',
    'ambiguous-antecedent': 'A pronoun may mean several people.',
    'unnamed-speaker': 'Nobody can be named.',
  }),
  mentionForms: vocabulary('Forms of mentions', words.MentionForm, {
    name: 'By its name.',
    alias: 'By a short or another name.',
    metonym: 'By a metonym: Washington for the government of the United States.',
    adjective: 'By an adjective: Pakistani.',
    description: 'By a description: the army chief.',
    pronoun: 'By a pronoun.',
  }),
  dateBases: vocabulary('Bases of dates', DateBasis, {
    explicit: 'The text states the date.',
    relative: 'The text states it relative to another date.',
    article: 'It is the date of the article.',
    unknown: 'The source does not say.',
  }),
} as const satisfies Record<string, Vocabulary>;

export type VocabularyName = keyof typeof VOCABULARIES;
export const VOCABULARY_NAMES = Object.keys(VOCABULARIES) as VocabularyName[];
