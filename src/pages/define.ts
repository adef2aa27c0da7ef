import type { Row } from '../model/row.ts';
import type { NameOf, Thing } from '../model/thing.ts';
import type { SafeHtml } from './html.ts';

/** What a page is made of: the request, and the responses that it shows. */
// biome-ignore lint/suspicious/noExplicitAny: the body is that of the query, see definePage
export interface PageInput<Body = any, Further = any> {
  /** The URL that was asked for. */
  url: URL;
  /** What absolute URLs of this service begin with. */
  origin: string;
  /** The same response as JSON has it. */
  body: Body;
  /** Responses of other queries that the page shows beside it, by name. */
  further: Further;
  /** What the things are called that the page says it names by their ids. */
  nameOf: NameOf;
  /** What the query says of itself. */
  query: PageQuery;
}

/** What a page says of the query that it shows. */
export interface PageQuery {
  operationId: string;
  summary: string;
  description: string;
  /** The formats that it responds in. */
  formats: readonly string[];
  /** Its example questions, with their URLs. */
  examples: readonly PageExample[];
}

/** A question with something to say on it. */
export interface PageExample {
  summary: string;
  url: string;
}

/** Another response that a page shows. */
export interface FurtherRequest {
  operationId: string;
  /** Values of its parameters. */
  params: Row;
  /** Of a list: the most items that are read of it, page after page. */
  most?: number;
  /** Whether what drafts say is read too, or alone, where the operation has a parameter for it. */
  review?: string;
}

/** Further responses, by name; the page that asked for them knows their shapes. */
// biome-ignore lint/suspicious/noExplicitAny: the bodies are those of the queries, see definePage
export type FurtherResponses = Record<string, any>;

/** A page, without what all pages have around it. */
export interface Page {
  /** What the tab is called. */
  title: string;
  /** What search engines and links show of it. */
  description?: string;
  main: SafeHtml;
  /** Further elements of its head. */
  head?: SafeHtml;
  /** Names of the scripts that it is more convenient with. */
  scripts?: readonly string[];
  /** Whether search engines should leave it out. */
  isPrivate?: boolean;
}

export interface PageDefinition {
  /** Parameters that the page asks for by itself, where its URL does not. */
  asks?: Row;
  /** The further responses, asked for together with its own. */
  further?: (params: Row) => Record<string, FurtherRequest>;
  /** What its responses name by ids alone, and the page by names. */
  // biome-ignore lint/suspicious/noExplicitAny: the bodies are those of the queries, see definePage
  things?: (body: any, further: any) => readonly Thing[];
  render: (input: PageInput) => Page;
}

/** Defines the page of a query, whose body and further responses have these shapes. */
export const definePage = <Body, Further = Record<string, never>>(
  definition: Omit<PageDefinition, 'render' | 'things'> & {
    things?: (body: Body, further: Further) => readonly Thing[];
    render: (input: PageInput<Body, Further>) => Page;
  },
): PageDefinition => definition;

/** A list as JSON has it. */
export interface List<Item> {
  items: Item[];
  next?: string | null;
  truncated?: boolean;
  total?: number;
  sampled?: boolean;
}
