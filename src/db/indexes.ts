import { type Cypher, cypher } from './cypher.ts';
import type { AccessTable } from './seek.ts';

/*
 * The indexes that lists and counts are read from: a row says when it serves, its pattern, its equalities and its key. The
 * first row whose parameters are all given is taken; what is given besides is checked by the filters.
 */

const ABOUT = cypher`(s:Statement)-[about:ABOUT]->()`;
const SAID_BY = cypher`(s:Statement)-[said:SAID_BY]->()`;
const ABOUT_TARGET = [cypher`about.targetId`, cypher`$about`] as const;
const SPEAKS_ABOUT = cypher`(s:Statement)-[spoken:SPEAKS_ABOUT]->()`;
const SPOKEN = [
  [cypher`spoken.speakerId`, cypher`$speaker`],
  [cypher`spoken.targetId`, cypher`$about`],
] as const;
const SPEAKER = [
  [cypher`said.speakerId`, cypher`$speaker`],
  [cypher`said.preferred`, cypher`true`],
] as const;
const ANY_SPEAKER = [cypher`said.speakerId`, cypher`$anySpeaker`] as const;

export const STATEMENTS: AccessTable = {
  node: cypher`s`,
  key: cypher`s.sortKey`,
  accesses: [
    {
      when: ['q'],
      match: cypher`CALL db.index.fulltext.queryNodes('statementText', $q, {limit: 10000}) YIELD node
OPTIONAL MATCH (node)-[:RENDERS]->(rendered:Statement)
WITH DISTINCT coalesce(rendered, node) AS s`,
      by: cypher`s.sortKey`,
    },
    {
      when: ['article'],
      match: cypher`MATCH (:Article {id: $article})<-[:IN]-(:Quotation)-[:RENDERS]->(reported:Statement)
WITH DISTINCT reported AS s`,
      by: cypher`s.sortKey`,
    },
    {
      when: ['about', 'speaker'],
      match: SPEAKS_ABOUT,
      eq: SPOKEN,
      by: cypher`spoken.sortKey`,
    },
    { when: ['about'], match: ABOUT, eq: [ABOUT_TARGET], by: cypher`about.sortKey` },
    { when: ['speaker'], match: SAID_BY, eq: SPEAKER, by: cypher`said.sortKey` },
    { when: ['anySpeaker'], match: SAID_BY, eq: [ANY_SPEAKER], by: cypher`said.sortKey` },
    {
      when: ['contested'],
      match: cypher`(s:Statement)`,
      eq: [[cypher`s.isContested`, cypher`$contested`]],
      by: cypher`s.sortKey`,
    },
    {
      when: ['unattributed'],
      match: cypher`(s:Statement)`,
      eq: [[cypher`s.isUnattributed`, cypher`$unattributed`]],
      by: cypher`s.sortKey`,
    },
    {
      when: ['codes'],
      each: { list: cypher`$codes`, one: cypher`code` },
      match: cypher`(s:Statement)`,
      eq: [[cypher`s.cameo`, cypher`code`]],
      by: cypher`s.sortKey`,
    },
    {
      when: ['polarity'],
      match: cypher`(s:Statement)`,
      eq: [[cypher`s.polarity`, cypher`$polarity`]],
      by: cypher`s.sortKey`,
    },
    { when: [], match: cypher`(s:Statement)`, eq: [], by: cypher`s.sortKey` },

    {
      when: ['about', 'speaker'],
      multiDay: true,
      match: SPEAKS_ABOUT,
      eq: SPOKEN,
      by: cypher`spoken.intervalKey`,
    },
    { when: ['about'], multiDay: true, match: ABOUT, eq: [ABOUT_TARGET], by: cypher`about.intervalKey` },
    { when: ['speaker'], multiDay: true, match: SAID_BY, eq: SPEAKER, by: cypher`said.intervalKey` },
    { when: ['anySpeaker'], multiDay: true, match: SAID_BY, eq: [ANY_SPEAKER], by: cypher`said.intervalKey` },
    { when: [], multiDay: true, match: cypher`(s:Statement)`, eq: [], by: cypher`s.intervalKey` },
  ],
  filters: {
    about: cypher`EXISTS { (s)-[any:ABOUT]->() WHERE any.targetId = $about }`,
    aboutAs: cypher`EXISTS { (s)-[any:ABOUT]->() WHERE any.targetId = $aboutAs.id AND any.as = $aboutAs.as }`,
    anythingAs: cypher`EXISTS { (s)-[any:ABOUT]->() WHERE any.as = $anythingAs }`,
    speaker: cypher`$speaker IN s.speakerIds`,
    anySpeaker: cypher`EXISTS { (s)-[any:SAID_BY]->() WHERE any.speakerId = $anySpeaker }`,
    contested: cypher`s.isContested = $contested`,
    unattributed: cypher`s.isUnattributed = $unattributed`,
    unattributedByAny: cypher`EXISTS { (s)-[:SAID_BY]->() } <> $unattributedByAny`,
    article: cypher`EXISTS { (s)<-[:RENDERS]-(:Quotation)-[:IN]->(:Article {id: $article}) }`,
    speakerRole: cypher`EXISTS {
  (s)-[by:SAID_BY]->(:Entity)<-[:HELD_BY]-(role:Role) WHERE role.kind = $speakerRole AND by.preferred
}`,
    anySpeakerRole: cypher`EXISTS { (s)-[:SAID_BY]->(:Entity)<-[:HELD_BY]-(role:Role) WHERE role.kind = $anySpeakerRole }`,
    codes: cypher`s.cameo IN $codes`,
    polarity: cypher`s.polarity = $polarity`,
    quoteType: cypher`$quoteType IN s.quoteTypes`,
    saidFrom: cypher`(s.saidLatest IS NULL OR s.saidLatest >= $saidFrom)`,
    reportedFrom: cypher`s.reportedLatest >= $reportedFrom`,
    reportedTo: cypher`s.reportedEarliest <= $reportedTo`,
    minConfidence: cypher`s.confidence >= $minConfidence`,
  },
};

