import { type EntityRow, entityRow } from '../facts/entity-rows.ts';
import type { ArticleFacts } from '../facts/facts.ts';
import type { Inputs } from '../read/article-input.ts';
import { described } from './annotate-article.ts';
import { InputError, type InputFault } from './input-error.ts';
import { knownEntities } from './known-entities.ts';
import type { KnownEntities } from './references.ts';
import { SharedInRun } from './shared-in-run.ts';

/** Inputs in which nothing is wrong. */
export interface Checked {
  entities: EntityRow[];
  /** How many articles and statements there are; a statement that two articles state counts twice. */
  articles: number;
  statements: number;
  /** Whether an article of this id is a part of the inputs. */
  has: (article: string) => boolean;
  /**
   * Reads the articles anew, one at a time.
   * @throws Error where one is not what it was when it was checked.
   */
  read: () => Iterable<ArticleFacts>;
}

/** A check that finds this many problems ends: the inputs are wrong as a whole. */
const MOST_FAULTS = 1000;

/**
 * Holds everything that is to be loaded to the schemas, the authority and the texts, before anything is written, and
 * hands on the facts of each article as it goes. No article is held.
 * @throws InputError with every problem of every file.
 */
export function* checking(inputs: Inputs): Generator<ArticleFacts, Checked> {
  const faults: InputFault[] = [...inputs.faults];
  const known = knownEntities(inputs.authorities, faults);
  const run = new SharedInRun();
  let [articles, statements] = [0, 0];
  const report = (fault: InputFault) => {
    faults.push(fault);
    if (faults.length >= MOST_FAULTS) throw new InputError(faults, { isComplete: false });
  };
  for (const input of inputs.articles(report)) {
    run.addId(input, articles);
    const { facts, faults: found } = described(input, known);
    for (const fault of found) report(fault);
    if (facts) {
      run.addFacts(facts, articles);
      statements += statementCount(facts);
      yield facts;
    }
    articles++;
    if (run.clashes >= MOST_FAULTS) break;
  }
  for (const fault of run.faults(inputs, known)) report(fault);
  if (faults.length > 0) throw new InputError(faults);
  return {
    entities: [...known.records.values()].map(entityRow),
    articles,
    statements,
    has: (id) => run.has(id),
    read: () => readChecked(inputs, known, run),
  };
}

/** The same in one go. */
export function check(inputs: Inputs): Checked {
  const steps = checking(inputs);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

export const statementCount = ({ facts }: ArticleFacts) =>
  facts.reduce((count, { kind }) => count + (kind === 'Statement' ? 1 : 0), 0);

function* readChecked(inputs: Inputs, known: KnownEntities, run: SharedInRun): Generator<ArticleFacts> {
  const refuse = (fault: InputFault) => {
    throw new InputError([fault]);
  };
  for (const input of inputs.articles(refuse)) {
    const { facts, faults } = described(input, known);
    if (faults.length > 0) throw new InputError(faults);
    if (!run.isAsChecked(facts!))
      throw new Error(`${facts!.file}: ${input.id} was changed while it was being loaded; load it again.`);
    yield facts!;
  }
}
