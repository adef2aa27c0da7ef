/* An article is pasted, drafted, reviewed fact by fact with the keyboard, tried, and written. */
import { prepareKeyForms, send } from './key.js';
import { effortOf, logOf } from './review-effort.js';
import {
  confidenceOf,
  FIELDS,
  KINDS,
  newStatement,
  quotesOf,
  setQuote,
  withoutDraft,
} from './review-facts.js';
import {
  beginWork,
  forgetWork,
  holdOn,
  keepWork,
  otherWork,
  takeUp,
  takeUpLast,
  watchTabs,
  workOfTab,
} from './review-kept.js';
import { highlight, placeOf, quoteAt, selectByKeys, selectedPlace, wordsOf } from './review-text.js';

/** A pause of the reviewer that is longer than this does not count as time of the review. */
const LONGEST_PAUSE = 60_000;

const byId = (id) => document.getElementById(id);
const root = byId('review');
const words = JSON.parse(root.dataset.words);
const [source, list, outcome, paste, others] = ['source', 'facts', 'outcome', 'paste', 'others'].map(byId);

/** What is under review: the draft, its facts with what became of each, and what the review took. */
let review;
let current = 0;
let seen = Date.now();

function element(name, properties = {}, ...content) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...content.filter((one) => one !== undefined));
  return made;
}

const filled = (template, values) => template.replaceAll(/\{(\w+)\}/g, (_, name) => values[name]);

async function loadActs() {
  const response = await fetch('/v1/vocabularies/acts?limit=500', {
    headers: { accept: 'application/json' },
  });
  if (!response.ok) return;
  const { items } = await response.json();
  byId('acts').append(
    ...items.map(({ code, label }) => element('option', { value: code, label: `${code} ${label}` })),
  );
}

/* The draft. */

byId('r-file').addEventListener('change', async ({ target }) => {
  if (target.files[0]) await take(target.files[0]);
});
byId('r-text').addEventListener('dragover', (event) => event.preventDefault());
byId('r-text').addEventListener('drop', async (event) => {
  const file = event.dataTransfer.files[0];
  if (!file) return;
  event.preventDefault();
  await take(file);
});

async function take(file) {
  byId('r-text').value = await file.text();
  keepPasted();
}

paste.addEventListener('submit', async (event) => {
  event.preventDefault();
  const text = byId('r-text').value;
  const isHtml = /^\s*<(?:!doctype|html|head|body|main|article|section|div|h1|p)\b/i.test(text);
  const stated = ['publisher', 'published', 'url'].flatMap((name) => {
    const value = byId(`r-${name}`).value.trim();
    return value === '' ? [] : [[name, value]];
  });
  tell(words.drafting);
  const { ok, body } = await send('/v1/drafts', {
    [isHtml ? 'html' : 'text']: text,
    ...Object.fromEntries(stated),
  });
  if (!ok) return tellProblem(body);
  const facts = KINDS.flatMap((kind) =>
    (body.annotation[kind] ?? []).map((fact) => ({ kind, fact, status: 'open', edits: 0 })),
  );
  review = { draft: body, facts };
  seen = Date.now();
  sortByPlace();
  current = 0;
  tell('');
  show();
});

const startOf = ({ kind, fact }) => placesOf({ kind, fact })[0]?.[0] ?? Number.POSITIVE_INFINITY;
const placesOf = ({ kind, fact }) =>
  quotesOf(kind, fact).flatMap((quote) => {
    const place = placeOf(review.draft.text, quote);
    return place ? [place] : [];
  });

function sortByPlace() {
  review.facts.sort((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) || startOf(a) - startOf(b));
}

/* What is kept in the browser until it is written. */

function keep() {
  clearTimeout(keeping);
  keeping = undefined;
  if (!review) return;
  count();
  report(keepWork({ ...review, current }));
}

/** What is typed or selected is kept when a pause is made, and when the page or its window is left. */
let keeping;
function keepSoon() {
  clearTimeout(keeping);
  keeping = setTimeout(keep, 300);
}
addEventListener('pagehide', keep);
for (const left of ['blur', 'visibilitychange'])
  addEventListener(left, () => {
    if (keeping !== undefined) keep();
  });
