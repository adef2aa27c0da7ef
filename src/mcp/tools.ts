import { z } from 'zod';
import { article } from '../endpoints/article.ts';
import { Outcome } from '../endpoints/articles/outcome.ts';
import { SubmissionBody } from '../endpoints/articles/submission.ts';
import { addArticle } from '../endpoints/articles/submit.ts';
import { articles } from '../endpoints/articles.ts';
import { check } from '../endpoints/check.ts';
import { draftArticle } from '../endpoints/drafts/draft.ts';
import { Drafted, DraftRequest } from '../endpoints/drafts/draft-body.ts';
import { entity } from '../endpoints/entity.ts';
import { event } from '../endpoints/event.ts';
import { events } from '../endpoints/events.ts';
import { mentions } from '../endpoints/mentions.ts';
import { paths } from '../endpoints/paths.ts';
import { reconcile } from '../endpoints/reconcile/candidates.ts';
import { parseBatch } from '../endpoints/reconcile/requests.ts';
import { relations } from '../endpoints/relations.ts';
import { search } from '../endpoints/search.ts';
import { statement } from '../endpoints/statement.ts';
import { statements } from '../endpoints/statements.ts';
import { statsStatements } from '../endpoints/stats-statements.ts';
import { whoAboutWhom } from '../endpoints/who-about-whom.ts';
import { entityPath } from '../formats/resource-paths.ts';
import type { Gates } from '../http/gate.ts';
import { type AnyOperation, respondTo } from '../http/operation.ts';
import { MCP } from '../limits.ts';
import type { ArticleDetail } from '../model/article.ts';
import type { StatementDetail } from '../model/statement.ts';
import { EntityType } from '../model/vocabulary.ts';
import { text, wholeNumber } from '../query/parameters.ts';
import type { Ask } from './ask.ts';
import { LeanCheck, leanCheck } from './lean/check.ts';
import { LeanEntity, LeanRelation, leanEntity, leanRelation } from './lean/entity.ts';
import { LeanEvent, leanEvent } from './lean/event.ts';
import {
  LeanArticle,
  LeanArticleDetail,
  LeanHit,
  LeanMention,
  LeanPath,
  leanArticle,
  leanArticleDetail,
  leanHit,
  leanMention,
  leanPath,
} from './lean/found.ts';
import { LeanStatement, LeanStatementDetail, leanStatement, leanStatementDetail } from './lean/statement.ts';
import { LeanGroup, LeanPair, leanGroup, leanPair } from './lean/sums.ts';
import { tokensOf } from './lean/text.ts';
import { itemTool, listTool, parametersOf, type Tool } from './tool.ts';

const findStatements = listTool({
  name: 'find_statements',
  title: 'Who said what about whom, and when',
  description:
    'Statements that match every filter, newest first, with who said them, what they are about, and the words of each source. Names may be given as they are written; resolve_name helps where one is ambiguous.',
  query: statements,
  item: LeanStatement,
  lean: leanStatement,
});

const checkQuotation = itemTool({
  name: 'check_quotation',
  title: 'Is this quotation right?',
  description:
    'Whether words were said as they are quoted, and by whom: verbatim, altered (with what differs), a paraphrase, said by another, on another occasion, or not in the record, with the words of each outlet.',
  query: check,
  item: LeanCheck,
  lean: leanCheck,
});

const getStatement: Tool = {
  name: 'get_statement',
  title: 'One statement with all its sources',
  description:
    'A statement by its id: every source with its words, to whom each attributes it and why, other wordings, and the events at which it was said.',
  params: z.strictObject(parametersOf(statement)),
  output: LeanStatementDetail,
  async run(ask, params) {
    const { body } = await ask.query(statement, params);
    const detail = body as StatementDetail;
    let most = detail.quotations.length;
    while (most > 1 && tokensOf(leanStatementDetail(detail, ask.origin, most)) > MCP.tokens)
      most = Math.floor(most / 2);
    return leanStatementDetail(detail, ask.origin, most);
  },
};

const LeanCandidate = z.object({
  id: z.string(),
  name: z.string(),
  url: z.string(),
  type: z.string(),
  description: z.string().nullable(),
  score: z.number().describe('Up to 100.'),
  match: z.boolean().describe('Whether it alone has exactly the name, and no other comes close.'),
});

const resolveName: Tool = {
  name: 'resolve_name',
  title: 'Whom or what a name means',
  description:
    'The people, countries, organizations and places that a name may mean, best first, misspelt names too. Ids are what other tools take without doubt; where no candidate is a match, the name is ambiguous or unknown.',
  params: z.strictObject({
    name: text().meta({
      description: 'A name, alias, ISO 3166 code or Wikidata id.',
      examples: ['Gen. Munir'],
    }),
    type: EntityType.optional(),
    limit: wholeNumber(1, 20, 5, 'How many candidates at most.').default(5),
  }),
  output: z.object({ candidates: z.array(LeanCandidate) }),
  async run(ask, { name, type, limit }) {
    const batch = parseBatch(JSON.stringify({ name: { query: name, type, limit } }));
    const { name: found } = await ask.read((graph) => reconcile(graph, batch));
    return {
      candidates: found!.result.map((candidate) => ({
        id: candidate.id,
        name: candidate.name,
        url: ask.origin + entityPath(candidate.id),
        type: candidate.type[0]!.id,
        description: candidate.description ?? null,
        score: candidate.score,
        match: candidate.match,
      })),
    };
  },
};

