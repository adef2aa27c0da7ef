import { join } from 'node:path';
import type { EntityLink } from '../../model/entity.ts';
import { deriveTold, type TellingSources } from '../facts/derive-told.ts';
import type { ToldKind } from '../facts/facts.ts';
import { type ArticleWithoutLookups, withLookups } from '../facts/quotation-lookup.ts';
import type { QuotationSource } from '../facts/sources.ts';
import type { Links } from '../facts/statement-parts.ts';
import { mergedSources, PartitionedSources, type PartitionFiles } from './partitioned-sources.ts';
import { type TableFile, Tables } from './tables.ts';
import { writeArticle } from './write-article.ts';
import { writeStatement, writeTold } from './write-merged.ts';

/** What the articles of one writer bring to merged views. */
export interface SourceFiles {
  told: PartitionFiles;
  statements: PartitionFiles;
}

/** What statements show of entities and events, by their ids. */
export interface LinkTables {
  entities: Map<string, EntityLink>;
  events: Map<string, string>;
}

/** What one writer wrote. */
export interface Written {
  files: TableFile[];
  /** Ids of the events that its articles name: other writers may have them too. */
  eventReferences: Set<string>;
}

/** Writes a share of a graph as CSV files: first articles, then merged views of all of them, a partition at a time. */
export class TableWriter {
  readonly #tables: Tables;
  readonly #told: PartitionedSources<TellingSources>;
  readonly #statements: PartitionedSources<QuotationSource[]>;
  readonly #eventReferences = new Set<string>();
  #links: Links = { entity: () => undefined, event: () => undefined };

  /** @param name tells its files from those of others in the folder. */
  constructor(folder: string, name: string) {
    this.#tables = new Tables(folder, name);
    this.#told = new PartitionedSources(join(folder, `told-${name}`));
    this.#statements = new PartitionedSources(join(folder, `statements-${name}`));
  }

  writeArticles(articles: ArticleWithoutLookups[]): void {
    const sources = { told: this.#told, statements: this.#statements };
    for (const article of articles)
      writeArticle(this.#tables, sources, this.#eventReferences, withLookups(article));
  }

  closeSources(): SourceFiles {
    return { told: this.#told.close(), statements: this.#statements.close() };
  }

  /**
   * Writes the events, relations and roles of a partition.
   * @returns the labels of the events.
   */
  writeTold(files: string[]): Map<string, string> {
    const labels = new Map<string, string>();
    for (const [key, tellings] of mergedSources<TellingSources>(files)) {
      const [kind, id] = key.split(' ') as [ToldKind, string];
      const fact = deriveTold(kind, id, {
        accounts: tellings.flatMap(({ accounts }) => accounts),
        figures: tellings.flatMap(({ figures }) => figures),
      });
      if (kind === 'Event') labels.set(id, String(fact.properties.label));
      writeTold(this.#tables, fact);
    }
    return labels;
  }

  /** Tells it what statements show of entities and events. */
  link({ entities, events }: LinkTables): void {
    this.#links = { entity: (id) => entities.get(id), event: (id) => events.get(id) };
  }

  /**
   * Writes the statements of a partition.
   * @returns how many they are.
   */
  writeStatements(files: string[]): number {
    const merged = mergedSources<QuotationSource[]>(files);
    for (const [id, quotations] of merged) writeStatement(this.#tables, id, quotations.flat(), this.#links);
    return merged.size;
  }

  close(): Written {
    return { files: this.#tables.close(), eventReferences: this.#eventReferences };
  }
}