/** Whether a fact is asserted in one of the ways that are asked for, with the confidence that each of them needs. */
const asserted = (fact: Cypher, parameter: Cypher) => cypher`(
  ${fact}.factConfidence >= ${parameter}.fact OR ${fact}.opinionConfidence >= ${parameter}.opinion
  OR ${fact}.statementConfidence >= ${parameter}.statement
)`;

const TOOK_PART = cypher`(v:Event)-[took:PARTICIPANT]->()`;

/** Of an event that an entity takes part in twice, as an actor and as a recipient, one relationship counts. */
const onceAs = (parameter: Cypher) => cypher`(took.role = 'actor' OR NOT EXISTS {
  (v)-[also:PARTICIPANT]->() WHERE also.entityId = ${parameter} AND also.role = 'actor'
})`;
const EVENTS_NODE = cypher`v`;
const PARTICIPANT = [cypher`took.entityId`, cypher`$participant`] as const;
const ACTOR = [cypher`took.entityId`, cypher`$actor`] as const;
const RECIPIENT = [cypher`took.entityId`, cypher`$recipient`] as const;
const AS_ACTOR = [cypher`took.role`, cypher`'actor'`] as const;
const AS_RECIPIENT = [cypher`took.role`, cypher`'recipient'`] as const;

const EVENT_SEARCH = {
  when: ['q'],
  match: cypher`CALL db.index.fulltext.queryNodes('eventText', $q, {limit: 10000}) YIELD node AS v
WITH v`,
  by: cypher`v.sortKey`,
} as const;

const EVENTS_OF_ARTICLE = {
  when: ['article'],
  match: cypher`MATCH (:Article {id: $article})<-[:IN]-(:Evidence)-[:SUPPORTS]->(told:Event)
WITH DISTINCT told AS v`,
  by: cypher`v.sortKey`,
} as const;

