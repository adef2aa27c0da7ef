import { Polarity, RoleKind } from '../../model/vocabulary.ts';
import { attribute, html, type SafeHtml } from '../html.ts';
import { WORDS } from '../words.ts';

const { form: words, sentence } = WORDS;

/** Parameters that the form has fields for. */
const FIELDS = new Set([
  'speaker',
  'about',
  'saidFrom',
  'saidTo',
  'act',
  'q',
  'polarity',
  'speakerRole',
  'cursor',
  'format',
]);

/** The question as a form, filled in with what is asked; what it has no field for is kept. */
export function questionForm(asked: URLSearchParams, button: string = words.submit): SafeHtml {
  const kept = [...asked].filter(
    ([name], place, all) => !FIELDS.has(name) || all.findIndex(([one]) => one === name) < place,
  );
  const field = (name: string, label: string, hint: string, further = html``) =>
    html`<p class="field"><label for="f-${name}">${label}</label><input id="f-${name}" name="${name}" maxlength="200" placeholder="${hint}" autocomplete="off"${further}${attribute('value', asked.get(name) ?? undefined)}></p>`;
  const choice = (
    name: string,
    label: string,
    none: string,
    options: readonly (readonly [string, string])[],
  ) =>
    html`<p class="field"><label for="f-${name}">${label}</label><select id="f-${name}" name="${name}"><option value="">${none}</option>${options.map(
      ([value, text]) =>
        html`<option value="${value}"${attribute('selected', asked.get(name) === value ? '' : undefined)}>${text}</option>`,
    )}</select></p>`;
  return html`<form class="question asking" action="/v1/statements">
${field('speaker', words.who, words.whoHint, html` data-suggest="/v1/suggest"`)}
${field('about', words.whom, words.whomHint, html` data-suggest="/v1/suggest"`)}
${field('act', words.act, words.actHint)}
${field('saidFrom', words.from, words.dayHint)}
${field('saidTo', words.to, words.dayHint)}
<details${attribute('open', FURTHER.some((name) => asked.has(name)) ? '' : undefined)}><summary>${words.further}</summary><div>
${field('q', words.words, '')}
${choice(
  'polarity',
  words.polarity,
  words.anyPolarity,
  Polarity.options.map((value) => [value, words.polarities[value]]),
)}
${choice(
  'speakerRole',
  words.role,
  words.anyRole,
  RoleKind.options.map((value) => [value, sentence.roles[value] ?? value]),
)}
</div></details>
${kept.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
<p class="submit"><button class="primary">${button}</button></p>
</form>`;
}

/** The fields that unfold. */
const FURTHER = ['q', 'polarity', 'speakerRole'];
