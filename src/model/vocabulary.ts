import { z } from 'zod';

export const EntityType = z
  .enum(['Person', 'Country', 'Organization', 'Place'])
  .meta({ id: 'EntityType', description: 'What kind of thing an entity is.' });

export const RoleKind = z
  .enum([
    'leader',
    'official',
    'politician',
    'spokesperson',
    'military',
    'diplomat',
    'judge',
    'lawyer',
    'analyst',
    'academic',
    'activist',
    'business',
    'journalist',
    'religious',
    'witness',
  ])
  .meta({ id: 'RoleKind', description: 'Kind of a role that a person holds; one person may hold several.' });

export const QuoteType = z.enum(['direct', 'indirect', 'mixed']).meta({
  id: 'QuoteType',
  description: 'Direct: the words in quotation marks. Indirect: a report of them. Mixed: both.',
});

export const Rank = z.enum(['preferred', 'normal', 'deprecated']).meta({
  id: 'Rank',
  description: "Wikidata's ranks: the best attribution is preferred, one kept as mistaken is deprecated.",
});

export const AttributionBasis = z
  .enum([
    'signature',
    'cue-named',
    'cue-pronoun',
    'according-to',
    'carried-over',
    'lead-in',
    'speaker-label',
    'document',
    'second-hand',
    'described',
    'editor',
  ])
  .meta({
    id: 'AttributionBasis',
    description:
      'Why a speaker is named, or described: by a signature after a dash, a cue with a name ("Rumi cautioned") or a pronoun ("He stated"), "according to", a cue that carries over to the next sentence, a sentence that leads in, a label as in a transcript, a document that speaks, a person who tells it of another, or an editor who read the context.',
  });

export const AttributionFlag = z
  .enum(['unsourced', 'conflicting-cues', 'ambiguous-antecedent', 'unnamed-speaker'])
  .meta({
    id: 'AttributionFlag',
    description:
      'What weakens an attribution: no source is given for it, cues in the text contradict each other, a pronoun may mean several people, or nobody can be named.',
  });

export const AboutAs = z.enum(['target', 'topic']).meta({
  id: 'AboutAs',
  description: 'Target: whom the act of a statement is aimed at. Topic: what else is spoken of.',
});

export type AboutAs = z.output<typeof AboutAs>;

/** What of a statement its sources tell differently. */
export const ContestedField = z.enum(['speaker', 'date', 'act', 'place', 'kind']).meta({
  id: 'ContestedField',
  description:
    'What sources tell in ways that exclude each other. Speaker: attributions that count name different speakers. Date, act, and of an event its place and kind: articles give different ones.',
});

export type ContestedField = z.output<typeof ContestedField>;

export const MentionForm = z.enum(['name', 'alias', 'metonym', 'adjective', 'description', 'pronoun']).meta({
  id: 'MentionForm',
  description:
    'How the text refers to an entity: by its name, a short or other name, a metonym (Washington), an adjective (Pakistani), a description (the army chief) or a pronoun.',
});

export const AliasKind = z.enum(['name', 'abbreviation', 'metonym', 'adjective', 'title']).meta({
  id: 'AliasKind',
  description:
    'Kind of an alias: another name, an abbreviation, a metonym of its government or seat, an adjective or a demonym, or a name with a title.',
});

export const EventKind = z
  .enum([
    'independence',
    'alliance',
    'war',
    'conflict',
    'meeting',
    'visit',
    'invitation',
    'appointment',
    'election',
    'arrest',
    'negotiation',
    'diplomacy',
    'cooperation',
    'pressure',
    'de-escalation',
    'military-operation',
    'statement',
    'rule',
    'period',
    'hearing',
    'speech',
    'press-conference',
    'interview',
    'statement-release',
    'report',
    'decision',
    'legislation',
    'vote',
    'agreement',
    'sanctions',
    'aid',
    'resignation',
    'protest',
    'strike',
    'attack',
    'crime',
    'investigation',
    'charge',
    'trial',
    'court-ruling',
    'sentence',
    'lawsuit',
    'release',
    'death',
    'disaster',
    'accident',
    'outbreak',
    'displacement',
    'rescue',
    'economy',
    'transaction',
    'ceremony',
    'competition',
    'other',
  ])
  .meta({ id: 'EventKind', description: 'Kind of an event.' });

