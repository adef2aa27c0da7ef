/* What every page is more convenient with. */

// A page may be cached: when it was retrieved is known to the browser alone, and stands on paper.
const retrieved = document.getElementById('retrieved');
const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long' }).format(new Date());
retrieved.textContent = `${retrieved.dataset.words} ${day}`;

// On a phone the menu is wider than the screen.
const here = document.querySelector('header.site [aria-current]');
if (here) here.closest('ul').scrollLeft = here.offsetLeft - 32;

for (const form of document.querySelectorAll('form[method="get"], form:not([method])'))
  form.addEventListener('formdata', ({ formData }) => {
    for (const [name, value] of [...formData]) if (value === '') formData.delete(name);
  });