// A page that the browser held back while another was shown was told nothing of what other tabs did.
addEventListener('pageshow', ({ persisted }) => {
  if (persisted) location.reload();
});

document.addEventListener('selectionchange', () => {
  const { anchorNode, isCollapsed } = getSelection();
  if (!review || (isCollapsed && anchorNode !== source.firstChild)) return;
  review.selected = selectedPlace(source);
  keepSoon();
});

/** Selects the words again that were selected when the page was left. */
function selectAgain() {
  const [start, end] = review.selected ?? [];
  const node = source.firstChild;
  if (end <= node.length) getSelection().setBaseAndExtent(node, start, node, end);
}

/** Tells where what was done is not kept: a browser has a bound, and another tab may have taken the work up. */
function report(outcomeOfKeeping) {
  if (outcomeOfKeeping === 'full') tell(words.notKept);
  if (outcomeOfKeeping === 'elsewhere') letGo(words.elsewhere, workOfTab());
}

const pasted = [...paste.querySelectorAll('textarea, input:not([type="file"])')];
function keepPasted() {
  const given = Object.fromEntries(pasted.map(({ id, value }) => [id, value]));
  if (Object.values(given).some((value) => value !== '')) report(keepWork({ pasted: given }));
  else forgetWork();
}
paste.addEventListener('input', keepPasted);

/** Counts the time since the last step for the fact that is under review. */
function count() {
  const now = Date.now();
  const one = review.facts[current];
  if (one && now - seen < LONGEST_PAUSE) one.spent = (one.spent ?? 0) + now - seen;
  seen = now;
}

/** Shows what was kept: a review, or what was pasted and is no draft yet. */
function restore(kept = {}) {
  review = kept.draft && kept;
  for (const field of pasted) field.value = kept.pasted?.[field.id] ?? '';
  byId('r-file').value = '';
  seen = Date.now();
  byId('reviewing').hidden = true;
  paste.hidden = false;
  showOthers();
  if (!review) return;
  current = review.current ?? 0;
  show();
  selectAgain();
  list.children[current]?.scrollIntoView({ block: 'nearest' });
}

/** Offers what else is kept in this browser. */
function showOthers() {
  const all = review ? [] : otherWork();
  others.hidden = all.length === 0;
  others.querySelector('ul').replaceChildren(...all.map(offerOf));
}

function offerOf({ name, kept }) {
  const { draft, facts = [], pasted: given } = kept;
  const title = draft ? draft.annotation.article.title : [...given['r-text']].slice(0, 80).join('');
  const decided = facts.filter(({ status }) => status !== 'open').length;
  const button = (textContent, onclick) => {
    const made = element('button', { type: 'button', textContent, onclick });
    made.setAttribute('aria-label', `${textContent}: ${title}`);
    return made;
  };
  return element(
    'li',
    {},
    element('bdi', { textContent: title }),
    element('span', {
      className: 'muted',
      textContent: ` ${draft ? filled(words.progress, { decided, all: facts.length }) : words.noDraft} `,
    }),
    button(words.goOn, () => goOnWith(name)),
    ' ',
    button(words.discard, () => {
      if (!confirm(words.discardSure)) return;
      forgetWork(name);
      showOthers();
    }),
  );
}

function goOnWith(name) {
  tell('');
  restore(takeUp(name));
}

/** Lets go of the work of this tab, which another one has, and says so. */
function letGo(text, name) {
  clearTimeout(keeping);
  keeping = undefined;
  review = undefined;
  beginWork();
  restore();
  const goOnHere = () => goOnWith(name);
  const button = element('button', { type: 'button', textContent: words.goOnHere, onclick: goOnHere });
  tell(text, ...(name === undefined ? [] : [button]));
}

watchTabs({
  taken() {
    if (keeping === undefined) return letGo(words.elsewhere, workOfTab());
    // What was done here a moment ago is not kept yet, and would be lost there.
    holdOn();
    keep();
  },
  gone: () => letGo(words.gone),
  others: showOthers,
});

