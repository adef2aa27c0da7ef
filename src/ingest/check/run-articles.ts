import type { Fault } from '../../model/fault.ts';
import { FaultList } from '../../model/fault-list.ts';
import type { ArticleFacts } from '../facts/facts.ts';
import type { Inputs } from '../read/article-input.ts';
import { type ArticleSource, articleSources } from './article-source.ts';
import { FirstSeen } from './first-seen.ts';

/** An article whose id an earlier one of the run has. */
interface Duplicate {
  source: Pick<ArticleSource, 'id' | 'place'>;
  /** The earlier article: how many were read before it. */
  other: number;
}

/** The articles of one run: finds those that have one id, and remembers of each a part of its digest. */
export class RunArticles {
  readonly #seen = new FirstSeen();
  readonly #duplicates: Duplicate[] = [];

  /** How many articles have the id of an earlier one. */
  get duplicates(): number {
    return this.#duplicates.length;
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
  addId({ id, place }: ArticleSource, at: number): void {
    const other = this.#seen.note(idKey(id), '', at);
    if (other !== undefined) this.#duplicates.push({ source: { id, place }, other });
  }

  addFacts({ id, digest }: ArticleFacts, at: number): void {
    this.#seen.note(articleKey(id), digest, at);
  }

  /** The faults of all ids that are there twice; the earlier articles are looked up again. */
  *faults(inputs: Inputs): Generator<Fault> {
    if (this.#duplicates.length === 0) return;
    const byOther = Map.groupBy(this.#duplicates, ({ other }) => other);
    let at = 0;
    for (const { place: earlier } of articleSources(inputs, new FaultList())) {
      for (const { source } of byOther.get(at++) ?? []) {
        const { file, line } = earlier;
        yield {
          ...source.place,
          detail: `the article id ${source.id} is also that of ${line === undefined ? file : `${file}:${line}`}`,
          expected: source.place.line === undefined ? 'folders of different names' : 'another id',
        };
      }
    }
  }
}

/** An article whose annotation cannot be read has an id, and no digest. */
const idKey = (id: string) => `Id ${id}`;
const articleKey = (id: string) => `Article ${id}`;
