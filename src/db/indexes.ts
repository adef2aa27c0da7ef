import { type Cypher, cypher } from './cypher.ts';
import { asserted, isCurrent, ofCountry } from './fragments.ts';
import type { AccessTable } from './seek.ts';

/*
 * The indexes that lists and counts are read from: a row says when it serves, its pattern, its equalities and its key. The
 * first row whose parameters are all given is taken; what is given besides is checked by the filters. `each` names the parameters
 * that are lists, any of whose values will do: an index is asked for each of them. The type of a relationship tells what its
 * ends are: where a pattern follows one, a label would be read from each of them in vain.
 */

const listed = (list: Cypher, one: Cypher) => ({ list, one });

const ABOUT = cypher`(s)-[about:ABOUT]->()`;
const SAID_BY = cypher`(s)-[said:SAID_BY]->()`;
const ABOUT_TARGET = [cypher`about.targetId`, cypher`target`] as const;
const SPEAKS_ABOUT = cypher`(s)-[spoken:SPEAKS_ABOUT]->()`;
const SPOKEN = [
  [cypher`spoken.speakerId`, cypher`who`],
  [cypher`spoken.targetId`, cypher`target`],
] as const;
const SPEAKER = [
  [cypher`said.speakerId`, cypher`who`],
  [cypher`said.preferred`, cypher`true`],
] as const;
const SAID_AT = cypher`(s)-[at:SAID_AT]->()`;
const AT_EVENT = [cypher`at.eventId`, cypher`event`] as const;
const ANY_SPEAKER = [cypher`said.speakerId`, cypher`who`] as const;

const speakerHolds = (role: Cypher) => cypher`EXISTS {
  (s)-[by:SAID_BY]->()<-[:HELD_BY]-(role) WHERE ${role} AND by.preferred
}`;
const anySpeakerHolds = (role: Cypher) => cypher`EXISTS {
  (s)-[:SAID_BY]->()<-[:HELD_BY]-(role) WHERE ${role}
}`;
/** The attributions of a statement, which may describe a speaker. */
const DESCRIBED = cypher`(s)<-[:RENDERS]-()<-[:ATTRIBUTES]-(by)`;

/** How many outlets report a statement; an article that names no publisher is one of its own. */
const OUTLETS = cypher`COUNT {
  MATCH (s)<-[:RENDERS]-()-[:IN]->(a:Article) RETURN DISTINCT coalesce(a.publisherKey, ' ' + a.id)
}`;

