import { z } from 'zod';
import { ACTS, Act, PLOVER_EVENT_TYPES, QuadClass } from './act.ts';
import { DateBasis } from './date.ts';
import * as words from './vocabulary.ts';

export const Term = z
  .object({
    code: z.string().describe('The word as it stands in responses and parameters.'),
    label: z.string().describe('What it is called.'),
    description: z.string().nullable().describe('What it means; null where the label says it all.'),
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

/** A vocabulary of an enumeration; the compiler asks for the meaning of every word. */
function vocabulary<T extends string>(
  label: string,
  schema: z.ZodType<T>,
  meanings: Record<T, string>,
): Vocabulary {
  const terms = (Object.entries(meanings) as [T, string][]).map(([code, description]) => ({
    code,
    label: labelOf(code),
    description,
    broader: null,
    act: null,
  }));
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
    adjective: 'An adjective: Pakistani.',
    title: 'A name with a title: General Munir.',
  }),
  roles: vocabulary('Kinds of role', words.RoleKind, {
    leader: 'Heads a country, a government, a party or an organization.',
    official: 'Holds an office, elected or appointed.',
    analyst: 'Studies and comments on affairs.',
    military: 'Serves in armed forces, or commands them.',
    journalist: 'Reports for a publication.',
  }),
  predicates: vocabulary('Predicates of relations', words.Predicate, {
    ALLY_OF: 'The subject is an ally of the object.',
    PARTNER_OF: 'The subject works together with the object.',
    RIVAL_OF: 'The subject competes with the object.',
    NEIGHBOUR_OF: 'The subject borders on the object.',
    INDEPENDENT_FROM: 'The subject became independent from the object.',
    COMMANDS: 'The subject has the military command of the object.',
    LEADS: 'The subject heads the object.',
    MEMBER_OF: 'The subject belongs to the object as a member.',
    PART_OF: 'The subject is a part of the object.',
    RULES: 'The subject rules the object.',
    INFLUENCES: 'The subject has influence on the object.',
    PRESSURES: 'The subject puts the object under pressure.',
    CITIZEN_OF: 'The subject is a citizen of the object.',
    EXPERT_ON: 'The subject is an expert on the object.',
  }),
  eventKinds: vocabulary('Kinds of event', words.EventKind, {
    independence: 'A country becomes independent.',
    alliance: 'An alliance is made, or lasts.',
    war: 'A war.',
    conflict: 'Tension or a conflict short of war.',
    meeting: 'People or delegations meet.',
    visit: 'A person visits a place.',
    invitation: 'A person is invited.',
    appointment: 'A person is appointed to an office.',
    election: 'An election.',
    arrest: 'A person is arrested.',
    negotiation: 'Parties negotiate.',
    diplomacy: 'Diplomatic relations and talks.',
    cooperation: 'Parties act together.',
    pressure: 'One party puts another under pressure.',
    'de-escalation': 'Tension is lowered, or a war avoided.',
    'military-operation': 'An operation of armed forces.',
    statement: 'The making of a statement, told as an event.',
    rule: 'A person or a group rules or keeps control.',
    period: 'A period that is spoken of as a whole.',
    other: 'None of the others.',
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
  ranks: vocabulary('Ranks of attributions', words.Rank, {
    preferred: 'The best supported one.',
    normal: 'Another one that may be right.',
    deprecated: 'One that is kept although it is known to be wrong.',
  }),
  attributionBases: vocabulary('Bases of attributions', words.AttributionBasis, {
    signature: 'The quotation is signed, after a dash.',
    'cue-named': 'A cue with a name: "Rumi cautioned".',
    'cue-pronoun': 'A cue with a pronoun: "He stated".',
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
