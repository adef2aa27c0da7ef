import { html, type SafeHtml } from '../html.ts';

interface Words {
  exact: string;
  prefix: string;
  suffix: string;
}

/** The words of a source, with those around them. */
export const inContext = ({ exact, prefix, suffix }: Words): SafeHtml =>
  html`<bdi><span class="around">${prefix && '…'}${prefix}</span><mark class="quotation">${exact}</mark><span class="around">${suffix}${suffix && '…'}</span></bdi>`;

/** The parts of a rendering, one after the other, with those around each. */
export const partsInContext = (parts: readonly Words[]): SafeHtml =>
  html`${parts.map((part) => html`<p>${inContext(part)}</p>`)}`;
