import { type SafeHtml, html as template } from '@remix-run/html-template';

export type { SafeHtml };

/** What a template takes: text, which it escapes, and what templates made. No booleans, which would be printed. */
export type Part = SafeHtml | string | number | null | undefined | Part[];

/** Makes HTML. Text is escaped, in attributes too; there is no way to put markup in as text. */
export const html: (strings: TemplateStringsArray, ...parts: Part[]) => SafeHtml = template;

export const NOTHING = html``;

/** What is shown only where there is something. */
export const when = (condition: boolean, part: () => SafeHtml): SafeHtml => (condition ? part() : NOTHING);

/** Parts with text between them. */
export const joined = (parts: readonly Part[], between = ', '): SafeHtml =>
  html`${parts.map((part, place) => (place === 0 ? part : html`${between}${part}`))}`;

/** An attribute with its value, or none. */
export const attribute = (
  name: 'value' | 'aria-current' | 'open' | 'selected',
  value: string | undefined,
): SafeHtml => (value === undefined ? html`` : html` ${name}="${value}"`);