export const STATEMENTS: AccessTable = {
  node: cypher`s`,
  key: cypher`s.sortKey`,
  each: {
    speaker: listed(cypher`$speaker`, cypher`who`),
    anySpeaker: listed(cypher`$anySpeaker`, cypher`who`),
    about: listed(cypher`$about`, cypher`target`),
    at: listed(cypher`$at`, cypher`event`),
    codes: listed(cypher`$codes`, cypher`code`),
    polarity: listed(cypher`$polarity`, cypher`sign`),
  },
  accesses: [
    {
      when: ['q'],
      match: cypher`CALL db.index.fulltext.queryNodes('statementText', $q, {limit: 10000}) YIELD node
OPTIONAL MATCH (node)-[:RENDERS]->(rendered:Statement)
WITH DISTINCT coalesce(rendered, node) AS s`,
      by: cypher`s.sortKey`,
    },
    {
      when: ['changedSince'],
      match: cypher`MATCH (s:Statement) WHERE s.id IN $changedSince
WITH s`,
      by: cypher`s.sortKey`,
    },
    {
      when: ['article'],
      match: cypher`MATCH (a:Article)<-[:IN]-(:Quotation)-[:RENDERS]->(reported:Statement) WHERE a.id IN $article
WITH DISTINCT reported AS s`,
      by: cypher`s.sortKey`,
    },
    {
      when: ['about', 'speaker'],
      match: SPEAKS_ABOUT,
      eq: SPOKEN,
      by: cypher`spoken.sortKey`,
    },
    { when: ['at'], match: SAID_AT, eq: [AT_EVENT], by: cypher`at.sortKey` },
    {
      when: ['about', 'aboutAs'],
      match: ABOUT,
      eq: [ABOUT_TARGET, [cypher`about.as`, cypher`$aboutAs.as`]],
      by: cypher`about.sortKey`,
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
      match: cypher`(s:Statement)`,
      eq: [[cypher`s.cameo`, cypher`code`]],
      by: cypher`s.sortKey`,
    },
    {
      when: ['polarity'],
      match: cypher`(s:Statement)`,
      eq: [[cypher`s.polarity`, cypher`sign`]],
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
    { when: ['at'], multiDay: true, match: SAID_AT, eq: [AT_EVENT], by: cypher`at.intervalKey` },
    { when: ['about'], multiDay: true, match: ABOUT, eq: [ABOUT_TARGET], by: cypher`about.intervalKey` },
    { when: ['speaker'], multiDay: true, match: SAID_BY, eq: SPEAKER, by: cypher`said.intervalKey` },
    { when: ['anySpeaker'], multiDay: true, match: SAID_BY, eq: [ANY_SPEAKER], by: cypher`said.intervalKey` },
    { when: [], multiDay: true, match: cypher`(s:Statement)`, eq: [], by: cypher`s.intervalKey` },
  ],
  filters: {
    about: cypher`EXISTS { (s)-[any:ABOUT]->() WHERE any.targetId IN $about }`,
    aboutAs: cypher`EXISTS { (s)-[any:ABOUT]->() WHERE any.targetId IN $aboutAs.ids AND any.as = $aboutAs.as }`,
    anythingAs: cypher`(EXISTS { (s)-[any:ABOUT]->() WHERE any.as = $anythingAs }
  OR s.isTargetUnnamed AND $anythingAs = 'target')`,
    unnamedTarget: cypher`s.isTargetUnnamed = $unnamedTarget`,
    targetRole: cypher`(any(kind IN s.targetRoles WHERE kind IN $targetRole) OR EXISTS {
  (s)-[to:ABOUT]->()<-[:HELD_BY]-(role) WHERE to.as = 'target' AND role.kind IN $targetRole
})`,
    targetOf: cypher`(any(id IN s.targetOf WHERE id IN $targetOf) OR EXISTS {
  (s)-[to:ABOUT]->()<-[:HELD_BY]-()-[:OF]->(of) WHERE to.as = 'target' AND of.id IN $targetOf
})`,
    targetCountry: cypher`(EXISTS {
  (s)-[to:ABOUT]->(e) WHERE to.as = 'target' AND ${ofCountry(cypher`$targetCountry`)}
} OR s.targetOf IS NOT NULL AND EXISTS {
  MATCH (e:Entity) WHERE e.id IN s.targetOf AND ${ofCountry(cypher`$targetCountry`)}
})`,
    speaker: cypher`any(who IN s.speakerIds WHERE who IN $speaker)`,
    anySpeaker: cypher`EXISTS { (s)-[any:SAID_BY]->() WHERE any.speakerId IN $anySpeaker }`,
    contested: cypher`s.isContested = $contested`,
    unattributed: cypher`s.isUnattributed = $unattributed`,
    unattributedByAny: cypher`EXISTS { (s)-[:SAID_BY]->() } <> $unattributedByAny`,
    article: cypher`EXISTS { (s)<-[:RENDERS]-()-[:IN]->(a:Article) WHERE a.id IN $article }`,
    at: cypher`EXISTS { (s)-[any:SAID_AT]->() WHERE any.eventId IN $at }`,
    speakerRole: cypher`(any(kind IN s.describedRoles WHERE kind IN $speakerRole)
  OR ${speakerHolds(cypher`role.kind IN $speakerRole`)})`,
    heldRole: speakerHolds(cypher`role.kind IN $heldRole.kinds AND ${isCurrent(cypher`$heldRole.current`)}`),
    currentRole: speakerHolds(isCurrent(cypher`$currentRole`)),
    anySpeakerRole: cypher`(${anySpeakerHolds(cypher`role.kind IN $anySpeakerRole`)} OR EXISTS {
  ${DESCRIBED} WHERE by.describedRole IN $anySpeakerRole AND by.rank <> 'deprecated'
})`,
    anyHeldRole: anySpeakerHolds(
      cypher`role.kind IN $anyHeldRole.kinds AND ${isCurrent(cypher`$anyHeldRole.current`)}`,
    ),
    anyCurrentRole: anySpeakerHolds(isCurrent(cypher`$anyCurrentRole`)),
    speakerOf: cypher`(any(id IN s.describedOf WHERE id IN $speakerOf) OR EXISTS {
  (s)-[by:SAID_BY]->()<-[:HELD_BY]-()-[:OF]->(of) WHERE of.id IN $speakerOf AND by.preferred
})`,
    anySpeakerOf: cypher`(EXISTS {
  (s)-[:SAID_BY]->()<-[:HELD_BY]-()-[:OF]->(of) WHERE of.id IN $anySpeakerOf
} OR EXISTS {
  ${DESCRIBED}-[:DESCRIBED_OF]->(of) WHERE of.id IN $anySpeakerOf AND by.rank <> 'deprecated'
})`,
    speakerCountry: cypher`(EXISTS {
  (s)-[by:SAID_BY]->(e) WHERE by.preferred AND ${ofCountry(cypher`$speakerCountry`)}
} OR s.describedOf IS NOT NULL AND EXISTS {
  ${DESCRIBED}-[:DESCRIBED_OF]->(e) WHERE by.rank = 'preferred' AND ${ofCountry(cypher`$speakerCountry`)}
})`,
    anySpeakerCountry: cypher`(EXISTS {
  (s)-[:SAID_BY]->(e) WHERE ${ofCountry(cypher`$anySpeakerCountry`)}
} OR EXISTS {
  ${DESCRIBED}-[:DESCRIBED_OF]->(e) WHERE by.rank <> 'deprecated' AND ${ofCountry(cypher`$anySpeakerCountry`)}
})`,
    codes: cypher`s.cameo IN $codes`,
    polarity: cypher`s.polarity IN $polarity`,
    quoteType: cypher`any(type IN s.quoteTypes WHERE type IN $quoteType)`,
    saidFrom: cypher`(s.saidLatest IS NULL OR s.saidLatest >= $saidFrom)`,
    reportedFrom: cypher`s.reportedLatest >= $reportedFrom`,
    reportedTo: cypher`s.reportedEarliest <= $reportedTo`,
    minConfidence: cypher`s.confidence >= $minConfidence`,
    maxConfidence: cypher`s.confidence <= $maxConfidence`,
    flag: cypher`EXISTS {
  ${DESCRIBED}
  WHERE by.rank = 'preferred' AND any(one IN by.flags WHERE one IN $flag)
}`,
    anyFlag: cypher`EXISTS {
  ${DESCRIBED}
  WHERE by.rank <> 'deprecated' AND any(one IN by.flags WHERE one IN $anyFlag)
}`,
    publisher: cypher`EXISTS { (s)<-[:RENDERS]-()-[:IN]->(a:Article) WHERE a.publisherKey IN $publisher }`,
    changedSince: cypher`s.id IN $changedSince`,
    onlyOutlet: cypher`(EXISTS { (s)<-[:RENDERS]-()-[:IN]->(a:Article) WHERE a.publisherKey IN $onlyOutlet }
  AND NOT EXISTS { (s)<-[:RENDERS]-()-[:IN]->(a:Article) WHERE NOT coalesce(a.publisherKey, '') IN $onlyOutlet })`,
    firstOutlet: cypher`EXISTS {
  (s)<-[:RENDERS]-()-[:IN]->(a:Article) WHERE a.publisherKey IN $firstOutlet AND a.publishedEarliest = s.reportedEarliest
}`,
    minOutlets: cypher`${OUTLETS} >= $minOutlets`,
    maxOutlets: cypher`${OUTLETS} <= $maxOutlets`,
  },
};

const TOOK_PART = cypher`(v)-[took:PARTICIPANT]->()`;

/** Of an event that an entity takes part in twice, as an actor and as a recipient, one relationship counts. */
const onceAs = (parameter: Cypher) => cypher`(took.role = 'actor' OR NOT EXISTS {
  (v)-[also:PARTICIPANT]->() WHERE also.entityId = ${parameter} AND also.role = 'actor'
})`;
const EVENTS_NODE = cypher`v`;
const PARTICIPANT = [cypher`took.entityId`, cypher`$participant`] as const;
const ACTOR = [cypher`took.entityId`, cypher`who`] as const;
const RECIPIENT = [cypher`took.entityId`, cypher`who`] as const;
const AS_ACTOR = [cypher`took.role`, cypher`'actor'`] as const;
const AS_RECIPIENT = [cypher`took.role`, cypher`'recipient'`] as const;

const EVENT_SEARCH = {
  when: ['q'],
  match: cypher`CALL db.index.fulltext.queryNodes('eventText', $q, {limit: 10000}) YIELD node AS v
WITH v`,
  by: cypher`v.sortKey`,
} as const;

const EVENTS_CHANGED = {
  when: ['changedSince'],
  match: cypher`MATCH (v:Event) WHERE v.id IN $changedSince
WITH v`,
  by: cypher`v.sortKey`,
} as const;

const EVENTS_OF_ARTICLE = {
  when: ['article'],
  match: cypher`MATCH (a:Article)<-[:IN]-(:Evidence)-[:SUPPORTS]->(told:Event) WHERE a.id IN $article
WITH DISTINCT told AS v`,
  by: cypher`v.sortKey`,
} as const;

export const EVENTS: AccessTable = {
  node: EVENTS_NODE,
  key: cypher`v.sortKey`,
  each: {
    actor: listed(cypher`$actor`, cypher`who`),
    recipient: listed(cypher`$recipient`, cypher`who`),
    place: listed(cypher`$place`, cypher`place`),
    kind: listed(cypher`$kind`, cypher`kind`),
  },
  accesses: [
    EVENT_SEARCH,
    EVENTS_CHANGED,
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
      match: cypher`(v)-[at:AT]->()`,
      eq: [[cypher`at.entityId`, cypher`place`]],
      by: cypher`at.sortKey`,
    },
    {
      when: ['kind'],
      match: cypher`(v:Event)`,
      eq: [[cypher`v.kind`, cypher`kind`]],
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
    changedSince: cypher`v.id IN $changedSince`,
    participants: cypher`all(id IN $participants WHERE EXISTS { (v)-[any:PARTICIPANT]->() WHERE any.entityId = id })`,
    participant: cypher`EXISTS { (v)-[any:PARTICIPANT]->() WHERE any.entityId = $participant }`,
    actor: cypher`EXISTS { (v)-[acted:PARTICIPANT]->() WHERE acted.entityId IN $actor AND acted.role = 'actor' }`,
    recipient: cypher`EXISTS {
  (v)-[suffered:PARTICIPANT]->() WHERE suffered.entityId IN $recipient AND suffered.role = 'recipient'
}`,
    place: cypher`EXISTS { (v)-[where:AT]->() WHERE where.entityId IN $place }`,
    article: cypher`EXISTS { (v)<-[:SUPPORTS]-(:Evidence)-[:IN]->(a:Article) WHERE a.id IN $article }`,
    kind: cypher`v.kind IN $kind`,
    context: cypher`any(one IN v.contexts WHERE one IN $context)`,
    figure: cypher`any(one IN v.figures WHERE one IN $figure)`,
    asserted: asserted(EVENTS_NODE, cypher`$asserted`),
    from: cypher`(v.dateLatest IS NULL OR v.dateLatest >= $from)`,
  },
};

/** `statementsOnly` and `eventsOnly` have no values: each asks one of the indexes alone. */
const CONTESTED_STATEMENTS = {
  match: cypher`(c:Statement)`,
  eq: [[cypher`c.isContested`, cypher`true`]] as const,
  by: cypher`c.sortKey`,
};
const CONTESTED_EVENTS = { match: cypher`(c:Event)`, eq: [], by: cypher`c.contestKey` };

export const CONTESTED: AccessTable = {
  node: cypher`c`,
  key: cypher`coalesce(c.contestKey, c.sortKey)`,
  accesses: [
    { when: ['statementsOnly'], ...CONTESTED_STATEMENTS },
    { when: ['eventsOnly'], ...CONTESTED_EVENTS },
    {
      when: [],
      match: cypher``,
      by: cypher`coalesce(c.contestKey, c.sortKey)`,
      anyOf: [
        { when: [], ...CONTESTED_STATEMENTS },
        { when: [], ...CONTESTED_EVENTS },
      ],
    },
  ],
  filters: {
    statementsOnly: cypher`c:Statement`,
    eventsOnly: cypher`c:Event`,
    field: cypher`any(one IN c.contested WHERE one IN $field)`,
    article: cypher`EXISTS { (c)<-[:RENDERS|TELLS_OF]-()-[:IN]->(a:Article) WHERE a.id IN $article }`,
    publisher: cypher`EXISTS { (c)<-[:RENDERS|TELLS_OF]-()-[:IN]->(a:Article) WHERE a.publisherKey IN $publisher }`,
  },
};

const RELATIONS_OF_ARTICLE = {
  when: ['article'],
  match: cypher`MATCH (a:Article)<-[:IN]-(:Evidence)-[:SUPPORTS]->(told:Relation) WHERE a.id IN $article
WITH DISTINCT told AS l`,
  by: cypher`l.key`,
} as const;

const relationsBy = (property: 'subjectId' | 'objectId', value: Cypher) => ({
  when: [],
  match: cypher`(l:Relation)`,
  eq: [[property === 'subjectId' ? cypher`l.subjectId` : cypher`l.objectId`, value]] as const,
  by: cypher`l.key`,
});

const RELATION_DATED = {
  dated: cypher`l.dateEarliest IS NOT NULL`,
  undated: cypher`l.dateEarliest IS NULL`,
};

export const RELATIONS: AccessTable = {
  node: cypher`l`,
  key: cypher`l.key`,
  each: {
    subject: listed(cypher`$subject`, cypher`subject`),
    object: listed(cypher`$object`, cypher`object`),
    predicate: listed(cypher`$predicate`, cypher`predicate`),
  },
  accesses: [
    RELATIONS_OF_ARTICLE,
    {
      when: ['entity'],
      match: cypher``,
      by: cypher`l.key`,
      anyOf: [relationsBy('subjectId', cypher`$entity`), relationsBy('objectId', cypher`$entity`)],
    },
    { ...relationsBy('subjectId', cypher`subject`), when: ['subject'] },
    { ...relationsBy('objectId', cypher`object`), when: ['object'] },
    {
      when: ['predicate'],
      match: cypher`(l:Relation)`,
      eq: [[cypher`l.predicate`, cypher`predicate`]],
      by: cypher`l.key`,
    },
    { when: [], match: cypher`(l:Relation)`, eq: [], by: cypher`l.key` },
  ],
  filters: {
    entity: cypher`(l.subjectId = $entity OR l.objectId = $entity)`,
    subject: cypher`l.subjectId IN $subject`,
    object: cypher`l.objectId IN $object`,
    predicate: cypher`l.predicate IN $predicate`,
    asserted: asserted(cypher`l`, cypher`$asserted`),
    ...RELATION_DATED,
    at: cypher`l.dateEarliest <= $at.latest AND l.dateLatest >= $at.earliest`,
    atOrUndated: cypher`(l.dateEarliest IS NULL OR l.dateEarliest <= $atOrUndated.latest AND l.dateLatest >= $atOrUndated.earliest)`,
  },
};

export const MENTIONS: AccessTable = {
  node: cypher`m`,
  key: cypher`m.key`,
  each: { form: listed(cypher`$form`, cypher`form`) },
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
    { when: ['form'], match: cypher`(m:Mention)`, eq: [[cypher`m.form`, cypher`form`]], by: cypher`m.key` },
    { when: [], match: cypher`(m:Mention)`, eq: [], by: cypher`m.key` },
  ],
  filters: {
    form: cypher`m.form IN $form`,
    beside: cypher`EXISTS {
  MATCH (other:Mention) WHERE other.entityId IN $beside AND other.sentence = m.sentence AND other <> m
}`,
    resolved: cypher`m.entityId IS NOT NULL`,
    unresolved: cypher`m.entityId IS NULL`,
  },
};

