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

  /** The name of an entity, which the next line holds; to be called in the order of the text. */
  name({ name }: AuthorityRecord): string {
    this.#named.set(name, (this.#named.get(name) ?? 0) + 1);
    return name;
  }

  /** The same, annotated as a mention. */
  mention(entity: AuthorityRecord): string {
    const exact = this.name(entity);
    this.mentions.push({ entity: entity.id, form: 'name', exact, occurrence: this.#named.get(exact)! });
    return exact;
  }

  line(text: string): void {
    this.#lines.push(text);
  }

  toString(): string {
    return this.#lines.join('\n');
  }
}
