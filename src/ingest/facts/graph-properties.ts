import type { NodeKind } from '../../model/node-kind.ts';

/** What a property is in the database; a whole number is a `long`, another number a `double`. */
export type PropertyType = 'string' | 'long' | 'double' | 'boolean' | 'string[]' | 'long[]';

/** The properties of one kind of node or type of relationship. */
export type Properties = Record<string, PropertyType>;

const SPAN: Properties = { exact: 'string', prefix: 'string', suffix: 'string', start: 'long', end: 'long' };
const ACT: Properties = {
  cameo: 'string',
  actLabel: 'string',
  plover: 'string',
  quadClass: 'string',
  goldstein: 'double',
  polarity: 'string',
};
/** The best confidence with which authors, as a fact or an opinion, and statements assert something. */
const ASSERTED: Properties = {
  factConfidence: 'double',
  opinionConfidence: 'double',
  statementConfidence: 'double',
};
const KEYS: Properties = { sortKey: 'string', intervalKey: 'string' };
const date = (name: string): Properties => ({
  [`${name}Edtf`]: 'string',
  [`${name}Earliest`]: 'string',
  [`${name}Latest`]: 'string',
  [`${name}Basis`]: 'string',
});

/** What each kind of node holds beside its `id`, or its `key` where it is a name. */
export const NODE_PROPERTIES: Record<NodeKind, Properties> = {
  Graph: { seed: 'string', version: 'long', model: 'long', rendering: 'string' },
  Entity: {
    type: 'string',
    name: 'string',
    aliases: 'string[]',
    iso3166: 'string',
    wikidata: 'string',
    description: 'string',
    nameWords: 'string[]',
    hash: 'string',
    provisional: 'boolean',
  },
  Name: { plain: 'string', words: 'string' },
  Article: {
    title: 'string',
    language: 'string',
    publisher: 'string',
    publisherKey: 'string',
    url: 'string',
    text: 'string',
    sha256: 'string',
    length: 'long',
    publishedEdtf: 'string',
    publishedEarliest: 'string',
    publishedLatest: 'string',
    digest: 'string',
  },
  Event: {
    kind: 'string',
    label: 'string',
    ...date('date'),
    ...ACT,
    mode: 'string',
    contexts: 'string[]',
    ...KEYS,
    hash: 'string',
    ...ASSERTED,
    figures: 'string[]',
  },
  Relation: {
    predicate: 'string',
    ...date('date'),
    subjectId: 'string',
    objectId: 'string',
    key: 'string',
    hash: 'string',
    ...ASSERTED,
  },
  Role: {
    kind: 'string',
    title: 'string',
    from: 'string',
    until: 'string',
    former: 'boolean',
    hash: 'string',
    ...ASSERTED,
  },
  Statement: {
    text: 'string',
    ...ACT,
    ...date('said'),
    ...KEYS,
    hash: 'string',
    contested: 'string[]',
    isContested: 'boolean',
    confidence: 'double',
    speakerIds: 'string[]',
    isUnattributed: 'boolean',
    describedRoles: 'string[]',
    describedOf: 'string[]',
    quoteTypes: 'string[]',
    reportedEarliest: 'string',
    reportedLatest: 'string',
    json: 'string',
  },
  Quotation: {
    quoteType: 'string',
    ...SPAN,
    partExacts: 'string[]',
    partPrefixes: 'string[]',
    partSuffixes: 'string[]',
    partStarts: 'long[]',
    partEnds: 'long[]',
    quotedExacts: 'string[]',
    quotedStarts: 'long[]',
    quotedEnds: 'long[]',
    cue: 'string',
    cueStart: 'long',
    cueEnd: 'long',
    hash: 'string',
  },
  Attribution: {
    rank: 'string',
    basis: 'string',
    confidence: 'double',
    reason: 'string',
    flags: 'string[]',
    ...SPAN,
    describedExact: 'string',
    describedStart: 'long',
    describedEnd: 'long',
    describedRole: 'string',
    hash: 'string',
  },
  Evidence: { ...SPAN, hash: 'string' },
  Account: { as: 'string', confidence: 'double', hash: 'string' },
  Figure: {
    what: 'string',
    value: 'double',
    from: 'double',
    to: 'double',
    unit: 'string',
    as: 'string',
    confidence: 'double',
    ...SPAN,
    hash: 'string',
  },
  Mention: {
    form: 'string',
    reason: 'string',
    ...SPAN,
    sentence: 'string',
    entityId: 'string',
    unresolved: 'boolean',
    key: 'string',
    hash: 'string',
  },
  ExcludedClaim: { reason: 'string', ...SPAN, hash: 'string' },
};

/** What the relationships hold that hold anything. */
export const RELATIONSHIP_PROPERTIES: Record<string, Properties> = {
  ABOUT: { as: 'string', targetId: 'string', ...KEYS },
  SPEAKS_ABOUT: { speakerId: 'string', targetId: 'string', ...KEYS },
  SAID_BY: { speakerId: 'string', ...KEYS, preferred: 'boolean' },
  SAID_AT: { eventId: 'string', ...KEYS },
  PARTICIPANT: { role: 'string', entityId: 'string', ...KEYS },
  AT: { entityId: 'string', sortKey: 'string' },
  SUPPORTS: { factId: 'string', key: 'string' },
  TELLS_OF: {
    factId: 'string',
    key: 'string',
    articleId: 'string',
    as: 'string',
    statementId: 'string',
    confidence: 'double',
  },
  FIGURE_OF: { factId: 'string', key: 'string', articleId: 'string', statementId: 'string' },
  NAMES: { text: 'string', kind: 'string', shared: 'boolean' },
  AUTHORED_BY: { ...SPAN, confidence: 'double', reason: 'string', personId: 'string', articleId: 'string' },
};
