// In both documentation pages: names the fields and buttons that have none, for screen readers.
const nameOf = (field) => {
  if (field.tagName === 'BUTTON') return field.className.includes('copy') ? 'Copy' : 'Show or hide';
  if (field.tagName === 'TEXTAREA') return 'Body';
  if (field.id === 'servers') return 'Server';
  return field.closest('tr')?.dataset.paramName ?? 'Choice';
};

const nameAll = () => {
  for (const field of document.querySelectorAll('select, textarea, .parameters input, button')) {
    const hasText = field.tagName === 'BUTTON' && field.textContent.trim() !== '';
    if (!field.ariaLabel && !hasText) field.ariaLabel = nameOf(field);
  }
};

new MutationObserver(nameAll).observe(document.body, { childList: true, subtree: true });