export const EVENTS: AccessTable = {
  node: EVENTS_NODE,
  key: cypher`v.sortKey`,
  accesses: [
    EVENT_SEARCH,
    EVENTS_OF_ARTICLE,
    {
      when: ['participant'],
      match: TOOK_PART,
      eq: [PARTICIPANT],
      where: onceAs(cypher`$participant`),
      by: cypher`took.sortKey`,
    },
    { when: ['actor'], match: TOOK_PART, eq: [ACTOR, AS_ACTOR], by: cypher`took.sortKey` },
    { when: ['recipient'], match: TOOK_PART, eq: [RECIPIENT, AS_RECIPIENT], by: cypher`took.sortKey` },
    {
      when: ['place'],
      match: cypher`(v:Event)-[at:AT]->()`,
      eq: [[cypher`at.entityId`, cypher`$place`]],
      by: cypher`at.sortKey`,
    },
    {
      when: ['kind'],
      match: cypher`(v:Event)`,
      eq: [[cypher`v.kind`, cypher`$kind`]],
      by: cypher`v.sortKey`,
    },
    { when: [], match: cypher`(v:Event)`, eq: [], by: cypher`v.sortKey` },

    {
      when: ['participant'],
      multiDay: true,
      match: TOOK_PART,
      eq: [PARTICIPANT],
      where: onceAs(cypher`$participant`),
      by: cypher`took.intervalKey`,
    },
    {
      when: ['actor'],
      multiDay: true,
      match: TOOK_PART,
      eq: [ACTOR],
      where: cypher`took.role = 'actor'`,
      by: cypher`took.intervalKey`,
    },
    {
      when: ['recipient'],
      multiDay: true,
      match: TOOK_PART,
      eq: [RECIPIENT],
      where: cypher`took.role = 'recipient'`,
      by: cypher`took.intervalKey`,
    },
    { when: [], multiDay: true, match: cypher`(v:Event)`, eq: [], by: cypher`v.intervalKey` },
  ],
  filters: {
    participants: cypher`all(id IN $participants WHERE EXISTS { (v)-[any:PARTICIPANT]->() WHERE any.entityId = id })`,
    participant: cypher`EXISTS { (v)-[any:PARTICIPANT]->() WHERE any.entityId = $participant }`,
    actor: cypher`EXISTS { (v)-[acted:PARTICIPANT]->() WHERE acted.entityId = $actor AND acted.role = 'actor' }`,
    recipient: cypher`EXISTS {
  (v)-[suffered:PARTICIPANT]->() WHERE suffered.entityId = $recipient AND suffered.role = 'recipient'
}`,
    place: cypher`EXISTS { (v)-[where:AT]->() WHERE where.entityId = $place }`,
    article: cypher`EXISTS { (v)<-[:SUPPORTS]-(:Evidence)-[:IN]->(:Article {id: $article}) }`,
    kind: cypher`v.kind = $kind`,
    context: cypher`$context IN v.contexts`,
    figure: cypher`$figure IN v.figures`,
    asserted: asserted(EVENTS_NODE, cypher`$asserted`),
    from: cypher`(v.dateLatest IS NULL OR v.dateLatest >= $from)`,
  },
};

/** Events under the filters of statements: who speaks is who acts, and whom it is about is who takes part. */
export const EVENTS_AS_STATEMENTS: AccessTable = {
  node: EVENTS_NODE,
  key: cypher`v.sortKey`,
  accesses: [
    EVENT_SEARCH,
    EVENTS_OF_ARTICLE,
    {
      when: ['speaker'],
      match: TOOK_PART,
      eq: [[cypher`took.entityId`, cypher`$speaker`], AS_ACTOR],
      by: cypher`took.sortKey`,
    },
    {
      when: ['about'],
      match: cypher``,
      by: cypher`v.sortKey`,
      anyOf: [
        { when: [], match: cypher`(v:Event)`, eq: [[cypher`v.id`, cypher`$about`]], by: cypher`v.sortKey` },
        {
          when: [],
          match: TOOK_PART,
          eq: [[cypher`took.entityId`, cypher`$about`]],
          by: cypher`took.sortKey`,
        },
      ],
    },
    { when: [], match: cypher`(v:Event)`, eq: [], by: cypher`v.sortKey` },
  ],
  filters: {
    asserted: asserted(EVENTS_NODE, cypher`$asserted`),
    speaker: cypher`EXISTS { (v)-[:PARTICIPANT {role: 'actor'}]->(:Entity {id: $speaker}) }`,
    about: cypher`(v.id = $about OR EXISTS { (v)-[:PARTICIPANT]->(:Entity {id: $about}) })`,
    speakerRole: cypher`EXISTS {
  (v)-[:PARTICIPANT {role: 'actor'}]->(:Entity)<-[:HELD_BY]-(role:Role) WHERE role.kind = $speakerRole
}`,
    codes: cypher`v.cameo IN $codes`,
    polarity: cypher`v.polarity = $polarity`,
    saidFrom: cypher`(v.dateLatest IS NULL OR v.dateLatest >= $saidFrom)`,
    article: cypher`EXISTS { (v)<-[:SUPPORTS]-(:Evidence)-[:IN]->(:Article {id: $article}) }`,
    reportedFrom: cypher`EXISTS {
  (v)<-[:SUPPORTS]-(:Evidence)-[:IN]->(from:Article) WHERE from.publishedLatest >= $reportedFrom
}`,
    reportedTo: cypher`EXISTS {
  (v)<-[:SUPPORTS]-(:Evidence)-[:IN]->(to:Article) WHERE to.publishedEarliest <= $reportedTo
}`,
  },
};

