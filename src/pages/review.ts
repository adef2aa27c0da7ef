import { HTTP } from '../limits.ts';
import type { Page } from './define.ts';
import { html } from './html.ts';
import { keyForm } from './parts/key-form.ts';
import { WORDS } from './words.ts';

const { review: words } = WORDS;

/**
 * The page on which an article is pasted, drafted, reviewed fact by fact and written. It is its script's: all that it does takes
 * the key of a person, which stays in the session of the browser.
 */
export const reviewPage = (): Page => ({
  title: words.title,
  isPrivate: true,
  main: html`<h1>${words.title}</h1>
<p class="lead">${words.lead}</p>
<noscript><p class="notice">${words.noScript}</p></noscript>
<div id="review" data-words="${JSON.stringify(words.script)}" hidden>
${keyForm()}
<div id="outcome" role="status" aria-live="polite"></div>
<section id="others" class="card" aria-labelledby="others-title" hidden><h2 id="others-title">${words.others}</h2><ul class="plain"></ul></section>
<form id="paste" class="question">
<p class="field wide"><label for="r-text">${words.text}</label><textarea id="r-text" rows="12" required maxlength="${HTTP.articleLimit / 4}" aria-describedby="r-hint"></textarea><small class="muted" id="r-hint">${words.textHint}</small></p>
<p class="field"><label for="r-publisher">${words.publisher}</label><input id="r-publisher" maxlength="200" autocomplete="off"></p>
<p class="field"><label for="r-published">${words.published}</label><input id="r-published" maxlength="40" autocomplete="off" placeholder="2025-06-12"></p>
<p class="field"><label for="r-url">${words.url}</label><input id="r-url" type="url" maxlength="2000" autocomplete="off"></p>
<p class="field"><label for="r-file">${words.file}</label><input id="r-file" type="file" accept=".txt,.html,.htm,.md,text/*"></p>
<p class="submit"><button class="primary">${words.draft}</button></p>
</form>
<section id="reviewing" aria-label="${words.reviewing}" hidden>
<p class="bar"><span><span id="progress"></span> <span id="effort" class="muted"></span></span><span><button type="button" id="try">${words.tryIt}</button> <button type="button" id="write" class="primary">${words.write}</button> <button type="button" id="discard">${words.discard}</button></span></p>
<details><summary>${words.keys}</summary><dl>${words.keyList.map(([key, what]) => html`<dt><kbd>${key}</kbd></dt><dd>${what}</dd>`)}</dl></details>
<div class="columns halves"><div class="card pasted" id="source" tabindex="0" aria-label="${words.source}"></div>
<div><p><button type="button" id="add">${words.add}</button></p><div id="facts"></div></div></div>
</section>
<datalist id="acts"></datalist>
</div>`,
  scripts: ['review.js'],
});
