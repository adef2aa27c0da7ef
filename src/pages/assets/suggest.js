/* Offers entities while a name is typed, in the browser's own list of choices. */
for (const field of document.querySelectorAll('input[data-suggest]')) {
  const list = document.createElement('datalist');
  list.id = `${field.id}-choices`;
  field.after(list);
  field.setAttribute('list', list.id);
  let waiting;
  let asked = '';
  field.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => suggest(field, list), 120);
  });
  async function suggest() {
    const words = field.value.trim();
    if (words === '' || words === asked) return;
    asked = words;
    const response = await fetch(`${field.dataset.suggest}?q=${encodeURIComponent(words)}`, {
      headers: { accept: 'application/json' },
    });
    if (!response.ok || asked !== words) return;
    const { items } = await response.json();
    list.replaceChildren(
      ...items.map(({ name, type, description }) => {
        const choice = document.createElement('option');
        choice.value = name;
        choice.label = [name, type, description].filter(Boolean).join(' · ');
        return choice;
      }),
    );
  }
}
