/** The part of jsdom that the tests use; it has no types of its own. */
declare module 'jsdom' {
  interface PageNode {
    querySelector(selector: string): PageElement | null;
    querySelectorAll(selector: string): Iterable<PageElement> & { length: number };
  }

  export interface PageElement extends PageNode {
    readonly id: string;
    readonly lang: string;
    readonly localName: string;
    readonly childNodes: Iterable<{ nodeType: number; textContent: string | null }>;
    getAttribute(name: string): string | null;
    closest(selector: string): PageElement | null;
    remove(): void;
    readonly attributes: Iterable<{ name: string; value: string }>;
    readonly textContent: string | null;
  }

  export interface PageDocument extends PageNode {
    readonly documentElement: PageElement;
    readonly title: string;
    getElementById(id: string): PageElement | null;
  }

  export interface PageWindow {
    /** What the scripts of a test page set. */
    ran?: true;
    document: PageDocument;
    close(): void;
  }

  export class VirtualConsole {}

  export class JSDOM {
    constructor(
      page: string,
      options?: {
        url?: string;
        contentType?: string;
        runScripts?: 'dangerously';
        virtualConsole?: VirtualConsole;
      },
    );
    readonly window: PageWindow;
  }
}
