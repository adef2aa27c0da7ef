/** The id of Wikidata that a text is: bare, with the prefix `wd:` or `wikidata:`, or as any URL of the entity or of its page. */
export const wikidataId = (text: string): string | undefined =>
  /^(?:wd:|wikidata:|(?:https?:)?\/\/(?:www\.|m\.)?wikidata\.org\/(?:wiki\/(?:Special:EntityData\/)?|entity\/))?(Q[1-9]\d*)(?:[/.?#].*)?$/i
    .exec(text.trim())?.[1]
    ?.toUpperCase();
