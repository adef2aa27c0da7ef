import { type Sql, sql } from '../db/sql.ts';
import {
  articlesOf,
  asserted,
  type Conditions,
  days,
  EVENT_CONDITIONS,
  isOneOf,
  RELATION_CONDITIONS,
  things,
} from './conditions.ts';

/*
 * The filters of lists other than that of statements, by the names that their tables of `db/indexes.ts` have for them.
 */

const found = (row: Sql) => sql`${row}.hash IN (SELECT hash(unnest($q)))`;
const changed = (row: Sql) => sql`${row}.hash IN (SELECT hash(unnest($changedSince)))`;
const holderOf = (role: Sql) => sql`e.n IN (SELECT entity FROM role WHERE ${role})`;

/** Entities `e`, which are among the things. */
export const ENTITY_CONDITIONS: Conditions = {
  q: found(sql`e`),
  changedSince: changed(sql`e`),
  type: isOneOf(sql`e.type`, sql`$type`),
  role: holderOf(isOneOf(sql`kind`, sql`$role`)),
  assertedRole:
    holderOf(sql`($assertedRole_kind::VARCHAR[] IS NULL OR list_contains($assertedRole_kind::VARCHAR[], kind))
  AND ${asserted(sql`role`, sql`$assertedRole`)}`),
  country: sql`e.n IN (
  SELECT n FROM thing WHERE n IN ${things(sql`$country`)}
  UNION ALL SELECT entity FROM belonging WHERE country IN ${things(sql`$country`)}
  UNION ALL SELECT entity FROM role WHERE "of" IN ${things(sql`$country`)}
  UNION ALL SELECT role.entity FROM role JOIN belonging ON belonging.entity = role."of"
    WHERE belonging.country IN ${things(sql`$country`)}
)`,
};

export const ARTICLE_CONDITIONS: Conditions = {
  q: found(sql`a`),
  changedSince: changed(sql`a`),
  author: sql`a.n IN (SELECT article FROM authored WHERE person IN ${things(sql`$author`)})`,
  publisher: isOneOf(sql`a.publisher`, sql`$publisher`),
  publishedFrom: sql`a.latest >= $publishedFrom::DATE`,
  publishedTo: sql`a.earliest <= $publishedTo::DATE`,
};

export const MENTION_CONDITIONS: Conditions = {
  entity: sql`m.entity IN ${things(sql`$entity`)}`,
  article: sql`m.article IN ${articlesOf(sql`$article`)}`,
  form: isOneOf(sql`m.form`, sql`$form`),
  resolved: sql`m.entity IS NOT NULL`,
  unresolved: sql`m.entity IS NULL`,
  beside: sql`EXISTS (
  SELECT 1 FROM mention other
  WHERE other.article = m.article AND other.sentence = m.sentence AND other.rowid <> m.rowid
    AND other.entity IN ${things(sql`$beside`)}
)`,
};

const takesPart = (who: Sql) => sql`v.n IN (SELECT event FROM participant WHERE ${who})`;

export const LISTED_EVENT_CONDITIONS: Conditions = {
  ...days(sql`v`),
  q: EVENT_CONDITIONS.q!,
  asserted: EVENT_CONDITIONS.asserted!,
  article: EVENT_CONDITIONS.article!,
  changedSince: sql`v.n IN ${things(sql`$changedSince`)}`,
  kind: isOneOf(sql`v.kind`, sql`$kind`),
  context: sql`list_has_any(v.contexts, $context)`,
  figure: sql`list_has_any(v.figures, $figure)`,
  place: sql`v.place IN ${things(sql`$place`)}`,
  actor: takesPart(sql`actor AND entity IN ${things(sql`$actor`)}`),
  recipient: takesPart(sql`NOT actor AND entity IN ${things(sql`$recipient`)}`),
  participant: takesPart(sql`entity IN ${things(sql`$participant`)}`),
  participants: sql`v.n IN (
  SELECT event FROM participant WHERE entity IN ${things(sql`$participants`)}
  GROUP BY event HAVING count(DISTINCT entity) = len($participants)
)`,
};

const within = (days: Sql) => sql`l.earliest <= ${days}_latest::DATE AND l.latest >= ${days}_earliest::DATE`;

export const LISTED_RELATION_CONDITIONS: Conditions = {
  asserted: RELATION_CONDITIONS.asserted!,
  article: RELATION_CONDITIONS.article!,
  dated: RELATION_CONDITIONS.dated!,
  undated: RELATION_CONDITIONS.undated!,
  entity: sql`(l.subject IN ${things(sql`$entity`)} OR l.object IN ${things(sql`$entity`)})`,
  subject: sql`l.subject IN ${things(sql`$subject`)}`,
  object: sql`l.object IN ${things(sql`$object`)}`,
  predicate: isOneOf(sql`l.predicate`, sql`$predicate`),
  at: within(sql`$at`),
  atOrUndated: sql`(l.earliest IS NULL OR ${within(sql`$atOrUndated`)})`,
};