byId('discard').addEventListener('click', () => {
  if (!confirm(words.discardSure)) return;
  close();
  tell('');
});

function close() {
  clearTimeout(keeping);
  keeping = undefined;
  forgetWork();
  beginWork();
  restore();
}

/* The facts. */

function show() {
  paste.hidden = true;
  others.hidden = true;
  byId('reviewing').hidden = false;
  source.replaceChildren(document.createTextNode(review.draft.text));
  source.lang = review.draft.annotation.article.language;
  list.replaceChildren(...review.facts.map(cardOf));
  refresh();
}

function refresh() {
  // What is awaited may come after another tab took the review up.
  if (!review) return;
  count();
  const log = logOf(review.facts);
  byId('progress').textContent = filled(words.progress, { decided: log.length, all: review.facts.length });
  byId('effort').textContent = log.length === 0 ? '' : effortText(log);
  for (const [index, card] of [...list.children].entries()) {
    const { status } = review.facts[index];
    card.dataset.status = status;
    card.toggleAttribute('data-current', index === current);
    card.querySelector('.status').textContent = words.status[status];
  }
  mark();
  keep();
}

function mark() {
  const placed = (chosen) => review.facts.filter(chosen).flatMap(placesOf);
  highlight(source, {
    open: placed(({ status }) => status === 'open'),
    accepted: placed(({ status }) => status === 'accepted'),
    fault: placed(({ told = [] }) => told.length > 0),
    current: review.facts[current] ? placesOf(review.facts[current]) : [],
  });
}

function cardOf(one, index) {
  const { kind, fact } = one;
  const sure = confidenceOf(fact);
  const card = element('section', { className: 'card fact', tabIndex: 0 });
  card.setAttribute('aria-label', `${words.kinds[kind]} ${index + 1}`);
  card.append(
    element(
      'p',
      { className: 'meta' },
      element('strong', { textContent: words.kinds[kind] }),
      ' ',
      element('span', { className: 'badge status' }),
      ' ',
      sure === undefined ? '' : filled(words.sure, { sure: Math.round(sure * 100) }),
    ),
    element(
      'blockquote',
      { className: 'words' },
      element('bdi', { textContent: quotesOf(kind, fact).map(wordsOf).join(' … ') }),
    ),
    element('div', { className: 'fields' }, ...FIELDS[kind].map((field) => fieldOf(one, field, index))),
    element(
      'ul',
      { className: 'told' },
      ...(one.told ?? []).map((detail) => element('li', { textContent: detail })),
    ),
    element(
      'p',
      { className: 'actions' },
      ...['accept', 'reject', 'words'].map((name) =>
        element('button', {
          type: 'button',
          textContent: words.actions[name],
          onclick: () => act(name, index),
        }),
      ),
    ),
  );
  card.addEventListener('focusin', () => {
    if (current === index) return;
    count();
    current = index;
    refresh();
  });
  return card;
}

function fieldOf(one, field, index) {
  const { fact } = one;
  const id = `fact-${index}-${field.name}`;
  const input = field.options
    ? element(
        'select',
        { id },
        ...field.options.map((value) => element('option', { value, textContent: value })),
      )
    : element('input', { id, autocomplete: 'off', maxLength: 1000 });
  const typed = () => one.typed?.[field.name];
  input.value = typed() ?? field.get(fact);
  if (field.list) input.setAttribute('list', field.list);
  if (field.isEntity) suggestFor(input);
  const change = async (value) => {
    const right = field.isEntity ? await idOf(value) : value;
    input.value = right;
    delete one.typed?.[field.name];
    if (right === field.get(fact)) return keep();
    field.set(fact, right);
    changed(one);
  };
  let changing;
  // What was typed before the page was loaded anew is no change that the browser tells of.
  input.settle = () => {
    if (typed() === undefined) return changing;
    changing ??= change(input.value.trim()).finally(() => {
      changing = undefined;
    });
    return changing;
  };
  input.addEventListener('input', () => {
    one.typed = { ...one.typed, [field.name]: input.value };
    keepSoon();
  });
  input.addEventListener('change', input.settle);
  input.addEventListener('blur', input.settle);
  const offered = (field.alternatives?.(fact) ?? []).map((value) =>
    element('button', {
      type: 'button',
      className: 'alternative',
      textContent: value,
      onclick: () => change(value),
    }),
  );
  return element(
    'p',
    { className: 'field' },
    element('label', { htmlFor: id, textContent: words.fields[field.name] }),
    input,
    ...offered,
  );
}