const getEntity = itemTool({
  name: 'get_entity',
  title: 'One person, country, organization or place',
  description:
    'An entity by id or name: its roles with the words that say so, its relations, and how often it speaks and is spoken of.',
  query: entity,
  item: LeanEntity,
  lean: leanEntity,
});

const findEvents = listTool({
  name: 'find_events',
  title: 'What happened, or is said to have happened',
  description:
    'Events that match every filter, newest first, with who took part, who says so, and the words of the sources.',
  query: events,
  item: LeanEvent,
  lean: leanEvent,
});

const findRelations = listTool({
  name: 'find_relations',
  title: 'Who leads, commands, belongs to or is allied with whom',
  description: 'Relations between entities that match every filter, with who says so and the words.',
  query: relations,
  item: LeanRelation,
  lean: leanRelation,
});

const findMentions = listTool({
  name: 'find_mentions',
  title: 'Where articles name a person or a thing',
  description:
    'The words of articles that refer to an entity, by name, pronoun or otherwise, alone or beside another in one sentence.',
  query: mentions,
  item: LeanMention,
  lean: leanMention,
});

const whoAboutWhomTool = listTool({
  name: 'who_about_whom',
  title: 'Who speaks about whom, how often and how friendly',
  description:
    'Pairs of speaker and target with how many statements match every filter, and how friendly or hostile they are.',
  query: whoAboutWhom,
  item: LeanPair,
  lean: leanPair,
});

const countStatements = listTool({
  name: 'count_statements',
  title: 'Statements counted',
  description:
    'How many statements match every filter, in groups by speaker, target, act, polarity, role, article, year or month.',
  query: statsStatements,
  item: LeanGroup,
  lean: leanGroup,
});

const connect = listTool({
  name: 'connect',
  title: 'How two entities are connected',
  description:
    'The shortest connections between two entities, each hop with the statements, events, relations or roles that make it.',
  query: paths,
  item: LeanPath,
  lean: leanPath,
});

const searchText = listTool({
  name: 'search_text',
  title: 'Everything that contains some words',
  description:
    'Entities, statements, events and articles that contain all the words, best first. For what was said on a topic, take find_statements with q.',
  query: search,
  item: LeanHit,
  lean: leanHit,
});

const findArticles = listTool({
  name: 'find_articles',
  title: 'The articles of the record',
  description: 'Articles by author, publisher, day or words.',
  query: articles,
  item: LeanArticle,
  lean: leanArticle,
});

const getArticle: Tool = {
  name: 'get_article',
  title: 'One article with its text',
  description:
    'An article by its id: who published it and when, what of it is kept out of the record and why, and its text, verbatim, piece by piece.',
  params: z.strictObject({
    ...parametersOf(article),
    offset: wholeNumber(
      0,
      10_000_000,
      0,
      'Where the text begins, in code points: `next` of the piece before.',
    ).default(0),
  }),
  output: LeanArticleDetail,
  async run(ask, { offset, ...params }) {
    const { body } = await ask.query(article, params);
    return leanArticleDetail(body as ArticleDetail, ask.origin, Number(offset), MCP.articlePiece);
  },
};

const getEvent = itemTool({
  name: 'get_event',
  title: 'One event',
  description: 'An event by its id, with who says that it happened and the words that say so.',
  query: event,
  item: LeanEvent,
  lean: leanEvent,
});

/** The body that an operation responds with to what an agent sends, when it has its turn at a gate. */
async function sent(
  operation: AnyOperation,
  { graph, gates, origin }: Ask,
  gate: keyof Gates,
  given: unknown,
  params: Record<string, string> = {},
): Promise<unknown> {
  const bytes = Buffer.from(JSON.stringify(given));
  const { body } = await gates[gate].run(async () => respondTo(operation, graph, { params, bytes, origin }));
  return body;
}

const checkArticle: Tool = {
  name: 'check_article',
  title: 'Check an article with its annotation',
  description:
    'What would be written if an article were added with what it says, or every fault of it. Nothing is written.',
  params: SubmissionBody,
  output: Outcome,
  needsKey: true,
  run: async (ask, submission) =>
    (await sent(addArticle, ask, 'writing', submission, { dryRun: 'true' })) as z.output<typeof Outcome>,
};

const draftArticleTool: Tool = {
  name: 'draft_article',
  title: 'Draft what an article says',
  description:
    'Makes a draft of a raw article, by rules: who said what, who is meant, when, which acts and roles. Each fact says how sure it is and what else it may be; correct it before check_article. Nothing is written.',
  params: DraftRequest,
  output: Drafted,
  needsKey: true,
  run: async (ask, source) => (await sent(draftArticle, ask, 'drafting', source)) as z.output<typeof Drafted>,
};

/** Every tool, in the order in which clients list them. */
export const tools: readonly Tool[] = [
  findStatements,
  checkQuotation,
  getStatement,
  resolveName,
  getEntity,
  findEvents,
  getEvent,
  whoAboutWhomTool,
  countStatements,
  connect,
  searchText,
  findRelations,
  findMentions,
  findArticles,
  getArticle,
  checkArticle,
  draftArticleTool,
];
