/* Shows which words a note is about, and which words a link leads to. */
const marks = document.querySelectorAll('mark[data-under]');

function show(ids, name) {
  for (const mark of marks)
    mark.classList.toggle(
      name,
      mark.dataset.under.split(' ').some((id) => ids.includes(id)),
    );
}

for (const note of document.querySelectorAll('[data-span]')) {
  const ids = note.dataset.span.split(' ');
  note.addEventListener('pointerenter', () => show(ids, 'shown'));
  note.addEventListener('pointerleave', () => show([], 'shown'));
  note.addEventListener('focusin', () => show(ids, 'shown'));
  note.addEventListener('focusout', () => show([], 'shown'));
}

const showTarget = () => show([decodeURIComponent(location.hash.slice(1))], 'target');
addEventListener('hashchange', showTarget);
showTarget();