export const ARTICLES: AccessTable = {
  node: cypher`a`,
  key: cypher`a.id`,
  each: {
    author: listed(cypher`$author`, cypher`who`),
    publisher: listed(cypher`$publisher`, cypher`house`),
  },
  accesses: [
    {
      when: ['q'],
      match: cypher`CALL db.index.fulltext.queryNodes('articleText', $q, {limit: 10000}) YIELD node AS a
WITH a`,
      by: cypher`a.id`,
    },
    {
      when: ['changedSince'],
      match: cypher`MATCH (a:Article) WHERE a.id IN $changedSince
WITH a`,
      by: cypher`a.id`,
    },
    {
      when: ['author'],
      match: cypher`(a)-[by:AUTHORED_BY]->()`,
      eq: [[cypher`by.personId`, cypher`who`]],
      by: cypher`by.articleId`,
    },
    {
      when: ['publisher'],
      match: cypher`(a:Article)`,
      eq: [[cypher`a.publisherKey`, cypher`house`]],
      by: cypher`a.id`,
    },
    { when: [], match: cypher`(a:Article)`, eq: [], by: cypher`a.id` },
  ],
  filters: {
    changedSince: cypher`a.id IN $changedSince`,
    publisher: cypher`a.publisherKey IN $publisher`,
    author: cypher`EXISTS { (a)-[by:AUTHORED_BY]->() WHERE by.personId IN $author }`,
    publishedFrom: cypher`a.publishedLatest >= $publishedFrom`,
    publishedTo: cypher`a.publishedEarliest <= $publishedTo`,
  },
};

