import { FAULTS } from '../../limits.ts';
import type { TakenDecision } from '../../model/decision.ts';
import { FaultList } from '../../model/fault-list.ts';
import { type EntityRow, entityRow } from '../facts/entity-rows.ts';
import { type ArticleFacts, statementCount } from '../facts/facts.ts';
import type { Inputs } from '../read/article-input.ts';
import { annotateArticle } from './annotate-article.ts';
import { articleSources } from './article-source.ts';
import type { KnownEntities } from './check-references.ts';
import { InputError } from './input-error.ts';
import { knownDecisions } from './known-decisions.ts';
import { knownEntities } from './known-entities.ts';
import { RunArticles } from './run-articles.ts';
import { ToldEvents } from './told-events.ts';

/** Inputs in which nothing is wrong. */
export interface CheckedInputs {
  entities: EntityRow[];
  decisions: TakenDecision[];
  /** How many articles and statements there are; a statement that two articles state counts twice. */
  articles: number;
  statements: number;
  /** The articles that are drafts. */
  drafts: { id: string; file: string }[];
  /** Whether an article of this id is a part of the inputs. */
  has: (article: string) => boolean;
  /** The events that articles tell of and name; none is unknown, unless it may be in the graph. */
  events: ToldEvents;
  /**
   * The facts of the articles, one article at a time.
   * @throws Error where an article is not what it was when it was checked.
   */
  read: () => Iterable<ArticleFacts>;
}

/** Bytes of facts that are kept until they are written, so that a few articles are anchored once; more are read again. */
const MOST_KEPT = 8_000_000;
/** About what a fact takes beside the text of its article. */
const BYTES_OF_A_FACT = 1000;

/** Inputs that are being checked: what is known before the first of their articles, and these. */
export interface InputCheck {
  entities: EntityRow[];
  decisions: TakenDecision[];
  /** Whether something was found wrong so far. */
  isFaulty: () => boolean;
  /**
   * The facts of each article in which nothing is wrong, and what was checked at the end.
   * @throws InputError at the end, with the first problems of all files, and how many more there are.
   */
  articles: Generator<ArticleFacts, CheckedInputs>;
}

/**
 * Holds everything that is to be loaded to the schemas, the authority and the texts, and hands on the facts of each article as it
 * goes.
 * @param options.mayBeInGraph whether an event that an article names, and no article of the run tells of, is left to be
 *   looked for in the graph.
 */
export function startCheck(
  inputs: Inputs,
  { mayBeInGraph = false }: { mayBeInGraph?: boolean } = {},
): InputCheck {
  const faults = new FaultList(FAULTS.countedInFiles);
  for (const fault of inputs.faults) faults.add(() => fault);
  const decisions = knownDecisions(inputs.decisions ?? [], faults);
  const known = knownEntities(inputs.authorities, faults);
  const entities = [...known.records.values()].map(entityRow);
  const articles = checkedArticles(inputs, { entities, decisions, known, faults, mayBeInGraph });
  return { entities, decisions, isFaulty: () => faults.count > 0, articles };
}

interface UnderCheck {
  entities: EntityRow[];
  decisions: TakenDecision[];
  known: KnownEntities;
  faults: FaultList;
  mayBeInGraph: boolean;
}

function* checkedArticles(
  inputs: Inputs,
  { entities, decisions, known, faults, mayBeInGraph }: UnderCheck,
): Generator<ArticleFacts, CheckedInputs> {
  const run = new RunArticles();
  const events = new ToldEvents();
  let [articles, statements, size] = [0, 0, 0];
  const kept: ArticleFacts[] = [];
  const drafts: CheckedInputs['drafts'] = [];
  for (const source of articleSources(inputs, faults)) {
    run.addId(source, articles);
    const facts = annotateArticle(source, known, events, faults);
    if (facts && !source.isFaulty) {
      run.addFacts(facts, articles);
      if (facts.isDraft) drafts.push({ id: facts.id, file: facts.file });
      statements += statementCount(facts);
      size += source.text!.length + facts.facts.length * BYTES_OF_A_FACT;
      if (size <= MOST_KEPT) kept.push(facts);
      else kept.length = 0;
      yield facts;
    }
    articles++;
    if (run.duplicates >= FAULTS.countedInFiles) break;
  }
  if (!faults.isFull) for (const fault of run.faults(inputs)) faults.add(() => fault);
  if (!faults.isFull && !mayBeInGraph) for (const fault of events.faults()) faults.add(() => fault);
  if (faults.count > 0) throw new InputError(faults);
  return {
    entities,
    decisions,
    articles,
    statements,
    drafts,
    has: (id) => run.has(id),
    events,
    read: () => (size > MOST_KEPT ? readAgain(inputs, known, run) : kept),
  };
}

/** The same in one go. */
export function check(inputs: Inputs, options?: { mayBeInGraph?: boolean }): CheckedInputs {
  const { articles } = startCheck(inputs, options);
  for (;;) {
    const { done, value } = articles.next();
    if (done) return value;
  }
}

function* readAgain(inputs: Inputs, known: KnownEntities, run: RunArticles): Generator<ArticleFacts> {
  const faults = new FaultList();
  for (const source of articleSources(inputs, faults)) {
    const facts = annotateArticle(source, known, new ToldEvents(), faults);
    if (faults.count > 0) throw new InputError(faults);
    if (!run.isAsChecked(facts!))
      throw new Error(`${facts!.file}: ${source.id} was changed while it was being loaded; load it again.`);
    yield facts!;
  }
  if (faults.count > 0) throw new InputError(faults);
}