export const ParticipantRole = z.enum(['actor', 'recipient']).meta({
  id: 'ParticipantRole',
  description: 'What a participant does in an event: acts, or is acted upon.',
});

export const Predicate = z
  .enum([
    'ALLY_OF',
    'PARTNER_OF',
    'RIVAL_OF',
    'NEIGHBOUR_OF',
    'INDEPENDENT_FROM',
    'COMMANDS',
    'LEADS',
    'MEMBER_OF',
    'PART_OF',
    'RULES',
    'INFLUENCES',
    'PRESSURES',
    'CITIZEN_OF',
    'EXPERT_ON',
    'SPOKESPERSON_OF',
    'ADVISER_TO',
    'DEPUTY_OF',
    'EMPLOYED_BY',
    'REPRESENTS',
    'SUCCESSOR_OF',
    'FOUNDER_OF',
    'OWNS',
    'FUNDS',
    'SUPPORTS',
    'OPPOSES',
    'AT_WAR_WITH',
    'CLAIMS',
    'LOCATED_IN',
    'BORN_IN',
    'LIVES_IN',
    'SPOUSE_OF',
    'PARENT_OF',
    'RELATED_TO',
  ])
  .meta({ id: 'Predicate', description: 'How the subject of a relation is related to its object.' });

export const Polarity = z
  .enum(['positive', 'negative', 'neutral'])
  .meta({ id: 'Polarity', description: 'Sign of the Goldstein score of an act.' });

export type AttributionBasis = z.output<typeof AttributionBasis>;
export type MentionForm = z.output<typeof MentionForm>;
export const AssertionMode = z.enum(['fact', 'opinion']).meta({
  id: 'AssertionMode',
  description: 'How an author asserts something: tells it as a fact, or gives it as an opinion.',
});

export const FigureKind = z
  .enum([
    'killed',
    'injured',
    'missing',
    'affected',
    'displaced',
    'rescued',
    'arrested',
    'released',
    'deployed',
    'attended',
    'votes',
    'amount',
    'share',
    'duration',
    'count',
  ])
  .meta({ id: 'FigureKind', description: 'What a figure of an event counts or measures.' });

export const PloverMode = z
  .enum([
    'visit',
    'third-party',
    'phone',
    'withdraw',
    'release',
    'disarm',
    'ceasefire',
    'access',
    'assist',
    'change',
    'yield',
    'meet',
    'disapprove',
    'investigate',
    'allege',
    'restrict',
    'relations',
    'expel',
    'territory',
    'violence',
    'demo',
    'riot',
    'hunger',
    'boycott',
    'obstruct',
    'discontinue',
    'troops',
    'police',
    'seize',
    'curfew',
    'martial-law',
    'arrest',
    'deport',
    'abduct',
    'beat',
    'torture',
    'sexual',
    'targeted',
    'destroy',
    'firearms',
    'explosives',
    'suicide-attack',
    'heavy-weapons',
    'unconventional',
  ])
  .meta({ id: 'PloverMode', description: 'PLOVER mode: how the act of an event was done.' });

export const PloverContext = z
  .enum([
    'military',
    'intelligence',
    'executive',
    'legislative',
    'election',
    'political_institutions',
    'pro_democracy',
    'pro_autocracy',
    'economic',
    'legal',
    'reparations',
    'human_rights',
    'rights_freedoms',
    'repression',
    'human_security',
    'gender',
    'lgbt',
    'religion_ethnicity',
    'inequality',
    'diplomatic',
    'territory',
    'peacekeeping',
    'health',
    'asylum',
    'migration',
    'disasters',
    'natural_resource',
    'environment',
    'technology',
    'terrorism',
    'cbrn',
    'cyber',
    'misinformation',
    'crime',
    'corruption',
    'illegal_drugs',
    'trafficking',
  ])
  .meta({ id: 'PloverContext', description: 'PLOVER context: what an event has to do with.' });