const RELATIONS_OF_ARTICLE = {
  when: ['article'],
  match: cypher`MATCH (:Article {id: $article})<-[:IN]-(:Evidence)-[:SUPPORTS]->(told:Relation)
WITH DISTINCT told AS l`,
  by: cypher`l.key`,
} as const;

const relationsBy = (property: 'subjectId' | 'objectId', value: Cypher) => ({
  when: [],
  match: cypher`(l:Relation)`,
  eq: [[property === 'subjectId' ? cypher`l.subjectId` : cypher`l.objectId`, value]] as const,
  by: cypher`l.key`,
});

export const RELATIONS: AccessTable = {
  node: cypher`l`,
  key: cypher`l.key`,
  accesses: [
    RELATIONS_OF_ARTICLE,
    {
      when: ['entity'],
      match: cypher``,
      by: cypher`l.key`,
      anyOf: [relationsBy('subjectId', cypher`$entity`), relationsBy('objectId', cypher`$entity`)],
    },
    { ...relationsBy('subjectId', cypher`$subject`), when: ['subject'] },
    { ...relationsBy('objectId', cypher`$object`), when: ['object'] },
    {
      when: ['predicate'],
      match: cypher`(l:Relation)`,
      eq: [[cypher`l.predicate`, cypher`$predicate`]],
      by: cypher`l.key`,
    },
    { when: [], match: cypher`(l:Relation)`, eq: [], by: cypher`l.key` },
  ],
  filters: {
    entity: cypher`(l.subjectId = $entity OR l.objectId = $entity)`,
    subject: cypher`l.subjectId = $subject`,
    object: cypher`l.objectId = $object`,
    predicate: cypher`l.predicate = $predicate`,
    asserted: asserted(cypher`l`, cypher`$asserted`),
    at: cypher`l.dateEarliest <= $at.latest AND l.dateLatest >= $at.earliest`,
    atOrUndated: cypher`(l.dateEarliest IS NULL OR l.dateEarliest <= $atOrUndated.latest AND l.dateLatest >= $atOrUndated.earliest)`,
  },
};

/** Relations under the filters of statements: who speaks, and whom it is about, is either end. */
export const RELATIONS_AS_STATEMENTS: AccessTable = {
  node: cypher`l`,
  key: cypher`l.key`,
  accesses: [
    RELATIONS_OF_ARTICLE,
    {
      when: ['speaker'],
      match: cypher``,
      by: cypher`l.key`,
      anyOf: [relationsBy('subjectId', cypher`$speaker`), relationsBy('objectId', cypher`$speaker`)],
    },
    {
      when: ['about'],
      match: cypher``,
      by: cypher`l.key`,
      anyOf: [relationsBy('subjectId', cypher`$about`), relationsBy('objectId', cypher`$about`)],
    },
    { when: [], match: cypher`(l:Relation)`, eq: [], by: cypher`l.key` },
  ],
  filters: {
    asserted: asserted(cypher`l`, cypher`$asserted`),
    dated: cypher`l.dateEarliest IS NOT NULL`,
    saidFrom: cypher`(l.dateLatest IS NULL OR l.dateLatest >= $saidFrom)`,
    saidTo: cypher`(l.dateEarliest IS NULL OR l.dateEarliest <= $saidTo)`,
    reportedFrom: cypher`EXISTS {
  (l)<-[:SUPPORTS]-(:Evidence)-[:IN]->(from:Article) WHERE from.publishedLatest >= $reportedFrom
}`,
    reportedTo: cypher`EXISTS {
  (l)<-[:SUPPORTS]-(:Evidence)-[:IN]->(to:Article) WHERE to.publishedEarliest <= $reportedTo
}`,
  },
};

