import { Predicate } from '../../model/vocabulary.ts';
import { VOCABULARY_IRI } from './context.ts';

const CLASSES: Record<string, string> = {
  Statement: 'What was said, independent of who printed it.',
  Assertion: 'Who says so, as a fact or an opinion, and how sure that is. On its own it asserts nothing.',
  Attribution:
    'Who is thought to have said or written something, with rank, confidence and reason. On its own it asserts nothing: contested alternatives stand side by side.',
  Relation: 'A relation between two entities, as an article states it; it is reified, and so not asserted.',
};

const PROPERTIES: Record<string, string> = {
  aimedAt:
    'What a statement is about as a target: whom its act is aimed at. What else it is about is a topic.',
  accounts: 'What each article tells of an event.',
  act: 'What is done by saying it or in the event: a category of CAMEO.',
  as: 'How an author asserts something: as a fact or as an opinion.',
  assertions: 'Who says so: authors of articles, or statements.',
  attributions: 'Attributions that are contested or doubtful, by the side of each other.',
  basis: 'Why a speaker is named, or where a date comes from.',
  by: 'Who says so: the author of an article, or who made a statement.',
  confidence: 'From 0 (a guess) to 1 (stated outright).',
  contested: 'What of a statement or an event is contested, such as its speaker or its date.',
  contexts: 'What an event has to do with: contexts of PLOVER.',
  counts: 'How often an entity occurs in the graph.',
  country: 'The country that an organization or a place belongs to.',
  cue: 'The word that reports a statement.',
  date: 'When an event happened, or a relation held.',
  described: 'Who is said to have said something where nobody is named.',
  earliest: 'First day that a date may mean.',
  edtf: 'A date in EDTF (ISO 8601-2).',
  entity: 'Who took part in an event.',
  events: 'Number of events that an entity took part in.',
  evidence: 'The words of an article that say so, as a Web Annotation.',
  figures: 'Numbers that articles give of an event.',
  flags: 'What weakens an attribution.',
  former: 'Whether the source calls a role a former one.',
  goldstein: 'Goldstein score of an act, from -10 (conflict) to 10 (cooperation).',
  iso3166: 'ISO 3166-1 alpha-3 code of a country.',
  kind: 'Kind of a role or of an event.',
  latest: 'Last day that a date may mean.',
  length: 'Length of a text in Unicode code points.',
  lists: 'URLs of the lists that hold everything on an entity or an article, relative to the host.',
  mentions: 'Number of mentions of an entity, or in an article.',
  mode: 'How an act is done: a mode of PLOVER.',
  of: 'The country, organization or person that a role is of, or those are of who are described.',
  participants: 'Who took part in an event, and how.',
  plover: 'PLOVER event type of an act.',
  published: 'When an article was published.',
  quadClass: 'Verbal or material, cooperation or conflict.',
  quotations: 'The renderings of a statement, each in its article.',
  quoted: 'The words of a mixed quotation that stand in quotation marks, as Web Annotations.',
  quoteType: 'Direct, indirect or mixed.',
  rank: 'Preferred, normal or deprecated: the ranks of Wikidata.',
  readings: 'What articles give for a date or an act, each with the articles.',
  reason: 'Why an attribution is doubtful or contested, or a claim was kept out of the graph.',
  relationCount: 'Number of relations of an entity.',
  relations: 'Relations of an entity.',
  role: 'What a participant does in an event: acts, or is acted upon.',
  roles: 'Roles that a person holds or held.',
  said: 'When a statement was made.',
  saidAt: 'The events that a statement was made at.',
  excluded: 'Claims of an article that were kept out of the graph.',
  revision: 'State of an article or an entity, which only a change of itself moves on.',
  sha256: 'SHA-256 of the text of an article in UTF-8, in hexadecimal.',
  speaker: 'Who is said to have said or written it, together where there are several.',
  statement: 'The statement that asserts something.',
  statements: 'Number of statements that an article reports.',
  statementsAbout: 'Number of statements about an entity.',
  statementsAt: 'Statements that were made at an event.',
  statementsBy: 'Number of statements that some attribution says an entity made.',
  unnamedTargets:
    'Whom the act of a statement is aimed at, as a rendering of it describes those whom nobody names.',
  unit: 'What the offsets of a span count.',
  words: 'The words that describe a speaker or a target, as a Web Annotation.',
  variants: 'Other wordings of a statement.',
  what: 'What a figure counts or measures.',
};

const terms = (type: string, described: Record<string, string>) =>
  Object.entries(described).map(([name, comment]) => ({
    id: `${VOCABULARY_IRI}${name}`,
    type,
    label: name,
    comment,
  }));

/** The own vocabulary as RDF Schema. */
export const VOCABULARY_DOCUMENT = {
  '@context': {
    rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
    rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
    id: '@id',
    type: '@type',
    label: 'rdfs:label',
    comment: 'rdfs:comment',
  },
  '@graph': [
    ...terms('rdfs:Class', CLASSES),
    ...terms('rdf:Property', PROPERTIES),
    ...terms(
      'rdf:Property',
      Object.fromEntries(
        Predicate.options.map((name) => [
          name,
          `The predicate "${name.toLowerCase().replaceAll('_', ' ')}" of a relation.`,
        ]),
      ),
    ),
  ],
};