export const DECISIONS: AccessTable = {
  node: cypher`d`,
  key: cypher`d.key`,
  each: {
    who: listed(cypher`$who`, cypher`one`),
    kind: listed(cypher`$kind`, cypher`sort`),
  },
  accesses: [
    { when: ['who'], match: cypher`(d:Decision)`, eq: [[cypher`d.by`, cypher`one`]], by: cypher`d.key` },
    { when: ['kind'], match: cypher`(d:Decision)`, eq: [[cypher`d.kind`, cypher`sort`]], by: cypher`d.key` },
    { when: [], match: cypher`(d:Decision)`, eq: [], by: cypher`d.key` },
  ],
  filters: {
    who: cypher`d.by IN $who`,
    kind: cypher`d.kind IN $kind`,
    target: cypher`($target IN [d.statement, d.article, d.entity, d.into, d.decision] OR $target IN coalesce(d.ids, []))`,
  },
};

export const EXCLUDED: AccessTable = {
  node: cypher`x`,
  key: cypher`x.id`,
  accesses: [
    {
      when: ['article'],
      match: cypher`MATCH (a:Article)<-[:IN]-(x:ExcludedClaim) WHERE a.id IN $article
WITH x`,
      by: cypher`x.id`,
    },
    { when: [], match: cypher`(x:ExcludedClaim)`, eq: [], by: cypher`x.id` },
  ],
  filters: {
    article: cypher`EXISTS { (x)-[:IN]->(a:Article) WHERE a.id IN $article }`,
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
      when: ['changedSince'],
      match: cypher`MATCH (e:Entity) WHERE e.id IN $changedSince
WITH e`,
      by: cypher`e.id`,
    },
    {
      when: ['country'],
      match: cypher`CALL () {
  MATCH (e:Entity) WHERE e.id IN $country RETURN e
  UNION
  MATCH (c:Country)<-[:BELONGS_TO]-(e:Entity) WHERE c.id IN $country RETURN e
  UNION
  MATCH (c:Country)<-[:OF]-(:Role)-[:HELD_BY]->(e:Entity) WHERE c.id IN $country RETURN e
  UNION
  MATCH (c:Country)<-[:BELONGS_TO]-(:Organization)<-[:OF]-(:Role)-[:HELD_BY]->(e:Entity) WHERE c.id IN $country RETURN e
}
WITH e`,
      by: cypher`e.id`,
    },
    {
      when: ['role'],
      match: cypher`UNWIND $role AS kind
MATCH (:Role {kind: kind})-[:HELD_BY]->(holder:Person)
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
    changedSince: cypher`e.id IN $changedSince`,
    type: cypher`e.type IN $type`,
    role: cypher`EXISTS { (e)<-[:HELD_BY]-(held) WHERE held.kind IN $role }`,
    assertedRole: cypher`EXISTS {
  (e)<-[:HELD_BY]-(held)
  WHERE ($assertedRole.kind IS NULL OR held.kind IN $assertedRole.kind) AND ${asserted(cypher`held`, cypher`$assertedRole`)}
}`,
    country: cypher`(
  e.id IN $country
  OR EXISTS { (e)-[:BELONGS_TO]->(c:Country) WHERE c.id IN $country }
  OR EXISTS { (e)<-[:HELD_BY]-()-[:OF]->(c:Country) WHERE c.id IN $country }
  OR EXISTS { (e)<-[:HELD_BY]-()-[:OF]->(:Organization)-[:BELONGS_TO]->(c:Country) WHERE c.id IN $country }
)`,
  },
};
