import type { Fault } from '../../model/fault.ts';
import { FaultList } from '../../model/fault-list.ts';
import { type ArticleFacts, type Fact, factKey, SHARED_KINDS } from '../facts/facts.ts';
import type { Inputs } from '../read/article-input.ts';
import { annotateArticle } from './annotate-article.ts';
import { type ArticleSource, articleSources } from './article-source.ts';
import type { KnownEntities } from './check-references.ts';
import { conflictFault } from './conflict-fault.ts';
import { FirstSeen } from './first-seen.ts';

/** What an article has in common with an earlier one of the run, and must not have, or must have alike. */
interface Conflict {
  /** The earlier article: how many were read before it. */
  other: number;
  faults: (other: ArticleSource, facts: ArticleFacts | null) => Fault[];
}

/**
 * Finds articles of one run that have one id, or that describe a shared fact differently. Of each fact a part of its
 * digest is kept; where two differ, the earlier article is read again to say in which fields.
 */
export class RunConflicts {
  readonly #seen = new FirstSeen();
  readonly #conflicts: Conflict[] = [];

  /** How many conflicts were found. */
  get count(): number {
    return this.#conflicts.length;
  }

  /** Whether an article of this id was read. */
  has(id: string): boolean {
    return this.#seen.has(idKey(id));
  }

  /** Whether the article says what it said when it was checked. */
  isAsChecked({ id, digest }: ArticleFacts): boolean {
    return this.#seen.isSame(articleKey(id), digest);
  }

  /** @param at how many articles were read before this one. */
  addId(source: ArticleSource, at: number): void {
    const other = this.#seen.note(idKey(source.id), '', at);
    if (other === undefined) return;
    this.#conflicts.push({
      other,
      faults: ({ place }) => {
        const { file, line } = place;
        const detail = `the article id ${source.id} is also that of ${line === undefined ? file : `${file}:${line}`}`;
        const expected = source.place.line === undefined ? 'folders of different names' : 'another id';
        return [{ ...source.place, detail, expected }];
      },
    });
  }

  addFacts(article: ArticleFacts, at: number): void {
    this.#seen.note(articleKey(article.id), article.digest, at);
    for (const fact of article.facts) if (SHARED_KINDS.has(fact.kind)) this.#addFact(article.file, fact, at);
  }

  #addFact(file: string, fact: Fact, at: number): void {
    const key = factKey(fact);
    const other = this.#seen.note(key, fact.hash, at);
    if (other === undefined || this.#seen.isSame(key, fact.hash)) return;
    this.#conflicts.push({
      other,
      faults: (_, facts) => {
        const known = facts?.facts.find((candidate) => factKey(candidate) === key);
        if (!known) return [];
        return [conflictFault(file, fact, `${facts!.file}:${known.line}`, known)];
      },
    });
  }

  /** The faults of all conflicts; their earlier articles are read again. */
  *faults(inputs: Inputs, known: KnownEntities): Generator<Fault> {
    if (this.#conflicts.length === 0) return;
    const byOther = Map.groupBy(this.#conflicts, ({ other }) => other);
    let at = 0;
    for (const source of articleSources(inputs, new FaultList())) {
      const conflicts = byOther.get(at++);
      if (!conflicts) continue;
      const facts = annotateArticle(source, known, new FaultList());
      for (const { faults } of conflicts) yield* faults(source, facts);
    }
  }
}

/** An article whose annotation cannot be read has an id, and no digest. */
const idKey = (id: string) => `Id ${id}`;
const articleKey = (id: string) => `Article ${id}`;
