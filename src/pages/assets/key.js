/* The key of a person: entered once, kept until the browser's tab is closed, and sent in a header alone. */
const NAME = 'on-record-key';

export const currentKey = () => sessionStorage.getItem(NAME);

/** Lets the forms of a page take the key, and forget it. */
export function prepareKeyForms() {
  for (const form of document.querySelectorAll('form.key')) {
    const field = form.querySelector('input');
    const status = form.querySelector('[role=status]');
    const show = () => {
      const isKnown = currentKey() !== null;
      status.textContent = isKnown ? status.dataset.known : status.dataset.unknown;
      field.hidden = isKnown;
      field.disabled = isKnown;
      form.querySelector('label').hidden = isKnown;
      form.querySelector('button').hidden = isKnown;
      form.querySelector('.forget').hidden = !isKnown;
    };
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      sessionStorage.setItem(NAME, field.value.trim());
      field.value = '';
      show();
    });
    form.querySelector('.forget').addEventListener('click', () => {
      sessionStorage.removeItem(NAME);
      show();
      field.focus();
    });
    show();
  }
}

/** Sends JSON with the key. */
export async function send(path, body) {
  const response = await fetch(path, {
    method: 'POST',
    headers: {
      accept: 'application/json',
      'content-type': 'application/json',
      ...(currentKey() !== null && { authorization: `Bearer ${currentKey()}` }),
    },
    body: JSON.stringify(body),
  });
  return { ok: response.ok, status: response.status, body: await response.json() };
}
