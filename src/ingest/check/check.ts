import type { Fault } from '../../model/fault.ts';
import { type EntityRow, entityRow } from '../facts/entity-rows.ts';
import { type ArticleFacts, statementCount } from '../facts/facts.ts';
import type { Inputs } from '../read/article-input.ts';
import { annotateArticle } from './annotate-article.ts';
import { articleSources } from './article-source.ts';
import { InputError } from './input-error.ts';
import { knownEntities } from './known-entities.ts';
import type { KnownEntities } from './reference-faults.ts';
import { RunConflicts } from './run-conflicts.ts';

/** Inputs in which nothing is wrong. */
export interface CheckedInputs {
  entities: EntityRow[];
  /** How many articles and statements there are; a statement that two articles state counts twice. */
  articles: number;
  statements: number;
  /** Whether an article of this id is a part of the inputs. */
  has: (article: string) => boolean;
  /**
   * The facts of the articles, one article at a time.
   * @throws Error where an article is not what it was when it was checked.
   */
  read: () => Iterable<ArticleFacts>;
}

/** A check that finds this many problems ends: the inputs are wrong as a whole. */
const MOST_FAULTS = 1000;

/** Bytes of facts that are kept until they are written, so that a few articles are anchored once; more are read again. */
const MOST_KEPT = 8_000_000;
/** About what a fact takes beside the text of its article. */
const BYTES_OF_A_FACT = 1000;

/**
 * Holds everything that is to be loaded to the schemas, the authority and the texts, before anything is written, and
 * hands on the facts of each article as it goes.
 * @throws InputError with every problem of every file.
 */
export function* checkStepwise(inputs: Inputs): Generator<ArticleFacts, CheckedInputs> {
  const faults: Fault[] = [...inputs.faults];
  const known = knownEntities(inputs.authorities, faults);
  const run = new RunConflicts();
  let [articles, statements, size] = [0, 0, 0];
  const kept: ArticleFacts[] = [];
  const report = (fault: Fault) => {
    faults.push(fault);
    if (faults.length >= MOST_FAULTS) throw new InputError(faults, { isComplete: false });
  };
  for (const source of articleSources(inputs, report)) {
    run.addId(source, articles);
    const { facts, faults: found } = annotateArticle(source, known);
    for (const fault of found) report(fault);
    if (facts && !source.isFaulty) {
      run.addFacts(facts, articles);
      statements += statementCount(facts);
      size += source.text!.length + facts.facts.length * BYTES_OF_A_FACT;
      if (size <= MOST_KEPT) kept.push(facts);
      else kept.length = 0;
      yield facts;
    }
    articles++;
    if (run.count >= MOST_FAULTS) break;
  }
  for (const fault of run.faults(inputs, known)) report(fault);
  if (faults.length > 0) throw new InputError(faults);
  return {
    entities: [...known.records.values()].map(entityRow),
    articles,
    statements,
    has: (id) => run.has(id),
    read: () => (size > MOST_KEPT ? readAgain(inputs, known, run) : kept),
  };
}

/** The same in one go. */
export function check(inputs: Inputs): CheckedInputs {
  const steps = checkStepwise(inputs);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

function* readAgain(inputs: Inputs, known: KnownEntities, run: RunConflicts): Generator<ArticleFacts> {
  const refuse = (fault: Fault) => {
    throw new InputError([fault]);
  };
  for (const source of articleSources(inputs, refuse)) {
    const { facts, faults } = annotateArticle(source, known);
    if (faults.length > 0) throw new InputError(faults);
    if (!run.isAsChecked(facts!))
      throw new Error(`${facts!.file}: ${source.id} was changed while it was being loaded; load it again.`);
    yield facts!;
  }
}
