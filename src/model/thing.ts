/** Something that the record tells of, by its kind and its id. */
export interface Thing {
  kind: 'article' | 'decision' | 'entity' | 'event' | 'statement';
  id: string;
}

/** What a thing is called: its title, name, label, text or reason; undefined of what is there no longer. */
export type NameOf = (kind: Thing['kind'], id: string) => string | undefined;
