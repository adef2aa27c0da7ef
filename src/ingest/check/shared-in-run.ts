import { type ArticleFacts, type Fact, factKey, SHARED_KINDS } from '../facts/facts.ts';
import type { ArticleInput, Inputs } from '../read/article-input.ts';
import { placeOf } from '../read/article-input.ts';
import { fileFault } from '../read/read-text.ts';
import { described } from './annotate-article.ts';
import { conflictFault } from './conflict.ts';
import { Fingerprints } from './fingerprints.ts';
import type { InputFault } from './input-error.ts';
import type { KnownEntities } from './references.ts';

/** What one article has in common with an earlier one of the run, and must not have or must have alike. */
interface Clash {
  /** The earlier article: how many were read before it. */
  other: number;
  fault: (other: ArticleInput, facts: ArticleFacts | null) => InputFault[];
}

/**
 * Finds articles of one run that have one id, or that describe a shared fact differently. Of each fact only a
 * fingerprint is kept; where two differ, the earlier article is read again to say in which fields.
 */
export class SharedInRun {
  readonly #seen = new Fingerprints();
  readonly #clashes: Clash[] = [];

  /** How many clashes were found. */
  get clashes(): number {
    return this.#clashes.length;
  }

  /** Whether an article of this id was read. */
  has(id: string): boolean {
    return this.#seen.get(`Id ${id}`) !== undefined;
  }

  /** Whether the article says what it said when it was checked. */
  isAsChecked({ id, digest }: ArticleFacts): boolean {
    const noted = this.#seen.get(`Article ${id}`);
    return noted !== undefined && Fingerprints.isSame(noted, digest);
  }

  /** @param at how many articles were read before this one. */
  addId(input: ArticleInput, at: number): void {
    const there = this.#seen.note(`Id ${input.id}`, '', at);
    if (!there) return;
    this.#clashes.push({
      other: there.at,
      fault: (other) => {
        const { file, line } = placeOf(other);
        const here = placeOf(input);
        const message = `the article id ${input.id} is also that of ${line === null ? file : `${file}:${line}`}`;
        const expected = here.line === null ? 'folders of different names' : 'another id';
        return [{ ...fileFault(here.file, message), line: here.line, expected }];
      },
    });
  }

  addFacts(article: ArticleFacts, at: number): void {
    this.#seen.note(`Article ${article.id}`, article.digest, at);
    for (const fact of article.facts) if (SHARED_KINDS.has(fact.kind)) this.#addFact(article.file, fact, at);
  }

  #addFact(file: string, fact: Fact, at: number): void {
    const there = this.#seen.note(factKey(fact), fact.hash, at);
    if (!there || Fingerprints.isSame(there, fact.hash)) return;
    this.#clashes.push({
      other: there.at,
      fault: (_, facts) => {
        const other = facts?.facts.find((candidate) => factKey(candidate) === factKey(fact));
        if (!other) return [];
        return [conflictFault(file, fact, `${facts!.file}:${other.line}`, other)];
      },
    });
  }

  /** Reads the earlier articles of all clashes again. */
  *faults(inputs: Inputs, known: KnownEntities): Generator<InputFault> {
    if (this.#clashes.length === 0) return;
    const byOther = Map.groupBy(this.#clashes, ({ other }) => other);
    let at = 0;
    for (const input of inputs.articles(() => {})) {
      const clashes = byOther.get(at++);
      if (!clashes) continue;
      const { facts } = described(input, known);
      for (const { fault } of clashes) yield* fault(input, facts);
    }
  }
}
