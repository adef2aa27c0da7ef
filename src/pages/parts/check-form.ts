import { CHECK } from '../../limits.ts';
import type { Row } from '../../model/row.ts';
import { attribute, html, type SafeHtml } from '../html.ts';
import { WORDS } from '../words.ts';

const { check: words, form } = WORDS;

/** The form that a text is pasted into, with what is claimed of its quotations, filled in with what was given. */
export function checkForm(given: Row): SafeHtml {
  const filledIn = (name: string) => [given[name] ?? []].flat().map(String)[0];
  const field = (name: string, label: string, hint: string, isName: boolean) =>
    html`<p class="field"><label for="c-${name}">${label}</label><input id="c-${name}" name="${name}" maxlength="200" placeholder="${hint}" autocomplete="off"${isName ? html` data-suggest="/v1/suggest"` : ''}${attribute('value', filledIn(name))}></p>`;
  return html`<form class="question" method="post" action="/check">
<p class="field wide"><label for="c-text">${words.text}</label><textarea id="c-text" name="text" rows="6" required maxlength="${CHECK.text}" aria-describedby="c-hint">${filledIn('text') ?? ''}</textarea>
<small class="muted" id="c-hint">${words.textHint}</small></p>
${field('speaker', words.speaker, form.whoHint, true)}
${field('about', form.whom, form.whomHint, true)}
${field('saidFrom', form.from, form.dayHint, false)}
${field('saidTo', form.to, form.dayHint, false)}
<p class="submit"><button class="primary">${words.submit}</button></p>
</form>`;
}
