/** The groups that the documentation pages show operations in. */
export const TAGS = [
  { name: 'statements', description: 'Who said what about whom, and when.' },
  {
    name: 'entities',
    description: 'People, countries, organizations and places, and the roles that people hold.',
  },
  { name: 'relations', description: 'Who is related to whom, as an article states it.' },
  { name: 'mentions', description: 'Where entities are mentioned, resolved or not.' },
  { name: 'search', description: 'Finding things by words and by beginnings of names.' },
  { name: 'events', description: 'What happened, or is said to have happened.' },
  { name: 'articles', description: 'The sources, and what they claim without becoming a fact.' },
  { name: 'decisions', description: 'What reviewers decided on the record, and why.' },
  { name: 'statistics', description: 'How much, how often and in which tone.' },
  { name: 'networks', description: 'Who is connected to whom, and by what.' },
  { name: 'vocabularies', description: 'The words that the graph describes things with.' },
  {
    name: 'reconciliation',
    description: 'Matching names of a table to entities, for OpenRefine and its like.',
  },
  { name: 'service', description: 'The state of the service itself.' },
];

/** The first page of the documentation, in Markdown. */
export const DESCRIPTION = `A knowledge graph of the public record, and a typed API over it.

The graph never asserts what an article merely claims. Every fact carries the characters of the source that say so;
contested attributions stand side by side with their reasons; what the source does not say is null.

**Names.** A parameter that names an entity takes its id, any alias ("Trump", "the US"), a demonym ("Pakistanis"), an ISO 3166
code or a Wikidata id. Case, apostrophes, hyphens, the dots and spaces of initials and marks that nobody sees make no
difference; nor do accents, where no name is spelled as given. An ambiguous name gets a 400 with the candidates, an unknown
one a 404 with the nearest, if one is near.

**Several values** of a parameter are given by repeating it: \`speaker=Trump&speaker=Kurilla\` is what either said. Their order
makes no difference, and a comma is a part of a value. Different parameters hold together.

**Lists** return \`{ "items": […], "next": cursor or null }\` and a \`Link\` header; pass \`next\` as \`cursor\` for the next page.
As CSV and NDJSON they go on to the end of the match. More than 500 items are sent in parts: where articles were written
meanwhile, the last line says so (in NDJSON an object with the field \`warning\` alone, in CSV a row that begins with \`# \`), and
so does the trailer \`X-Graph-Moved-On\`. As Parquet they are one file of all that matches, with types, lists and fields; where it is of
several versions a header of that name says so. \`total=true\` counts all that matches, in JSON.

**Dates** are EDTF (ISO 8601-2) with the first and last day that they may mean; a filter matches where the intervals overlap.
Days of filters are such dates too: \`saidFrom=2018\` is from 1 January, \`saidTo=2025-06\` to 30 June.

**Errors** are RFC 9457 problem details with a stable \`code\`, and name every fault with what would be right.`;