function decide(one, status) {
  one.status = status;
  one.at = new Date().toISOString();
}

function changed(one) {
  one.edits += 1;
  decide(one, 'accepted');
  delete one.told;
  refresh();
}

/** Offers entities while a name is typed. */
function suggestFor(input) {
  const choices = element('datalist', { id: `${input.id}-choices` });
  input.after(choices);
  queueMicrotask(() => input.after(choices));
  input.setAttribute('list', choices.id);
  let waiting;
  input.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(async () => {
      const items = await suggested(input.value.split(',').at(-1).trim());
      choices.replaceChildren(
        ...items.map(({ id, name, type }) => element('option', { value: id, label: `${name} · ${type}` })),
      );
    }, 150);
  });
}

async function suggested(name) {
  if (name === '') return [];
  const response = await fetch(`/v1/suggest?q=${encodeURIComponent(name)}`, {
    headers: { accept: 'application/json' },
  });
  return response.ok ? (await response.json()).items : [];
}

/** The ids of names, each as it is where nothing bears it: the check of the article tells what it makes of that. */
async function idOf(value) {
  const names = value
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean);
  const isNew = (id) => (review?.draft.entities ?? []).some((entity) => entity.id === id);
  const ids = names.map(async (name) => {
    if (isNew(name)) return name;
    const items = await suggested(name);
    const same = items.find(({ id, name: full, match }) =>
      [id, full, match].some((one) => one?.toLowerCase() === name.toLowerCase()),
    );
    return same?.id ?? name;
  });
  return (await Promise.all(ids)).join(', ');
}

/** The name of what an id is of: of the article, else of the record; the id where neither tells one. */
async function nameOf(id, { entities }) {
  const own = (entities ?? []).find((entity) => entity.id === id);
  if (own) return own.name;
  const response = await fetch(`/v1/entities/${id}`, { headers: { accept: 'application/json' } });
  return response.ok ? (await response.json()).name : id;
}

/* What a reviewer does. */

function act(name, index = current) {
  const one = review.facts[index];
  if (!one) return;
  if (name === 'accept') decide(one, 'accepted');
  if (name === 'reject') decide(one, 'rejected');
  if (name === 'words') {
    const place = selectedPlace(source);
    if (!place) return tell(words.selectFirst);
    setQuote(one.kind, one.fact, quoteAt(review.draft.text, place));
    one.edits += 1;
    decide(one, 'accepted');
    delete one.told;
    delete review.selected;
    list.children[index].replaceWith(cardOf(one, index));
  }
  refresh();
  if (name !== 'words') go(index + 1);
}

function go(index) {
  if (!review) return;
  count();
  current = Math.max(0, Math.min(index, review.facts.length - 1));
  refresh();
  const card = list.children[current];
  card?.focus({ preventScroll: true });
  card?.scrollIntoView({ block: 'nearest' });
}

