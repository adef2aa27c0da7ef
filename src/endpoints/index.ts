import type { AnyOperation } from '../http/operation.ts';
import type { Query } from '../query/define.ts';
import { agreement } from './agreement.ts';
import { analysts } from './analysts.ts';
import { annotation, annotations } from './annotations.ts';
import { article } from './article.ts';
import { deleteArticle } from './articles/remove.ts';
import { replaceArticle } from './articles/replace.ts';
import { addArticle } from './articles/submit.ts';
import { articles } from './articles.ts';
import { changes } from './changes.ts';
import { check } from './check.ts';
import { contested } from './contested.ts';
import { countries } from './countries.ts';
import { decision } from './decision.ts';
import { addDecision } from './decisions/add.ts';
import { decisions } from './decisions.ts';
import { draftArticle } from './drafts/draft.ts';
import { addEntity } from './entities/add.ts';
import { deleteEntity } from './entities/remove.ts';
import { replaceEntity } from './entities/replace.ts';
import { entities } from './entities.ts';
import { entity } from './entity.ts';
import { entityByExternal } from './entity-by-external.ts';
import { entityMentions } from './entity-mentions.ts';
import { entityRelations } from './entity-relations.ts';
import { entityTimeline } from './entity-timeline.ts';
import { event } from './event.ts';
import { events } from './events.ts';
import { excluded } from './excluded.ts';
import { leaders } from './leaders.ts';
import { jsonLdContext, jsonLdVocabulary } from './linked-data.ts';
import { mentions } from './mentions.ts';
import { network } from './network.ts';
import { networkEdges } from './network-edges.ts';
import { networkNodes } from './network-nodes.ts';
import { oembed } from './oembed.ts';
import { officials } from './officials.ts';
import { organizations } from './organizations.ts';
import { outlets } from './outlets.ts';
import { paths } from './paths.ts';
import { people } from './people.ts';
import { problem, problems } from './problems.ts';
import { previewEntity } from './reconcile/preview.ts';
import { getReconciliation, postReconciliation } from './reconcile/reconciliation.ts';
import { suggestions } from './reconcile/suggestions.ts';
import { relations } from './relations.ts';
import { search } from './search.ts';
import { statement } from './statement.ts';
import { statements } from './statements.ts';
import { statsStatements } from './stats-statements.ts';
import { suggest } from './suggest.ts';
import { timeline } from './timeline.ts';
import { vocabularies } from './vocabularies.ts';
import { vocabulary } from './vocabulary.ts';
import { whoAboutWhom } from './who-about-whom.ts';

/** The table of contents of the service: every query, in the order of the documentation. */
export const queries: Query[] = [
  statements,
  statement,
  check,
  entities,
  entity,
  entityRelations,
  entityMentions,
  entityTimeline,
  entityByExternal,
  people,
  leaders,
  officials,
  analysts,
  countries,
  organizations,
  events,
  event,
  articles,
  article,
  excluded,
  decisions,
  decision,
  changes,
  search,
  suggest,
  vocabularies,
  vocabulary,
  relations,
  mentions,
  contested,
  statsStatements,
  whoAboutWhom,
  agreement,
  outlets,
  timeline,
  network,
  networkNodes,
  networkEdges,
  paths,
];

/** What is not a query: protocols of their own, and what changes the graph. */
export const operations: AnyOperation[] = [
  addArticle,
  replaceArticle,
  deleteArticle,
  draftArticle,
  addEntity,
  replaceEntity,
  deleteEntity,
  addDecision,
  annotations,
  annotation,
  oembed,
  getReconciliation,
  postReconciliation,
  ...suggestions,
  previewEntity,
  jsonLdContext,
  jsonLdVocabulary,
  problems,
  problem,
];
