/* Sends decisions about a statement, an event or an entity. */
import { prepareKeyForms, send } from './key.js';

const place = document.getElementById('decide');
const form = place.querySelector('.decision');
const field = (name) => document.getElementById(`d-${name}`);
const status = form.querySelector('[role=status]');

place.hidden = false;
prepareKeyForms();
// A link to a form that a script shows leads to it no sooner than now.
if (location.hash === '#decide') {
  place.open = true;
  place.scrollIntoView();
}

const showFields = () => {
  for (const one of form.querySelectorAll('[data-for]'))
    one.hidden = !one.dataset.for.split(' ').includes(field('kind').value);
};
field('kind').addEventListener('change', showFields);
showFields();

const { id, of } = place.dataset;

/* What is filled in is kept in the browser until it is sent. */
const KEPT = `on-record-decision ${of} ${id}`;
const fields = [...form.querySelectorAll('input, select')];

form.addEventListener('input', () => {
  const values = Object.fromEntries(fields.map((one) => [one.id, one.value]));
  try {
    localStorage.setItem(KEPT, JSON.stringify(values));
  } catch {
    // A browser that keeps nothing decides all the same.
  }
});

function fill(kept) {
  for (const one of fields) {
    const value = kept[one.id] ?? '';
    if (one.tagName === 'INPUT' || [...one.options].some((option) => option.value === value))
      one.value = value;
  }
  place.open = true;
  showFields();
}
const kept = JSON.parse(localStorage.getItem(KEPT) ?? 'null');
if (kept) fill(kept);
// Two tabs with the same form show the same, so that neither keeps over what is typed in the other.
addEventListener('storage', ({ key, newValue }) => {
  if (key === KEPT && newValue !== null) fill(JSON.parse(newValue));
});

const BODIES = {
  rank: () => ({ statement: id, ...JSON.parse(field('attribution').value), rank: field('rank').value }),
  exclude: () => ({ statement: id, ...(field('article').value && { article: field('article').value }) }),
  same: () => ({ of, ids: [id, field('other').value.trim()] }),
  different: () => ({ of, ids: [id, field('other').value.trim()] }),
  merge: () => ({ entity: id, into: field('other').value.trim() }),
};

form.addEventListener('submit', async (event) => {
  event.preventDefault();
  const kind = field('kind').value;
  const { ok, body } = await send('/v1/decisions', {
    kind,
    ...BODIES[kind](),
    why: field('why').value.trim(),
  });
  status.textContent = ok
    ? place.dataset.done
    : [body.detail, ...(body.errors ?? []).map(({ detail }) => detail)].filter(Boolean).join(' ');
  if (!ok) return;
  localStorage.removeItem(KEPT);
  location.reload();
});
