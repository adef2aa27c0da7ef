declare module 'jsonld' {
  interface RemoteDocument {
    document: unknown;
    documentUrl: string;
    contextUrl?: string;
  }
  interface Options {
    base?: string;
    documentLoader?: (url: string) => Promise<RemoteDocument>;
    safe?: boolean;
    graph?: boolean;
    compactToRelative?: boolean;
    format?: 'application/n-quads';
  }
  type Node = Record<string, unknown>;
  const jsonld: {
    expand(input: unknown, options?: Options): Promise<Node[]>;
    compact(input: unknown, context: unknown, options?: Options): Promise<Node>;
    toRDF(input: unknown, options?: Options): Promise<string>;
  };
  export default jsonld;
}