export const MENTIONS: AccessTable = {
  node: cypher`m`,
  key: cypher`m.key`,
  accesses: [
    {
      when: ['entity'],
      match: cypher`(m:Mention)`,
      eq: [[cypher`m.entityId`, cypher`$entity`]],
      by: cypher`m.key`,
    },
    {
      when: ['unresolved'],
      match: cypher`(m:Mention)`,
      eq: [[cypher`m.unresolved`, cypher`$unresolved`]],
      by: cypher`m.key`,
    },
    { when: ['form'], match: cypher`(m:Mention)`, eq: [[cypher`m.form`, cypher`$form`]], by: cypher`m.key` },
    { when: [], match: cypher`(m:Mention)`, eq: [], by: cypher`m.key` },
  ],
  filters: {
    form: cypher`m.form = $form`,
    resolved: cypher`m.entityId IS NOT NULL`,
    unresolved: cypher`m.entityId IS NULL`,
  },
};

export const ARTICLES: AccessTable = {
  node: cypher`a`,
  key: cypher`a.id`,
  accesses: [
    {
      when: ['q'],
      match: cypher`CALL db.index.fulltext.queryNodes('articleText', $q, {limit: 10000}) YIELD node AS a
WITH a`,
      by: cypher`a.id`,
    },
    {
      when: ['author'],
      match: cypher`(a:Article)-[by:AUTHORED_BY]->()`,
      eq: [[cypher`by.personId`, cypher`$author`]],
      by: cypher`by.articleId`,
    },
    { when: [], match: cypher`(a:Article)`, eq: [], by: cypher`a.id` },
  ],
  filters: {
    author: cypher`EXISTS { (a)-[:AUTHORED_BY]->(:Person {id: $author}) }`,
    publishedFrom: cypher`a.publishedLatest >= $publishedFrom`,
    publishedTo: cypher`a.publishedEarliest <= $publishedTo`,
  },
};

/** `person`, `nation`, `organization` and `place` are given beside the type that they stand for: each has an index. */
export const ENTITIES: AccessTable = {
  node: cypher`e`,
  key: cypher`e.id`,
  accesses: [
    {
      when: ['q'],
      match: cypher`CALL db.index.fulltext.queryNodes('entityText', $q, {limit: 10000}) YIELD node AS e
WITH e`,
      by: cypher`e.id`,
    },
    {
      when: ['country'],
      match: cypher`CALL () {
  MATCH (e:Entity {id: $country}) RETURN e
  UNION
  MATCH (:Country {id: $country})<-[:BELONGS_TO]-(e:Entity) RETURN e
  UNION
  MATCH (:Country {id: $country})<-[:OF]-(:Role)-[:HELD_BY]->(e:Entity) RETURN e
  UNION
  MATCH (:Country {id: $country})<-[:BELONGS_TO]-(:Organization)<-[:OF]-(:Role)-[:HELD_BY]->(e:Entity) RETURN e
}
WITH e`,
      by: cypher`e.id`,
    },
    {
      when: ['role'],
      match: cypher`MATCH (:Role {kind: $role})-[:HELD_BY]->(holder:Person)
WITH DISTINCT holder AS e`,
      by: cypher`e.id`,
    },
    { when: ['type', 'person'], match: cypher`(e:Person)`, eq: [], by: cypher`e.id` },
    { when: ['type', 'nation'], match: cypher`(e:Country)`, eq: [], by: cypher`e.id` },
    { when: ['type', 'organization'], match: cypher`(e:Organization)`, eq: [], by: cypher`e.id` },
    { when: ['type', 'place'], match: cypher`(e:Place)`, eq: [], by: cypher`e.id` },
    { when: [], match: cypher`(e:Entity)`, eq: [], by: cypher`e.id` },
  ],
  filters: {
    type: cypher`e.type = $type`,
    role: cypher`EXISTS { (e)<-[:HELD_BY]-(held:Role) WHERE held.kind = $role }`,
    assertedRole: cypher`EXISTS {
  (e)<-[:HELD_BY]-(held:Role)
  WHERE ($assertedRole.kind IS NULL OR held.kind = $assertedRole.kind) AND ${asserted(cypher`held`, cypher`$assertedRole`)}
}`,
    country: cypher`(
  e.id = $country
  OR EXISTS { (e)-[:BELONGS_TO]->(:Country {id: $country}) }
  OR EXISTS { (e)<-[:HELD_BY]-(:Role)-[:OF]->(:Country {id: $country}) }
  OR EXISTS { (e)<-[:HELD_BY]-(:Role)-[:OF]->(:Organization)-[:BELONGS_TO]->(:Country {id: $country}) }
)`,
  },
};