function addStatement() {
  const place = selectedPlace(source);
  if (!place) return tell(words.selectFirst);
  const { text, annotation, id } = review.draft;
  const isQuoted = /[“„"«]\s*$/.test(text.slice(0, place[0]));
  const ids = new Set((annotation.statements ?? []).map((statement) => statement.id));
  let nth = 1;
  while (ids.has(`${id}-${nth}`) || review.facts.some(({ fact }) => fact.id === `${id}-${nth}`)) nth++;
  delete review.selected;
  const fact = newStatement(quoteAt(text, place), `${id.slice(0, 100)}-${nth}`, isQuoted);
  review.facts.push({ kind: 'statements', fact, status: 'open', edits: 1 });
  sortByPlace();
  list.replaceChildren(...review.facts.map(cardOf));
  go(review.facts.findIndex((one) => one.fact === fact));
  list.children[current]?.querySelector('input').focus();
}

byId('add').addEventListener('click', addStatement);

source.addEventListener('click', () => {
  const { anchorNode, anchorOffset, isCollapsed } = getSelection();
  if (!isCollapsed || anchorNode !== source.firstChild) return;
  const found = review.facts.findIndex((one) =>
    placesOf(one).some(([start, end]) => start <= anchorOffset && anchorOffset < end),
  );
  if (found >= 0) go(found);
});

selectByKeys(source, () => (review.facts[current] && placesOf(review.facts[current])[0]?.[0]) ?? 0);

const KEYS = {
  j: () => go(current + 1),
  k: () => go(current - 1),
  a: () => act('accept'),
  x: () => act('reject'),
  w: () => act('words'),
  n: addStatement,
  t: () => source.focus(),
  e: () => list.children[current]?.querySelector('input, select')?.focus(),
};

document.addEventListener('keydown', (event) => {
  if (!review || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.closest('input, select, textarea, #source') && event.key === 'Escape')
    return list.children[current]?.focus();
  if (event.target.closest('input, select, textarea')) return;
  const does = KEYS[event.key];
  if (!does) return;
  event.preventDefault();
  does();
});

/* What is sent. */

/** Waits for what is typed in fields and not yet taken over. */
const settled = () => Promise.all([...list.querySelectorAll('input, select')].map((input) => input.settle()));

/** The article with what the review made of it, and the facts by their places in it. */
function submission() {
  const { draft: made, ...draft } = review.draft;
  const kept = review.facts.filter(({ status }) => status !== 'rejected');
  const isReviewed = kept.every(({ status }) => status === 'accepted');
  const sent = Object.fromEntries(KINDS.map((kind) => [kind, kept.filter((one) => one.kind === kind)]));
  const { annotation } = draft;
  const facts = Object.entries(sent).map(([kind, all]) => [
    kind,
    all.map(({ fact, status }) => (status === 'accepted' ? withoutDraft(fact) : fact)),
  ]);
  const body = {
    ...draft,
    annotation: {
      ...(isReviewed ? withoutDraft(annotation) : annotation),
      article: { ...annotation.article, review: isReviewed ? 'reviewed' : 'draft' },
      ...Object.fromEntries(facts),
    },
    draft: { ...made, review: logOf(review.facts) },
  };
  return { body, sent };
}

/** What the review took, in one line. */
function effortText(log) {
  const { perStatement, ...told } = effortOf(log);
  const each = perStatement === undefined ? '' : filled(words.each, { perStatement });
  return filled(words.took, { ...told, each });
}

byId('try').addEventListener('click', async () => {
  await settled();
  const tried = review;
  if (!tried) return;
  keep();
  const { body: asked, sent } = submission();
  const { ok, body } = await send('/v1/articles?dryRun=true', asked);
  if (review !== tried) return;
  if (!ok) return tellFaults(body, sent);
  clearFaults();
  tell(words.sound, ...alikeIn(body));
});

byId('write').addEventListener('click', async () => {
  await settled();
  const written = review;
  if (!written) return;
  keep();
  const { body: asked, sent } = submission();
  const { ok, body } = await send('/v1/articles', asked);
  if (!ok && review !== written) return;
  if (!ok) return tellFaults(body, sent);
  const speakers = asked.annotation.statements.flatMap(({ quotations }) =>
    quotations.flatMap(({ attributions }) => attributions.map(({ speaker }) => speaker)),
  );
  const [speaker] = speakers.filter(Boolean);
  // What is a draft is shown only where it is asked for.
  const any = asked.annotation.article.review === 'draft' ? 'review=any' : '';
  const links = [
    [`/v1/articles/${body.id}${any && `?${any}`}`, words.toArticle],
    [`/v1/statements?article=${body.id}${any && `&${any}`}`, words.toStatements],
    ...(speaker
      ? [
          [
            `/v1/statements?speaker=${encodeURIComponent(speaker)}${any && `&${any}`}`,
            filled(words.toSpeaker, { speaker: await nameOf(speaker, asked) }),
          ],
        ]
      : []),
  ];
  const log = logOf(written.facts);
  const lines = log.map((entry) => `${JSON.stringify(entry)}\n`);
  if (review === written) close();
  tell(
    words.written,
    element(
      'ul',
      {},
      ...links.map(([href, textContent]) => element('li', {}, element('a', { href, textContent }))),
    ),
    element('p', { className: 'muted', textContent: effortText(log) }),
    element(
      'p',
      {},
      element('a', {
        href: URL.createObjectURL(new Blob(lines, { type: 'application/x-ndjson' })),
        download: 'review.ndjson',
        textContent: words.record,
      }),
    ),
  );
});

/** What the article would be joined with, and what it may be one with, with both texts. */
function alikeIn({ alike = {} }) {
  const all = Object.values(alike).flat();
  if (all.length === 0) return [];
  return [
    element('h2', { textContent: words.alike }),
    ...all.map(({ outcome: became, id, text, with: other, reason }) =>
      element(
        'div',
        { className: 'card' },
        element('p', {}, element('strong', { textContent: words.joined[became] }), ` ${reason}`),
        element('blockquote', { className: 'words' }, element('bdi', { textContent: text })),
        element(
          'blockquote',
          { className: 'words' },
          element('bdi', { textContent: other.text }),
          ` (${other.article ?? other.id})`,
        ),
        became === 'offered' && review.facts.some(({ fact }) => fact.id === id)
          ? element('button', {
              type: 'button',
              textContent: words.sameAs,
              onclick: ({ target }) => join(id, other.id, target),
            })
          : undefined,
      ),
    ),
  ];
}

/** Gives a statement or an event the id of another: an id that a person gave says that both are one. */
function join(id, other, button) {
  const one = review.facts.find(({ fact }) => fact.id === id);
  one.fact.id = other;
  button.disabled = true;
  changed(one);
}

function clearFaults() {
  for (const one of review.facts) delete one.told;
  list.replaceChildren(...review.facts.map(cardOf));
  refresh();
}

/** Shows each fault at the fact that has it, and those that none has at the end. */
function tellFaults(problem, sent) {
  for (const one of review.facts) delete one.told;
  const others = [];
  for (const { pointer = '', detail, expected } of problem.errors ?? []) {
    const told = expected === undefined ? detail : `${detail}; ${words.expected} ${expected}`;
    const [, , kind, index] = pointer.split('/');
    const one = pointer.startsWith('/annotation/') ? sent[kind]?.[Number(index)] : undefined;
    if (one) one.told = [...(one.told ?? []), told];
    else others.push(`${pointer} ${told}`);
  }
  list.replaceChildren(...review.facts.map(cardOf));
  refresh();
  if (!review) return;
  const firstFault = review.facts.findIndex((one) => one.told);
  if (firstFault < 0 && others.length === 0) return tellProblem(problem);
  tell(
    filled(words.faults, { count: (problem.errors ?? []).length }),
    element('ul', {}, ...others.map((textContent) => element('li', { textContent }))),
  );
  // The first fact that has one is what a reviewer goes on with.
  if (firstFault < 0) return;
  go(firstFault);
  // A fact may be higher than the screen.
  list.children[firstFault].querySelector('.told').scrollIntoView({ block: 'center', behavior: 'instant' });
}

const tellProblem = ({ title, detail }) => tell(`${title}. ${detail}`);

function tell(text, ...further) {
  outcome.replaceChildren(
    ...(text === '' ? [] : [element('p', { className: 'notice', textContent: text })]),
    ...further,
  );
  if (text !== '') outcome.scrollIntoView({ block: 'nearest' });
}

root.hidden = false;
prepareKeyForms();
loadActs();
restore(takeUpLast());
