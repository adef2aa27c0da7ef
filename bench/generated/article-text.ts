import type { AuthorityRecord } from '../../src/model/annotation.ts';

export interface GeneratedMention {
  entity: string;
  form: 'name';
  exact: string;
  occurrence: number;
}

/** A text that grows line by line and knows which time it names somebody. */
export class ArticleText {
  readonly mentions: GeneratedMention[] = [];
  readonly #lines: string[] = [];
  readonly #named = new Map<string, number>();

  /** The name of an entity in capitals, as headlines have it: nobody takes that for a mention. */
  name({ name }: AuthorityRecord): string {
    return name.toUpperCase();
  }

  /** The name of an entity, annotated as a mention; to be called in the order of the text, which then holds it. */
  mention({ id: entity, name: exact }: AuthorityRecord): string {
    const occurrence = (this.#named.get(exact) ?? 0) + 1;
    this.#named.set(exact, occurrence);
    this.mentions.push({ entity, form: 'name', exact, occurrence });
    return exact;
  }

  line(text: string): void {
    this.#lines.push(text);
  }

  toString(): string {
    return this.#lines.join('\n');
  }
}
