import { anythingPage } from './anything.ts';
import { articlePage } from './article.ts';
import { changesPage } from './changes.ts';
import { quotationCheckPage } from './check.ts';
import { contestedPage } from './contested.ts';
import { agreementPage, groupsPage, outletsPage } from './counts.ts';
import { decisionPage, decisionsPage } from './decisions.ts';
import type { PageDefinition } from './define.ts';
import { entityPage } from './entity.ts';
import { eventPage } from './event.ts';
import {
  articlesPage,
  entitiesPage,
  entityTimelinePage,
  eventsPage,
  excludedPage,
  mentionsPage,
  relationsPage,
} from './lists.ts';
import { matrixPage } from './matrix.ts';
import { networkPage } from './network.ts';
import { pathsPage } from './paths.ts';
import { searchPage } from './search.ts';
import { statementPage } from './statement.ts';
import { statementsPage } from './statements.ts';
import { timelinePage } from './timeline.ts';
import { termsPage, vocabulariesPage } from './vocabularies.ts';
import { WORDS } from './words.ts';

/** The pages, by the query that each of them shows. */
const PAGES: Record<string, PageDefinition> = {
  checkQuotation: quotationCheckPage,
  countAgreement: agreementPage,
  countOutlets: outletsPage,
  countStatements: groupsPage,
  countWhoAboutWhom: matrixPage,
  getArticle: articlePage,
  getDecision: decisionPage,
  getEntity: entityPage,
  getEvent: eventPage,
  getNetwork: networkPage,
  getStatement: statementPage,
  getTimeline: timelinePage,
  listAnalysts: entitiesPage(WORDS.lists.analysts),
  listArticles: articlesPage,
  listChanges: changesPage,
  listContested: contestedPage,
  listCountries: entitiesPage(WORDS.lists.countries),
  listDecisions: decisionsPage,
  listEntities: entitiesPage(WORDS.lists.entities),
  listEntityMentions: mentionsPage,
  listEntityRelations: relationsPage,
  listEntityTimeline: entityTimelinePage,
  listEvents: eventsPage,
  listExcludedClaims: excludedPage,
  listLeaders: entitiesPage(WORDS.lists.leaders),
  listMentions: mentionsPage,
  listOfficials: entitiesPage(WORDS.lists.officials),
  listOrganizations: entitiesPage(WORDS.lists.organizations),
  listPaths: pathsPage,
  listPeople: entitiesPage(WORDS.lists.people),
  listRelations: relationsPage,
  listStatements: statementsPage,
  listTerms: termsPage,
  listVocabularies: vocabulariesPage,
  search: searchPage,
};

/** The page of a query; one that has none of its own shows all that its response has, field by field. */
export const pageOf = (operationId: string): PageDefinition => PAGES[operationId] ?? anythingPage;
