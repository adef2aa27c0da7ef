/** The part of jsdom that the tests use; it has no types of its own. */
declare module 'jsdom' {
  export interface PageElement {
    readonly attributes: Iterable<{ name: string; value: string }>;
    readonly textContent: string | null;
  }

  export interface PageWindow {
    /** What the scripts of a test page set. */
    ran?: true;
    document: {
      querySelector(selector: string): PageElement | null;
      querySelectorAll(selector: string): Iterable<PageElement> & { length: number };
    };
    close(): void;
  }

  export class VirtualConsole {}

  export class JSDOM {
    constructor(page: string, options: { runScripts?: 'dangerously'; virtualConsole?: VirtualConsole });
    readonly window: PageWindow;
  }
}
